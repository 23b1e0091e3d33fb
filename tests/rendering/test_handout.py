"""What is taken along, read back: Markdown and Word hold questions, answers, references, annex and date."""

import io
import re
from dataclasses import replace
from datetime import datetime

import pytest
from docx import Document as read_docx
from docx.shared import Pt

from assistant.rendering.blocks import parse
from assistant.rendering.handout import Handout, Piece, annex_entries
from assistant.rendering.markdown import handout_markdown
from assistant.rendering.references import citation_reference
from assistant.rendering.word import handout_docx
from tests.ui.sample import HOSTILE, SampleAssistant

ASSISTANT = SampleAssistant()
FIRST = ASSISTANT.ask("gửi báo cáo chính trị trước mấy ngày?")
SECOND = ASSISTANT.ask("giá vàng hôm nay")
HANDOUT = Handout((FIRST, SECOND), datetime(2026, 11, 5, 14, 30), "Kho có 5 văn bản, 1 bản lược thuật.")


def paragraphs(handout):
    return [one.text for one in read_docx(io.BytesIO(handout_docx(handout))).paragraphs]


def test_word_file_holds_questions_answers_and_every_reference():
    lines = paragraphs(HANDOUT)

    assert "Câu 1. gửi báo cáo chính trị trước mấy ngày?" in lines
    assert "“Chi bộ gửi báo cáo chính trị cho đảng viên trước đại hội ít nhất năm ngày.” [1]" in lines
    assert "Câu 2. giá vàng hôm nay" in lines
    for citation in FIRST.citations:
        assert f"[{citation.marker}] {citation_reference(citation)}" in lines
    assert lines[1] == "Lập ngày 05/11/2026, 14:30. Kho có 5 văn bản, 1 bản lược thuật."


def test_word_annex_quotes_the_passages_with_the_words_marked():
    docx = read_docx(io.BytesIO(handout_docx(HANDOUT)))
    annex = [one.text for one in docx.paragraphs].index("PHỤ LỤC: CÁC ĐOẠN ĐƯỢC TRÍCH")

    bold = [run.text for one in docx.paragraphs[annex:] for run in one.runs if run.bold]

    assert docx.paragraphs[annex].paragraph_format.page_break_before
    for citation in FIRST.citations:
        assert citation.quote in bold
    assert "Theo: Trang tin huyện Sông Mẫu: https://song-mau.example/ct-2" in [one.text for one in docx.paragraphs]


def test_word_layout_is_that_of_party_documents():
    docx = read_docx(io.BytesIO(handout_docx(HANDOUT)))
    section, normal = docx.sections[0], docx.styles["Normal"]

    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    margins = (section.left_margin, section.right_margin, section.top_margin, section.bottom_margin)
    assert [round(one.mm) for one in margins] == [30, 15, 20, 20]
    assert (normal.font.name, normal.font.size) == ("Times New Roman", Pt(14))
    assert "PAGE" in section.header.paragraphs[0]._p.xml
    assert section.different_first_page_header_footer


def test_characters_that_word_cannot_hold_do_not_break_the_file():
    odd = replace(FIRST, question="một\x0bhai\x00 ba\ud800", text="bốn\x01 năm [1]")

    assert "Câu 1. một hai ba" in [" ".join(one.split()) for one in paragraphs(replace(HANDOUT, answers=(odd,)))]


def test_markdown_holds_the_same_and_reads_back():
    text = handout_markdown(HANDOUT)

    blocks = [block.text for block in parse(text)]
    assert "Câu 1. gửi báo cáo chính trị trước mấy ngày?" in blocks
    for citation in FIRST.citations:
        assert f"[{citation.marker}] {citation_reference(citation)}" in blocks
        assert citation.quote in blocks
    assert "5 văn bản, 1 bản lược thuật" in text


@pytest.mark.parametrize("make", [handout_markdown, lambda handout: "\n".join(paragraphs(handout))])
def test_answer_without_citations_has_no_annex(make):
    assert "phụ lục" not in make(replace(HANDOUT, answers=(SECOND,))).lower()


def test_markdown_of_hostile_titles_is_escaped():
    answer = ASSISTANT.ask("biển hiệu ghi chữ đậm")

    text = handout_markdown(replace(HANDOUT, answers=(answer,)))

    assert re.findall(r"(?<!\\)<", text) == []
    assert HOSTILE.number in text


def test_marks_of_sources_around_a_quotation_are_left_out_and_the_quotation_stays_exact():
    citation = FIRST.citations[0]
    around = f"Trước đó. [^3] [^12]\n- {citation.quote} [^3]\n- Sau đó. [^4]"
    cited = replace(citation, passage=replace(citation.passage, text=around))

    assert pieces_of(cited) == [("Trước đó.\n- ", False), (citation.quote, True), ("\n- Sau đó.", False)]


def pieces_of(*citations):
    (entry,) = annex_entries([replace(FIRST, citations=citations)])
    return [(one.text, one.is_quoted) for one in entry.pieces()]


def test_citations_of_one_passage_share_one_entry_of_the_annex():
    whole = replace(FIRST.citations[0], passage=replace(FIRST.citations[0].passage, text="Một hai. Ba bốn. Năm sáu."))
    cited = [replace(whole, marker=marker, quote=quote) for marker, quote in ((1, "Năm sáu."), (3, "Một hai."))]
    other = replace(FIRST.citations[1], marker=2)
    first = replace(FIRST, citations=(cited[0], other, cited[1]))
    again = replace(FIRST, citations=(replace(cited[0], marker=1),))

    shared, alone = annex_entries([first, again])

    assert shared.source_line == f"Câu 1, nguồn [1], [3]; Câu 2, nguồn [1]: {citation_reference(whole)}"
    assert shared.pieces() == (Piece("Một hai.", True), Piece(" Ba bốn. ", False), Piece("Năm sáu.", True))
    assert alone.citation == other
    lines = paragraphs(replace(HANDOUT, answers=(first, again)))
    assert lines.count("Một hai. Ba bốn. Năm sáu.") == 1
    assert handout_markdown(replace(HANDOUT, answers=(first, again))).count("> **Một hai.** Ba bốn. **Năm sáu.**") == 1


def test_quotations_that_overlap_are_marked_once_and_one_that_reaches_beyond_its_passage_stands_alone():
    whole = replace(FIRST.citations[0], passage=replace(FIRST.citations[0].passage, text="Một hai ba."))
    one, other, beyond = (replace(whole, quote=quote) for quote in ("Một hai", "hai ba", "hai ba. Bốn"))

    assert pieces_of(one, other) == [("Một hai", True), (" ba", True), (".", False)]
    assert [entry.pieces() for entry in annex_entries([replace(FIRST, citations=(one, beyond))])] == [
        (Piece("Một hai", True), Piece(" ba.", False)),
        (Piece("hai ba. Bốn", True),),
    ]


def test_rows_of_a_table_are_written_without_bars():
    row = "| Thôn Thượng | 12 |"
    whole = replace(FIRST.citations[0], quote=row)
    cited = replace(whole, passage=replace(whole.passage, text=f"| Thôn | Số |\n{row}"))

    assert pieces_of(cited) == [("Thôn – Số\n", False), ("Thôn Thượng – 12", True)]
