"""Tra cứu and the filters in a real browser."""

import pytest
from playwright.sync_api import expect

from tests.ui.sample import DIRECTIVE, SampleAssistant

pytestmark = pytest.mark.slow
ANSWER = SampleAssistant().ask("Danh sách bầu chi uỷ có số dư bao nhiêu?")


def look_up(page, text, way=None):
    if way:
        page.get_by_role("radio", name=way).check()
    page.get_by_label("Cần tìm").fill(text)
    page.keyboard.press("Enter")


def choose(page, field, option):
    page.get_by_role("button", name="Giới hạn phạm vi").click()
    page.get_by_label(field).click()
    page.get_by_role("option", name=option).click()


def test_words_find_passages_with_highlighted_hits(open_page):
    page = open_page("/tra-cuu")
    look_up(page, "bao cao chinh tri")

    expect(page.locator(".said")).to_have_text("3 đoạn trong 3 văn bản.")
    assert set(page.locator(".hit mark").all_text_contents()) == {"báo cáo chính trị"}


def test_filter_narrows_results_and_order_changes(open_page):
    page = open_page("/tra-cuu")
    look_up(page, "bao cao chinh tri")
    expect(page.locator(".result")).to_have_count(3)

    choose(page, "Nhiệm kỳ đại hội", "Đại hội XIII")

    expect(page.locator(".result")).to_have_count(2)


def test_pasted_sentence_finds_its_document(open_page):
    page = open_page("/tra-cuu")
    look_up(page, ANSWER.citations[0].quote, "Nguyên câu")

    expect(page.locator(".likeness")).to_have_text("Đúng từng chữ")
    assert page.locator(".result mark").text_content() == ANSWER.citations[0].quote
    expect(page.locator(".result h3")).to_contain_text(DIRECTIVE.number)


def test_number_in_a_loose_spelling_and_from_a_link(open_page):
    page = open_page("/tra-cuu?tim=chi+thi+2&cach=so-hieu")

    expect(page.locator(".said")).to_have_text("Có 2 văn bản mang số này.")
    expect(page.get_by_role("radio", name="Số hiệu")).to_be_checked()


def test_filtered_question_is_answered_from_those_documents_only(open_page):
    page = open_page()
    choose(page, "Nhiệm kỳ đại hội", "Đại hội XIII")
    page.get_by_label("Câu hỏi", exact=True).fill("gửi báo cáo chính trị trước mấy ngày?")
    page.keyboard.press("Enter")

    expect(page.locator(".answer").last).to_contain_text("ít nhất ba ngày")
    expect(page.locator(".answer").last).not_to_contain_text("ít nhất năm ngày")


def test_link_asks_about_one_document(open_page):
    page = open_page("/?van-ban=ct-1")
    expect(page.get_by_text("Chỉ thị 2-CT/HU (01/02/2016)").first).to_be_visible()
    page.get_by_label("Câu hỏi", exact=True).fill("gửi báo cáo chính trị trước mấy ngày?")
    page.keyboard.press("Enter")

    expect(page.locator(".mark")).to_have_count(1)
    expect(page.locator(".answer").last).to_contain_text("ít nhất ba ngày")


def test_remark_reaches_the_data_folder(open_page, start_app):
    app = start_app()
    page = open_page(address=app.address)
    page.get_by_label("Câu hỏi", exact=True).fill("Phông hội trường màu gì?")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Chưa đúng").click()
    page.get_by_label("Sai hoặc thiếu ở đâu").fill("thiếu kích thước")
    page.keyboard.press("Enter")

    expect(page.locator("#spoken")).to_contain_text("Cảm ơn")
    page.wait_for_timeout(500)
    assert "thiếu kích thước" in (app.data_dir / "feedback.jsonl").read_text(encoding="utf-8")
