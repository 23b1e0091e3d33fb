"""Markdown of an answer to blocks: only what answers use, and never markup out of a quotation."""

import pytest

from assistant.rendering.blocks import Block, Span, parse


def test_lead_and_quotations_become_a_paragraph_and_items():
    blocks = parse("Theo Quy chế 5-QC (09/3/2021):\n- “Hội trường treo cờ.” [1]\n- “Có hoa.” [12]")

    assert [block.kind for block in blocks] == ["paragraph", "bullet", "bullet"]
    assert blocks[1].spans == (Span("“Hội trường treo cờ.” "), Span("[1]", mark=1))
    assert blocks[2].spans[-1].mark == 12


@pytest.mark.parametrize(
    ("markdown", "spans"),
    [
        pytest.param(r"2\*3 \[1\] \<b\>", (Span("2*3 [1] <b>"),), id="escaped signs are plain text"),
        pytest.param(
            "**Một *hai* [3]** ba",
            (
                Span("Một ", strong=True),
                Span("hai", strong=True, emphasis=True),
                Span(" ", strong=True),
                Span("[3]", strong=True, mark=3),
                Span(" ba"),
            ),
            id="marks and italics inside bold",
        ),
        pytest.param("a * b * c", (Span("a * b * c"),), id="lone stars stay"),
        pytest.param("**mở mà không đóng", (Span("**mở mà không đóng"),), id="open bold stays"),
        pytest.param("[1](http://x.example)", (Span("[1](http://x.example)"),), id="a link is no mark"),
        pytest.param("<script>x</script>", (Span("<script>x</script>"),), id="HTML stays text"),
        pytest.param("[1234]", (Span("[1234]"),), id="a year is no mark"),
    ],
)
def test_inline_signs(markdown, spans):
    assert parse(markdown) == (Block("paragraph", spans),)


def test_lines_of_a_paragraph_stay_lines():
    assert parse("một\nhai\n\nba") == (
        Block("paragraph", (Span("một\nhai"),)),
        Block("paragraph", (Span("ba"),)),
    )


def test_headings_numbers_and_quotations_are_told_apart():
    blocks = parse("## Đầu đề\n1. một\n2) hai\n> trích")

    assert [(block.kind, block.label, block.text) for block in blocks] == [
        ("heading", "", "Đầu đề"),
        ("numbered", "1.", "một"),
        ("numbered", "2)", "hai"),
        ("quotation", "", "trích"),
    ]


def test_two_marks_in_a_row_stay_two():
    assert [span.mark for span in parse("x [1][2]")[0].spans] == [None, 1, 2]


def test_empty_text_has_no_blocks():
    assert parse(" \n\n") == ()
