from datetime import date

import pytest

from assistant.datatypes import Relation, Source
from assistant.errors import DocumentError
from ingest.frontmatter import split_front_matter

FULL = """---
id: huong-dan-05-hd-thu-2031
number: 05-HD/THU
kind: hướng dẫn
title: "Về đại hội: những việc cần làm"
issuer: Ban Thử
issued: 2031-02-03
signer:
congress: [XIV, XV]
levels: [chi bộ, cơ sở]
authority: hướng dẫn
validity: được thay thế
effective: 2031-03-01
expired:
as_of: 2031-11
relations: [{type: thay thế, target: huong-dan-01-hd-thu-2026}]
provenance: lược thuật
sources: {2: {title: Báo Thử, url: "https://example.vn/a?b=1"}, 7: {title: Sổ tay, url: ""}}
---
## Một

- Câu. [^2]
"""


def test_every_field_is_read():
    front = split_front_matter(FULL, "a.md")

    assert front is not None
    assert front.body == "## Một\n\n- Câu. [^2]\n"
    assert dict(front.fields) == {
        "id": "huong-dan-05-hd-thu-2031",
        "number": "05-HD/THU",
        "kind": "hướng dẫn",
        "title": "Về đại hội: những việc cần làm",
        "issuer": "Ban Thử",
        "issued": date(2031, 2, 3),
        "congress": ("XIV", "XV"),
        "levels": ("chi bộ", "cơ sở"),
        "authority": "hướng dẫn",
        "validity": "được thay thế",
        "effective": date(2031, 3, 1),
        "as_of": "2031-11",
        "relations": (Relation("thay thế", "huong-dan-01-hd-thu-2026"),),
        "provenance": "lược thuật",
        "sources": (Source(2, "Báo Thử", "https://example.vn/a?b=1"), Source(7, "Sổ tay", "")),
    }


@pytest.mark.parametrize("text", ["Không có gì.", "# Tiêu đề\n---\n", "----\na: b\n----\n", ""])
def test_text_without_front_matter_has_none(text):
    assert split_front_matter(text, "a.md") is None


def test_empty_front_matter_has_no_fields():
    front = split_front_matter("---\n---\nNội dung.", "a.md")

    assert front is not None
    assert (dict(front.fields), front.body) == ({}, "Nội dung.")


def test_empty_values_are_left_out():
    front = split_front_matter("---\nid: a\nlevels:\nsources:\nrelations: []\n---\n", "a.md")

    assert front is not None
    assert dict(front.fields) == {"id": "a"}


@pytest.mark.parametrize(
    ("lines", "line", "field", "said"),
    [
        pytest.param(["id: a", "color: red"], 3, "color", "không có trường nào", id="unknown field"),
        pytest.param(["id: a", "id: b"], 3, "id", "hai lần", id="field twice"),
        pytest.param(["id: Chỉ thị 35"], 2, "id", "chữ thường không dấu", id="id with blanks"),
        pytest.param(["id: a", "kind: chi thi"], 3, "kind", "chọn một trong: chỉ thị", id="unknown kind"),
        pytest.param(["authority: cao"], 2, "authority", "chọn một trong: chỉ đạo", id="unknown authority"),
        pytest.param(["validity: hết"], 2, "validity", "chọn một trong: còn hiệu lực", id="unknown validity"),
        pytest.param(["levels:", "  - chi bộ", "  - thôn"], 4, "levels", "thôn", id="unknown level, line of the item"),
        pytest.param(["levels: chi bộ"], 2, "levels", "danh sách", id="level without list"),
        pytest.param(["title: [a, b]"], 2, "title", "một giá trị", id="list for a text"),
        pytest.param(["issued: 30/5/2019"], 2, "issued", "2019-05-30", id="date in another form"),
        pytest.param(["issued: 2019-02-30"], 2, "issued", "năm-tháng-ngày", id="impossible date"),
        pytest.param(["as_of: 2026-13"], 2, "as_of", "2026-11", id="impossible month"),
        pytest.param(["congress: [13]"], 2, "congress", "La Mã", id="term in Arabic digits"),
        pytest.param(["provenance: chép"], 2, "provenance", "nguyên văn", id="unknown provenance"),
        pytest.param(["relations: [{type: hướng dẫn}]"], 2, "relations", "target", id="relation without target"),
        pytest.param(["relations: [{type: nói về, target: a}]"], 2, "relations", "căn cứ", id="unknown relation"),
        pytest.param(["sources: [a]"], 2, "sources", "title, url", id="sources as a list"),
        pytest.param(["sources:", "  x: {title: a, url: b}"], 3, "sources", "số thứ tự", id="source without number"),
        pytest.param(["sources:", "  1: {title: a, url: b}"], 3, "sources", "http", id="source without address"),
        pytest.param(["sources:", "  1: {title: a}"], 3, "sources", "url", id="source without url"),
        pytest.param(["id: a", "title: Chỉ thị: mới"], 3, "title", "ngoặc kép", id="colon in a value"),
        pytest.param(["id: a", "title: 'mở"], 3, "title", "YAML", id="open quotation"),
        pytest.param(["id: a", "levels: [a"], 3, "levels", "YAML", id="open bracket"),
    ],
)
def test_fault_is_named_with_line_and_field(lines, line, field, said):
    text = "\n".join(["---", *lines, "---", "Nội dung."])

    with pytest.raises(DocumentError) as caught:
        split_front_matter(text, "tài liệu.md")

    message = str(caught.value)
    assert f"tài liệu.md: phần khai báo sai ở dòng {line}, trường “{field}”" in message
    assert said in message
    assert "\n" not in message


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("---\nid: a\n", "không có dòng --- đóng", id="never closed"),
        pytest.param("---\n- a\n- b\n---\n", "trường: giá trị", id="a list"),
        pytest.param("---\nchỉ là chữ\n---\n", "trường: giá trị", id="a sentence"),
        pytest.param("---\nid: a\x01\n---\n", "ký tự lạ", id="control character"),
        pytest.param(f"---\nlevels: {'[' * 5000}\n---\n", "lồng nhau", id="thousands of brackets"),
    ],
)
def test_what_is_no_front_matter_is_refused(text, said):
    with pytest.raises(DocumentError, match=said):
        split_front_matter(text, "a.md")
