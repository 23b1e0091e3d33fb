"""A small corpus of two rules, the later one replacing the earlier, in which each check finds nothing."""

from datetime import date

TODAY = date(2026, 11, 22)
OLD = """\
---
id: quy-che-7-2014
number: 57-QĐ/TW
kind: quy chế
title: Quy chế làm mẫu
issuer: Ban Mẫu
issued: 2014-06-09
authority: quy định
validity: được thay thế
expired: 2024-10-10
as_of: 2026-11
provenance: lược thuật
sources:
  1: {title: "Trang một", url: "https://vi-du.example/1"}
---
## Điều 1. Phạm vi
- Quy chế mẫu năm 2014 áp dụng cho mọi chi bộ trong toàn đảng bộ. [^1]
## Chưa có trong kho
- Nguyên văn Quy chế 57-QĐ/TW.
"""
NEW = """\
---
id: quy-che-8-2024
number: 68-QĐ/TW
kind: quy chế
title: Quy chế mới, ban hành kèm Quyết định 68-QĐ/TW ngày 10/10/2024
issuer: Ban Mẫu
issued: 2024-10-10
authority: quy định
validity: còn hiệu lực
effective: 2024-10-10
expired:
as_of: 2026-11
relations:
  - {type: thay thế, target: quy-che-7-2014}
provenance: lược thuật
sources:
  1: {title: "Trang một", url: "https://vi-du.example/1"}
  2: {title: "Trang hai", url: "https://vi-du.example/2"}
---
# Quy chế 68-QĐ/TW ngày 10/10/2024

## Điều 1. Phạm vi
- Quy chế mới áp dụng cho đại hội chi bộ và đại hội đảng bộ các cấp từ ngày 10/10/2024. [^1] [^2]

## Điều 2–3. Nguyên tắc
- Bầu cử theo nguyên tắc tập trung dân chủ, bình đẳng, trực tiếp và đa số quá bán. [^2]

## Điều 6. Ban kiểm phiếu
- Ban kiểm phiếu do đoàn chủ tịch giới thiệu và đại hội biểu quyết thông qua. [^1]

## Chưa có trong kho
- Toàn văn các điều 4, 5.
"""


def changed(text, *changes):
    """A sample with some words replaced, each of which must be there."""
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    return text
