"""The reader: one document in full, with contents, search inside, and the stretch that a link points to highlighted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby

from assistant.datatypes import DIGEST, Document, Passage
from assistant.language.folding import compose, fold
from assistant.rendering.document_html import Heading, Stretch, contents, document_html
from assistant.rendering.html import link_html
from assistant.rendering.references import reference
from assistant.ui.citation_cards import badges_html
from assistant.ui.links import TARGET, ask_link, document_link
from assistant.ui.page import page_html
from assistant.ui.ports import Assistant
from assistant.validity import links_of
from assistant.wording import day, document_line, document_name

MOST_HITS = 200
DIGEST_REMARK = (
    '<p class="remark">Đây là bản lược thuật: lời thuật lại từ các nguồn công khai ghi ở cuối trang, '
    "không phải nguyên văn của văn bản.</p>"
)


@dataclass(frozen=True, slots=True)
class Place:
    """What a link to the reader asks for: a stretch of the text, a passage, or words to look for."""

    start: int = 0
    end: int = 0
    passage_id: str = ""
    words: str = ""


def reader_page(assistant: Assistant, document_id: str, place: Place) -> str:
    """The page of one document.

    Raises:
        AssistantError: the collection holds no such document, or cannot be read.
    """
    text = assistant.text(document_id)
    documents = assistant.documents()
    document = next(one for one in documents if one.id == document_id)
    passages = assistant.passages(document_id)
    stretches = hits(text, place.words) if place.words else _asked_for(text, passages, place)
    body = (
        f'<p><a href="/kho-van-ban">← Kho văn bản</a></p>{_head(document, documents)}'
        f'<div class="reader-body"><div class="reader-side">{_search_form(document_id, place.words, len(stretches))}'
        f"{_contents(contents(passages))}</div>"
        f'<article class="document-text">{document_html(text, passages, stretches, first_id=TARGET)}'
        f"{_sources(document)}</article></div>"
    )
    return page_html(document_name(document), body, current="/kho-van-ban")


def hits(text: str, words: str) -> tuple[Stretch, ...]:
    """Where the words stand in the text, in this order, accents and case aside."""
    wanted = r"\s+".join(re.escape(word) for word in fold(words).split())
    if not wanted:
        return ()
    found = re.finditer(rf"(?<!\w){wanted}(?!\w)", fold(text))
    return tuple((one.start(), one.end()) for one, _ in zip(found, range(MOST_HITS), strict=False))


def _asked_for(text: str, passages: Sequence[Passage], place: Place) -> tuple[Stretch, ...]:
    named = [(one.start, one.end) for one in passages if one.id == place.passage_id]
    if named:
        return tuple(named)
    return ((place.start, place.end),) if 0 <= place.start < place.end <= len(text) else ()


def _head(document: Document, documents: Sequence[Document]) -> str:
    facts = [
        document.issuer,
        f"ngày {day(document.issued)}" if document.issued else "",
        f"người ký: {document.signer}" if document.signer else "",
        f"có hiệu lực từ {day(document.effective)}" if document.effective else "",
        f"hết hiệu lực {day(document.expired)}" if document.expired else "",
        f"nhiệm kỳ Đại hội {', '.join(document.congress)}" if document.congress else "",
    ]
    copied = escape(reference(document))
    remark = DIGEST_REMARK if document.provenance == DIGEST else ""
    return (
        f'<header class="reader-head"><h1>{escape(document_name(document))}</h1>'
        f"{f'<p class=card-title>{escape(document.title)}</p>' if document.number else ''}"
        f'<p class="card-facts">{escape(" · ".join(fact for fact in facts if fact))}</p>{badges_html(document)}'
        f'{remark}{_relations(document, documents)}<div class="toolbar">'
        f'<button type="button" class="tool copy-text" data-text="{copied}">Chép trích dẫn</button>'
        '<button type="button" class="tool copy-address">Chép đường dẫn</button>'
        f'<a class="tool" href="{escape(ask_link(document.id))}">Hỏi trong văn bản này</a></div></header>'
    )


def _relations(document: Document, documents: Sequence[Document]) -> str:
    links = sorted(links_of(document, documents), key=lambda link: link.type)
    lines = [
        f"<li>{escape(kind[:1].upper() + kind[1:])}: {'; '.join(_document_link(link.document) for link in group)}</li>"
        for kind, group in groupby(links, key=lambda link: link.type)
    ]
    return f'<ul class="relations">{"".join(lines)}</ul>' if lines else ""


def _document_link(document: Document) -> str:
    return f'<a href="{escape(document_link(document.id))}">{escape(document_line(document))}</a>'


def _search_form(document_id: str, words: str, count: int) -> str:
    said = ""
    if words:
        shown = escape(compose(words))
        links = "".join(f'<a href="#{TARGET if n == 1 else f"{TARGET}-{n}"}">{n}</a> ' for n in range(1, count + 1))
        said = f"Có {count} chỗ: {links}" if count else f"Không thấy “{shown}” trong văn bản này."
    return (
        f'<form class="find" action="{escape(document_link(document_id))}#{TARGET}" role="search">'
        f'<label for="tim">Tìm trong văn bản</label><div><input id="tim" name="tim" value="{escape(words)}" '
        f'maxlength="200"><button type="submit" class="tool">Tìm</button></div><p class="hits">{said}</p></form>'
    )


def _contents(headings: Sequence[Heading]) -> str:
    if not headings:
        return ""
    items = "".join(
        f'<li class="level-{min(one.level, 3)}"><a href="#{one.anchor}">{escape(one.text)}</a></li>' for one in headings
    )
    return f'<nav class="contents" aria-label="Mục lục"><h2>Mục lục</h2><ul>{items}</ul></nav>'


def _sources(document: Document) -> str:
    if not document.sources:
        return ""
    items = "".join(
        f'<li id="nguon-{one.key}" value="{one.key}">{link_html(one.title, one.url)}</li>' for one in document.sources
    )
    return f'<section class="sources-list"><h2>Nguồn công khai</h2><ol>{items}</ol></section>'
