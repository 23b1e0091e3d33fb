"""What a text without front matter tells of itself: an official document's head, an article's headline and author."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from assistant.datatypes import LESSON
from assistant.language.folding import fold
from ingest.heads.articles import article_kind, author_in, find_byline, find_headline, full_title, published
from ingest.heads.bodies import read_issuer
from ingest.heads.official import (
    is_bare_kind,
    is_kind_title,
    is_motto,
    is_number_line,
    read_issued,
    read_kind,
    read_own_number,
    read_signer,
    read_subject,
    starts_with_number,
)
from ingest.heads.signatures import RECIPIENTS, find_signatures
from ingest.heads.terms import own_terms
from ingest.heads.zones import head_end
from ingest.looks.dates import first_date, is_place_and_date
from ingest.looks.labels import is_label_line, read_labels
from ingest.looks.lines import Line
from ingest.looks.markers import read_marker

_AUTHORITIES = {
    "chỉ đạo": ("chỉ thị", "nghị quyết", "kết luận"),
    "quy định": ("quy chế", "quy định", "quyết định", "điều lệ"),
    "hướng dẫn": ("hướng dẫn", "công văn", "thông báo", "kế hoạch"),
}
_LONGEST_TITLE = 200
_TABLE_LINES = 30  # at a page's end, where some portals put the table of properties


@dataclass(frozen=True, slots=True)
class Header:
    """What was recognised; empty where the text does not tell.

    `head` is the index of the first line of running text, `headline` that of an article's title; `signatures` are the
    stretches of lines where an official document is signed, `byline` is the line that names an article's author.
    """

    title: str
    is_official: bool
    head: int
    headline: int | None = None
    byline: int | None = None
    signatures: tuple[range, ...] = ()
    number: str = ""
    kind: str = "khác"
    issuer: str = ""
    issued: date | None = None
    effective: date | None = None
    expired: date | None = None
    signer: str = ""
    congress: tuple[str, ...] = ()
    authority: str = LESSON
    validity: str = "chưa rõ"


def read_header(lines: Sequence[Line], furniture: Collection[int]) -> Header:
    """Recognise what kind of text this is and what its head and end tell of it."""
    head = head_end(lines, furniture)
    top = [line for i, line in enumerate(lines[:head]) if i not in furniture]
    signatures = tuple(find_signatures(lines, furniture, head))
    if _is_official(top, lines, signatures):
        return _official(lines, top, head, signatures)
    return _article(lines, furniture, head)


def _is_official(top: Sequence[Line], lines: Sequence[Line], signatures: Sequence[range]) -> bool:
    """Whether a document's own number, or two other marks of its form, are there; a number merely cited is none."""
    if any(is_number_line(line) and not is_label_line(line) for line in top):
        return True
    articles = sum(marker is not None and marker.style == "article" for marker in map(read_marker, lines))
    marks = (
        bool(read_labels(top).get("number")),
        any(starts_with_number(line) for line in top[:2]),
        any(is_motto(line) for line in top),
        any(is_kind_title(line) for line in top),
        any(is_bare_kind(line) for line in top),
        any(line.folded.startswith("kinh gui") for line in top),
        any(is_place_and_date(line) for line in top),
        any(lines[i].is_upper or RECIPIENTS.match(lines[i].folded) for found in signatures for i in found),
        articles >= 3,
    )
    return sum(marks) >= 2


def _official(lines: Sequence[Line], top: Sequence[Line], head: int, signatures: tuple[range, ...]) -> Header:
    labels = read_labels([*top, *lines[-_TABLE_LINES:]])
    signed = [lines[i] for found in signatures for i in found]
    number = read_own_number(top, labels)
    kind = read_kind(top, labels, number)
    if kind == "khác" and any(line.folded.startswith(("v/v", "kinh gui")) for line in top):
        kind = "công văn"
    title = read_subject(top) or labels.get("subject", "") or (top[0].text if top else "")
    return Header(
        title=_shortened(title),
        is_official=True,
        head=head,
        signatures=signatures,
        number=number,
        kind=kind,
        issuer=read_issuer(top, labels, number, signed),
        issued=read_issued(top, labels, signed),
        effective=first_date(fold(labels.get("effective", ""))),
        expired=first_date(fold(labels.get("expired", ""))),
        signer=labels.get("signer") or read_signer(signed),
        congress=own_terms(title, lines),
        authority=next((name for name, kinds in _AUTHORITIES.items() if kind in kinds), LESSON),
        validity=_validity(labels),
    )


def _validity(labels: Mapping[str, str]) -> str:
    return "còn hiệu lực" if fold(labels.get("validity", "")).startswith("con hieu luc") else "chưa rõ"


def _article(lines: Sequence[Line], furniture: Collection[int], head: int) -> Header:
    kept = [i for i in range(len(lines)) if i not in furniture]
    headline = find_headline(lines, [i for i in kept if i < head])
    if headline is not None and head == len(lines):
        head = headline + 1  # nothing but short lines: all below the title is the text
    byline = find_byline(lines, kept, head, headline)
    author = author_in(lines[byline]) if byline is not None else None
    title = full_title(lines, kept, headline) if headline is not None else lines[kept[0]].text if kept else ""
    return Header(
        title=_shortened(title),
        is_official=False,
        head=head,
        headline=headline,
        byline=byline,
        kind=article_kind(title, lines),
        issued=published(lines, kept, head),
        signer=author.author if author else "",
        congress=own_terms(title, lines),
    )


def _shortened(title: str) -> str:
    if len(title) <= _LONGEST_TITLE:
        return title
    return title[:_LONGEST_TITLE].rsplit(" ", 1)[0] + "…"
