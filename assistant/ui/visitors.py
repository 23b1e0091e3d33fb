"""Browsers told apart where nobody signs in: a signed cookie that comes with the page, and fair shares by it.

What a program sends as Gradio's session it can make up anew for each question; a signed cookie it cannot.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from dataclasses import dataclass
from http.cookies import CookieError, SimpleCookie
from ipaddress import ip_address, ip_network
from typing import Final

import gradio as gr
from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

COOKIE: Final = "tro-ly-dai-hoi-khach"
LASTS_SECONDS: Final = 30 * 24 * 3600
IPV6_NETWORK: Final = 64  # bits that a provider gives one customer: below them everybody chooses at will


@dataclass(frozen=True, slots=True)
class Caller:
    """Who asks, and from which network address; the address is empty for who signed in by name."""

    name: str
    address: str = ""


class Visitors:
    """Gives every browser that opens a page a cookie of its own, and notes in the request whose it is.

    Args:
        app: the application.
        secret: signs the cookies.
    """

    def __init__(self, app: ASGIApp, secret: str) -> None:
        self._app = app
        self._secret = secret.encode()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        visitor = self._visitor(_header(scope, b"cookie"))
        if visitor:
            scope["visitor"] = visitor
        is_new = not visitor and scope["method"] == "GET" and "text/html" in _header(scope, b"accept")

        async def send_on(message: Message) -> None:
            if is_new and message["type"] == "http.response.start":
                MutableHeaders(scope=message).append("set-cookie", self._cookie())
            await send(message)

        await self._app(scope, receive, send_on)

    def _visitor(self, cookies: str) -> str:
        try:
            found = SimpleCookie(cookies).get(COOKIE)
        except CookieError:
            return ""
        visitor, _, signature = found.value.partition(".") if found else ("", "", "")
        return visitor if hmac.compare_digest(signature.encode(), self._signature(visitor).encode()) else ""

    def _cookie(self) -> str:
        visitor = secrets.token_hex(8)
        value = f"{visitor}.{self._signature(visitor)}"
        return f"{COOKIE}={value}; Max-Age={LASTS_SECONDS}; Path=/; HttpOnly; SameSite=Lax"

    def _signature(self, visitor: str) -> str:
        return hmac.new(self._secret, f"visitor {visitor}".encode(), hashlib.sha256).hexdigest()


def caller_of(request: gr.Request) -> Caller:
    """Who asks: the name signed in, else the browser; programs without its cookie share what one user has."""
    if request.username:
        return Caller(str(request.username))
    http = request.request
    if not isinstance(http, Request):
        return Caller("api", "api")
    address = _network(http.client.host if http.client else "")
    return Caller(str(http.scope.get("visitor") or address), address)


def _network(host: str) -> str:
    try:
        found = ip_address(host.partition("%")[0])
    except ValueError:
        return host or "api"
    return str(ip_network((found, IPV6_NETWORK), strict=False)) if found.version == 6 else str(found)


def _header(scope: Scope, name: bytes) -> str:
    return next((value.decode("latin-1") for key, value in scope["headers"] if key == name), "")
