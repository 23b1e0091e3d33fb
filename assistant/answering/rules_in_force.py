"""Which rules held when, or served which congress: the answer from the catalogue alone; pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from assistant.answering.lines import escaped
from assistant.datatypes import Document, Query
from assistant.language.document_kinds import kind_named
from assistant.language.folding import compose, fold, syllables
from assistant.retrieval.asked_period import Period, asked_period, today_as_period
from assistant.retrieval.content_words import content_syllables
from assistant.validity import (
    DONE,
    GUIDES,
    INVERSE,
    UNCLEAR,
    first_day,
    for_congress,
    in_force,
    is_rule,
    last_day,
    linked,
    stated_end,
)
from assistant.wording import day, document_line, joined

# A kind of its own in front of "nào" is asked for ("quy chế bầu cử nào"); "văn bản", "quy định" are any.
_KIND_ASKED = re.compile(
    r"\b(?:(?P<kind>chi thi|nghi quyet|huong dan|quy che|ket luan|thong bao|cong van|dieu le)"
    r"|van ban|tai lieu|quy dinh|quyet dinh)(?P<middle>(?:\s+\w+){0,4}?)\s+(?:nao|gi)\b"
)
# Words of such questions that name no subject. Folded.
_FRAME = frozenset(
    syllables(
        "văn bản tài liệu nào còn có hiệu lực giá trị áp dụng đang hiện nay hành thời điểm tháng năm ngày quý kho đến"
        " quy định liên quan sử dụng hôm bây giờ lúc đó khi hồi thì phục vụ cho trong những các thi vẫn nữa hết về vào"
    )
)
_TERM_WORDS = frozenset(syllables("đại hội nhiệm kỳ khoá lần thứ toàn quốc biểu đảng bộ các cấp"))


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a question wants listed: the syllables of its subject, and the folded kind where it names one."""

    subject: frozenset[str]
    kind: str = ""

    def covers(self, document: Document) -> bool:
        """Whether a document is of the kind and its title, number and issuer hold all of the subject."""
        if self.kind and not kind_named(self.kind).is_family_of(kind_named(fold(document.kind))):
            return False
        return self.subject <= set(
            syllables(f"{document.kind} {document.number} {document.title} {document.issuer} đảng")
        )


def rules_in_force(query: Query, documents: Sequence[Document], today: date) -> str:
    """List the rules on the question's subject that held in the period it names, else for its congress, else today."""
    period = asked_period(query.meaning)
    asked = _asked(query)
    if period is None and query.congress:
        return _for_congress(query.congress, asked, documents)
    return _for_period(period or today_as_period(today), asked, documents)


def catalogue_line(document: Document) -> str:
    """A document as an item of a Markdown list: name, date and, where it has a number, what it is about."""
    title = f": {escaped(document.title)}" if document.number else ""
    return f"- {escaped(document_line(document))}{title}"


def _for_period(period: Period, asked: _Asked, documents: Sequence[Document]) -> str:
    held = in_force(documents, period.first, period.last)
    wanted = _with_guides([one for one in held if asked.covers(one)], held, documents, asked)
    if wanted:
        lines = [f"{catalogue_line(one)}{_span(one, documents, period)}" for one in _rules_first(wanted)]
        return _listed(f"Theo danh mục của kho{until(documents)}, có hiệu lực {period.name}:", lines)
    others = [one for one in documents if is_rule(one) and asked.covers(one)]
    if not others:
        head = f"Không văn bản nào trong kho có tên nói đến điều đồng chí hỏi; có hiệu lực {period.name}:"
        return _listed(head, [f"{catalogue_line(one)}{_span(one, documents, period)}" for one in _rules_first(held)])
    head = f"Danh mục của kho không ghi văn bản nào về điều đó có hiệu lực {period.name}; về điều đó kho có:"
    return _listed(head, [f"{catalogue_line(one)} – {_validity(one, documents)}" for one in _rules_first(others)])


def _for_congress(terms: Sequence[str], asked: _Asked, documents: Sequence[Document]) -> str:
    names = joined([f"Đại hội {term}" for term in terms])
    served = list(dict.fromkeys(one for term in terms for one in for_congress(documents, term)))
    wanted = [one for one in served if asked.covers(one)] or served
    if not wanted:
        return f"Danh mục của kho không ghi văn bản nào phục vụ {names}."
    return _listed(
        f"Theo danh mục của kho{until(documents)}, phục vụ {names}:",
        [f"{catalogue_line(one)} – {_validity(one, documents)}" for one in wanted],
    )


def _asked(query: Query) -> _Asked:
    """Read what a question wants listed; words that only frame it, numbers and terms say nothing of the subject."""
    text = compose(query.meaning)
    found = _KIND_ASKED.search(fold(text))
    if found:
        text = f"{text[: found.start()]} {text[slice(*found.span('middle'))]} {text[found.end() :]}"
    framing = _FRAME | _TERM_WORDS | {fold(term) for term in query.congress} if query.congress else _FRAME
    named = {one for one in content_syllables(text) if one not in framing and not one[0].isdigit()}
    return _Asked(frozenset(named), (found["kind"] or "") if found else "")


def _with_guides(
    wanted: Sequence[Document], held: Sequence[Document], documents: Sequence[Document], asked: _Asked
) -> list[Document]:
    """Add the guidance on the documents wanted, whatever its title says, unless one kind alone is asked for."""
    if asked.kind:
        return list(wanted)
    guides = {guide.id for one in wanted for guide in linked(one, INVERSE[GUIDES], documents)}
    return [one for one in held if one in wanted or one.id in guides]


def _rules_first(documents: Sequence[Document]) -> list[Document]:
    return sorted(documents, key=lambda one: one.authority == "hướng dẫn")


def _listed(head: str, lines: Sequence[str]) -> str:
    return "\n".join([head, *lines])


def _span(document: Document, documents: Sequence[Document], period: Period) -> str:
    """What must be said of a document's time: when it began within the period, and when it ended."""
    start, end = first_day(document), stated_end(document, documents)
    parts = [f"có hiệu lực từ {day(start)}"] if start and start > period.first else []
    if end:
        parts.append(f"hết hiệu lực từ {day(end)}")
    elif last_day(document, documents):
        parts.append(_done(document))
    return f" – {', '.join(parts)}" if parts else ""


def _validity(document: Document, documents: Sequence[Document]) -> str:
    end = stated_end(document, documents)
    if end:
        return f"hết hiệu lực từ {day(end)}"
    if document.validity == UNCLEAR:
        return "chưa rõ hiệu lực"
    return _done(document) if document.validity == DONE else document.validity


def _done(document: Document) -> str:
    served = joined([f"Đại hội {term}" for term in document.congress])
    return f"đã thực hiện xong cùng {served}" if served else DONE


def until(documents: Sequence[Document]) -> str:
    """The month up to which the catalogue's records of these documents are kept, as an aside; nothing if unknown."""
    latest = max((one.as_of for one in documents), default="")
    year, _, month = latest.partition("-")
    return f" (tính đến {f'{month}/{year}' if month else year})" if latest else ""
