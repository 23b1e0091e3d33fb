"""What a question takes for granted, compared with the sources: numbers, dates, issuers of documents, figures; pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.answering import phrases
from assistant.answering.evidence import Evidence
from assistant.datatypes import Document, DocumentReference, Query
from assistant.language.document_numbers import resolve
from assistant.language.folding import fold
from assistant.wording import day, document_name, joined

_UNITS = (
    r"%|phan tram|ngay|thang|nam|tuoi|nguoi|dai bieu|dong chi|dang vien|cap uy vien|uy vien|buoc|dieu|chuong|noi dung"
    r"|yeu cau|bai hoc|tieu chuan|huyen|xa|dang bo|chi bo|lan|gio|phieu|van ban|nhiem ky"
)
_FIGURE = re.compile(rf"(?<![\d/.,-])(\d+(?:[.,/]\d+)?)\s*({_UNITS})(?!\w)")
_LEAST_COVERAGE = 0.5
_SENTENCES = 3


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its unit, folded: ("20", "%")."""

    value: str
    unit: str


@dataclass(frozen=True, slots=True)
class Correction:
    """The first line of an answer that sets a premise right, and the documents that it points to."""

    line: str
    documents: tuple[str, ...] = ()


def check_premises(query: Query, documents: Sequence[Document], evidence: Sequence[Evidence]) -> Correction | None:
    """The correction that a question needs first, or `None` where the sources agree or say nothing."""
    for reference in query.missing:
        if correction := _misnamed(reference, documents):
            return correction
    return _wrong_figure(query, evidence)


def _misnamed(reference: DocumentReference, documents: Sequence[Document]) -> Correction | None:
    """A document that exists, but with another date, issuer or congress term than the question says."""
    bare = replace(reference, year=None, issued=None, issuer="", congress="")
    if bare == reference:
        return None
    known = resolve(bare, documents).documents
    if not known:
        return None
    facts = joined([_identity(one) for one in known])
    line = phrases.MISNAMED.format(name=document_name(known[0]), claimed=_claimed(reference), facts=facts)
    return Correction(line, tuple(one.id for one in known))


def _claimed(reference: DocumentReference) -> str:
    if reference.issued:
        return f"ngày {day(reference.issued)}"
    if reference.year:
        return f"năm {reference.year}"
    return f"của {reference.issuer}" if reference.issuer else f"cho Đại hội {reference.congress}"


def _identity(document: Document) -> str:
    when = f" ngày {day(document.issued)}" if document.issued else ""
    return f"{document_name(document)}{when}{f' của {document.issuer}' if document.issuer else ''}"


def _wrong_figure(query: Query, evidence: Sequence[Evidence]) -> Correction | None:
    """A figure in the question that the best sentences contradict: same unit, other number, and theirs nowhere else."""
    if query.asks in ("number", "percent", "date", "duration", "quote"):
        return None
    best = [one for one in evidence[:_SENTENCES] if one.coverage >= _LEAST_COVERAGE]
    units = {figure.unit for one in best for figure in figures(one.text)}
    held = {figure for one in evidence[: 2 * _SENTENCES] for figure in figures(one.text)}
    text = _without_references(query)
    wrong = next((claim for claim in figures(text) if claim.unit in units and claim not in held), None)
    return Correction(phrases.WRONG_FIGURE.format(figure=_shown(wrong))) if wrong else None


def figures(text: str) -> tuple[Figure, ...]:
    """The numbers with units that stand in a text."""
    found = _FIGURE.finditer(fold(text))
    return tuple(Figure(match.group(1).replace(",", "."), _unit(match.group(2))) for match in found)


def _shown(figure: Figure) -> str:
    return f"{figure.value}%" if figure.unit == "%" else figure.value


def _unit(folded: str) -> str:
    return "%" if folded == "phan tram" else folded


def _without_references(query: Query) -> str:
    text = query.meaning
    for reference in sorted(query.references, key=lambda one: -one.start):
        text = f"{text[: reference.start]} {text[reference.end :]}"
    return text
