"""What Word keeps inside its files: tracked changes, content controls, special signs, old fonts, merged cells."""

from __future__ import annotations

import unicodedata
from typing import Any
from xml.sax.saxutils import escape

from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

from tests.ingest.files.charsets import abc_runs, to_vni
from tests.ingest.files.writers_docx import FillParagraph

_CHANGE = 'w:id="{}" w:author="Người sửa" w:date="2025-01-02T03:04:05Z"'


def tracked(paragraph: Any, text: str) -> None:
    """The second half was inserted, and words that stood between were deleted; both are still marked."""
    half = len(text) // 2
    inserted = f"<w:ins {nsdecls('w')} {_CHANGE.format(1)}><w:r>{_text(text[half:])}</w:r></w:ins>"
    gone = '<w:r><w:delText xml:space="preserve">câu này đã bị gạch bỏ </w:delText></w:r>'
    deleted = f"<w:del {nsdecls('w')} {_CHANGE.format(2)}>{gone}</w:del>"
    moved = f"<w:moveFrom {nsdecls('w')} {_CHANGE.format(3)}><w:r>{_text('đoạn đã chuyển đi ')}</w:r></w:moveFrom>"
    paragraph.add_run(text[:half])
    for xml in (deleted, moved, inserted):
        paragraph._p.append(parse_xml(xml))


def _text(words: str) -> str:
    return f'<w:t xml:space="preserve">{escape(words)}</w:t>'


def controlled(paragraph: Any, text: str) -> None:
    """The second half stands in a content control, as forms have them."""
    half = len(text) // 2
    paragraph.add_run(text[:half])
    control = (
        f"<w:sdt {nsdecls('w')}><w:sdtPr><w:alias w:val='Ô nhập'/><w:text/></w:sdtPr>"
        f"<w:sdtContent><w:r>{_text(text[half:])}</w:r></w:sdtContent></w:sdt>"
    )
    paragraph._p.append(parse_xml(control))


def wrap_in_controls(document: Any) -> None:
    """Put every second paragraph of the body into a content control of its own."""
    for paragraph in document.paragraphs[::2]:
        control = parse_xml(f"<w:sdt {nsdecls('w')}><w:sdtPr/><w:sdtContent/></w:sdt>")
        paragraph._p.addprevious(control)
        control.find(qn("w:sdtContent")).append(paragraph._p)


def special_signs(paragraph: Any, text: str) -> None:
    """Hyphens and blanks that do not break, as Word types them in document numbers, and spell-check marks."""
    run = paragraph.add_run()
    for i, piece in enumerate(text.replace(" năm ", "\u00a0năm\u00a0").split("-")):
        if i:
            run._r.append(OxmlElement("w:noBreakHyphen"))
        if piece:
            run._r.append(parse_xml(_text(piece).replace("<w:t ", f"<w:t {nsdecls('w')} ", 1)))
    mark = OxmlElement("w:proofErr")
    mark.set(qn("w:type"), "spellStart")
    paragraph._p.append(mark)


def linked(paragraph: Any, text: str) -> None:
    """The last words are a link, the first carry a bookmark and a comment's range."""
    start = max(0, len(text) - 12)
    paragraph._p.append(parse_xml(f'<w:bookmarkStart {nsdecls("w")} w:id="5" w:name="dau_trang"/>'))
    paragraph.add_run(text[:start])
    paragraph._p.append(parse_xml(f'<w:bookmarkEnd {nsdecls("w")} w:id="5"/>'))
    link = f'<w:hyperlink {nsdecls("w")} w:anchor="dau_trang"><w:r>{_text(text[start:])}</w:r></w:hyperlink>'
    paragraph._p.append(parse_xml(link))


def decomposed(paragraph: Any, text: str) -> None:
    """Letters and their marks apart, as a Mac gives them."""
    paragraph.add_run(unicodedata.normalize("NFD", text))


def in_abc_fonts(paragraph: Any, text: str) -> None:
    """Typed in .VnTime, words of capitals in .VnTimeH with small letters."""
    for typed, font in abc_runs(text):
        if typed:
            _run_in_font(paragraph, typed, font)


def in_vni_font(paragraph: Any, text: str) -> None:
    """Typed in VNI-Times, in runs that may part a letter from its mark."""
    written = to_vni(text)
    for start in range(0, len(written), 11):
        _run_in_font(paragraph, written[start : start + 11], "VNI-Times")


def _run_in_font(paragraph: Any, text: str, font: str) -> None:
    run = paragraph.add_run(text)
    run.font.name = font
    run._r.rPr.rFonts.set(qn("w:cs"), font)


def half_in_abc_fonts(paragraph: Any, text: str) -> None:
    """Headings in capitals retyped in Unicode, the rest left in the old font."""
    fill: FillParagraph = (lambda to, words: to.add_run(words)) if text.isupper() else in_abc_fonts
    fill(paragraph, text)


def merge_equal_cells(document: Any) -> None:
    """Merge cells of one column that say the same below each other, in every table with a heading."""
    for table in document.tables:
        if len(table.rows) < 3:
            continue
        for column in range(len(table.columns)):
            _merge_column(table, column)


def _merge_column(table: Any, column: int) -> None:
    for row in range(len(table.rows) - 2, 0, -1):
        upper, lower = table.cell(row, column), table.cell(row + 1, column)
        if upper.text == lower.text and upper._tc.grid_span == lower._tc.grid_span == 1:
            for paragraph in lower.paragraphs:
                paragraph.clear()
            merged = upper.merge(lower)
            for paragraph in merged.paragraphs[1:]:
                if not paragraph.text:
                    paragraph._p.getparent().remove(paragraph._p)
