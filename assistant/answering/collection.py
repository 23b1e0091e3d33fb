"""Answers that need no passage: greetings, what the assistant is, what the collection holds and what is in force."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from assistant.answering import phrases
from assistant.answering.composing import escaped
from assistant.datatypes import Answer, Document, Query
from assistant.language.folding import fold
from assistant.wording import REPLACED, day, document_line

_IN_FORCE = ("hieu luc", "gia tri", "ap dung")


def answer_about_collection(query: Query, documents: Sequence[Document]) -> Answer:
    """The answer to a message that asks nothing of the documents' content."""
    if query.intent == "injection":
        return Answer(query.text, "not_found", phrases.INJECTION, understood=query.understood)
    return Answer(query.text, "answered", _text(query, documents), understood=query.understood)


def _text(query: Query, documents: Sequence[Document]) -> str:
    if query.intent == "greeting":
        return phrases.GREETING
    if query.intent == "thanks":
        return phrases.THANKS
    if query.intent == "identity":
        return phrases.IDENTITY.format(count=len(documents))
    if not documents:
        return phrases.EMPTY
    if any(word in fold(query.meaning) for word in _IN_FORCE):
        return _in_force(documents)
    return _all(documents)


def _all(documents: Sequence[Document]) -> str:
    lines = [f"Kho có {len(documents)} văn bản:"]
    return "\n".join([*lines, *(f"- {escaped(document_line(one))}{_title(one)}" for one in _by_date(documents))])


def _in_force(documents: Sequence[Document]) -> str:
    valid = [one for one in documents if one.validity == "còn hiệu lực"]
    gone = [one for one in documents if one.validity == REPLACED]
    lines = [f"Theo danh mục của kho, {len(valid)} văn bản còn hiệu lực:"]
    lines += [f"- {escaped(document_line(one))}{_title(one)}{_as_of(one)}" for one in _by_date(valid)]
    if gone:
        lines += ["", "Đã được thay thế:"]
        lines += [f"- {escaped(document_line(one))}{_until(one)}" for one in _by_date(gone)]
    return "\n".join(lines)


def _by_date(documents: Sequence[Document]) -> list[Document]:
    return sorted(documents, key=lambda one: (one.issued or date.min, one.id), reverse=True)


def _title(document: Document) -> str:
    return f": {escaped(document.title)}" if document.number else ""


def _as_of(document: Document) -> str:
    return f" (xác nhận đến {document.as_of})" if document.as_of else ""


def _until(document: Document) -> str:
    return f" – hết hiệu lực {day(document.expired)}" if document.expired else ""
