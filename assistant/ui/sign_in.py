"""Sign-in: a door before every page, a signed cookie that survives a restart, and the page that asks for a password."""

from __future__ import annotations

import base64
import hashlib
import hmac
import time
from collections.abc import Callable
from html import escape
from http.cookies import CookieError, SimpleCookie
from pathlib import Path
from urllib.parse import parse_qs, quote

from fastapi import FastAPI, Request, Response
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from assistant.errors import AssistantError
from assistant.ui.frame import ASSET_PREFIX
from assistant.ui.limits import RateLimit
from assistant.ui.page import page_html
from assistant.ui.users import User, read_users, verified

COOKIE = "tro-ly-dai-hoi"
SIGN_IN = "/dang-nhap"
SIGN_OUT = "/dang-xuat"
OPEN_PATHS = (SIGN_IN, "/healthz", ASSET_PREFIX)
UPLOAD = "/gradio_api/upload"  # Gradio takes files from everybody there; only operators have a use for it
LASTS_SECONDS = 12 * 3600
TRIES_PER_MINUTE = 10
LONGEST_FORM = 4000


class Door:
    """Knows who is signed in.

    Args:
        auth_file: the file of users; it is read again when it changes, so that a removed user is out at once.
        secret: signs the cookies.
        clock: seconds since 1970.
    """

    def __init__(self, auth_file: Path, secret: str, clock: Callable[[], float] = time.time) -> None:
        self._auth_file = auth_file
        self._secret = secret.encode()
        self._clock = clock
        self._read: tuple[int, tuple[User, ...]] = (-1, ())
        self.users()

    def users(self) -> tuple[User, ...]:
        """All users as the file names them now.

        Raises:
            SettingsError: the file cannot be read.
        """
        changed = self._auth_file.stat().st_mtime_ns if self._auth_file.exists() else 0
        if changed != self._read[0]:
            self._read = (changed, read_users(self._auth_file))
        return self._read[1]

    def token(self, user: User) -> str:
        """What the cookie of this user holds."""
        body = f"{user.name}:{int(self._clock()) + LASTS_SECONDS}:{user.fingerprint}"
        return base64.urlsafe_b64encode(f"{body}:{self._signature(body)}".encode()).decode()

    def user(self, token: str) -> User | None:
        """Whose cookie this is; nothing where it is forged, too old, or of another password."""
        try:
            body, _, signature = base64.urlsafe_b64decode(token.encode()).decode().rpartition(":")
            name, expires, fingerprint = body.split(":")
            alive = int(expires) > self._clock()
            found = next((one for one in self.users() if one.name == name), None)
        except (ValueError, AssistantError):
            return None
        signed = hmac.compare_digest(signature.encode(), self._signature(body).encode())
        return found if signed and alive and found and found.fingerprint == fingerprint else None

    def _signature(self, body: str) -> str:
        return hmac.new(self._secret, body.encode(), hashlib.sha256).hexdigest()


class Guard:
    """Lets only who is signed in reach the application behind it.

    Args:
        app: the application.
        door: knows who is signed in.
    """

    def __init__(self, app: ASGIApp, door: Door) -> None:
        self._app = app
        self._door = door

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or answer with the way to the sign-in."""
        if scope["type"] == "lifespan" or _is_open(scope["path"]):
            await self._app(scope, receive, send)
            return
        user = self._door.user(_cookie(scope))
        if user and (user.is_operator or scope["path"] != UPLOAD):
            scope["signed_in"] = user
            await self._app(scope, receive, send)
            return
        await _refusal(scope)(scope, receive, send)


def signed_in(request: Request) -> User | None:
    """Who makes this request; nothing where there is no sign-in."""
    user = request.scope.get("signed_in")
    return user if isinstance(user, User) else None


def signed_in_name(request: Request) -> str | None:
    """The name of who makes this request."""
    user = signed_in(request)
    return user.name if user else None


def add_sign_in(app: FastAPI, door: Door) -> None:
    """Add the sign-in pages; the guard itself is put around the whole application."""
    tries = RateLimit(TRIES_PER_MINUTE)

    @app.get(SIGN_IN)
    def ask(request: Request) -> Response:
        return HTMLResponse(_form(_safe(request.query_params.get("tiep", "/"))))

    @app.post(SIGN_IN)
    async def check(request: Request) -> Response:
        form = parse_qs((await request.body())[:LONGEST_FORM].decode("utf-8", "replace"))
        name, password, onward = (form.get(key, [""])[0] for key in ("ten", "mat-khau", "tiep"))
        return _checked(door, tries, name, password, _safe(onward))

    @app.post(SIGN_OUT)
    def leave() -> Response:
        response = RedirectResponse(SIGN_IN, 303)
        response.delete_cookie(COOKIE)
        return response


def _checked(door: Door, tries: RateLimit, name: str, password: str, onward: str) -> Response:
    try:
        tries.admit(name)
        user = verified(door.users(), name, password)
    except AssistantError as error:
        return HTMLResponse(_form(onward, str(error)), 429)
    if user is None:
        return HTMLResponse(_form(onward, "Tên hoặc mật khẩu chưa đúng; hãy nhập lại."), 401)
    response = RedirectResponse(onward, 303)
    response.set_cookie(COOKIE, door.token(user), max_age=LASTS_SECONDS, httponly=True, samesite="lax")
    return response


def _is_open(path: str) -> bool:
    return any(path == one or path.startswith(f"{one}/") for one in OPEN_PATHS)


def _cookie(scope: Scope) -> str:
    raw = next((value for key, value in scope.get("headers", ()) if key == b"cookie"), b"")
    try:
        found = SimpleCookie(raw.decode("latin-1")).get(COOKIE)
    except CookieError:
        return ""
    return found.value if found else ""


def _refusal(scope: Scope) -> Response:
    accepts = next((value for key, value in scope.get("headers", ()) if key == b"accept"), b"")
    if scope.get("method") == "GET" and b"text/html" in accepts:
        return RedirectResponse(f"{SIGN_IN}?tiep={quote(scope['path'])}", 303)
    return JSONResponse({"error": "Chưa đăng nhập; hãy tải lại trang và đăng nhập."}, 401)


def _safe(onward: str) -> str:
    """A path of this app, never another site's address."""
    return onward if onward.startswith("/") and not onward.startswith(("//", "/\\")) else "/"


def _form(onward: str, problem: str = "") -> str:
    said = f'<p class="problem" role="alert">{escape(problem)}</p>' if problem else ""
    return page_html(
        "Đăng nhập",
        f'<form class="sign-in" method="post" action="{SIGN_IN}"><h1>Đăng nhập</h1>{said}'
        f'<input type="hidden" name="tiep" value="{escape(onward)}">'
        '<label>Tên<input name="ten" autocomplete="username" autofocus required maxlength="60"></label>'
        '<label>Mật khẩu<input name="mat-khau" type="password" autocomplete="current-password" required></label>'
        '<button type="submit" class="primary">Đăng nhập</button></form>',
    )
