"""What stands in front of the quotations, and whether the question must be asked back; pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answering import phrases
from assistant.answering.premises import figures
from assistant.datatypes import Citation, Document, Query, Status
from assistant.wording import document_line, joined


@dataclass(frozen=True, slots=True)
class Opening:
    """The status of an answer and its first line, which may be empty."""

    status: Status
    line: str


def ask_which(query: Query, citations: Sequence[Citation]) -> Opening | None:
    """Ask back where a number names several documents, no year or term tells which, and their figures differ.

    The quotations of each follow all the same, under their own heads, so that nobody has to ask twice.
    """
    if query.years or query.congress:
        return None
    cited = {one.document.id: one.document for one in citations if one.document.id in query.documents}
    same = [one for one in cited.values() if _shares_number(one, list(cited.values()))]
    if len(same) < 2 or not _differ(citations, same):
        return None
    listed = joined([document_line(one) for one in same], last="hay")
    return Opening("clarify", phrases.WHICH.format(number=same[0].number, documents=listed))


def _shares_number(document: Document, others: Sequence[Document]) -> bool:
    return bool(document.number) and any(one.number == document.number and one.id != document.id for one in others)


def _differ(citations: Sequence[Citation], documents: Sequence[Document]) -> bool:
    """Whether the quotations of the documents give different numbers of the same unit."""
    by_document = [
        {figure for one in citations if one.document.id == document.id for figure in figures(one.quote)}
        for document in documents
    ]
    shared_units = set.intersection(*({figure.unit for figure in held} for held in by_document))
    return any({one for one in by_document[0] if one.unit == unit} != {one for one in held if one.unit == unit}
               for unit in shared_units for held in by_document[1:])  # fmt: skip
