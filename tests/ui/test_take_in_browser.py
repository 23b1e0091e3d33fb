"""Mang về in a real browser: both files saved, opened and read back."""

import pytest
from docx import Document as read_docx
from playwright.sync_api import expect

from tests.ui.sample import SampleAssistant

pytestmark = pytest.mark.slow
QUESTIONS = ("Phông hội trường màu gì?", "gửi báo cáo chính trị trước mấy ngày?")


def ask(page, question):
    page.get_by_label("Câu hỏi", exact=True).fill(question)
    page.keyboard.press("Enter")
    expect(page.locator(".turn").last.locator(".question")).to_have_text(question)
    expect(page.locator(".pending")).to_have_count(0)


def saved(page, button, folder):
    with page.expect_download() as download:
        button.click()
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


def headings(path):
    return [one.text for one in read_docx(path).paragraphs if one.style.name == "Heading 1"]


def test_conversation_is_taken_along_as_word_and_markdown(open_page, tmp_path):
    page = open_page()
    for question in QUESTIONS:
        ask(page, question)
    page.get_by_role("link", name="Mang về").click()

    word = saved(page, page.get_by_role("button", name="Tải tệp Word"), tmp_path)
    markdown = saved(page, page.get_by_role("button", name="Tải tệp Markdown"), tmp_path)

    lines = [one.text for one in read_docx(word).paragraphs]
    text = markdown.read_text(encoding="utf-8")
    for number, question in enumerate(QUESTIONS, start=1):
        assert f"Câu {number}. {question}" in lines
        assert f"## Câu {number}. {question}" in text
        for citation in SampleAssistant().ask(question).citations:
            assert any(citation.quote in line for line in lines)
            assert citation.quote in text


def test_questions_can_be_left_out_and_one_answer_taken_alone(open_page, tmp_path):
    page = open_page()
    for question in QUESTIONS:
        ask(page, question)
    alone = headings(saved(page, page.locator("[data-turn='2'] [data-event=take]"), tmp_path))
    page.get_by_role("link", name="Mang về").click()
    page.get_by_label(f"2. {QUESTIONS[1]}").uncheck()

    rest = headings(saved(page, page.get_by_role("button", name="Tải tệp Word"), tmp_path))

    assert alone == [f"Câu 1. {QUESTIONS[1]}"]
    assert rest == [f"Câu 1. {QUESTIONS[0]}"]


def test_empty_browser_is_told_to_ask_first(open_page):
    page = open_page("/mang-ve")

    expect(page.locator(".nothing")).to_contain_text("chưa có câu trả lời nào")
    expect(page.get_by_role("button", name="Tải tệp Word")).to_have_count(0)
