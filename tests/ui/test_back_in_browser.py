"""The browser's back button does what a person expects of it, wide and on a telephone."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.slow
QUESTION = "gửi báo cáo chính trị trước mấy ngày?"
TELEPHONE = {"width": 375, "height": 667, "has_touch": True, "is_mobile": True}


def ask(page):
    expect(page.locator(".welcome")).to_be_visible()
    page.get_by_label("Câu hỏi", exact=True).fill(QUESTION)
    page.keyboard.press("Enter")
    expect(page.locator(".mark")).to_have_count(3)


def test_back_from_the_document_finds_the_conversation_with_the_citation_open(open_page):
    page = open_page()
    ask(page)
    page.get_by_role("button", name="Xem nguồn 2:").click()
    page.locator(".card.open .place").click()
    expect(page.locator("#trich")).to_be_visible()

    page.go_back()

    expect(page.locator(".turn .question")).to_have_text(QUESTION)
    expect(page.locator(".card.open .card-mark")).to_have_text("2")


def test_back_leaves_the_screen_and_not_one_citation_after_the_other(open_page):
    page = open_page("/kho-van-ban")
    page.get_by_role("navigation").get_by_role("link", name="Hỏi đáp").click()
    ask(page)
    for number in (1, 2, 3):
        page.get_by_role("button", name=f"Xem nguồn {number}:").click()
        expect(page.locator(".card.open .card-mark")).to_have_text(str(number))

    page.go_back()

    expect(page.get_by_role("tab", name="Danh mục")).to_be_visible()


def test_back_on_a_telephone_closes_the_sources_and_stays_with_the_answer(open_page):
    page = open_page(**TELEPHONE)
    ask(page)
    for number in (1, 2):
        page.get_by_role("button", name=f"Xem nguồn {number}:").dispatch_event("click")
        expect(page.locator(".card.open .card-mark")).to_have_text(str(number))

    page.go_back()

    expect(page.locator("#sources")).to_be_hidden()
    expect(page.locator(".turn .question")).to_have_text(QUESTION)


def test_close_on_a_telephone_leaves_nothing_to_go_back_through(open_page):
    page = open_page("/gioi-thieu", **TELEPHONE)
    page.get_by_role("navigation").get_by_role("link", name="Hỏi đáp").click()
    ask(page)
    page.locator(".mark").first.tap()
    page.get_by_role("button", name="Đóng").tap()
    expect(page.locator("#sources")).to_be_hidden()

    page.go_back()

    expect(page.locator(".about")).to_be_visible()


def test_citation_of_an_earlier_conversation_does_not_open_in_a_new_one(open_page):
    page = open_page()
    ask(page)
    page.get_by_role("button", name="Xem nguồn 2:").click()
    page.get_by_role("button", name="Cuộc hỏi mới").click()
    ask(page)

    page.reload()

    expect(page.locator(".mark")).to_have_count(3)
    expect(page.locator(".card")).to_have_count(3)
    expect(page.locator(".card.open")).to_have_count(0)


def test_back_from_a_document_finds_what_was_looked_up(open_page):
    page = open_page("/tra-cuu")
    page.locator("#way label", has_text="Số hiệu").click()
    page.get_by_label("Cần tìm").fill("hd 7")
    page.get_by_role("button", name="Tìm", exact=True).click()
    page.locator(".result h3 a").first.click()
    expect(page.locator(".reader-head h1")).to_have_text("Hướng dẫn 7-HD/ĐU")

    page.go_back()

    expect(page.get_by_label("Cần tìm")).to_have_value("hd 7")
    expect(page.get_by_role("radio", name="Số hiệu")).to_be_checked()
    expect(page.locator(".result h3")).to_have_text("Hướng dẫn 7-HD/ĐU")


def test_back_from_a_document_finds_the_filtered_list(open_page):
    page = open_page("/kho-van-ban")
    expect(page.locator(".documents > li")).to_have_count(5)
    page.get_by_label("Lọc theo số hiệu").press_sequentially("huong dan")
    expect(page.locator(".documents > li")).to_have_count(1)
    expect(page).to_have_url(re.compile(r"loc=huong\+dan$"))
    page.get_by_role("link", name="Hướng dẫn 7-HD/ĐU").click()
    expect(page.locator(".reader-head h1")).to_have_text("Hướng dẫn 7-HD/ĐU")

    page.go_back()

    expect(page.get_by_label("Lọc theo số hiệu")).to_have_value("huong dan")
    expect(page.locator(".documents > li")).to_have_count(1)
