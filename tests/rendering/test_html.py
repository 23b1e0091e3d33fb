"""HTML of answers: what came from outside is shown, never run."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.rendering.excerpts import Excerpt
from assistant.rendering.html import excerpt_html, highlighted_html, link_html, markdown_html


def mark(number):
    return f"<a>{number}</a>"


def test_lists_paragraphs_and_marks():
    result = markdown_html("**Theo Quy chế:**\n- một [1]\n- hai\n\n3. ba\n\nhết", mark)

    assert result == (
        '<p><strong>Theo Quy chế:</strong></p><ul><li><span class="unbroken">một <a>1</a></span></li><li>hai</li></ul>'
        '<ol><li value="3">ba</li></ol><p>hết</p>'
    )


@pytest.mark.parametrize(
    "text",
    ["<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "- <b>đậm</b>", "**<i>**", '" onmouseover="x'],
)
def test_markup_in_an_answer_is_shown_as_text(text):
    result = markdown_html(text, mark)

    assert not re.search(r"<(?!/?(p|ul|li|strong|em|br)\b)", result)


@given(st.text(alphabet="<>&\"'*[]()\\#-> \n1a", max_size=60))
def test_no_sign_of_the_input_becomes_a_tag(text):
    result = markdown_html(text, mark)

    assert (
        re.sub(
            r"</?(p|ul|ol|li|strong|em|br|h4|blockquote|a|span)( value=\"\d+\"| class=\"unbroken\")?>", "", result
        ).find("<")
        == -1
    )


def test_excerpt_marks_exactly_the_quote():
    result = excerpt_html(Excerpt("… trước <b> ", "lời & dẫn", " sau"))

    assert "<mark>lời &amp; dẫn</mark>" in result
    assert "trước &lt;b&gt; " in result


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ([(0, 2)], "<mark>a&lt;</mark>bcd"),
        ([(3, 5), (0, 1)], "<mark>a</mark>&lt;b<mark>cd</mark>"),
        ([(0, 3), (1, 4)], "<mark>a&lt;b</mark><mark>c</mark>d"),
        ([(1, 1)], "a&lt;bcd"),
        ([], "a&lt;bcd"),
    ],
)
def test_highlights_may_overlap_and_stay_in_order(spans, expected):
    assert highlighted_html("a<bcd", spans) == expected


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "data:text/html,x", "", "/etc/passwd", 'http://x" onload="y']
)
def test_link_that_is_not_of_the_web_is_text(address):
    assert link_html("Báo <Tỉnh>", address) == "Báo &lt;Tỉnh&gt;"


def test_link_opens_apart_and_tells_nothing():
    result = link_html("Báo", "https://bao.example/a?b=1&c=2")

    assert 'href="https://bao.example/a?b=1&amp;c=2"' in result
    assert 'rel="noopener noreferrer nofollow"' in result


def test_mark_never_stands_alone_on_a_line():
    page = markdown_html("- “Phiếu kín.” [1][2]", lambda marker: f"<b>{marker}</b>")

    assert page == '<ul><li>“Phiếu <span class="unbroken">kín.” <b>1</b></span><b>2</b></li></ul>'
