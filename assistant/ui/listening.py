"""The socket that the app listens on: bound before anything heavy is loaded, and never open to others by accident."""

from __future__ import annotations

import errno
import ipaddress
import os
import socket

from assistant.errors import AssistantError, PortInUseError, SettingsError
from assistant.settings import Settings


def listen(settings: Settings) -> socket.socket:
    """Bind the address of the settings.

    Raises:
        PortInUseError: another program listens there.
        SettingsError: the address is not allowed without sign-in, or this machine does not have it.
    """
    host, port = settings.host, settings.port
    if not (is_loopback(host) or settings.auth_file or settings.allow_open):
        raise SettingsError(
            f"Địa chỉ {host} mở cho cả mạng mà chưa có đăng nhập; hãy đặt ASSISTANT_AUTH_FILE, "
            "hoặc ASSISTANT_ALLOW_OPEN=true nếu thật sự muốn ai cũng vào được."
        )
    bound = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET, socket.SOCK_STREAM)
    if os.name == "posix":
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        bound.bind((host, port))
        bound.listen(128)
    except OSError as error:
        bound.close()
        raise _listening_error(error, host, port) from error
    return bound


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach the address."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _listening_error(error: OSError, host: str, port: int) -> AssistantError:
    if error.errno in (errno.EADDRINUSE, getattr(errno, "WSAEADDRINUSE", errno.EADDRINUSE)):
        return PortInUseError(
            f"Cổng {port} trên {host} đang có chương trình khác dùng; "
            "hãy tắt chương trình đó hoặc đặt ASSISTANT_PORT thành số khác."
        )
    return SettingsError(
        f"Không mở được địa chỉ {host}:{port} ({error.strerror}); hãy sửa ASSISTANT_HOST hoặc ASSISTANT_PORT."
    )
