import re
from datetime import date

from assistant.answering.lines import LESSONS_HEADING, Frame, Line, cite, compose_lines, quotation
from assistant.datatypes import DIGEST, LESSON, Document, Passage, Source

TEXT = "## Mục 3\n- Chi bộ bầu ban kiểm phiếu. [^1] [^3]\n- Phiếu [hợp lệ] có dấu. [^2]\nĐoạn thường"
SOURCES = tuple(Source(key, f"Nguồn {key}", f"https://example.vn/{key}") for key in (1, 2, 3))


def document(name="quy-che", **fields):
    known = {"number": "190-QĐ/TW", "kind": "quy định", "issued": date(2024, 10, 10), "authority": "quy định"}
    return Document(name, "Tên", f"{name}.md", **{**known, "sources": SOURCES, "provenance": DIGEST, **fields})


def passage(name="quy-che", text=TEXT, start=40):
    return Passage(f"{name}:1", name, text, start, start + len(text), "mục 3, đoạn 1", 0)


def cited(words, **fields):
    """The citation of the line of TEXT that holds these words, list sign and marks included."""
    owner = document(**fields)
    start = TEXT.rindex("\n", 0, TEXT.index(words)) + 1
    end = (TEXT + "\n").index("\n", start)
    return cite(passage(owner.id), owner, 40 + start, 40 + end)


def test_a_quotation_leaves_list_sign_and_source_marks_out_and_names_the_sources():
    citation = cited("Chi bộ")

    assert citation.quote == "Chi bộ bầu ban kiểm phiếu."
    assert TEXT[citation.start - 40 : citation.end - 40] == citation.quote
    assert [source.key for source in citation.sources] == [1, 3]


def test_a_quotation_without_marks_has_no_sources():
    assert cited("Đoạn").quote == "Đoạn thường"
    assert cited("Đoạn").sources == ()


def test_each_mark_has_its_citation_and_one_stretch_one_mark():
    composed = compose_lines(
        [
            Line("Một", (cited("Chi bộ"),)),
            Line("Hai", (cited("Phiếu"), cited("Chi bộ"))),
            Line("Ba", (cited("Chi bộ"),)),
        ],
        Frame(),
    )

    assert [line for line in composed.text.splitlines() if line.startswith("-")] == [
        "- Một [1]",
        "- Hai [2][1]",
        "- Ba [1]",
    ]
    assert [one.marker for one in composed.citations] == [1, 2]
    assert composed.citations[1].quote == "Phiếu [hợp lệ] có dấu."


def test_the_document_is_named_with_date_place_and_what_replaced_it():
    replaced = cited("Chi bộ", validity="được thay thế")

    text = compose_lines([quotation(replaced)], Frame(replaced_by={"quy-che": "Quy định 5-QĐ/TW"})).text

    assert text.splitlines()[0] == (
        "Theo Quy định 190-QĐ/TW (10/10/2024, bản lược thuật), mục 3, đoạn 1"
        " – văn bản đã được thay thế bởi Quy định 5-QĐ/TW:"
    )


LESSON_FIRST = [
    quotation(cited("Chi bộ", name="bai-hoc", authority=LESSON)),
    quotation(cited("Chi bộ", name="huong-dan", authority="hướng dẫn")),
    quotation(cited("Chi bộ", name="quy-che")),
    quotation(cited("Phiếu", name="huong-dan", authority="hướng dẫn")),
]


def test_lines_stay_in_their_order_by_document_with_lessons_apart_at_the_end():
    composed = compose_lines(LESSON_FIRST, Frame())

    assert [one.document.id for one in composed.citations] == ["huong-dan", "huong-dan", "quy-che", "bai-hoc"]
    assert composed.text.count(LESSONS_HEADING) == 1
    assert composed.text.index("[3]") < composed.text.index(LESSONS_HEADING) < composed.text.index("[4]")


def test_a_lesson_that_was_asked_for_by_name_stands_where_it_was_said():
    composed = compose_lines(LESSON_FIRST, Frame(asked_of=("bai-hoc",)))

    assert composed.citations[0].document.id == "bai-hoc"
    assert LESSONS_HEADING not in composed.text


def test_lessons_alone_need_no_heading():
    assert LESSONS_HEADING not in compose_lines(LESSON_FIRST[:1], Frame()).text


def test_a_text_cannot_become_markup_or_a_mark():
    line = quotation(cited("Phiếu"))

    assert line.text == "“Phiếu \\[hợp lệ\\] có dấu.”"
    assert re.findall(r"(?<!\\)\[(\d+)\]", compose_lines([line], Frame()).text) == ["1"]


def test_no_lines_compose_to_nothing():
    assert compose_lines([], Frame()).text == ""
