"""A language model that is away or goes away: the quoted answer comes, with a plain sentence, in the real app."""

import socket

import pytest
from playwright.sync_api import expect

from tests import made_up_corpus
from tests.answering.chat_server import ChatServer, breaks_off, fails, is_silent
from tests.ui.real_app import sign_in

pytestmark = pytest.mark.slow
QUESTION = "Phiếu bầu được niêm phong và lưu giữ mấy tháng?"
QUOTED = "Phiếu bầu được niêm phong và lưu giữ trong 7 tháng."


def expect_quoted_answer(page, note):
    page.get_by_label("Câu hỏi", exact=True).fill(QUESTION)
    page.keyboard.press("Enter")
    turn = page.locator(".turn").last
    expect(turn).to_contain_text(note, timeout=90_000)
    expect(turn.locator(".answer")).to_contain_text(QUOTED)
    turn.locator(".mark").first.click()
    expect(page.locator(".card.open mark")).to_have_text(QUOTED)
    expect(turn.locator(".problem")).to_have_count(0)


@pytest.fixture
def opened(open_page, real_app, tmp_path):
    """A page of the app, signed in, whose language model is asked at the address."""

    def open_one(base_url, **settings):
        settings |= {"llm_base_url": base_url, "llm_model": "mau"}
        page = open_page(address=real_app(made_up_corpus.write(tmp_path / "corpus"), **settings).address)
        sign_in(page)
        expect(page.locator(".welcome")).to_be_visible()
        return page

    return open_one


def test_answer_is_quoted_where_nobody_listens_at_the_address(opened):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        address = f"127.0.0.1:{taken.getsockname()[1]}"
    page = opened(f"http://{address}/v1")

    expect_quoted_answer(page, f"Không kết nối được mô hình ngôn ngữ tại {address}")


def test_answer_is_quoted_where_the_model_breaks_off_fails_or_falls_silent_and_dies(opened):
    scripts = [breaks_off("- Phiếu bầu được niêm"), fails(503), is_silent()]
    with ChatServer(scripts) as server:
        page = opened(server.base_url, llm_timeout_seconds=3)

        expect_quoted_answer(page, "Mô hình ngôn ngữ dừng giữa chừng")
        expect_quoted_answer(page, "báo lỗi (HTTP 503)")
        expect_quoted_answer(page, "không trả lời xong trong 3 giây")
    expect_quoted_answer(page, "Không kết nối được mô hình ngôn ngữ")
