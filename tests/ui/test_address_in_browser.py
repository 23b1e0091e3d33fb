"""The operator adds a page by its address in the real app, and what it says is answered with a link to it."""

import os
import re
import subprocess
import sys

import pytest
from playwright.sync_api import expect

from assistant.ui.users import new_user, write_users
from tests.ui.conftest import ROOT, end
from tests.web_server import Reply, serving

pytestmark = pytest.mark.slow
PASSWORD = "mat khau dai"
PAGE = (
    "Hướng dẫn bầu cử ở thôn Mẫu\n\n"
    "Tổ kiểm phiếu của chi bộ thôn Mẫu gồm năm đảng viên do đại hội biểu quyết.\n"
    "Hòm phiếu được niêm phong trước mặt đại biểu trước khi phát phiếu.\n"
)


@pytest.fixture(scope="module")
def app(tmp_path_factory):
    """Starts the real app, its index still empty, with one operator; gives its address."""
    processes = []

    def start(**settings):
        folder = tmp_path_factory.mktemp("app")
        write_users(folder / "users", [new_user("an", PASSWORD, "operator")])
        settings |= {"port": 0, "data_dir": folder / "data", "corpus_dir": folder, "auth_file": folder / "users"}
        process = subprocess.Popen(
            [sys.executable, "app.py"],
            cwd=ROOT,
            env=os.environ | {f"ASSISTANT_{name.upper()}": str(value) for name, value in settings.items()},
            stdout=subprocess.PIPE,
            text=True,
        )
        processes.append(process)
        for line in process.stdout:
            if found := re.search(r"http://127\.0\.0\.1:\d+", line):
                return found[0]
        raise AssertionError("the app did not start")

    yield start
    for process in processes:
        end(process)


def add(page, address):
    page.get_by_label("Tên").fill("an")
    page.get_by_label("Mật khẩu").fill(PASSWORD)
    page.get_by_role("button", name="Đăng nhập").click()
    page.get_by_role("tab", name="Quản lý kho").click()
    page.get_by_label("Hoặc địa chỉ một trang web").fill(address)
    page.get_by_role("button", name="Thêm vào kho").click()


def test_page_is_added_and_its_citation_links_to_it(open_page, app):
    address = app(allow_private_addresses="true")
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


def test_private_address_and_path_of_this_machine_are_refused_with_a_sentence(open_page, app):
    page = open_page("/kho-van-ban", address=app())
    with serving({"/bau-cu": Reply(PAGE.encode())}) as web:
        add(page, web.address("/bau-cu"))
        expect(page.locator("#added")).to_contain_text("dẫn vào mạng nội bộ", timeout=60_000)
        assert web.asked == []

    page.get_by_label("Hoặc địa chỉ một trang web").fill("/etc/hostname")
    page.get_by_role("button", name="Thêm vào kho").click()
    expect(page.locator("#added")).to_contain_text("không phải trang web", timeout=60_000)
