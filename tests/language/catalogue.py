"""A small catalogue whose numbers the tests of this folder know."""

from datetime import date

from assistant.datatypes import Document


def document(number, kind, issued, issuer, *congress):
    parts = number.lower().replace("/", "-").replace("đ", "d")
    return Document(
        id=f"{parts}-{issued.year}",
        title=f"{kind} {number}",
        path=f"{parts}.md",
        number=number,
        kind=kind,
        issued=issued,
        issuer=issuer,
        congress=congress,
    )


DIRECTIVE_2019 = document("35-CT/TW", "chỉ thị", date(2019, 5, 30), "Bộ Chính trị", "XIII")
DIRECTIVE_2024 = document("35-CT/TW", "chỉ thị", date(2024, 6, 14), "Bộ Chính trị", "XIV")
DIRECTIVE_37 = document("37-CT/TW", "chỉ thị", date(2009, 8, 4), "Bộ Chính trị", "XI")
DIRECTIVE_36 = document("36-CT/TW", "chỉ thị", date(2014, 5, 30), "Bộ Chính trị", "XII")
DIRECTIVE_45 = document("45-CT/TW", "chỉ thị", date(2025, 4, 14), "Bộ Chính trị", "XIV")
GUIDANCE_24 = document("24-HD/BTCTW", "hướng dẫn", date(2009, 3, 6), "Ban Tổ chức Trung ương", "XI")
GUIDANCE_26 = document("26-HD/BTCTW", "hướng dẫn", date(2019, 10, 18), "Ban Tổ chức Trung ương", "XIII")
GUIDANCE_03 = document("03-HD/TW", "hướng dẫn", date(2020, 3, 20), "Ban Bí thư", "XIII")
RULES_244 = document("244-QĐ/TW", "quy chế", date(2014, 6, 9), "Ban Chấp hành Trung ương", "XII", "XIII")
RULES_190 = document("190-QĐ/TW", "quy chế", date(2024, 10, 10), "Ban Chấp hành Trung ương", "XIV")
NOTICE_210 = document("210-TB/TW", "thông báo", date(2008, 12, 22), "Bộ Chính trị", "XI")
CONCLUSION_118 = document("118-KL/TW", "kết luận", date(2025, 1, 18), "Bộ Chính trị", "XIV")
LETTER_11849 = document("11849-CV/BTCTW", "công văn", date(2020, 7, 3), "Ban Tổ chức Trung ương", "XIII")
RESOLUTION_22 = document("22-NQ/TW", "nghị quyết", date(2008, 2, 2), "Ban Chấp hành Trung ương", "X")
PLAN_87 = document("87-KH/TU", "kế hoạch", date(2009, 11, 17), "Ban Thường vụ Tỉnh ủy Đắk Lắk")
CHARTER = Document(id="dieu-le", title="Điều lệ Đảng", path="dieu-le.md", kind="điều lệ", issued=date(2011, 1, 19))

CATALOGUE = (
    DIRECTIVE_2019,
    DIRECTIVE_2024,
    DIRECTIVE_37,
    DIRECTIVE_36,
    DIRECTIVE_45,
    GUIDANCE_24,
    GUIDANCE_26,
    GUIDANCE_03,
    RULES_244,
    RULES_190,
    NOTICE_210,
    CONCLUSION_118,
    LETTER_11849,
    RESOLUTION_22,
    PLAN_87,
    CHARTER,
)
