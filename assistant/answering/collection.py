"""Answers that need no passage: greetings, what the assistant is, what the collection holds and what was in force."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from assistant.answering import phrases
from assistant.answering.composing import escaped
from assistant.datatypes import Answer, Document, Query
from assistant.language.folding import fold, syllables
from assistant.retrieval.asked_date import asked_date
from assistant.retrieval.content_words import content_syllables
from assistant.validity import in_force, last_day
from assistant.wording import day, document_line

_ABOUT_VALIDITY = ("hieu luc", "gia tri", "con ap dung", "dang ap dung")
# Words of such questions that name no subject. Folded.
_FRAME = frozenset(
    syllables("văn bản tài liệu nào còn có hiệu lực giá trị áp dụng đang hiện nay thời điểm tháng năm ngày kho đến")
)


def answer_about_collection(query: Query, documents: Sequence[Document], today: date) -> Answer:
    """The answer to a message that asks nothing of what the documents say.

    Args:
        query: the message, with an intent other than "content".
        documents: the whole collection.
        today: the day that "hiện nay" means.
    """
    status = "not_found" if query.intent == "injection" else "answered"
    return Answer(query.text, status, _text(query, documents, today), understood=query.understood)


def _text(query: Query, documents: Sequence[Document], today: date) -> str:
    fixed = {
        "injection": phrases.INJECTION,
        "greeting": phrases.GREETING,
        "thanks": phrases.THANKS,
        "identity": phrases.IDENTITY.format(count=len(documents)),
    }
    if query.intent in fixed:
        return fixed[query.intent]
    if not documents:
        return phrases.EMPTY
    if any(cue in fold(query.meaning) for cue in _ABOUT_VALIDITY):
        return _validity(query, documents, asked_date(query.meaning, today))
    return "\n".join([f"Kho có {len(documents)} văn bản:", *(_line(one) for one in _by_date(documents))])


def _validity(query: Query, documents: Sequence[Document], on: date) -> str:
    subject = _subject(query)
    held = [one for one in in_force(documents, on) if _is_about(one, subject)]
    if not held:
        return f"Theo danh mục của kho, không có văn bản nào{_about(query, subject)} có hiệu lực ngày {day(on)}."
    lines = [f"Theo danh mục của kho, có hiệu lực ngày {day(on)}:"]
    return "\n".join([*lines, *(f"{_line(one)}{_span(one, documents)}" for one in held)])


def _subject(query: Query) -> frozenset[str]:
    """The syllables of the question that say what the documents asked for are about."""
    named = content_syllables(query.meaning)
    return frozenset(one for one in named if one not in _FRAME and not one.isdigit() and not one[0].isdigit())


def _is_about(document: Document, subject: frozenset[str]) -> bool:
    return subject <= set(syllables(f"{document.kind} {document.number} {document.title} {document.issuer} đảng"))


def _about(query: Query, subject: frozenset[str]) -> str:
    return f" về điều đồng chí hỏi (“{query.meaning}”)" if subject else ""


def _by_date(documents: Sequence[Document]) -> list[Document]:
    return sorted(documents, key=lambda one: (one.issued or date.min, one.id), reverse=True)


def _line(document: Document) -> str:
    title = f": {escaped(document.title)}" if document.number else ""
    return f"- {escaped(document_line(document))}{title}"


def _span(document: Document, documents: Sequence[Document]) -> str:
    end = last_day(document, documents)
    return f" – đến {day(end)}" if end else ""
