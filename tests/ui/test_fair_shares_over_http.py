"""Limits without sign-in, over real HTTP: programs cannot choose who they are, a class behind one address is served."""

import json
import urllib.request

import pytest

from assistant.ui.limits import USERS_OF_AN_ADDRESS
from tests.ui.load import browser

pytestmark = pytest.mark.slow
SHARE = 2


@pytest.fixture
def address(start_app):
    return start_app(requests_per_minute=SHARE).address


def ask(address, opened=None, *, session="", **headers):
    """The answer's text, or why there is none."""
    open_ = (opened or urllib.request.build_opener()).open
    body = json.dumps({"data": ["Phông hội trường màu gì?", []], "session_hash": session or None}).encode()
    request = urllib.request.Request(
        f"{address}/gradio_api/call/ask", body, {"Content-Type": "application/json"} | headers
    )
    with open_(request) as told:
        event = json.load(told)["event_id"]
    with open_(f"{address}/gradio_api/call/ask/{event}") as stream:
        kind, data = stream.read().decode().splitlines()[-3:-1]
    told = json.loads(data.removeprefix("data: "))
    return told[0]["answer"] if kind == "event: complete" else json.dumps(told, ensure_ascii=False)


def test_program_that_makes_up_sessions_and_cookies_has_one_share(address):
    for number in range(SHARE):
        assert "Phông hội trường màu đỏ" in ask(address, session=f"one{number}")

    assert "hãy chờ" in ask(address, session="another")
    assert "hãy chờ" in ask(address, Cookie="tro-ly-dai-hoi-khach=abcd.abcd")


def test_thirty_browsers_behind_one_address_each_have_their_share(address):
    for _ in range(30):
        one = browser(address)
        assert "Phông hội trường màu đỏ" in ask(address, one)
        assert "Phông hội trường màu đỏ" in ask(address, one)
    assert "Mỗi người được hỏi 2 lần" in ask(address, one)


def test_who_opens_the_page_again_and_again_is_stopped_by_the_address_and_others_are_not(address):
    for _ in range(USERS_OF_AN_ADDRESS):
        one = browser(address)
        for _ in range(SHARE):
            ask(address, one)

    assert "Mỗi địa chỉ mạng được hỏi" in ask(address, browser(address))
    elsewhere = {"X-Forwarded-For": "203.0.113.7"}  # as a reverse proxy on this machine tells it
    assert "Phông hội trường màu đỏ" in ask(address, browser(address), **elsewhere)


def test_cookie_of_a_browser_is_kept_while_it_is_valid(address):
    opened = browser(address)

    with opened.open(urllib.request.Request(address, headers={"Accept": "text/html"})) as again:
        assert again.headers["Set-Cookie"] is None
