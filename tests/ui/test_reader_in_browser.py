"""The reader in a real browser: a deep link lands on the highlighted words, and the page needs no server script."""

import re

import pytest
from playwright.sync_api import expect

from assistant.rendering.references import reference
from assistant.ui.links import document_link, place_link
from tests.ui.conftest import MAPPED_HOST
from tests.ui.sample import DECORATION, HOSTILE, passages_of

pytestmark = pytest.mark.slow


def test_deep_link_lands_on_the_highlighted_passage(open_page):
    passage = passages_of(DECORATION)[-1]
    page = open_page(place_link(DECORATION.id, passage.start, passage.end), height=400)

    highlight = page.locator("mark#trich")

    assert highlight.text_content() == passage.text
    expect(highlight).to_be_in_viewport()


def test_citation_leads_to_its_place_in_the_full_text(open_page):
    page = open_page()
    page.get_by_label("Câu hỏi", exact=True).fill("Phông hội trường màu gì?")
    page.keyboard.press("Enter")
    page.locator(".mark").first.click()
    quote = page.locator(".card.open mark").text_content()

    page.locator(".card.open .place").click()

    expect(page).to_have_url(re.compile(r"/van-ban/hd-7\?tu="))
    assert page.locator("mark#trich").text_content() == quote
    page.go_back()
    expect(page.locator(".turn .question")).to_have_text("Phông hội trường màu gì?")


def test_search_inside_and_contents(open_page):
    page = open_page(document_link(DECORATION.id))

    page.get_by_label("Tìm trong văn bản").fill("khach moi")
    page.keyboard.press("Enter")

    expect(page.locator("mark")).to_have_text("Khách mời")
    page.get_by_role("link", name="2. Chỗ ngồi").click()
    expect(page).to_have_url(re.compile("#doan-3$"))


def test_hostile_document_runs_nothing(open_page):
    page = open_page(document_link(HOSTILE.id) + "?tim=<script>window.hong=1</script>")

    expect(page.locator("h1")).to_contain_text("9-TB/ĐU")
    assert page.evaluate("window.hong") is None


def test_copying_works_over_plain_http_from_another_machine(open_page, sample_app):
    page = open_page(document_link(DECORATION.id), address=sample_app.replace("127.0.0.1", MAPPED_HOST))
    assert page.evaluate("window.isSecureContext") is False

    page.get_by_role("button", name="Chép trích dẫn").click()
    expect(page.locator("#spoken")).to_have_text("Đã chép.")
    page.get_by_label("Tìm trong văn bản").focus()
    page.keyboard.press("Control+V")

    expect(page.get_by_label("Tìm trong văn bản")).to_have_value(reference(DECORATION)[:200])
