"""Web pages: an article without the page around it, an official document whole."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from assistant.errors import DocumentError
from assistant.language.folding import compose
from ingest.heads.articles import is_dated
from ingest.heads.official import is_kind_title, is_motto, is_number_line
from ingest.loaded import LoadedFile, Reading
from ingest.loaders.assembly import TextLine, assemble
from ingest.loaders.encodings import Decoded, decode
from ingest.loaders.html_blocks import Block, read_blocks
from ingest.looks.lines import Line, split_lines
from ingest.looks.markers import read_marker
from ingest.looks.people import read_byline

_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d{4}\)(https?://\S+?)\s*-->")
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]{2,30})", re.IGNORECASE)
_HEAD_BYTES = 4096
_DAMAGED_SHARE = 0.001  # of the characters; more, and the page has another encoding than it says
_SUBSTANCE_CHARS = 40  # of a block that counts when it is asked whether the article is whole
_MOST_LOST = 0.25  # of the substance that the article may leave out
_LINKED = 0.5  # of a block's characters in links: a menu or a list of other pages
_ARTICLES = 3  # "Điều 1", "Điều 2", … on a page that shows a document
_ABOVE, _BELOW = 12, 3  # blocks between headline and text, and between text and author


def load_html(path: Path) -> LoadedFile:
    """Read a saved web page.

    Raises:
        DocumentError: nothing tells its encoding, or it is no page.
    """
    content = path.read_bytes()
    decoded, remarks = _decode(content, path.name)
    root = _parse(decoded.text, path.name)
    blocks = read_blocks(root)
    chosen = _choose(blocks, _article_text(decoded.text))
    is_titled = _is_official(blocks) or any(block.level == 1 for block in chosen)
    title = "" if is_titled else _title(root)
    saved = _SAVED_FROM.search(decoded.text[:_HEAD_BYTES])
    lines = _with_title([TextLine(block.line, block.level) for block in chosen], title)
    page = assemble(lines, Reading(decoded.encoding, remarks=remarks), address=saved[1] if saved else "")
    return replace(page, may_be_web_page=True)


def _decode(content: bytes, name: str) -> tuple[Decoded, tuple[str, ...]]:
    """Read the bytes by evidence, and by what the page says of itself where a few of them are damaged."""
    try:
        return decode(content, name), ()
    except DocumentError:
        declared = _CHARSET.search(content[:_HEAD_BYTES])
        if declared is None:
            raise
        try:
            text = content.decode(declared[1].decode("ascii"), "replace")
        except LookupError:
            text = "\ufffd"
        damaged = text.count("\ufffd")
        if "\0" in text or damaged > _DAMAGED_SHARE * len(text):
            raise
    remark = f"Có {damaged} chữ hỏng trong tệp, hiện bằng dấu “\ufffd”."
    return Decoded(compose(text), declared[1].decode("ascii").upper()), (remark,) if damaged else ()


def _parse(text: str, name: str) -> Any:  # noqa: ANN401 - an element of lxml, which has no types
    from lxml import etree, html  # type: ignore[import-untyped]

    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    try:
        return html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise DocumentError(f"Tệp {name} không có nội dung trang web; hãy lưu lại trang gốc.") from error


def _article_text(page: str) -> str:
    """Return the article on a page, without blanks; empty where none is found."""
    import trafilatura

    found = trafilatura.extract(page, include_comments=False, include_tables=True, favor_recall=True)
    return _squeezed(compose(found or ""))


def _squeezed(text: str) -> str:
    return "".join(sign for sign in text if sign.isalnum())


def _choose(blocks: Sequence[Block], article: str) -> list[Block]:
    """Return the blocks of the document: the article, or everything but menus where that would lose its substance."""
    in_article = [bool(block.text) and _squeezed(block.text) in article for block in blocks]
    weights = [len(block.text) if _has_substance(block) else 0 for block in blocks]
    lost = sum(weight for weight, kept in zip(weights, in_article, strict=True) if not kept)
    if not any(in_article) or _is_official(blocks) or lost > _MOST_LOST * sum(weights):
        return [block for block in blocks if not _is_menu(block)]
    first = in_article.index(True)
    last = len(in_article) - 1 - in_article[::-1].index(True)
    inside = [block for block, kept in zip(blocks, in_article, strict=True) if kept or not _is_menu(block)]
    above = _headline_above(blocks, first)
    below = [block for block in blocks[last + 1 : last + 1 + _BELOW] if not _is_menu(block) and _names_author(block)]
    kept = set(map(id, inside)) & set(map(id, blocks[first : last + 1]))
    return [*above, *(block for block in blocks if id(block) in kept), *below]


def _has_substance(block: Block) -> bool:
    return len(block.text) >= _SUBSTANCE_CHARS and not _is_menu(block)


def _is_menu(block: Block) -> bool:
    return block.is_aside or (block.linked > _LINKED and block.level != 1)


def _is_official(blocks: Sequence[Block]) -> bool:
    """Whether a page shows an official document: its head, or a row of articles."""
    lines = [line for block in blocks if not _is_menu(block) for line in split_lines(block.text)]
    marks = any(map(is_motto, lines)), any(map(is_number_line, lines)), any(map(is_kind_title, lines))
    markers = (read_marker(line) for line in lines)
    articles = sum(marker is not None and marker.style == "article" for marker in markers)
    return sum(marks) >= 2 or articles >= _ARTICLES


def _headline_above(blocks: Sequence[Block], first: int) -> list[Block]:
    """Return the headline above an article's text with date, author and summary between them."""
    at = next((i for i in range(first, max(-1, first - _ABOVE), -1) if blocks[i].level == 1), first)
    between = [block for block in blocks[at + 1 : first] if _belongs_to_head(block)]
    dated = [block for block in blocks[max(0, at - 1) : at] if at < first and _is_dated(block)]
    return [*dated, *blocks[at : min(at + 1, first)], *between]


def _belongs_to_head(block: Block) -> bool:
    return not _is_menu(block) and (len(block.text) >= _SUBSTANCE_CHARS or _is_dated(block) or _names_author(block))


def _is_dated(block: Block) -> bool:
    return any(map(is_dated, split_lines(block.text)))


def _names_author(block: Block) -> bool:
    return any(read_byline(line) is not None for line in split_lines(block.text))


def _title(root: Any) -> str:  # noqa: ANN401 - an element of lxml
    """Return the title that a page gives itself, without the site's name behind it."""
    meta = root.xpath("string(//meta[@property='og:title']/@content)")
    own = " ".join(str(meta or root.xpath("string(//title)")).split())
    return re.split(r"\s+[|–—-]\s+(?=[^|–—]{2,60}$)", own)[0]


def _with_title(lines: list[TextLine], title: str) -> list[TextLine]:
    """Put the headline first where the text lacks it; as first line it is known by its place, not by its level."""
    first_lines = _squeezed(" ".join(line.text for line in lines[:_ABOVE]))
    if title and _squeezed(title) not in first_lines:
        return [TextLine(title), *lines]
    first: Line | None = next(iter(split_lines(lines[0].text)), None) if lines else None
    return [TextLine(lines[0].text), *lines[1:]] if first else lines
