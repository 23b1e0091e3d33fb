"""The operator adds a page by its address in the real app, and what it says is answered with a link to it."""

import pytest
from playwright.sync_api import expect

from tests.ui.real_app import sign_in
from tests.web_server import Reply, serving

pytestmark = pytest.mark.slow
PAGE = (
    "Hướng dẫn bầu cử ở thôn Mẫu\n\n"
    "Tổ kiểm phiếu của chi bộ thôn Mẫu gồm năm đảng viên do đại hội biểu quyết.\n"
    "Hòm phiếu được niêm phong trước mặt đại biểu trước khi phát phiếu.\n"
)


def add(page, address):
    sign_in(page)
    page.get_by_role("tab", name="Quản lý kho").click()
    page.get_by_label("Hoặc địa chỉ một trang web").fill(address)
    page.get_by_role("button", name="Thêm vào kho").click()


def test_page_is_added_and_its_citation_links_to_it(open_page, real_app):
    address = real_app(allow_private_addresses="true").address
    page = open_page("/kho-van-ban", address=address)
    with serving({"/bau-cu": Reply(PAGE.encode(), headers={"Content-Type": "text/plain; charset=utf-8"})}) as web:
        add(page, web.address("/bau-cu"))
        expect(page.locator("#added")).to_contain_text("Xong: 1 văn bản mới.", timeout=90_000)
        source = web.address("/bau-cu")

    page.goto(address)
    page.get_by_label("Câu hỏi", exact=True).fill("Tổ kiểm phiếu của chi bộ thôn Mẫu gồm mấy đảng viên?")
    page.keyboard.press("Enter")
    expect(page.locator(".answer").last).to_contain_text("năm đảng viên do đại hội biểu quyết", timeout=60_000)
    page.locator(".mark").first.click()

    link = page.locator(".card-sources a").first
    assert link.get_attribute("href") == source
    assert {"noopener", "noreferrer"} <= set(link.get_attribute("rel").split())
    assert link.get_attribute("target") == "_blank"


def test_private_address_and_path_of_this_machine_are_refused_with_a_sentence(open_page, real_app):
    page = open_page("/kho-van-ban", address=real_app().address)
    with serving({"/bau-cu": Reply(PAGE.encode())}) as web:
        add(page, web.address("/bau-cu"))
        expect(page.locator("#added")).to_contain_text("dẫn vào mạng nội bộ", timeout=60_000)
        assert web.asked == []

    page.get_by_label("Hoặc địa chỉ một trang web").fill("/etc/hostname")
    page.get_by_role("button", name="Thêm vào kho").click()
    expect(page.locator("#added")).to_contain_text("không phải trang web", timeout=60_000)
