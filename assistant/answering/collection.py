"""Answers that need no passage: greetings, what the assistant is, what the collection holds and what was in force."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from assistant.answering import phrases
from assistant.answering.catalogue_facts import document_facts
from assistant.answering.rules_in_force import catalogue_line, rules_in_force
from assistant.datatypes import Answer, Document, Query, Status
from assistant.language.folding import fold

_ABOUT_VALIDITY = ("hieu luc", "gia tri", "ap dung", "hien hanh", "in force")


def answer_about_collection(query: Query, documents: Sequence[Document], today: date) -> Answer:
    """The answer to a message that asks nothing of what the documents say.

    Args:
        query: the message, with an intent other than "content".
        documents: the whole collection.
        today: the day that "hiện nay" means.
    """
    status: Status = "not_found" if query.intent == "injection" else "answered"
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
    if facts := document_facts(query, documents):
        return facts
    if any(cue in fold(query.meaning) for cue in _ABOUT_VALIDITY):
        return rules_in_force(query, documents, today)
    return "\n".join([f"Kho có {len(documents)} văn bản:", *(catalogue_line(one) for one in _by_date(documents))])


def _by_date(documents: Sequence[Document]) -> list[Document]:
    return sorted(documents, key=lambda one: (one.issued or date.min, one.id), reverse=True)
