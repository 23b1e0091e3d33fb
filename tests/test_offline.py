"""The guard that keeps the tests on this machine."""

from __future__ import annotations

import asyncio
import socket
import subprocess
import sys

import network_guard
import pytest

OUTSIDE = "192.0.2.1"  # set aside for documentation: nothing is there


def test_connecting_outside_is_refused_and_recorded() -> None:
    with socket.socket() as connection, pytest.raises(PermissionError, match=OUTSIDE):
        connection.connect((OUTSIDE, 80))

    assert network_guard.attempts == [f"socket.connect ('{OUTSIDE}', 80)"]
    network_guard.attempts.clear()


def test_a_datagram_and_a_name_lookup_are_refused_too() -> None:
    with socket.socket(type=socket.SOCK_DGRAM) as connection, pytest.raises(PermissionError):
        connection.sendto(b"x", (OUTSIDE, 53))
    with pytest.raises(PermissionError):
        socket.getaddrinfo("example.com", 80)

    assert len(network_guard.attempts) == 2
    network_guard.attempts.clear()


def test_an_event_loop_is_watched_as_well() -> None:
    async def connect() -> None:
        await asyncio.open_connection(OUTSIDE, 80)

    with pytest.raises(PermissionError):
        asyncio.run(connect())

    assert network_guard.attempts
    network_guard.attempts.clear()


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_connecting_inside_is_allowed(host: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection((host, server.getsockname()[1])):
        assert network_guard.attempts == []


def test_a_child_process_is_guarded_and_has_the_settings_of_the_test(offline_environment: dict[str, str]) -> None:
    code = f"import os, socket; print(os.environ['ASSISTANT_DATA_DIR']); socket.create_connection(('{OUTSIDE}', 80))"

    child = subprocess.run([sys.executable, "-c", code], env=offline_environment, capture_output=True, text=True)

    assert child.stdout.strip() == offline_environment["ASSISTANT_DATA_DIR"]
    assert child.returncode == 1
    assert f"a test tried to leave the machine: socket.connect ('{OUTSIDE}', 80)" in child.stderr
