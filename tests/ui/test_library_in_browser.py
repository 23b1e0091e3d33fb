"""Kho văn bản, sign-in and the operator's work in a real browser."""

import pytest
from playwright.sync_api import expect

from assistant.ui.users import new_user, write_users

pytestmark = pytest.mark.slow
PASSWORD = "mat khau dai"


@pytest.fixture(scope="module")
def guarded(start_app, tmp_path_factory):
    users = tmp_path_factory.mktemp("users") / "users"
    write_users(users, [new_user("an", PASSWORD, "operator"), new_user("binh", PASSWORD)])
    return start_app(auth_file=users).address


def sign_in(page, name, password=PASSWORD):
    page.get_by_label("Tên").fill(name)
    page.get_by_label("Mật khẩu").fill(password)
    page.get_by_role("button", name="Đăng nhập").click()


def test_list_timeline_and_gaps(open_page):
    page = open_page("/kho-van-ban")
    expect(page.locator(".said")).to_contain_text("5 văn bản")

    page.get_by_label("Lọc theo số hiệu").press_sequentially("huong dan")
    expect(page.locator(".documents > li")).to_have_count(1)
    page.get_by_role("tab", name="Dòng thời gian").click()
    expect(page.locator(".timeline")).to_contain_text("được thay thế bởi Chỉ thị 2-CT/HU (2021)")
    page.get_by_role("tab", name="Còn thiếu").click()
    expect(page.locator(".nothing")).to_contain_text("Không thấy văn bản nào được nhắc tới")
    page.get_by_role("tab", name="Danh mục").click()
    page.get_by_role("link", name="Hướng dẫn 7-HD/ĐU").click()

    expect(page.locator("h1")).to_have_text("Hướng dẫn 7-HD/ĐU")


def test_operator_corner_is_not_there_without_sign_in(open_page):
    page = open_page("/kho-van-ban")
    expect(page.locator(".said")).to_contain_text("5 văn bản")

    expect(page.get_by_role("tab", name="Quản lý kho")).to_be_hidden()


def test_sign_in_opens_the_page_that_was_asked_for(open_page, guarded):
    page = open_page("/tra-cuu", address=guarded)
    sign_in(page, "binh", "sai mat khau")
    expect(page.get_by_role("alert")).to_contain_text("Tên hoặc mật khẩu chưa đúng")

    sign_in(page, "binh")

    expect(page.get_by_label("Cần tìm")).to_be_visible()
    expect(page.locator("#who")).to_contain_text("binh")
    page.get_by_role("button", name="Đăng xuất").click()
    expect(page.get_by_role("heading", name="Đăng nhập")).to_be_visible()


def test_conversations_of_one_user_are_not_shown_to_the_next_on_the_same_browser(open_page, guarded):
    page = open_page(address=guarded)
    sign_in(page, "binh")
    expect(page.locator(".welcome")).to_be_visible()
    page.get_by_label("Câu hỏi", exact=True).fill("Phông hội trường màu gì?")
    page.keyboard.press("Enter")
    expect(page.locator(".mark")).to_have_count(1)

    page.get_by_role("button", name="Đăng xuất").click()
    sign_in(page, "an")

    expect(page.locator(".welcome")).to_be_visible()


def test_operator_adds_and_removes_a_document_while_others_ask(open_page, guarded, tmp_path):
    (tmp_path / "noi-quy.txt").write_text("Nội quy phòng họp\nKhông hút thuốc trong phòng họp.", encoding="utf-8")
    page, other = open_page("/kho-van-ban", address=guarded), open_page(address=guarded)
    sign_in(page, "an")
    sign_in(other, "binh")

    page.get_by_role("tab", name="Quản lý kho").click()
    page.locator("#operator input[type=file]").set_input_files(tmp_path / "noi-quy.txt")
    expect(page.locator("#operator")).to_contain_text("noi-quy")
    page.get_by_role("button", name="Thêm vào kho").click()
    expect(page.locator("#added")).to_contain_text("Xong: 1 văn bản mới.")
    other.get_by_label("Câu hỏi", exact=True).fill("có được hút thuốc trong phòng họp không?")
    other.keyboard.press("Enter")
    expect(other.locator(".answer").last).to_contain_text("Không hút thuốc trong phòng họp.")

    page.get_by_label("Bỏ văn bản khỏi kho").click()
    page.get_by_role("option", name="Nội quy phòng họp").click()
    page.get_by_role("button", name="Bỏ văn bản đã chọn").click()
    expect(page.locator("#removed")).to_contain_text("Đã bỏ văn bản khỏi kho.")
    other.get_by_role("button", name="Trả lời lại").click()
    expect(other.locator(".answer").last).to_contain_text("Kho chưa có đoạn nào")


def test_operator_finds_the_corner_on_a_telephone_too(open_page, guarded):
    page = open_page("/kho-van-ban", address=guarded, width=390, height=844, has_touch=True, is_mobile=True)
    sign_in(page, "an")

    page.get_by_role("tab", name="Quản lý kho").tap()

    expect(page.get_by_role("button", name="Thêm vào kho")).to_be_visible()


def test_plain_user_has_no_operator_corner_and_cannot_send_files(open_page, guarded):
    page = open_page("/kho-van-ban", address=guarded)
    sign_in(page, "binh")
    expect(page.locator(".said")).to_contain_text("văn bản")

    expect(page.get_by_role("tab", name="Quản lý kho")).to_be_hidden()
    assert page.request.post(f"{guarded}/gradio_api/upload", multipart={"files": "x"}).status == 401
