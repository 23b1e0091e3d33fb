"""Refuses and records every connection that would leave the machine, in the tests and in their child processes.

Importing it installs it, for good: conftest.py does so, and `sitecustomize.py` beside it in child processes.
An audit hook sees every socket that Python code opens, whichever library opens it.
"""

from __future__ import annotations

import ipaddress
import sys

attempts: list[str] = []


def _address(host: object) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(host.decode() if isinstance(host, bytes) else str(host))
    except ValueError:
        return None


def _outside(event: str, arguments: tuple[object, ...]) -> object | None:
    """What an event would reach beyond this machine, if anything."""
    if event in ("socket.connect", "socket.sendto", "socket.sendmsg"):
        target = arguments[1]
        host = target[0] if isinstance(target, tuple) else "localhost"  # anything else is a Unix socket
        address = _address(host)
        inside = host == "localhost" or (address is not None and (address.is_loopback or address.is_unspecified))
        return None if inside else target
    if event in ("socket.getaddrinfo", "socket.gethostbyname"):
        host = arguments[0]
        needs_no_lookup = host in (None, "", b"", "localhost", b"localhost") or _address(host) is not None
        return None if needs_no_lookup else host
    return None


def _refuse_outside(event: str, arguments: tuple[object, ...]) -> None:
    target = _outside(event, arguments)
    if target is not None:
        attempts.append(f"{event} {target}")
        sys.stderr.write(f"a test tried to leave the machine: {event} {target}\n")
        raise PermissionError(f"no test may leave the machine: {event} {target}")


sys.addaudithook(_refuse_outside)
