"""The way to the web: names are looked up here, and only an address that was checked is connected to."""

from __future__ import annotations

import asyncio
import socket
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

import httpx

from assistant.errors import DocumentError

_MOST_TRIED = 3  # of the network addresses of one name
_NAT64 = IPv6Network("64:ff9b::/96")  # how networks without IPv4 reach it


class CheckedTransport(httpx.AsyncBaseTransport):
    """Looks a name up once, checks every address it has, and connects to these very addresses.

    A name that is looked up again for the connection could have moved to an address inside by then.
    """

    def __init__(self) -> None:
        self._inner = httpx.AsyncHTTPTransport(limits=httpx.Limits(max_keepalive_connections=0))

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send one request.

        Raises:
            DocumentError: the name does not exist, or leads to an address that is not public.
        """
        name = request.url.raw_host.decode("ascii")
        found = await _looked_up(name, request.url.port or (443 if request.url.scheme == "https" else 80))
        check_public(name, found)
        for address in found[:-1]:
            try:
                return await self._inner.handle_async_request(_to(request, name, address))
            except (httpx.ConnectError, httpx.ConnectTimeout):
                continue
        return await self._inner.handle_async_request(_to(request, name, found[-1]))

    async def aclose(self) -> None:
        """Close what is open."""
        await self._inner.aclose()


def check_public(name: str, addresses: list[str]) -> None:
    """Make sure that all addresses of a name lie in the public network.

    Raises:
        DocumentError: one of them is that of this machine, of the office's network, or of none.
    """
    for address in addresses:
        if not _is_public(address):
            raise DocumentError(
                f"Địa chỉ {name} dẫn vào mạng nội bộ ({address}) nên không được mở; nếu tin trang này, người quản trị "
                "máy đặt ASSISTANT_ALLOW_PRIVATE_ADDRESSES=true, hoặc tải tệp về rồi thêm tệp."
            )


def _is_public(address: str) -> bool:
    found: IPv4Address | IPv6Address = ip_address(address.partition("%")[0])
    if isinstance(found, IPv6Address):
        hidden = found.ipv4_mapped or found.sixtofour
        if found in _NAT64:
            hidden = IPv4Address(int(found) & 0xFFFFFFFF)
        found = hidden or found
    return found.is_global and not found.is_multicast and not found.is_reserved


async def _looked_up(name: str, port: int) -> list[str]:
    try:
        found = await asyncio.get_running_loop().getaddrinfo(name, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError, OverflowError) as error:
        raise DocumentError(f"Không tìm thấy máy chủ {name}; hãy kiểm tra lại địa chỉ và kết nối mạng.") from error
    return list(dict.fromkeys(str(one[4][0]) for one in found))[:_MOST_TRIED]


def _to(request: httpx.Request, name: str, address: str) -> httpx.Request:
    """The same request to one network address; header and certificate still bear the name."""
    return httpx.Request(
        request.method,
        request.url.copy_with(host=address),
        headers=request.headers,
        stream=request.stream,
        extensions={**request.extensions, "sni_hostname": name},
    )
