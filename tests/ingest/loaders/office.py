"""A made-up letter of guidance on several pages, with what its text should be."""

from __future__ import annotations

from pathlib import Path

from tests.ingest.loaders.sheets import LEFT, RIGHT, Sheets

OPENING = (
    "Căn cứ chương trình công tác năm, Ban Tổ chức Huyện uỷ hướng dẫn các chi bộ trực thuộc rà soát đội ngũ, chuẩn bị "
    "văn kiện và lấy ý kiến đảng viên trước ngày khai mạc."
)
TASKS = tuple(
    f"{i}. {name} phải xong trước kỳ họp của cấp uỷ; mỗi chi bộ phân công một đồng chí theo dõi tiến độ, báo cáo cấp "
    "trên vào thứ sáu hằng tuần. Việc chậm quá mười ngày thì bí thư chi bộ giải trình bằng văn bản, nêu rõ nguyên nhân "
    "khách quan, chủ quan và thời hạn khắc phục."
    for i, name in enumerate(
        (
            "Dự thảo báo cáo chính trị",
            "Bản kiểm điểm của chi uỷ",
            "Đề án nhân sự khoá mới",
            "Danh sách đại biểu dự đại hội",
            "Kế hoạch tuyên truyền, trang trí",
            "Phương án bảo đảm an ninh, y tế",
            "Dự toán kinh phí tổ chức",
            "Kịch bản điều hành từng phiên",
            "Bộ phiếu bầu và hòm phiếu",
            "Biên bản, hồ sơ trình chuẩn y",
        ),
        1,
    )
)
CLOSING = "Trên đây là hướng dẫn của Ban Tổ chức Huyện uỷ; nếu có vướng mắc, các chi bộ phản ánh kịp thời."
ROWS = (("TT", "Chi bộ", "Ngày đại hội"), ("1", "Thôn Thượng", "03/4/2025"), ("2", "Thôn Hạ", "05/4/2025"))
MORE_ROWS = (("3", "Trường Trung học", "08/4/2025"), ("4", "Trạm Y tế", "10/4/2025"))
TEXT = "\n".join(
    [
        "HUYỆN UỶ MINH SƠN\nBAN TỔ CHỨC\n*\nSố 15-HD/BTCHU",
        "ĐẢNG CỘNG SẢN VIỆT NAM\nMinh Sơn, ngày 12 tháng 3 năm 2024",
        "HƯỚNG DẪN\nvề chuẩn bị đại hội chi bộ, đảng bộ cơ sở\nnhiệm kỳ 2025 - 2030",
        OPENING,
        "I. CÁC VIỆC PHẢI LÀM",
        *TASKS,
        "II. LỊCH ĐẠI HỘI",
        *(f"| {' | '.join(row)} |" for row in (*ROWS, *MORE_ROWS)),
        CLOSING,
        "Nơi nhận:\n- Thường trực Huyện uỷ (báo cáo),\n- Các chi bộ trực thuộc,\n- Lưu Ban Tổ chức.",
        "K/T TRƯỞNG BAN\nPHÓ TRƯỞNG BAN\nPhạm Văn Mẫu",
    ]
)


def draw(path: Path) -> Path:
    """Write the letter as a PDF file of three pages with running rows and page numbers."""
    sheets = _Numbered(path)
    sheets.heads(
        ["HUYỆN UỶ MINH SƠN", "BAN TỔ CHỨC", "*", "Số 15-HD/BTCHU"],
        ["ĐẢNG CỘNG SẢN VIỆT NAM", "", "", "Minh Sơn, ngày 12 tháng 3 năm 2024"],
    )
    sheets.y += 12
    for line in ("HƯỚNG DẪN", "về chuẩn bị đại hội chi bộ, đảng bộ cơ sở", "nhiệm kỳ 2025 - 2030"):
        sheets.center(line)
    sheets.y += 8
    for text in (OPENING, "I. CÁC VIỆC PHẢI LÀM", *TASKS, "II. LỊCH ĐẠI HỘI"):
        sheets.paragraph(text)
    columns = [LEFT, LEFT + 40, LEFT + 240, RIGHT]
    sheets.table(ROWS, columns)
    sheets.new_page()
    sheets.table((ROWS[0], *MORE_ROWS), columns)
    sheets.y += 20
    sheets.paragraph(CLOSING)
    _sign(sheets)
    return sheets.save()


def _sign(sheets: Sheets) -> None:
    sheets.y += 10
    top = sheets.y
    for line in ("Nơi nhận:", "- Thường trực Huyện uỷ (báo cáo),", "- Các chi bộ trực thuộc,", "- Lưu Ban Tổ chức."):
        sheets.at(LEFT, line)
        sheets.y += 17
    sheets.y = top
    for line in ("K/T TRƯỞNG BAN", "PHÓ TRƯỞNG BAN", "", "", "", "Phạm Văn Mẫu"):
        sheets.center(line, x=RIGHT - 110)


class _Numbered(Sheets):
    """Sheets whose pages after the first bear a running head and their number."""

    page = 1

    def new_page(self) -> None:
        super().new_page()
        self.page += 1
        self.at(LEFT, "Hướng dẫn chuẩn bị đại hội", y=35, size=10)
        self.at(300, f"- {self.page} -", y=820, size=10)
