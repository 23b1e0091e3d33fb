"""The cards of the sources panel: each mark of an answer with its quotation, surroundings and standing; pure."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from assistant.datatypes import DIGEST, LESSON, Answer, Citation, Document
from assistant.rendering.excerpts import excerpt
from assistant.rendering.html import excerpt_html, link_html
from assistant.ui.links import place_link
from assistant.validity import UNCLEAR
from assistant.wording import REPLACED, day, document_name, place

Texts = Mapping[str, str]


def cards_html(answer: Answer, turn: int, texts: Texts) -> str:
    """All sources of one answer, in the order of their marks."""
    return "".join(_card(citation, turn, texts.get(citation.document.id)) for citation in answer.citations)


def card_id(turn: int, marker: int) -> str:
    """The id of a card, which its mark points to."""
    return f"nguon-{turn}-{marker}"


def badges_html(document: Document) -> str:
    """How much a document weighs, at a glance: original or digest, rank, whether still in force."""
    badges = [_badge("bản lược thuật" if document.provenance == DIGEST else "nguyên văn", "provenance")]
    badges.append(_badge("kinh nghiệm tham khảo" if document.authority == LESSON else document.authority, "authority"))
    kind = "replaced" if document.validity == REPLACED else "validity"
    badges.append(_badge("chưa rõ hiệu lực" if document.validity == UNCLEAR else document.validity, kind))
    return f'<p class="badges">{"".join(badges)}</p>'


def _badge(text: str, kind: str) -> str:
    return f'<span class="badge badge-{kind}">{escape(text)}</span>' if text else ""


def _card(citation: Citation, turn: int, text: str | None) -> str:
    document = citation.document
    name = escape(document_name(document))
    return (
        f'<article class="card" id="{card_id(turn, citation.marker)}" tabindex="-1" '
        f'aria-label="Nguồn {citation.marker}: {name}">'
        f'<h3><span class="card-mark">{citation.marker}</span> {name}</h3>'
        f"{_facts(citation)}{badges_html(document)}{_quotation(citation, text)}{_sources(citation)}"
        f'<p class="card-actions">{_place(citation, text)}</p></article>'
    )


def _facts(citation: Citation) -> str:
    document = citation.document
    facts = [document.issuer, f"ngày {day(document.issued)}" if document.issued else "", place(citation.passage)]
    title = f'<p class="card-title">{escape(document.title)}</p>' if document.number else ""
    return f'{title}<p class="card-facts">{escape(" · ".join(fact for fact in facts if fact))}</p>'


def _quotation(citation: Citation, text: str | None) -> str:
    if not _stands(citation, text):
        return (
            f'<p class="excerpt"><mark>{escape(citation.quote)}</mark></p>'
            '<p class="remark">Văn bản đã thay đổi hoặc đã rời kho từ khi trả lời; hãy hỏi lại câu này.</p>'
        )
    return excerpt_html(excerpt(text or "", citation.start, citation.end))


def _stands(citation: Citation, text: str | None) -> bool:
    return text is not None and text[citation.start : citation.end] == citation.quote


def _place(citation: Citation, text: str | None) -> str:
    if text is None:
        return ""
    start, end = (citation.start, citation.end) if _stands(citation, text) else (0, 0)
    return f'<a class="place" href="{escape(place_link(citation.document.id, start, end))}">Xem trong toàn văn</a>'


def _sources(citation: Citation) -> str:
    links = [link_html(source.title, source.url) for source in citation.sources]
    return f'<p class="card-sources">Theo: {"; ".join(links)}</p>' if links else ""
