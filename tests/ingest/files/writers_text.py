"""Plain text, Markdown and web pages made from a description."""

from __future__ import annotations

import html
import unicodedata
from collections.abc import Callable
from pathlib import Path

from tests.ingest.files.description import (
    Block,
    Columns,
    Description,
    Heading,
    Item,
    PageBreak,
    Paragraph,
    Table,
    Title,
    block_lines,
    stored_lines,
)

Writer = Callable[[Description, Path], None]

MENU = ("Trang chủ", "Giới thiệu", "Tin tức", "Xây dựng Đảng", "Video", "Liên hệ", "Đăng nhập")
COMMENTS = (
    "Nguyễn Văn Bạn Đọc: Bài viết hay quá, mong các nơi học tập!",
    "Trần Thị Góp Ý: Tôi có ý kiến khác nhưng rất đồng tình với cách làm này.",
)
ADDRESS = "https://baohaminh.example/xay-dung-dang/chi-bo-vung-cao-pa-lung"


def plain_text(description: Description) -> str:
    """Line by line as typed in an editor, columns side by side."""
    lines: list[str] = []
    for block in description.blocks:
        if isinstance(block, Columns):
            lines += [f"{left}\t{right}".strip() for left, right in block.rows]
        else:
            lines += block_lines(block)
    return "\n".join([*lines, *(f"[{i}] {note}" for i, note in enumerate(description.footnotes, 1))]) + "\n"


def encoded(codec: str, *, mark: bytes = b"", form: str = "NFC", ends: str = "\n") -> Writer:
    """A writer of plain text in one of Python's codecs."""

    def write(description: Description, path: Path) -> None:
        text = unicodedata.normalize(form, plain_text(description)).replace("\n", ends)
        path.write_bytes(mark + text.encode(codec))

    return write


def by(encode: Callable[[str], bytes]) -> Writer:
    """A writer of plain text in a set that has an encoder of its own."""

    def write(description: Description, path: Path) -> None:
        path.write_bytes(encode(plain_text(description)))

    return write


def half_decomposed(description: Description, path: Path) -> None:
    """Every second line in decomposed Unicode, as texts pasted together from two machines are."""
    lines = plain_text(description).split("\n")
    forms = ("NFC", "NFD")
    path.write_text("\n".join(unicodedata.normalize(forms[i % 2], line) for i, line in enumerate(lines)), "utf-8")


def markdown_body(description: Description) -> str:
    """The document as Markdown; heads and signatures line by line."""
    paragraphs: list[str] = []
    for block in description.blocks:
        if isinstance(block, Heading):
            paragraphs.append(f"{'#' * (block.level + 1)} {block.line}")
        elif isinstance(block, Title):
            paragraphs.append(f"**{block.text}**")
        elif isinstance(block, Table):
            rows = block_lines(block)
            paragraphs.append("\n".join([rows[0], "|---" * len(block.rows[0]) + "|", *rows[1:]]))
        else:
            paragraphs += block_lines(block)
    notes = [f"[^{i}]: {note}" for i, note in enumerate(description.footnotes, 1)]
    return "\n\n".join([*paragraphs, *notes]) + "\n"


def markdown(description: Description, path: Path) -> None:
    """Markdown without front matter."""
    path.write_text(markdown_body(description), "utf-8")


def markdown_with_front_matter(description: Description, path: Path) -> None:
    """Markdown with front matter, in decomposed Unicode with Windows line ends and a byte order mark."""
    facts = description.facts
    front = (
        f"---\nid: quy-che-mau\ntitle: {description.name}\nnumber: {facts.number}\nkind: {facts.kind}\n"
        f"issuer: {facts.issuer}\nissued: {facts.issued}\n---\n\n"
    )
    text = unicodedata.normalize("NFD", front + markdown_body(description))
    path.write_bytes(text.replace("\n", "\r\n").encode("utf-8-sig"))


def _element(block: Block) -> str:
    if isinstance(block, PageBreak):
        return "<hr>"
    if isinstance(block, Columns):
        cells = [
            "<br>\n".join(html.escape(line) for line in column if line) for column in zip(*block.rows, strict=True)
        ]
        return f"<table><tr><td>{cells[0]}</td><td>{cells[1]}</td></tr></table>"
    if isinstance(block, Table):
        rows = ["".join(f"<td>{html.escape(cell)}</td>" for cell in row) for row in block.rows]
        return '<table border="1">' + "".join(f"<tr>{row}</tr>\n" for row in rows) + "</table>"
    if isinstance(block, Heading):
        return f"<h{block.level + 1}>{html.escape(block.line)}</h{block.level + 1}>"
    text = html.escape(block.line if isinstance(block, Item) else block.text)
    return f"<p align=center><b>{text}</b></p>" if isinstance(block, Title) else f"<p>{text}</p>"


def _elements(description: Description) -> str:
    notes = [Paragraph(f"[{i}] {note}") for i, note in enumerate(description.footnotes, 1)]
    return "\n".join(map(_element, (*description.blocks, *notes)))


def page(codec: str = "utf-8", *, declared: str = "", errors: str = "strict") -> Writer:
    """A plain web page; signs that the set lacks can be written as entities (`errors="xmlcharrefreplace"`)."""

    def write(description: Description, path: Path) -> None:
        text = (
            f'<!DOCTYPE html>\n<html lang="vi"><head><meta charset="{declared or codec}"><title>{description.name}'
            f"</title></head>\n<body>\n{_elements(description)}\n</body></html>\n"
        )
        path.write_bytes(text.encode(codec, errors))

    return write


def page_in_windows_1258(encode: Callable[[str], bytes]) -> Writer:
    """A web page of the nineties that declares Windows-1258."""

    def write(description: Description, path: Path) -> None:
        head = '<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1258"></head><body>'
        path.write_bytes(encode(f"{head}\n{_elements(description)}\n</body></html>"))

    return write


def page_in_old_font(face: str, convert: Callable[[str], str]) -> Writer:
    """A web page whose letters come right only in an old font, as word processors saved them."""

    def write(description: Description, path: Path) -> None:
        lines = "\n".join(f"<p>{html.escape(convert(line))}</p>" for line in stored_lines(description))
        head = '<html><head><meta charset="windows-1252"></head>'
        text = f'{head}<body><font face="{face}">\n{lines}\n</font></body></html>'
        path.write_bytes(text.encode("cp1252", "xmlcharrefreplace"))

    return write


def portal(description: Description, path: Path) -> None:
    """An article as a newspaper's site shows it: menus, nested tables, buttons, other headlines, comments, scripts."""
    menu = "".join(f'<li><a href="/{i}">{entry}</a></li>' for i, entry in enumerate(MENU))
    headline, day, *rest = description.blocks
    assert isinstance(headline, Title)
    assert isinstance(day, Paragraph)
    others = "".join(f'<li><a href="/t{i}">Tin khác số {i} về đời sống thôn bản</a></li>' for i in range(8))
    remarks = "".join(f'<div class="comment"><p>{one}</p><a>Trả lời</a> <a>Thích</a></div>' for one in COMMENTS)
    body = "\n".join(map(_element, rest))
    path.write_text(
        f"<!DOCTYPE html>\n<!-- saved from url=({len(ADDRESS):04}){ADDRESS} -->\n"
        f'<html lang="vi"><head><meta charset="utf-8"><title>{headline.text} - Báo Hà Minh</title>'
        f'<script>var quangcao = "mua ngay kẻo lỡ";</script><style>p {{color: #333}}</style></head><body>'
        f'<header><nav><ul class="menu">{menu}</ul></nav></header>'
        f'<table width="100%"><tr><td class="sidebar"><div class="widget"><h3>Tin nổi bật</h3><ul>{others}</ul></div>'
        f'</td><td><table><tr><td><article class="article-content"><h1>{headline.text}</h1>'
        f'<p class="date">{day.text}</p>\n{body}\n</article><div class="share"><a>Chia sẻ Facebook</a> <a>Zalo</a> '
        f"<a>In bài viết</a></div></td></tr></table></td></tr></table>"
        f'<section id="comments" class="comments"><h3>Bình luận (2)</h3>{remarks}</section>'
        f'<footer class="footer"><p>Cơ quan chủ quản: Tỉnh uỷ Hà Minh. Giấy phép số 000/GP-TEST.</p></footer>'
        f"</body></html>\n",
        "utf-8",
    )
