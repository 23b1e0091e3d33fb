"""Search results as HTML: grouped by document, hits highlighted, each with its place and a reference to copy; pure."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from assistant.datatypes import Document, Match
from assistant.rendering.excerpts import excerpt, readable
from assistant.rendering.html import excerpt_html, highlighted_html
from assistant.rendering.references import reference
from assistant.ui.citation_cards import badges_html
from assistant.ui.links import document_link, place_link
from assistant.ui.searching import ByNumber, BySentence, ByWords, Group, highlights
from assistant.ui.sentence_lookup import Difference, Located
from assistant.wording import day, document_line, document_name, place

LIKENESS = {
    "exact": "Đúng từng chữ",
    "same words": "Đúng các chữ, khác dấu câu, chữ hoa hoặc dấu thanh",
    "near": "Gần giống",
}


def words_html(found: ByWords, groups: Sequence[Group]) -> str:
    """Passages by words, in the order of the groups given."""
    if not groups:
        return _nothing("Không có đoạn nào hợp với lời tìm này; hãy thử lời khác hoặc bớt giới hạn.")
    count = sum(len(group.matches) for group in groups)
    articles = "".join(_group_html(group, found.words) for group in groups)
    return f"{_said(f'{count} đoạn trong {len(groups)} văn bản.')}{articles}"


def sentence_html(found: BySentence) -> str:
    """Where a sentence stands, or what comes nearest with the differences marked."""
    if not found.located:
        return _nothing("Không văn bản nào trong kho có câu này hay câu gần giống.")
    exact = [one for one in found.located if one.likeness != "near"]
    said = (
        f"Câu này có trong {len(exact)} văn bản."
        if exact
        else "Không văn bản nào có đúng câu này; dưới đây là các câu gần nhất: chữ thêm được tô, chữ thiếu bị gạch."
    )
    return _said(said) + "".join(_located_html(one, found.texts[one.document.id]) for one in found.located)


def number_html(found: ByNumber) -> str:
    """Documents of a number, or the nearest ones."""
    if not found.understood:
        return _nothing("Chưa đọc được số hiệu nào; hãy gõ như “Chỉ thị 35”, “35-CT/TW” hoặc “HD 24 năm 2009”.")
    if found.documents:
        said = f"Có {len(found.documents)} văn bản mang số này."
    elif found.nearest:
        said = "Kho không có văn bản mang số này; gần nhất là:"
    else:
        return _nothing("Kho không có văn bản nào mang số này.")
    cards = [
        _article(one, f"{_successors(found.replaced_by.get(one.id, ()))}{_copy(one)}")
        for one in found.documents or found.nearest
    ]
    return _said(said) + "".join(cards)


def _successors(documents: Sequence[Document]) -> str:
    """What replaced a document, each a link to its text."""
    links = [f'<a href="{escape(document_link(one.id))}">{escape(document_line(one))}</a>' for one in documents]
    return f"<p>Được thay thế bởi: {'; '.join(links)}.</p>" if links else ""


def document_head(document: Document) -> str:
    """Name, title, facts and standing of a document, the name a link to its text."""
    facts = [document.issuer, f"ngày {day(document.issued)}" if document.issued else ""]
    title = f'<p class="card-title">{escape(document.title)}</p>' if document.number else ""
    return (
        f'<h3><a href="{escape(document_link(document.id))}">{escape(document_name(document))}</a></h3>{title}'
        f'<p class="card-facts">{escape(" · ".join(fact for fact in facts if fact))}</p>{badges_html(document)}'
    )


def _group_html(group: Group, words: frozenset[str]) -> str:
    hits = "".join(_match_html(match, words) for match in group.matches[:3])
    more = "".join(_match_html(match, words) for match in group.matches[3:])
    if more:
        hits += f"<details><summary>{len(group.matches) - 3} đoạn khác</summary>{more}</details>"
    return _article(group.document, hits)


def _match_html(match: Match, words: frozenset[str]) -> str:
    passage = match.passage
    shown = readable(passage.text)
    text = highlighted_html(shown, highlights(shown, words))
    return (
        f'<div class="hit"><p class="excerpt">{text}</p>'
        f"{_foot(match.document, place(passage), passage.start, passage.end)}</div>"
    )


def _located_html(one: Located, text: str) -> str:
    shown = (
        excerpt_html(excerpt(text, one.start, one.end))
        if not one.differences
        else f'<p class="excerpt">{"".join(map(_difference_html, one.differences))}</p>'
    )
    share = f" {round(100 * one.share)}%" if one.likeness == "near" else ""
    badge = f'<p class="likeness likeness-{one.likeness.split()[0]}">{LIKENESS[one.likeness]}{share}</p>'
    return _article(one.document, f'<div class="hit">{badge}{shown}{_foot(one.document, "", one.start, one.end)}</div>')


def _difference_html(piece: Difference) -> str:
    tag = {"same": "span", "added": "ins", "missing": "del"}[piece.kind]
    return f"<{tag}>{escape(piece.text)}</{tag}> "


def _foot(document: Document, locator: str, start: int, end: int) -> str:
    place = f"<span>{escape(locator)}</span>" if locator else ""
    return (
        f'<p class="hit-foot">{place}<a href="{escape(place_link(document.id, start, end))}">Xem trong toàn văn</a>'
        f"{_copy(document, locator)}</p>"
    )


def _copy(document: Document, locator: str = "") -> str:
    text = escape(reference(document, locator))
    return f'<button type="button" class="tool copy-text" data-text="{text}">Trích dẫn</button>'


def _article(document: Document, body: str) -> str:
    label = escape(document_name(document))
    return f'<article class="card result" aria-label="{label}">{document_head(document)}{body}</article>'


def _said(text: str) -> str:
    return f'<p class="said" role="status">{escape(text)}</p>'


def _nothing(text: str) -> str:
    return f'<p class="said nothing" role="status">{escape(text)}</p>'
