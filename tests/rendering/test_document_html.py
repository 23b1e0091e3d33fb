"""A document to read: anchors, table of contents, and exactly the given stretch highlighted."""

import re
from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from assistant.datatypes import Passage
from assistant.rendering.document_html import Heading, contents, document_html

TEXT = "## I. Yêu cầu\n- Phông màu đỏ. [^3]\n- Có <b>hoa</b>. [^3] [^4]\n\nHết.\n"
PASSAGES = (
    Passage("a", "d", "Phông màu đỏ.", 16, 29, "mục I", 0, ("I. Yêu cầu",)),
    Passage("b", "d", "Có <b>hoa</b>.", 37, 51, "mục I", 1, ("I. Yêu cầu",)),
    Passage("c", "d", "Hết.", 63, 67, "", 2),
)


def marked(html):
    return [unescape(re.sub(r"<[^>]+>", "", one)) for one in re.findall(r"<mark[^>]*>(.*?)</mark>", html)]


def without_links(html):
    return re.sub(r' <a class="here".*?</a>', "", html)


def test_lines_become_headings_and_lists_with_anchors():
    assert without_links(document_html(TEXT, PASSAGES)) == (
        "<h3>I. Yêu cầu</h3><ul>"
        '<li id="doan-1">Phông màu đỏ.<sup class="source-mark"><a href="#nguon-3" aria-label="Nguồn 3">3</a></sup></li>'
        '<li id="doan-2">Có &lt;b&gt;hoa&lt;/b&gt;.'
        '<sup class="source-mark"><a href="#nguon-3" aria-label="Nguồn 3">3</a></sup>'
        '<sup class="source-mark"><a href="#nguon-4" aria-label="Nguồn 4">4</a></sup></li>'
        '</ul><p id="doan-3">Hết.</p>'
    )


def test_each_passage_can_be_linked_to():
    assert re.findall(r'class="here" href="#([^"]+)"', document_html(TEXT, PASSAGES)) == ["doan-1", "doan-2", "doan-3"]


def test_highlight_is_the_stretch_and_nothing_else():
    html = document_html(TEXT, PASSAGES, [(37, 51)])

    assert marked(html) == ["Có <b>hoa</b>."]
    assert html.count('id="trich"') == 1


def test_highlight_across_lines_leaves_signs_and_source_marks_out():
    assert marked(document_html(TEXT, PASSAGES, [(16, 51)])) == ["Phông màu đỏ.", "Có <b>hoa</b>."]


def test_highlights_are_numbered_targets():
    html = document_html(TEXT, PASSAGES, [(16, 21), (63, 66)])

    assert marked(html) == ["Phông", "Hết"]
    assert re.findall(r'<mark id="([^"]+)"', html) == ["trich", "trich-2"]


@given(st.text(alphabet="ab <>&\n#-[^1]", max_size=80), st.integers(0, 90), st.integers(0, 90))
def test_any_text_is_escaped(text, start, end):
    html = document_html(text, (), [(start, end)])

    bare = re.sub(r"</?(?:p|ul|li|h\d|mark|sup|a)(?: (?:id|class|href|aria-label)=\"[^\"<>]*\")*>", "", html)
    assert "<" not in bare


def test_contents_follow_the_heading_paths():
    passages = [
        Passage("1", "d", "", 0, 0, "", 0, ("Phần một", "I. Đầu")),
        Passage("2", "d", "", 0, 0, "", 1, ("Phần một", "I. Đầu")),
        Passage("3", "d", "", 0, 0, "", 2, ("Phần một", "II. Sau")),
        Passage("4", "d", "", 0, 0, "", 3),
        Passage("5", "d", "", 0, 0, "", 4, ("Phần hai",)),
        Passage("6", "d", "", 0, 0, "", 5, ("Phần hai", "| TT | Chi bộ |")),
    ]

    assert contents(passages) == (
        Heading("doan-1", "Phần một", 1),
        Heading("doan-1", "I. Đầu", 2),
        Heading("doan-3", "II. Sau", 2),
        Heading("doan-5", "Phần hai", 1),
    )


ROWS = "Bảng phân bổ:\n| Thôn | Số |\n| Thượng | 12 |\n\n\fSang trang.\n"


def test_rows_are_a_table_and_pages_are_numbered_where_they_begin():
    assert document_html(ROWS, ()) == (
        "<p>Bảng phân bổ:</p><table><tr><td>Thôn</td><td>Số</td></tr><tr><td>Thượng</td><td>12</td></tr></table>"
        '<p class="page-number">Trang 2</p><p>Sang trang.</p>'
    )


def test_a_highlighted_row_is_one_place_though_each_cell_is_marked():
    row, words = ROWS.index("| Thượng"), ROWS.index("Sang")

    html = document_html(ROWS, (), [(row, ROWS.index("\n\n")), (words, words + 4)])

    assert '<td><mark id="trich"> Thượng </mark></td><td><mark class="goes-on"> 12 </mark></td>' in html
    assert '<mark id="trich-2">Sang</mark>' in html
