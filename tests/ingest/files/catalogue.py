"""The well-meant files of the acceptance set: how each is made, the text it must give, where words must be found."""

from __future__ import annotations

import codecs
from dataclasses import dataclass, replace
from functools import partial, reduce

from tests.ingest.files import charsets, writers_pdf, writers_word_marks
from tests.ingest.files.description import Description, Place, Table, readings, rewritten
from tests.ingest.files.layout import Print, printed
from tests.ingest.files.more_texts import ARTICLE, REPORT, RESOLUTION
from tests.ingest.files.texts import GUIDANCE, LETTER, REGULATION
from tests.ingest.files.writers_docx import (
    ARTICLES,
    SECTIONS,
    Dress,
    many_runs,
    one_run,
    running_lines,
    word_file,
)
from tests.ingest.files.writers_pdf import noisy, scanned, tilted
from tests.ingest.files.writers_text import (
    ADDRESS,
    Writer,
    by,
    encoded,
    half_decomposed,
    markdown,
    markdown_body,
    markdown_with_front_matter,
    page,
    page_in_old_font,
    page_in_windows_1258,
    portal,
)

TEXT_ERROR, SCAN_ERROR, POOR_SCAN_ERROR = 0.005, 0.03, 0.06


@dataclass(frozen=True, slots=True)
class Case:
    """One file.

    Attributes:
        id: names the case; with `suffix` the file.
        suffix: of the file, with the dot.
        description: what it says.
        write: makes it; where LibreOffice converts it, makes the Word file that is converted.
        allowed: the greatest character error.
        expected: the texts that are right; empty: those that follow from the description.
        converted: whether LibreOffice makes the file from a Word file.
        recognised: whether its letters must be recognised in a picture.
        paged: whether its pages are those of the description.
        encoding: the name of the encoding that must be told; empty where the format knows none.
        address: the web address that it must be known to come from.
        has_head: whether number, date, kind and issuer must be recognised.
    """

    id: str
    suffix: str
    description: Description
    write: Writer
    allowed: float = TEXT_ERROR
    expected: tuple[str, ...] = ()
    converted: bool = False
    recognised: bool = False
    paged: bool = False
    encoding: str = ""
    address: str = ""
    has_head: bool = True

    @property
    def file_name(self) -> str:
        return f"{self.id}{self.suffix}"

    @property
    def is_slow(self) -> bool:
        return self.converted or self.recognised

    @property
    def texts(self) -> tuple[str, ...]:
        """The stored texts that are right."""
        return self.expected or readings(self.description)


def _spanned(description: Description) -> Description:
    """A table that ends with one cell across all columns."""
    remark = ("Ghi chú: số liệu tính theo danh sách chi bộ đến hết tháng 10/2024.",)
    return replace(
        description,
        blocks=tuple(Table((*one.rows, remark)) if isinstance(one, Table) else one for one in description.blocks),
    )


def _typed(id: str, description: Description, write: Writer, encoding: str) -> Case:
    return Case(id, ".txt", description, write, encoding=encoding)


def _page(id: str, description: Description, write: Writer) -> Case:
    return Case(id, ".html", description, write)


_PLAIN = Dress(one_run)
_OLD_LETTER, _OLD_GUIDANCE, _OLD_REGULATION = (
    charsets.with_plain_signs(LETTER),
    charsets.with_plain_signs(GUIDANCE),
    charsets.with_plain_signs(REGULATION),
)

TYPED = (
    _typed("utf-8", LETTER, encoded("utf-8"), "UTF-8"),
    _typed("utf-8 with mark", GUIDANCE, encoded("utf-8", mark=codecs.BOM_UTF8), "UTF-8"),
    _typed("utf-16 little", REGULATION, encoded("utf-16-le", mark=codecs.BOM_UTF16_LE), "UTF-16"),
    _typed("utf-16 big", REPORT, encoded("utf-16-be", mark=codecs.BOM_UTF16_BE), "UTF-16"),
    _typed("utf-16 little without mark", LETTER, encoded("utf-16-le"), "UTF-16"),
    _typed("utf-16 big without mark", GUIDANCE, encoded("utf-16-be"), "UTF-16"),
    _typed("decomposed", LETTER, encoded("utf-8", form="NFD"), "UTF-8"),
    _typed("half decomposed", GUIDANCE, half_decomposed, "UTF-8"),
    _typed("windows line ends", REPORT, encoded("utf-8", ends="\r\n"), "UTF-8"),
    _typed("old mac line ends", ARTICLE, encoded("utf-8", ends="\r"), "UTF-8"),
    _typed("windows-1258", GUIDANCE, by(charsets.to_windows_1258), "Windows-1258"),
    _typed("windows-1258 article", ARTICLE, by(charsets.to_windows_1258), "Windows-1258"),
    replace(
        _typed("tcvn3", charsets.typed_in_abc(_OLD_LETTER), by(charsets.to_abc_bytes), "TCVN3"),
        expected=(*readings(charsets.typed_in_abc(_OLD_LETTER)), *readings(_OLD_LETTER)),  # capitals may be restored
        has_head=False,
    ),
    _typed("vni", _OLD_GUIDANCE, by(charsets.to_vni_bytes), "VNI"),
    _typed("viscii", _OLD_REGULATION, by(charsets.to_viscii), "VISCII"),
    Case("markdown", ".md", REPORT, markdown, expected=(markdown_body(REPORT),)),
    Case("markdown article", ".md", ARTICLE, markdown, expected=(markdown_body(ARTICLE),)),
    Case("front matter", ".md", REGULATION, markdown_with_front_matter, expected=(markdown_body(REGULATION),)),
)

PAGES = (
    _page("plain page", GUIDANCE, page()),
    replace(_page("plain page of a regulation", REGULATION, page()), suffix=".htm"),
    Case("portal", ".html", ARTICLE, portal, address=ADDRESS),
    Case("page in windows-1258", ".html", LETTER, page_in_windows_1258(charsets.to_windows_1258)),
    _page("page of entities", REPORT, page("ascii", declared="us-ascii", errors="xmlcharrefreplace")),
    _page("page in utf-16", LETTER, page("utf-16")),
    Case("page in vni font", ".html", _OLD_GUIDANCE, page_in_old_font("VNI-Times", charsets.to_vni)),
)

_marks = writers_word_marks
WORD = (
    Case("plain", ".docx", LETTER, word_file(Dress(one_run, layout_table=False))),
    Case("many runs", ".docx", GUIDANCE, word_file(Dress(many_runs))),
    Case("styles", ".docx", GUIDANCE, word_file(Dress(one_run, styles=True, finish=running_lines))),
    Case("numbered sections", ".docx", GUIDANCE, word_file(Dress(one_run, styles=True, levels=SECTIONS))),
    Case("numbered articles", ".docx", REGULATION, word_file(Dress(many_runs, levels=ARTICLES))),
    Case("layout table", ".docx", REGULATION, word_file(_PLAIN)),
    Case("footnotes", ".docx", REPORT, word_file(Dress(one_run, footnotes=True))),
    Case("tracked changes", ".docx", GUIDANCE, word_file(Dress(_marks.tracked))),
    Case("content controls", ".docx", LETTER, word_file(Dress(_marks.controlled, finish=_marks.wrap_in_controls))),
    Case("unbreakable signs", ".docx", LETTER, word_file(Dress(_marks.special_signs))),
    Case("links and bookmarks", ".docx", RESOLUTION, word_file(Dress(_marks.linked))),
    Case("merged cells", ".docx", _spanned(GUIDANCE), word_file(Dress(one_run, finish=_marks.merge_equal_cells))),
    Case("decomposed word", ".docx", REGULATION, word_file(Dress(_marks.decomposed))),
    Case("abc fonts", ".docx", LETTER, word_file(Dress(_marks.in_abc_fonts))),
    Case("abc fonts regulation", ".docx", REGULATION, word_file(Dress(_marks.in_abc_fonts))),
    Case("half in abc fonts", ".docx", GUIDANCE, word_file(Dress(_marks.half_in_abc_fonts))),
    Case("vni font", ".docx", GUIDANCE, word_file(Dress(_marks.in_vni_font))),
    Case("article", ".docx", ARTICLE, word_file(Dress(many_runs, styles=True))),
)

_office = partial(Case, converted=True)
OFFICE = (
    _office("office letter", ".doc", LETTER, word_file(_PLAIN)),
    _office("office regulation", ".doc", REGULATION, word_file(Dress(many_runs, levels=ARTICLES))),
    _office("office report", ".doc", REPORT, word_file(Dress(one_run, footnotes=True))),
    _office("office abc fonts", ".doc", LETTER, word_file(Dress(_marks.in_abc_fonts))),
    _office("office guidance", ".rtf", GUIDANCE, word_file(Dress(one_run, styles=True))),
    _office("office letter", ".rtf", LETTER, word_file(_PLAIN)),
    _office("office vni font", ".rtf", GUIDANCE, word_file(Dress(_marks.in_vni_font))),
    _office("office regulation", ".odt", REGULATION, word_file(_PLAIN)),
    _office("office report", ".odt", REPORT, word_file(Dress(one_run, styles=True, footnotes=True))),
    _office("office guidance", ".odt", GUIDANCE, word_file(Dress(one_run, levels=SECTIONS, finish=running_lines))),
    _office("office letter", ".pdf", LETTER, word_file(_PLAIN)),
    _office("office resolution", ".pdf", RESOLUTION, word_file(Dress(one_run, styles=True, finish=running_lines))),
    _office("office guidance", ".html", GUIDANCE, word_file(Dress(one_run, styles=True))),
)

_LONGER = {  # so that a line ends where its number is broken
    "Thực hiện Kế hoạch số": "Thực hiện ý kiến chỉ đạo của Thường trực Tỉnh uỷ và Kế hoạch số",
    "gửi qua mạng": "lập thành hai bản theo mẫu, gửi qua mạng",
}
_HYPHENATED = replace(
    rewritten(LETTER, lambda text: reduce(lambda one, old: one.replace(old, _LONGER[old]), _LONGER, text)),
    places=(
        Place("phần mở đầu", "Kế hoạch số 187-KH/TU, ngày 06/01/2025"),
        Place("mục 2, điểm b", "ít nhất năm hộ dân tiêu biểu trước khi trình chi bộ"),
        Place("mục 4", "gửi qua mạng Internet nội bộ về Ban Tổ chức"),
    ),
)
_RUNNING = "Văn kiện Đại hội Đảng bộ huyện Sơn Thượng"
PRINTED = (
    Case("two-column head", ".pdf", LETTER, printed(Print()), paged=True),
    Case("printed regulation", ".pdf", REGULATION, printed(Print()), paged=True),
    Case("running head", ".pdf", RESOLUTION, printed(Print(running=_RUNNING)), paged=True),
    Case("hyphenated", ".pdf", _HYPHENATED, printed(Print(writers_pdf.broken_at_hyphens, justified=True))),
    Case("table over two pages", ".pdf", REPORT, printed(Print(running=_RUNNING))),
    # A heading that comes again may stay or go: 48 of 2,800 characters.
    Case("table with repeated heading", ".pdf", REPORT, printed(Print(repeats=True)), allowed=0.02),
    Case("decomposed print", ".pdf", GUIDANCE, printed(Print(writers_pdf.decomposed))),
    Case("two columns", ".pdf", ARTICLE, printed(Print(columns=2, size=14))),
    Case(
        "abc fonts printed",
        ".pdf",
        LETTER,
        printed(Print(runs=charsets.abc_runs)),
        expected=(*readings(LETTER), *readings(charsets.typed_in_abc(LETTER))),
        has_head=False,
    ),
)

_scan = partial(Case, recognised=True, allowed=SCAN_ERROR)
SCANS = (
    _scan("clean letter", ".png", LETTER, scanned()),
    _scan("clean article", ".png", ARTICLE, scanned()),
    _scan("clean photograph", ".jpg", LETTER, scanned(quality=90)),
    _scan("clean pages", ".tiff", RESOLUTION, scanned(compression="tiff_lzw"), paged=True),
    _scan("clean regulation", ".pdf", REGULATION, scanned(), paged=True),
    _scan("half scanned", ".pdf", RESOLUTION, writers_pdf.half_scanned, paged=True),
    _scan("tilted", ".png", LETTER, scanned(tilted), allowed=POOR_SCAN_ERROR),
    _scan("noisy", ".jpg", LETTER, scanned(noisy, quality=80), allowed=POOR_SCAN_ERROR),
)

CASES: tuple[Case, ...] = (*TYPED, *PAGES, *WORD, *OFFICE, *PRINTED, *SCANS)
