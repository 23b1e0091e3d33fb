"""Answers to take along as a Word file in the layout of Party documents: A4, Times New Roman 14, numbered pages."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence

from docx import Document as new_docx
from docx.document import Document as Docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

from assistant.datatypes import Answer
from assistant.rendering.blocks import Block, Span, parse
from assistant.rendering.handout import (
    ANNEX,
    EXPLANATION,
    SOURCES,
    TITLE,
    Entry,
    Handout,
    annex_entries,
    question_line,
    source_line,
)

FONT = "Times New Roman"
# What XML cannot hold: control characters and lone surrogates.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def handout_docx(handout: Handout) -> bytes:
    """The whole handout as the bytes of a `.docx` file."""
    docx = new_docx()
    _lay_out(docx)
    _center(_paragraph(docx, [Span(TITLE.upper(), strong=True)]))
    _center(_paragraph(docx, [Span(handout.made_line, emphasis=True)]))
    _paragraph(docx, [Span(EXPLANATION, emphasis=True)])
    for number, answer in enumerate(handout.answers, start=1):
        _answer(docx, number, answer)
    _annex(docx, handout.answers)
    docx.core_properties.title = TITLE
    docx.core_properties.author = "Trợ lý Đại hội"
    docx.core_properties.language = "vi-VN"
    written = io.BytesIO()
    docx.save(written)
    return written.getvalue()


def _lay_out(docx: Docx) -> None:
    section = docx.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(20), Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    section.different_first_page_header_footer = True
    number = section.header.paragraphs[0]
    number.alignment = WD_ALIGN_PARAGRAPH.CENTER
    number.paragraph_format.space_after = Pt(6)
    _page_field(number)
    for name in ("Normal", "Heading 1", "Header", "List Bullet", "List Number"):
        _set_font(docx.styles[name])
    normal = docx.styles["Normal"].paragraph_format
    normal.space_after, normal.line_spacing = Pt(6), 1.15


def _set_font(style: object) -> None:
    assert isinstance(style, ParagraphStyle)
    style.font.name, style.font.size = FONT, Pt(14)
    style.font.color.rgb = None
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for kind in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(kind), FONT)
    for theme in ("w:asciiTheme", "w:hAnsiTheme", "w:cstheme", "w:eastAsiaTheme"):
        fonts.attrib.pop(qn(theme), None)


def _page_field(paragraph: Paragraph) -> None:
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        run = paragraph.add_run()
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.text = text
        run._r.append(element)


def _answer(docx: Docx, number: int, answer: Answer) -> None:
    heading = docx.add_heading(_written(question_line(number, answer)), level=1)
    heading.paragraph_format.space_before = Pt(14)
    for block in parse(answer.text):
        _block(docx, block)
    for note in answer.notes:
        for block in parse(note):
            _paragraph(docx, [Span(block.text, emphasis=True)])
    if answer.citations:
        _paragraph(docx, [Span(f"{SOURCES}:", strong=True)]).paragraph_format.keep_with_next = True
        for citation in answer.citations:
            _hanging(_paragraph(docx, [Span(source_line(citation))]))


def _block(docx: Docx, block: Block) -> None:
    if block.kind == "bullet":
        _paragraph(docx, block.spans, style="List Bullet")
    elif block.kind == "numbered":
        _hanging(_paragraph(docx, [Span(f"{block.label} "), *block.spans]))
    else:
        strong = block.kind == "heading"
        _paragraph(docx, [Span(one.text, strong or one.strong, one.emphasis) for one in block.spans])


def _annex(docx: Docx, answers: Sequence[Answer]) -> None:
    entries = annex_entries(answers)
    if not entries:
        return
    heading = _paragraph(docx, [Span(ANNEX.upper(), strong=True)])
    heading.paragraph_format.page_break_before = True
    _center(heading)
    for entry in entries:
        _entry(docx, entry)


def _entry(docx: Docx, entry: Entry) -> None:
    source = _paragraph(docx, [Span(entry.source_line, strong=True)])
    source.paragraph_format.keep_with_next = True
    _indent(_paragraph(docx, [Span(one.text, strong=one.is_quoted) for one in entry.pieces()]))
    addresses = [f"{one.title}: {one.url}" if one.url else one.title for one in entry.sources]
    if addresses:
        told = _paragraph(docx, [Span("Theo: " + "; ".join(addresses), emphasis=True)])
        _indent(told)


def _paragraph(docx: Docx, spans: Sequence[Span], style: str = "Normal") -> Paragraph:
    paragraph = docx.add_paragraph(style=style)
    paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    for span in spans:
        run = paragraph.add_run(_written(span.text))
        run.bold, run.italic = span.strong or None, span.emphasis or None
    return paragraph


def _written(text: str) -> str:
    return _UNWRITABLE.sub(" ", text)


def _center(paragraph: Paragraph) -> None:
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER


def _indent(paragraph: Paragraph) -> None:
    """Set in, and ragged: broken lines and addresses would be torn apart by justifying."""
    paragraph.paragraph_format.left_indent = Mm(10)
    paragraph.alignment = WD_ALIGN_PARAGRAPH.LEFT


def _hanging(paragraph: Paragraph) -> None:
    paragraph.paragraph_format.left_indent, paragraph.paragraph_format.first_line_indent = Mm(10), Mm(-10)
