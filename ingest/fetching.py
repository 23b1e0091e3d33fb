"""A web address is fetched: within limits on time and size, following redirects only to the public web."""

from __future__ import annotations

import asyncio
import socket
import ssl
from dataclasses import dataclass
from typing import Final

import httpx

from assistant.errors import DocumentError
from ingest.web_transport import CheckedTransport

USER_AGENT = "Mozilla/5.0 (compatible; TroLyDaiHoi)"  # the first word is what many sites ask for
_MEGABYTE = 1024 * 1024
_REFUSALS = {401, 403, 407, 429, 451}
_NOT_THERE = {404, 410}
_PACKED: Final = ("", "identity", "gzip", "deflate")  # others may unpack to a million times their size in one step
_MEDIA: Final = ("audio/", "font/", "image/", "video/")


@dataclass(frozen=True, slots=True)
class Limits:
    """How long and how much one address may take; `most_bytes` counts unpacked bytes."""

    connect_seconds: float = 10.0
    read_seconds: float = 20.0
    whole_seconds: float = 60.0
    most_bytes: int = 20 * _MEGABYTE
    most_redirects: int = 5


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came from an address: the content, its media type and its character set as the server names them."""

    content: bytes
    media_type: str = ""
    charset: str = ""


def written(address: str) -> str:
    """An address in the form that is sent and kept; a place in the page does not make it another one.

    Raises:
        DocumentError: it cannot be an address.
    """
    try:
        return str(httpx.URL(address).copy_with(fragment=None))
    except httpx.InvalidURL as error:
        raise DocumentError(f"Địa chỉ {address} viết chưa đúng; hãy chép lại từ trình duyệt.") from error


def fetch(address: str, *, allow_private: bool = False, limits: Limits | None = None) -> Fetched:
    """Fetch what lies at an address; must not be called where an event loop runs.

    With `allow_private` the proxies that the environment names are used too; without, they are not: a proxy looks
    names up itself, so that nobody could check where they lead.

    Raises:
        DocumentError: it is no web address, cannot be reached, is not there, is private, too large or too slow.
    """
    try:
        return asyncio.run(_fetched(httpx.URL(written(address)), allow_private, limits or Limits()))
    except (httpx.TimeoutException, TimeoutError) as error:
        raise DocumentError(f"Trang {address} không trả lời kịp; hãy thử lại sau, hoặc tải về rồi thêm tệp.") from error
    except httpx.HTTPError as error:
        raise DocumentError(_unreachable(address, error)) from error


async def _fetched(url: httpx.URL, allow_private: bool, limits: Limits) -> Fetched:
    client = httpx.AsyncClient(
        transport=None if allow_private else CheckedTransport(),
        trust_env=allow_private,
        timeout=httpx.Timeout(limits.read_seconds, connect=limits.connect_seconds),
        headers={"User-Agent": USER_AGENT, "Accept-Encoding": "gzip", "Accept-Language": "vi,en;q=0.5"},
    )
    async with asyncio.timeout(limits.whole_seconds), client:
        for _ in range(limits.most_redirects + 1):
            _check(url)
            async with client.stream("GET", url) as response:
                if response.next_request is None:
                    return await _received(response, limits)
                url = response.next_request.url
    raise DocumentError(f"Trang {url} chuyển hướng quá {limits.most_redirects} lần; hãy dùng địa chỉ cuối cùng.")


def _check(url: httpx.URL) -> None:
    if url.scheme not in ("http", "https") or not url.host:
        raise DocumentError(f"Địa chỉ {url} không phải trang web; chỉ nhận địa chỉ bắt đầu bằng http:// hoặc https://.")
    if url.userinfo:
        raise DocumentError(
            f"Địa chỉ ở {url.host} có kèm tên và mật khẩu; hãy bỏ phần đó đi, hoặc tải về rồi thêm tệp."
        )


async def _received(response: httpx.Response, limits: Limits) -> Fetched:
    url = response.url
    if not response.is_success:
        raise DocumentError(_refused(url, response.status_code))
    media_type = response.headers.get("Content-Type", "").partition(";")[0].strip().lower()
    if media_type.startswith(_MEDIA) or response.headers.get("Content-Encoding", "").lower() not in _PACKED:
        raise DocumentError(wrong_kind(str(url), media_type))
    told = response.headers.get("Content-Length", "")
    content = bytearray()
    if not (told.isdecimal() and int(told) > limits.most_bytes):
        async for part in response.aiter_bytes():
            content += part
            if len(content) > limits.most_bytes:
                break
        else:
            return Fetched(bytes(content), media_type, response.charset_encoding or "")
    raise DocumentError(
        f"Trang {url} lớn hơn {limits.most_bytes / _MEGABYTE:.0f} MB nên không được lấy; hãy tải về rồi thêm tệp."
    )


def wrong_kind(address: str, media_type: str) -> str:
    """Why what lies at an address is not taken."""
    kind = f" ({media_type})" if media_type else ""
    return f"Trang {address} không phải văn bản{kind}; chỉ lấy trang web, PDF, Word, ODT, RTF và văn bản thuần."


def _refused(url: httpx.URL, status: int) -> str:
    if status in _NOT_THERE:
        return f"Không có trang {url} (mã {status}); hãy kiểm tra lại địa chỉ."
    if status in _REFUSALS:
        return f"Máy chủ không cho lấy trang {url} (mã {status}); hãy mở bằng trình duyệt, lưu lại rồi thêm tệp."
    return f"Máy chủ báo lỗi khi lấy trang {url} (mã {status}); hãy thử lại sau."


def _unreachable(address: str, error: Exception) -> str:
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLCertVerificationError):
            return f"Chứng thư bảo mật của trang {address} không hợp lệ; hãy mở bằng trình duyệt, lưu lại rồi thêm tệp."
        if isinstance(cause, socket.gaierror):
            return f"Không tìm thấy máy chủ của {address}; hãy kiểm tra lại địa chỉ và kết nối mạng."
        cause = cause.__cause__ or cause.__context__
    return f"Không lấy được trang {address}; hãy kiểm tra địa chỉ và kết nối mạng, hoặc tải về rồi thêm tệp."
