"""The operator adds a PDF and files that are no good in the real app; a row of its table is cited with its page."""

import pytest
from playwright.sync_api import expect

from tests.ingest.loaders.sheets import LEFT, RIGHT, Sheets
from tests.ui.real_app import sign_in

pytestmark = pytest.mark.slow
ROWS = [
    ["Huyện uỷ", "Đơn vị làm điểm", "Thời gian"],
    ["Đồng Chiêm", "Đảng bộ xã Bến Đá", "tuần thứ hai tháng 3"],
    ["Vũng Sậy", "Đảng bộ xã Lò Gạch", "tuần thứ ba tháng 3"],
]
ROW = "Vũng Sậy – Đảng bộ xã Lò Gạch – tuần thứ ba tháng 3"


def plan(path):
    sheets = Sheets(path)
    heads = ("TỈNH UỶ SÔNG MẪU", "Số 23-KH/TU", "Sông Mẫu, ngày 03 tháng 7 năm 2024")
    for line in (*heads, "KẾ HOẠCH", "tổ chức đại hội điểm cấp cơ sở"):
        sheets.center(line)
    sheets.paragraph("I. MỤC ĐÍCH")
    sheets.paragraph("1. Đại hội điểm giúp rút kinh nghiệm về công tác chuẩn bị nhân sự và điều hành bầu cử.")
    sheets.new_page()
    sheets.paragraph("II. TIẾN ĐỘ")
    sheets.paragraph("1. Thời gian tổ chức đại hội điểm của các huyện uỷ được ấn định theo bảng sau đây.")
    sheets.y += 20
    sheets.table(ROWS, [LEFT, LEFT + 120, LEFT + 300, RIGHT])
    return sheets.save()


def test_pdf_goes_in_bad_files_are_explained_and_a_row_is_cited_with_its_page(open_page, real_app, tmp_path):
    bad = tmp_path / "khong-dau.txt"
    bad.write_text("Dai hoi chi bo to chuc vao thang ba, dang vien den du va bau chi uy moi cua chi bo. " * 20)
    (tmp_path / "hong.docx").write_bytes(b"PK\x03\x04")
    app = real_app()
    page = open_page("/kho-van-ban", address=app.address)
    sign_in(page)
    page.get_by_role("tab", name="Quản lý kho").click()
    panel, added = page.locator("#operator"), page.locator("#added")
    expect(panel).to_contain_text(".docx")
    expect(panel).to_contain_text("bản scan và ảnh chụp: PDF")

    files = [plan(tmp_path / "ke-hoach.pdf"), bad, tmp_path / "hong.docx"]
    panel.locator("input[type=file]").set_input_files(files)
    expect(panel).to_contain_text("khong-dau")
    page.get_by_role("button", name="Thêm vào kho").click()
    expect(added).to_contain_text("Xong: 1 văn bản mới.", timeout=90_000)
    expect(added).to_contain_text("hong.docx hỏng")
    expect(added).to_contain_text("chọn “Vẫn nạp tệp kém chất lượng”")

    expect(panel.locator("input[type=file]")).to_be_attached()
    panel.locator("input[type=file]").set_input_files(bad)
    expect(panel).to_contain_text("khong-dau")
    page.get_by_label("Vẫn nạp tệp kém chất lượng").check()
    page.get_by_role("button", name="Thêm vào kho").click()
    expect(added).not_to_contain_text("hong.docx", timeout=90_000)
    expect(added).to_have_text("Xong: 1 văn bản mới.", timeout=90_000)
    expect(page.get_by_label("Vẫn nạp tệp kém chất lượng")).not_to_be_checked()
    page.get_by_role("button", name="Xem tình trạng kho").click()
    expect(page.locator(".report")).to_contain_text("chữ mất dấu", ignore_case=True)

    page.goto(app.address)
    expect(page.locator(".welcome")).to_be_visible()
    page.get_by_label("Câu hỏi", exact=True).fill("Kế hoạch 23-KH/TU ấn định đại hội điểm của Vũng Sậy khi nào?")
    page.keyboard.press("Enter")
    line = page.locator(".answer li", has_text=ROW)
    expect(line).to_be_visible(timeout=90_000)
    line.locator(".mark").click()
    card = page.locator(".card.open")
    expect(card.locator("mark")).to_have_text(ROW)
    expect(card).to_contain_text("trang 2")
    expect(card).to_contain_text("nguyên văn")
    card.locator(".place").click()
    expect(page.locator(".document-text td mark")).to_have_text(ROWS[2])
    expect(page.locator("#trich")).to_be_in_viewport()
    expect(page.locator(".page-number")).to_have_text("Trang 2")
