"""What a question takes for granted, compared with the sources: numbers, dates, issuers of documents, figures; pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.answering import phrases
from assistant.answering.evidence import Evidence
from assistant.datatypes import Document, DocumentReference, Query
from assistant.language.document_numbers import resolve
from assistant.language.folding import compose, fold, syllables
from assistant.language.glossary import translate
from assistant.retrieval.content_words import content_syllables
from assistant.wording import day, document_name, joined

_UNIT_NAMES = (
    "%,phần trăm,ngày,tháng,năm,tuổi,người,đại biểu,đồng chí,đảng viên,cấp uỷ viên,uỷ viên,bước,điều,chương,nội dung"
    ",yêu cầu,bài học,tiêu chuẩn,huyện,xã,đảng bộ,chi bộ,lần,giờ,phiếu,văn bản,nhiệm kỳ,hộ,đoàn,tổ"
)
_UNITS = {fold(name): name for name in _UNIT_NAMES.split(",")}
# Read with their accents: without them "sáu" would be "sau" (after).
_NUMERALS = {"hai": 2, "ba": 3, "bốn": 4, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10}
_NUMERAL = re.compile(rf"\b(?:{'|'.join(_NUMERALS)})\b")
_DATE_OR_MARK = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{1,2}[/-]\d{4}|\[\^?\d+\]")
_FIGURE = re.compile(rf"(?<![\w/.,-])(\d+(?:[.,]\d+)?)\s*({'|'.join(_UNITS)})(?!\w)")
_IN_DATES = ("ngay", "thang", "nam")
_WORDS_BESIDE = 6
_LEAST_SHARED = 0.6
_SENTENCES = 8
_SIGNER = re.compile(r"\b(?:do|của) (?:đồng chí |đ/c |ông |bà )?((?:[^\W\d_]+ ){1,3}[^\W\d_]+) ký\b")
WRONG_FIGURE = "Câu hỏi nêu {claimed}, văn bản nêu {stated}:"
WRONG_SIGNER = "{name} do đồng chí {signer} ký, không phải {claimed}."


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
    return _wrong_signer(query, documents) or _wrong_figure(query, evidence)


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


def _wrong_signer(query: Query, documents: Sequence[Document]) -> Correction | None:
    """Another signer than the one document has that the question names."""
    claimed = _SIGNER.search(query.meaning)
    named = [one for one in documents if one.id in query.documents]
    if not claimed or len(named) != 1 or not named[0].signer or not claimed[1][0].isupper():
        return None
    if fold(claimed[1]) in fold(named[0].signer):
        return None
    line = WRONG_SIGNER.format(name=document_name(named[0]), signer=named[0].signer, claimed=claimed[1])
    return Correction(line, (named[0].id,))


def _wrong_figure(query: Query, evidence: Sequence[Evidence]) -> Correction | None:
    """A figure of the question that the best sentences contradict.

    One of them has to say what stands around the figure with another number of the same unit, and none may hold the
    number itself.
    """
    if query.asks == "quote" or query.quoted:
        return None
    folded = _readable(_without_references(query))
    numbers = {number for one in evidence for number in _numbers(one.text)}
    for found in _FIGURE.finditer(folded):
        claim = _figure(found)
        if claim.value in numbers or _is_date(folded, found):
            continue
        beside = _beside(folded, found)
        stated = next(filter(None, (_other(claim, beside, one) for one in evidence[:_SENTENCES])), None)
        if stated:
            return Correction(WRONG_FIGURE.format(claimed=_shown(claim), stated=_shown(stated)))
    return None


def _other(claim: Figure, beside: frozenset[str], one: Evidence) -> Figure | None:
    """The figure of the same unit in a sentence that says what stands around the claim."""
    words = frozenset(syllables(one.text))
    if len(beside & words) < _LEAST_SHARED * len(beside):
        return None
    others = [figure for figure in figures(one.text) if figure.unit == claim.unit]
    return others[0] if len(others) == 1 else None


def _beside(folded: str, found: re.Match[str]) -> frozenset[str]:
    """The content words around a figure, its own clause only."""
    before = re.split(r"[,;:?.]\s", folded[: found.start()])[-1]
    behind = re.split(r"[,;:?.](?:\s|$)", folded[found.end() :])[0]
    words = (*content_syllables(before)[-_WORDS_BESIDE:], *content_syllables(behind)[:_WORDS_BESIDE])
    return frozenset((*words, *found.group(2).split()))


def _is_date(folded: str, found: re.Match[str]) -> bool:
    """Whether the number is the day, month or year of a date."""
    return re.search(rf"\b({'|'.join(_IN_DATES)}|nhiem ky|dot|ky) $", folded[: found.start()]) is not None


def figures(text: str) -> tuple[Figure, ...]:
    """The numbers with units that stand in a text."""
    return tuple(_figure(found) for found in _FIGURE.finditer(_readable(text)))


def _figure(found: re.Match[str]) -> Figure:
    unit = "%" if found.group(2) == "phan tram" else found.group(2)
    return Figure(_plain(found.group(1)), unit)


def _plain(number: str) -> str:
    return number.replace(",", ".").lstrip("0")


def _numbers(text: str) -> list[str]:
    """All numbers in a text, with or without a unit, dates aside."""
    return [_plain(word) for word in syllables(_readable(text)) if word[0].isdigit()]


def _readable(text: str) -> str:
    """Folded, numerals as digits, dates and marks of sources taken out."""
    digits = _NUMERAL.sub(lambda found: str(_NUMERALS[found[0]]), compose(text).lower())
    return fold(_DATE_OR_MARK.sub(" ", digits))


def _shown(figure: Figure) -> str:
    value = figure.value.replace(".", ",")
    return f"{value}%" if figure.unit == "%" else f"{value} {_UNITS[figure.unit]}"


def _without_references(query: Query) -> str:
    text = query.meaning
    if query.language == "en":
        return translate(text)
    for reference in sorted(query.references, key=lambda one: -one.start):
        text = f"{text[: reference.start]} {text[reference.end :]}"
    return text
