"""The collection as HTML: the list of documents, what replaced and guided what, what is missing; pure."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from itertools import groupby

from assistant.datatypes import DIGEST, Document
from assistant.language.folding import fold
from assistant.ui.citation_cards import badges_html
from assistant.ui.filters import Filters
from assistant.ui.links import document_link
from assistant.ui.search_view import document_head
from assistant.validity import links_of
from assistant.wording import day, document_name

ORDERS = ("Mới nhất trước", "Theo loại", "Theo tên")
MOST_SHOWN = 300


def kept_documents(documents: Sequence[Document], words: str, filters: Filters) -> tuple[Document, ...]:
    """The documents whose number, title or issuer hold all words, accents aside, and that fit the filters."""
    wanted = fold(words).split()
    return tuple(
        one
        for one in documents
        if filters.keep(one) and all(word in fold(f"{document_name(one)} {one.title} {one.issuer}") for word in wanted)
    )


def ordered(documents: Sequence[Document], order: str) -> list[Document]:
    """Newest first, or by kind, or by name; unknown dates last."""
    newest = sorted(documents, key=lambda one: one.issued.toordinal() if one.issued else 0, reverse=True)
    if order == ORDERS[1]:
        return sorted(newest, key=lambda one: one.kind)
    if order == ORDERS[2]:
        return sorted(newest, key=lambda one: fold(document_name(one)))
    return newest


def list_html(documents: Sequence[Document], total: int) -> str:
    """The documents as cards, the name of each a link to its text."""
    if not total:
        return '<p class="said nothing">Kho chưa có văn bản nào.</p>'
    if not documents:
        return '<p class="said nothing">Không văn bản nào hợp với điều kiện đã chọn.</p>'
    digests = sum(one.provenance == DIGEST for one in documents)
    said = f"{len(documents)} văn bản, trong đó {digests} bản lược thuật." if digests else f"{len(documents)} văn bản."
    cards = "".join(f'<li class="card result">{document_head(one)}</li>' for one in documents[:MOST_SHOWN])
    more = (
        f'<p class="quiet">Chỉ hiện {MOST_SHOWN} văn bản đầu; hãy lọc bớt.</p>' if len(documents) > MOST_SHOWN else ""
    )
    return f'<p class="said" role="status">{said}</p><ul class="documents">{cards}</ul>{more}'


def timeline_html(documents: Sequence[Document]) -> str:
    """Year by year what was issued, and under each document what it replaced, guided or rests on."""
    dated = [one for one in ordered(documents, ORDERS[0]) if one.issued]
    if not dated:
        return '<p class="said nothing">Chưa văn bản nào trong kho có ngày ban hành.</p>'
    years = []
    for year, group in groupby(dated, key=lambda one: one.issued.year if one.issued else 0):
        items = "".join(_timeline_item(one, documents) for one in group)
        years.append(f'<li class="year"><h3>{year}</h3><ul>{items}</ul></li>')
    undated = len(documents) - len(dated)
    rest = f'<p class="quiet">{undated} văn bản không rõ ngày không có trên dòng thời gian.</p>' if undated else ""
    return f'<ol class="timeline">{"".join(years)}</ol>{rest}'


def missing_html(lines: Sequence[str]) -> str:
    """What the collection mentions and does not hold."""
    if not lines:
        return '<p class="said nothing">Không thấy văn bản nào được nhắc tới mà kho chưa có.</p>'
    items = "".join(f"<li>{escape(line)}</li>" for line in lines)
    return (
        f'<p class="said">{len(lines)} văn bản được nhắc tới mà kho chưa có, nhắc nhiều nhất trước.</p>'
        f'<ul class="missing">{items}</ul>'
    )


def _timeline_item(document: Document, documents: Sequence[Document]) -> str:
    links = sorted(links_of(document, documents), key=lambda link: link.type)
    relations = "".join(
        f'<li>{escape(link.type)} <a href="{escape(document_link(link.document.id))}">'
        f"{escape(_short(link.document))}</a></li>"
        for link in links
    )
    issued = f'<span class="date">{day(document.issued)}</span> ' if document.issued else ""
    link = escape(document_link(document.id))
    return (
        f'<li class="event">{issued}<a href="{link}">{escape(document_name(document))}</a>'
        f'<p class="card-title">{escape(document.title) if document.number else ""}</p>{badges_html(document)}'
        f"{f'<ul class=relations>{relations}</ul>' if relations else ''}</li>"
    )


def _short(document: Document) -> str:
    year = f" ({document.issued.year})" if document.issued else ""
    return f"{document_name(document)}{year}"
