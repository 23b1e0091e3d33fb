"""A small OpenAI-compatible server on loopback: it answers as the test says, well, badly, slowly, brokenly or never."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Script = Callable[["Exchange"], None]


@dataclass
class Exchange:
    """One request and the connection on which to answer it."""

    path: str
    headers: dict[str, str]
    body: dict[str, Any]
    write: Callable[[bytes], None]
    closing: threading.Event
    status: Callable[[int, str], None]

    @property
    def prompt(self) -> str:
        return "\n".join(str(message["content"]) for message in self.body.get("messages", ()))

    def send(self, text: str) -> None:
        """One piece of the reply as a server-sent event."""
        self.event(
            {"id": "c", "object": "chat.completion.chunk", "choices": [{"index": 0, "delta": {"content": text}}]}
        )

    def finish(self) -> None:
        """Say that the reply is whole."""
        self.event({"id": "c", "choices": [{"index": 0, "delta": {}, "finish_reason": "stop"}]})
        self.event("[DONE]")

    def event(self, data: object) -> None:
        self.write(f"data: {data if isinstance(data, str) else json.dumps(data)}\n\n".encode())

    def pause(self, seconds: float) -> None:
        """Wait, but not longer than the server lives."""
        self.closing.wait(seconds)


def says(text: str | Callable[[str], str], *, piece: int = 7) -> Script:
    """A whole reply in small pieces; a function makes it from the prompt."""

    def script(exchange: Exchange) -> None:
        reply = text(exchange.prompt) if callable(text) else text
        exchange.status(200, "text/event-stream")
        for start in range(0, len(reply), piece):
            exchange.send(reply[start : start + piece])
        exchange.finish()

    return script


def fails(status: int) -> Script:
    """An HTTP error with the body that OpenAI sends, which repeats the key."""

    def script(exchange: Exchange) -> None:
        key = exchange.headers.get("authorization", "")
        exchange.status(status, "application/json")
        exchange.write(json.dumps({"error": {"message": f"refused: {key}", "code": "nope"}}).encode())

    return script


def breaks_off(text: str | Callable[[str], str], *, politely: bool = False) -> Script:
    """Part of a reply, then no more: the connection cut in the middle of an event, or a body that just ends."""

    def script(exchange: Exchange) -> None:
        exchange.status(200, "text/event-stream")
        exchange.send(text(exchange.prompt) if callable(text) else text)
        if not politely:
            exchange.write(b'data: {"id": "c", "choi')
            raise ConnectionAbortedError

    return script


def writes(raw: bytes, content_type: str = "text/event-stream") -> Script:
    """These bytes as the body of a reply, whatever they are."""

    def script(exchange: Exchange) -> None:
        exchange.status(200, content_type)
        exchange.write(raw)

    return script


def is_silent(*, before_headers: bool = False) -> Script:
    """Accepts the question and says nothing."""

    def script(exchange: Exchange) -> None:
        if not before_headers:
            exchange.status(200, "text/event-stream")
        exchange.pause(60)

    return script


def drips(pieces: Iterable[str] | Callable[[str], Iterable[str]], *, every: float) -> Script:
    """One piece after each pause, and an empty one forever after."""

    def script(exchange: Exchange) -> None:
        exchange.status(200, "text/event-stream")
        for piece in _endlessly(pieces(exchange.prompt) if callable(pieces) else pieces):
            exchange.send(piece)
            exchange.pause(every)
            if exchange.closing.is_set():
                return

    return script


def never_ends(text: str) -> Script:
    """The same piece as fast as the connection takes it."""

    def script(exchange: Exchange) -> None:
        exchange.status(200, "text/event-stream")
        while not exchange.closing.is_set():
            exchange.send(text)

    return script


def _endlessly(pieces: Iterable[str]) -> Iterator[str]:
    yield from pieces
    while True:
        yield ""


@dataclass
class ChatServer:
    """Use as a context manager; each request takes the next script, the last one stays."""

    scripts: list[Script]
    exchanges: list[Exchange] = field(default_factory=list)
    hung_up: threading.Event = field(default_factory=threading.Event)

    def __enter__(self) -> ChatServer:
        self._closing = threading.Event()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05})
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._closing.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}"

    @property
    def base_url(self) -> str:
        return f"{self.address}/v1"

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        server = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers.get("content-length", 0)))
                headers = {name.lower(): value for name, value in self.headers.items()}
                parsed = json.loads(body) if body[:1] == b"{" else {}
                exchange = Exchange(self.path, headers, parsed, self._write, server._closing, self._begin)
                server.exchanges.append(exchange)
                script = server.scripts[min(len(server.exchanges), len(server.scripts)) - 1]
                self.close_connection = True
                try:
                    script(exchange)
                    self.wfile.write(b"0\r\n\r\n")
                except OSError:
                    server.hung_up.set()

            do_GET = do_PUT = do_PATCH = do_CONNECT = do_POST

            def _begin(self, status: int, content_type: str) -> None:
                self.send_response(status)
                self.send_header("content-type", content_type)
                self.send_header("transfer-encoding", "chunked")
                self.send_header("connection", "close")
                self.end_headers()

            def _write(self, data: bytes) -> None:
                self.wfile.write(b"%x\r\n%s\r\n" % (len(data), data))

            def log_message(self, *_: object) -> None:
                pass

        return Handler
