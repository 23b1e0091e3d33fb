"""The language model behind one door: any OpenAI-compatible endpoint through LangChain, within a time limit."""

from __future__ import annotations

import logging
import queue
import threading
import time
from collections.abc import Iterator, Sequence
from typing import Protocol

from assistant.errors import ChatError
from assistant.settings import Settings

LONGEST_REPLY = 6000
"""Characters after which a reply counts as endless and is cut."""
_NO_KEY = "khong-can-khoa"
_END = object()
_log = logging.getLogger(__name__)


class ChatModel(Protocol):
    """Something that answers messages in growing pieces."""

    def stream(self, messages: Sequence[tuple[str, str]]) -> Iterator[str]:
        """The pieces of the reply.

        Raises:
            ChatError: the endpoint fails, is silent for too long or breaks off.
        """


def open_chat_model(settings: Settings) -> ChatModel | None:
    """The chat model of the settings, or `None` where no endpoint is configured; nothing is contacted yet."""
    if not settings.llm_base_url:
        return None
    return EndpointChatModel(settings)


class EndpointChatModel:
    """A model behind an OpenAI-compatible endpoint; LangChain is loaded at the first question."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def stream(self, messages: Sequence[tuple[str, str]]) -> Iterator[str]:
        """The pieces of the reply, until the time limit of the settings or `LONGEST_REPLY`."""
        yield from within_limits(self._pieces(messages), self._settings.llm_timeout_seconds, LONGEST_REPLY)

    def _pieces(self, messages: Sequence[tuple[str, str]]) -> Iterator[str]:
        from langchain.chat_models import init_chat_model

        model = init_chat_model(
            self._settings.llm_model or "default",
            model_provider="openai",
            base_url=self._settings.llm_base_url,
            api_key=self._settings.llm_api_key.get_secret_value() or _NO_KEY,
            timeout=self._settings.llm_timeout_seconds,
            max_retries=0,
            temperature=0.0,
        )
        for chunk in model.stream(list(messages)):
            if text := str(chunk.text):
                yield text


def within_limits(pieces: Iterator[str], seconds: float, characters: int) -> Iterator[str]:
    """The same pieces, read in a thread of its own, so that a silent endpoint cannot hold the answer back.

    Raises:
        ChatError: the time is over, or the pieces end in an error.
    """
    arrived: queue.Queue[object] = queue.Queue()
    stopped = threading.Event()
    threading.Thread(target=_read, args=(pieces, arrived, stopped), daemon=True).start()
    deadline = time.monotonic() + seconds
    spent = 0
    try:
        while spent < characters:
            piece = _next(arrived, deadline, seconds)
            if piece is _END:
                return
            if isinstance(piece, Exception):
                raise ChatError(
                    f"Mô hình ngôn ngữ báo lỗi ({type(piece).__name__}); câu trả lời dưới đây là câu trích."
                )
            text = str(piece)
            spent += len(text)
            yield text
    finally:
        stopped.set()


def _next(arrived: queue.Queue[object], deadline: float, seconds: float) -> object:
    try:
        return arrived.get(timeout=max(0.0, deadline - time.monotonic()))
    except queue.Empty:
        message = f"Mô hình ngôn ngữ không trả lời xong trong {seconds:g} giây; câu trả lời dưới đây là câu trích."
        raise ChatError(message) from None


def _read(pieces: Iterator[str], arrived: queue.Queue[object], stopped: threading.Event) -> None:
    try:
        for piece in pieces:
            if stopped.is_set():
                return
            arrived.put(piece)
        arrived.put(_END)
    except Exception as error:
        _log.warning("chat model failed: %s", error)
        arrived.put(error)
