"""The hostile files with what must become of each."""

from __future__ import annotations

from dataclasses import dataclass

from tests.ingest.files import hostile
from tests.ingest.files.hostile import GOOD_WORDS, ORDER, OUTSIDE_WORDS, Make, raw

_PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4
_PROGRAM = b"MZ\x90\0\x03\0\0\0" + bytes(range(256)) * 8


@dataclass(frozen=True, slots=True)
class Hostile:
    """A file and the outcomes that are right for it.

    Attributes:
        refused: a pattern that the sentence of refusal matches; empty where it must be read.
        holds: words that its stored text has, where it is read.
        lacks: words that no stored text may have.
        read: whether it may be read; with `refused`, both are right.
        ignored: it may also be left out without a word, since it is no file of the folder.
        slow: takes long to make or to read.
    """

    id: str
    name: str
    make: Make
    refused: str = ""
    holds: str = ""
    lacks: str = ""
    read: bool = False
    ignored: bool = False
    slow: bool = False


_ASCII = "Chi bo thon Doai hop ngay mong ba hang thang."
_ANY = r"[;,] hãy \w+"  # it says what to do

HOSTILE: tuple[Hostile, ...] = (
    Hostile("zip bomb", "bom nén.docx", hostile.zip_bomb, refused=_ANY),
    Hostile("zip bomb with a lying index", "bom nói dối.docx", hostile.lying_zip_bomb, refused=_ANY),
    Hostile("billion laughs", "tỷ tiếng cười.docx", hostile.billion_laughs, _ANY, lacks="hahahahaha" * 2, read=True),
    Hostile("external entity", "thực thể ngoài.docx", hostile.external_entity, _ANY, lacks=OUTSIDE_WORDS, read=True),
    Hostile("macro, object, remote template", "có macro.docx", hostile.macro, holds=GOOD_WORDS, read=True),
    Hostile(
        "entries that climb out", "leo ra ngoài.docx", hostile.escaping_entries, _ANY, lacks=OUTSIDE_WORDS, read=True
    ),
    Hostile("truncated Word file", "cụt đuôi.docx", hostile.truncated, refused=_ANY),
    Hostile("picture named as Word file", "ảnh giả.docx", raw(_PICTURE), refused=_ANY),
    Hostile(
        "locked cabinet named as Word file",
        "có khoá.docx",
        raw(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4096)),
        refused=_ANY,
    ),
    Hostile("program named as text", "chương trình.txt", raw(_PROGRAM), refused="nhị phân|không phải văn bản"),
    Hostile("program named as PDF", "chương trình.pdf", raw(_PROGRAM), refused=_ANY),
    Hostile("program named as old Word file", "chương trình.doc", raw(_PROGRAM), _ANY, slow=True),
    Hostile("empty text", "rỗng.txt", raw(b""), refused="không có nội dung|rỗng|trống"),
    Hostile("empty Word file", "rỗng.docx", raw(b""), refused=_ANY),
    Hostile("empty PDF", "rỗng.pdf", raw(b""), refused=_ANY),
    Hostile(
        "page with scripts and an order",
        "trang có mã.html",
        hostile.page_with_script,
        holds=GOOD_WORDS,
        lacks="đánh cắp",
        read=True,
    ),
    Hostile("text with an order", "ra lệnh.txt", raw(f"{GOOD_WORDS}\n{ORDER}\n".encode()), holds=ORDER, read=True),
    Hostile(
        "Markdown with scripts",
        "ghi chú.md",
        raw(f"# Họp\n\n{GOOD_WORDS}\n\n<script>alert(9)</script>\n".encode()),
        holds=GOOD_WORDS,
        read=True,
    ),
    Hostile("page nested 100,000 deep", "lồng sâu.html", hostile.nested_page, _ANY, holds=GOOD_WORDS, read=True),
    Hostile("RTF nested 100,000 deep", "lồng sâu.rtf", hostile.nested_rtf, _ANY, read=True, slow=True),
    Hostile(
        "link out of the folder",
        "liên kết.txt",
        hostile.symlink_out,
        "ngoài thư mục|liên kết",
        lacks=OUTSIDE_WORDS,
        ignored=True,
    ),
    Hostile(
        "control signs in the name",
        "tên\x07\n\x1b[31mđỏ.txt",
        raw(GOOD_WORDS.encode()),
        _ANY,
        holds=GOOD_WORDS,
        read=True,
    ),
    Hostile("PDF with password", "có mật khẩu.pdf", hostile.locked, refused="mật khẩu"),
    Hostile("PDF protected against changes", "chống sửa.pdf", hostile.protected, holds=_ASCII, read=True),
    Hostile("PDF with a broken index", "hỏng mục lục.pdf", hostile.without_index, _ANY, holds=_ASCII, read=True),
    Hostile(
        "PDF with a million objects",
        "triệu đối tượng.pdf",
        hostile.million_objects,
        _ANY,
        holds=_ASCII,
        read=True,
        slow=True,
    ),
    Hostile("PDF page that unpacks to 300 MB", "bom luồng.pdf", hostile.stream_bomb, refused=_ANY, slow=True),
    Hostile("picture of 30,000 by 30,000 dots", "khổng lồ.png", hostile.huge_picture, refused=_ANY, slow=True),
    Hostile(
        "one line of 50 MB",
        "một dòng.txt",
        hostile.long_line,
        refused=_ANY,
        holds="chi bo thon Doai",
        read=True,
        slow=True,
    ),
)
