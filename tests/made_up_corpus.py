"""A small made-up collection whose facts the tests know: a rule, the rule that replaced it, and a lesson."""

from pathlib import Path

RULE = """---
id: quy-che-900
number: 900-QĐ/TW
kind: quy chế
title: Quy chế mẫu về bầu cử trong đảng bộ tưởng tượng
issuer: Ban Mẫu
issued: 2014-06-09
congress: [XII]
authority: quy định
validity: được thay thế
expired: 2024-10-10
as_of: 2026-11
provenance: lược thuật
sources: {1: {title: Trang tin mẫu, url: "https://example.org/1"}}
---
## Điều 3. Ban kiểm phiếu

- Ban kiểm phiếu ở xã tưởng tượng gồm 5 thành viên do đoàn chủ tịch giới thiệu. [^1]
- Phiếu bầu được niêm phong và lưu giữ trong 9 tháng. [^1]
"""
NEW_RULE = """---
id: quy-che-901
number: 901-QĐ/TW
kind: quy chế
title: Quy chế mẫu mới về bầu cử trong đảng bộ tưởng tượng
issuer: Ban Mẫu
issued: 2024-10-10
congress: [XIV]
authority: quy định
validity: còn hiệu lực
as_of: 2026-11
relations: [{type: thay thế, target: quy-che-900}]
provenance: lược thuật
sources: {1: {title: Trang tin mẫu, url: "https://example.org/1"}}
---
## Điều 4. Lưu phiếu

- Phiếu bầu được niêm phong và lưu giữ trong 7 tháng. [^1]
- Đại hội làm lễ thả diều vào buổi sáng. [^1]
"""
LESSON = """Bài học thả diều ở xã tưởng tượng

Cập nhật ngày: 02/03/2021 | 09:25 GMT+7

Đảng bộ xã tưởng tượng đã thả 41 con diều giấy để chào mừng đại hội. Nhờ chuẩn bị sớm, ngày hội diễn ra trong 3 giờ.
"""


def write(folder: Path) -> Path:
    """Write the collection into a folder and return it."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in (("quy-che-900.md", RULE), ("quy-che-901.md", NEW_RULE), ("bai-hoc-tha-dieu.txt", LESSON)):
        (folder / name).write_text(text, encoding="utf-8")
    return folder
