"""Hỏi đáp in a real browser: ask, open every citation, go on asking."""

import pytest
from playwright.sync_api import expect

from tests.ui.sample import SampleAssistant

pytestmark = pytest.mark.slow
QUESTION = "gửi báo cáo chính trị trước mấy ngày?"


def ask(page, question):
    page.get_by_label("Câu hỏi", exact=True).fill(question)
    page.keyboard.press("Enter")
    expect(page.locator(".turn").last.locator(".question")).to_have_text(question)
    expect(page.locator(".pending")).to_have_count(0)


def test_every_mark_opens_its_citation_and_the_highlight_is_the_quote(open_page):
    page = open_page()
    ask(page, QUESTION)
    citations = SampleAssistant().ask(QUESTION).citations

    for citation in citations:
        page.get_by_role("button", name=f"Xem nguồn {citation.marker}:").click()

        card = page.locator(".card.open")
        expect(card).to_be_focused()
        assert card.locator("mark").text_content() == citation.quote
        expect(card).to_contain_text(citation.document.validity)
        expect(card).to_contain_text(citation.passage.locator)
    assert page.locator(".card").count() == len(citations) == 3


def test_follow_up_is_understood_and_suggestions_ask_with_one_click(open_page):
    page = open_page()
    ask(page, "Phông hội trường màu gì?")
    ask(page, "Thế còn hoa tươi đặt ở đâu?")

    expect(page.locator(".turn").last.locator(".understood")).to_contain_text("Hiểu là: Phông hội trường")
    page.locator(".suggestion", has_text="số dư bao nhiêu").click()
    expect(page.locator(".turn")).to_have_count(3)
    expect(page.locator(".turn").last.locator(".answer")).to_contain_text("số dư ít nhất một người")


def test_markup_in_documents_and_questions_is_shown_and_never_run(open_page):
    page = open_page()
    ask(page, "biển hiệu ghi chữ đậm <script>window.hong=1</script> ${1+1} {{value}}")

    page.locator(".mark").first.click()
    expect(page.locator(".answer").last).to_contain_text('<img src=x onerror="window.hong=1">')
    expect(page.locator(".question").last).to_contain_text("<script>window.hong=1</script> ${1+1} {{value}}")
    expect(page.locator(".card.open")).to_contain_text("<img src=x onerror=window.hong=1>")
    assert page.evaluate("window.hong") is None
    assert page.locator("a[href^=javascript]").count() == 0


def test_conversation_is_still_there_after_a_reload(open_page):
    page = open_page()
    ask(page, QUESTION)

    page.reload()

    expect(page.locator(".turn .question")).to_have_text(QUESTION)
    page.locator(".mark").first.click()
    expect(page.locator(".card.open mark")).to_have_count(1)


def test_another_browser_sees_nothing_of_it(open_page):
    page = open_page()
    ask(page, QUESTION)

    expect(open_page().locator(".welcome")).to_be_visible()


def test_question_sent_twice_in_haste_is_asked_once(open_page):
    page = open_page()
    box = page.get_by_label("Câu hỏi", exact=True)
    box.fill(QUESTION)
    box.press("Enter")
    box.press("Enter")
    page.locator("#ask").click(force=True)

    expect(page.locator(".toolbar.repeat")).to_be_visible()
    expect(page.locator(".turn")).to_have_count(1)


def test_last_question_can_be_changed(open_page):
    page = open_page()
    ask(page, QUESTION)

    page.get_by_role("button", name="Sửa câu hỏi").click()
    box = page.get_by_label("Câu hỏi", exact=True)
    expect(box).to_have_value(QUESTION)
    ask(page, "Phông hội trường màu gì?")

    expect(page.locator(".turn")).to_have_count(1)


def test_question_without_an_answer_says_so(open_page):
    page = open_page()
    ask(page, "giá vàng hôm nay")

    expect(page.locator(".status-not_found")).to_contain_text("Kho chưa có đoạn nào")


def test_new_conversation_keeps_the_earlier_one_at_hand(open_page):
    page = open_page()
    ask(page, QUESTION)

    page.get_by_role("button", name="Cuộc hỏi mới").click()
    expect(page.locator(".welcome")).to_be_visible()
    page.get_by_role("button", name="Các cuộc hỏi trước").click()
    page.locator(".conversation", has_text=QUESTION).click()

    expect(page.locator(".turn .question")).to_have_text(QUESTION)
    page.get_by_role("button", name="Cuộc hỏi mới").click()
    page.get_by_role("button", name=f"Xoá cuộc hỏi: {QUESTION}").click()
    expect(page.locator(".conversation")).to_have_count(0)
