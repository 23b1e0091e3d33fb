"""The door to the language model, over real HTTP against a scripted server on loopback."""

import os
import subprocess
import sys
import threading
import time

import pytest
from pydantic import SecretStr

from assistant.answering.chat_model import LONGEST_REPLY, NO_KEY, EndpointChatModel, open_chat_model
from assistant.errors import ChatError
from assistant.settings import Settings
from tests.answering.chat_server import (
    ChatServer,
    breaks_off,
    drips,
    fails,
    is_silent,
    never_ends,
    says,
    writes,
)

MESSAGES = [("system", "Quy tắc"), ("user", "Chi bộ bầu mấy người?")]
LIMIT_SECONDS = 1.0
SLACK_SECONDS = 3.0  # for a busy machine; each slow reply of these tests would last a minute
AMPLE_SECONDS = 30.0


def settings_for(server, *, key="", seconds=AMPLE_SECONDS, url=None):
    return Settings(
        llm_base_url=url or server.base_url,
        llm_model="nho",
        llm_api_key=SecretStr(key),
        llm_timeout_seconds=seconds,
    )


def reply(server, **options):
    return "".join(EndpointChatModel(settings_for(server, **options)).stream(MESSAGES))


@pytest.fixture(autouse=True)
def no_thread_left():
    """Every reading thread is gone soon after its reply, whatever became of it."""
    yield
    deadline = time.monotonic() + 3
    while left := [one.name for one in threading.enumerate() if one.name.startswith("chat-model")]:
        assert time.monotonic() < deadline, left
        time.sleep(0.02)


def test_no_endpoint_opens_no_model():
    assert open_chat_model(Settings()) is None


def test_a_reply_arrives_in_pieces_and_the_question_as_it_was_asked():
    with ChatServer([says("Ba người [k1a2b].", piece=4)]) as server:
        pieces = list(EndpointChatModel(settings_for(server)).stream(MESSAGES))

    assert "".join(pieces) == "Ba người [k1a2b]."
    assert sum(map(bool, pieces)) > 2
    (exchange,) = server.exchanges
    assert exchange.path == "/v1/chat/completions"
    assert exchange.body["model"] == "nho"
    assert exchange.body["stream"] is True
    assert exchange.body["messages"] == [
        {"role": "system", "content": "Quy tắc"},
        {"role": "user", "content": "Chi bộ bầu mấy người?"},
    ]


def test_an_endpoint_without_a_key_gets_a_placeholder_and_never_the_key_of_another_service(monkeypatch):
    monkeypatch.setenv("OPENAI_API_KEY", "sk-of-another-service")
    with ChatServer([says("x")]) as server:
        reply(server)
        reply(server, key="bi-mat")

    assert [one.headers["authorization"] for one in server.exchanges] == [f"Bearer {NO_KEY}", "Bearer bi-mat"]


def test_proxies_of_the_environment_do_not_divert_a_model_on_this_machine(monkeypatch):
    with ChatServer([says("thật")]) as server, ChatServer([says("giả")]) as proxy:
        for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy", "HTTPS_PROXY", "OPENAI_PROXY"):
            monkeypatch.setenv(name, proxy.address)
        monkeypatch.delenv("NO_PROXY", raising=False)
        monkeypatch.delenv("no_proxy", raising=False)

        assert reply(server) == "thật"
        assert reply(server, url=server.base_url.replace("127.0.0.1", "localhost")) == "thật"

    assert proxy.exchanges == []


def test_other_base_addresses_of_the_environment_do_not_count(monkeypatch):
    with ChatServer([says("thật")]) as server, ChatServer([says("giả")]) as other:
        for name in ("OPENAI_API_BASE", "OPENAI_BASE_URL"):
            monkeypatch.setenv(name, other.base_url)

        assert reply(server) == "thật"

    assert other.exchanges == []


def test_tracing_contacts_nothing_even_where_the_environment_asks_for_it():
    script = (
        "from assistant.answering.chat_model import open_chat_model\n"
        "from assistant.settings import read_settings\n"
        "print(''.join(open_chat_model(read_settings()).stream([('user', 'Chào')])))\n"
    )
    with ChatServer([says("Chào bạn")]) as server, ChatServer([says("x")]) as tracer:
        environment = {
            **os.environ,
            "ASSISTANT_LLM_BASE_URL": server.base_url,
            **dict.fromkeys(("LANGSMITH_TRACING", "LANGSMITH_TRACING_V2", "LANGCHAIN_TRACING_V2"), "true"),
            "LANGSMITH_API_KEY": "lsv2_x",
            "LANGSMITH_ENDPOINT": tracer.address,
            "LANGCHAIN_ENDPOINT": tracer.address,
        }
        run = subprocess.run(
            [sys.executable, "-c", script], env=environment, capture_output=True, text=True, timeout=60, check=True
        )

    assert run.stdout.strip() == "Chào bạn"
    assert tracer.exchanges == []


FAILURES = {
    "wrong key": (fails(401), "từ chối khoá (HTTP 401)"),
    "not allowed": (fails(403), "từ chối khoá (HTTP 403)"),
    "no such model": (fails(404), "không có mô hình nho (HTTP 404)"),
    "too many requests": (fails(429), "quá tải (HTTP 429)"),
    "broken server": (fails(500), "báo lỗi (HTTP 500)"),
    "redirected": (fails(307), "báo lỗi (HTTP 307)"),
    "cut in an event": (breaks_off("Chi bộ"), "dừng giữa chừng"),
    "ended without a word of it": (breaks_off("Chi bộ", politely=True), "dừng giữa chừng"),
    "no JSON": (writes(b"data: {khong phai json\n\n"), "không đúng dạng"),
    "JSON of another kind": (writes(b'data: {"choices": 7}\n\ndata: [DONE]\n\n'), "không đúng dạng"),
    "a list": (writes(b"data: [1, 2]\n\n"), "không đúng dạng"),
    "an error as an event": (writes(b'data: {"error": {"message": "het bo nho"}}\n\n'), "không đúng dạng"),
    "a web page": (writes(b"<html>Xin chao</html>", "text/html"), "không đúng dạng"),
    "a whole answer in one": (writes(b'{"choices": []}', "application/json"), "không đúng dạng"),
    "no bytes": (writes(b""), "không đúng dạng"),
    "not even UTF-8": (writes(b"data: \xff\xfe\n\n"), "không đúng dạng"),
}


@pytest.mark.parametrize(("script", "message"), FAILURES.values(), ids=FAILURES)
def test_a_failure_is_told_in_vietnamese_without_the_key(script, message, caplog):
    with ChatServer([script]) as server, pytest.raises(ChatError) as failure:
        reply(server, key="sk-rat-bi-mat")

    assert message in str(failure.value)
    assert str(failure.value).endswith("; câu trả lời dưới đây gồm câu trích từ văn bản.")
    assert "sk-rat-bi-mat" not in str(failure.value) + caplog.text


def test_an_address_where_nobody_listens_is_told():
    with ChatServer([says("x")]) as server:
        url = server.base_url
    with pytest.raises(ChatError, match="Không kết nối được"):
        "".join(EndpointChatModel(settings_for(None, url=url)).stream(MESSAGES))


def test_an_address_that_is_none_is_told():
    with pytest.raises(ChatError):
        "".join(EndpointChatModel(settings_for(None, url="khong phai dia chi")).stream(MESSAGES))


SLOW = {
    "silent": is_silent(),
    "silent before the headers": is_silent(before_headers=True),
    "a drip now and then": drips(["Chi ", "bộ ", "bầu "], every=0.3),
    "drips that say nothing": drips([], every=0.1),
}


@pytest.mark.parametrize("script", SLOW.values(), ids=SLOW)
def test_a_slow_reply_is_given_up_in_time_and_its_connection_closed(script):
    with ChatServer([script]) as server:
        model = EndpointChatModel(settings_for(server, seconds=LIMIT_SECONDS))
        started = time.monotonic()

        with pytest.raises(ChatError, match="không trả lời xong trong 1 giây"):
            list(model.stream(MESSAGES))

        assert LIMIT_SECONDS <= time.monotonic() - started < LIMIT_SECONDS + SLACK_SECONDS


def test_an_endless_reply_is_cut_and_its_connection_closed():
    with ChatServer([never_ends("Chi bộ bầu. " * 10)]) as server:
        pieces, received = EndpointChatModel(settings_for(server)).stream(MESSAGES), []
        with pytest.raises(ChatError, match="mà chưa xong"):
            received.extend(pieces)

        assert 0 < len("".join(received)) <= LONGEST_REPLY
        assert server.hung_up.wait(5)


def test_a_reply_that_nobody_reads_on_is_ended(caplog):
    with ChatServer([never_ends("Chi bộ bầu. ")]) as server:
        pieces = EndpointChatModel(settings_for(server)).stream(MESSAGES)
        next(pieces)

        pieces.close()

        assert server.hung_up.wait(5)
    assert not caplog.records


def test_replies_at_the_same_time_do_not_meet():
    with ChatServer([says(lambda prompt: f"Trả lời {prompt.rsplit(' ', 1)[1]}")]) as server:
        model, replies = EndpointChatModel(settings_for(server)), {}

        def ask(number):
            replies[number] = "".join(model.stream([("user", f"Câu hỏi {number}")]))

        threads = [threading.Thread(target=ask, args=(number,)) for number in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    assert replies == {number: f"Trả lời {number}" for number in range(8)}


@pytest.mark.parametrize("hanging", ["socket.getaddrinfo = lambda *a, **k: time.sleep(30)", "pass"])
def test_a_hanging_endpoint_does_not_keep_the_process_alive(hanging):
    script = (
        "import socket, sys, time\n"
        "from assistant.answering.chat_model import open_chat_model\n"
        "from assistant.errors import ChatError\n"
        "from assistant.settings import read_settings\n"
        "model = open_chat_model(read_settings())\n"
        f"{hanging}\n"
        "started = time.monotonic()\n"
        "try:\n"
        "    list(model.stream([('user', 'Chào')]))\n"
        "except ChatError:\n"
        "    print(time.monotonic() - started, flush=True)\n"
    )
    with ChatServer([is_silent()]) as server:
        environment = {
            **os.environ,
            "ASSISTANT_LLM_BASE_URL": server.base_url.replace("127.0.0.1", "localhost"),
            "ASSISTANT_LLM_TIMEOUT_SECONDS": "1",
        }
        ended = subprocess.run(
            [sys.executable, "-c", script], env=environment, capture_output=True, text=True, timeout=25, check=True
        )

    assert float(ended.stdout.split()[0]) < LIMIT_SECONDS + SLACK_SECONDS
