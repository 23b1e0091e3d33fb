"""The language model behind one door: any OpenAI-compatible endpoint through LangChain, within a time limit.

Nothing but the configured endpoint is contacted: no tracing service, and for a model on this machine no proxy.
"""

from __future__ import annotations

import ipaddress
import logging
from collections.abc import AsyncGenerator, Generator, Sequence
from contextlib import aclosing
from typing import TYPE_CHECKING, Any, Protocol
from urllib.parse import urlsplit

from assistant.answering.prompts import Role
from assistant.answering.timed_reading import read_in_time
from assistant.errors import ChatError
from assistant.settings import Settings

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

Messages = Sequence[tuple[Role, str]]
LONGEST_REPLY = 20_000
"""Characters after which a reply counts as endless; one that thinks aloud before it answers stays below."""
NO_KEY = "khong-can-khoa"
"""Sent where the endpoint needs no key: the client library refuses to start without one."""
_STAND_IN = "câu trả lời dưới đây gồm câu trích từ văn bản"
_log = logging.getLogger(__name__)


class ChatModel(Protocol):
    """Something that answers messages in growing pieces."""

    def stream(self, messages: Messages) -> Generator[str, None, None]:
        """The pieces of the reply; closing them ends it.

        Raises:
            ChatError: the endpoint fails, is silent for too long, breaks off or never ends.
        """


def open_chat_model(settings: Settings) -> ChatModel | None:
    """The chat model of the settings, or `None` where no endpoint is configured; nothing is contacted yet."""
    return EndpointChatModel(settings) if settings.llm_base_url else None


class EndpointChatModel:
    """A model behind an OpenAI-compatible endpoint; safe to use from many threads.

    Each reply has a connection and an event loop of its own, so that none can outlive its time limit.
    """

    def __init__(self, settings: Settings) -> None:
        # Seconds of imports that must not come out of the time limit of the first question.
        import langchain.chat_models  # noqa: F401
        import langchain_openai  # noqa: F401

        self._settings = settings

    def stream(self, messages: Messages) -> Generator[str, None, None]:
        """The pieces of the reply, within the time limit of the settings and `LONGEST_REPLY`."""
        settings, received = self._settings, 0
        try:
            for piece in read_in_time(lambda: self._pieces(messages), settings.llm_timeout_seconds):
                received += len(piece)
                if received > LONGEST_REPLY:
                    raise ChatError(f"Mô hình ngôn ngữ viết quá {LONGEST_REPLY} ký tự mà chưa xong; {_STAND_IN}.")
                yield piece
        except TimeoutError:
            seconds = f"{settings.llm_timeout_seconds:g}"
            raise ChatError(f"Mô hình ngôn ngữ không trả lời xong trong {seconds} giây; {_STAND_IN}.") from None
        except ChatError:
            raise
        except Exception as error:
            raise ChatError(_explained(error, settings, broken_off=received > 0)) from error

    async def _pieces(self, messages: Messages) -> AsyncGenerator[str, None]:
        from langsmith.run_helpers import tracing_context
        from openai import DefaultAsyncHttpxClient

        settings = self._settings
        client = DefaultAsyncHttpxClient(
            trust_env=not _is_loopback(settings.llm_base_url),
            follow_redirects=False,
            timeout=settings.llm_timeout_seconds,
        )
        finished = False
        with tracing_context(enabled=False):
            reply = _model(settings, client).astream(list(messages))
            async with client, aclosing(reply) as chunks:  # type: ignore[type-var]
                async for chunk in chunks:
                    finished = finished or bool(chunk.response_metadata.get("finish_reason"))
                    yield str(chunk.text)
        if not finished:
            raise _UnfinishedError


class _UnfinishedError(Exception):
    """The stream ended without saying that the reply is whole: a connection cut where HTTP cannot tell."""


def _model(settings: Settings, client: Any) -> BaseChatModel:  # noqa: ANN401 - a class of openai's HTTP library
    from langchain.chat_models import init_chat_model

    return init_chat_model(
        settings.llm_model or "default",
        model_provider="openai",
        base_url=settings.llm_base_url,
        api_key=settings.llm_api_key.get_secret_value() or NO_KEY,
        http_async_client=client,
        openai_proxy=None,
        max_retries=0,
        temperature=0.0,
    )


def _is_loopback(url: str) -> bool:
    host = urlsplit(url).hostname or ""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")


def _explained(error: Exception, settings: Settings, *, broken_off: bool) -> str:
    """One sentence for the user; no text of the error, since it may repeat the key or the question."""
    status = getattr(error, "status_code", None)
    _log.warning("chat model failed: %s, HTTP status %s", type(error).__name__, status)
    host = urlsplit(settings.llm_base_url).netloc.rpartition("@")[2]
    if status in (401, 403):
        return f"Mô hình ngôn ngữ từ chối khoá (HTTP {status}); hãy xem lại ASSISTANT_LLM_API_KEY; {_STAND_IN}."
    if status == 404:
        name = settings.llm_model or "(trống)"
        return f"Máy chủ {host} không có mô hình {name} (HTTP 404); hãy xem lại ASSISTANT_LLM_MODEL; {_STAND_IN}."
    if status == 429:
        return f"Mô hình ngôn ngữ đang quá tải (HTTP 429), hãy hỏi lại sau ít phút; {_STAND_IN}."
    if status is not None:
        return f"Máy chủ mô hình ngôn ngữ {host} báo lỗi (HTTP {status}); {_STAND_IN}."
    if broken_off:
        return f"Mô hình ngôn ngữ dừng giữa chừng; {_STAND_IN}."
    if type(error).__name__.endswith("ConnectionError"):
        return f"Không kết nối được mô hình ngôn ngữ tại {host}; hãy kiểm tra máy chủ đó; {_STAND_IN}."
    return f"Mô hình ngôn ngữ tại {host} trả lời không đúng dạng ({type(error).__name__}); {_STAND_IN}."
