"""The order in which chosen sentences are quoted, and documents listed; pure."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from assistant.answering.evidence import Evidence
from assistant.answering.lines import Frame, Line, cite, escaped, quotation, stands_apart
from assistant.datatypes import Document
from assistant.validity import REPLACES
from assistant.wording import REPLACED, document_name

_AUTHORITY: Mapping[str, float] = {"chỉ đạo": 0.3, "quy định": 0.3, "hướng dẫn": 0.15}
_OUTDATED = 0.3
_PER_YEAR = 0.03
_OLDEST = 2005
# Sentences that open with an example, or with a rule that is over, do not speak first where another is quoted.
_ASIDE = re.compile(r"(?:tiếp |kết )?ví dụ\b|trước (?:ngày )?\d{1,2}/\d{1,2}/\d{4}\b", re.IGNORECASE)


def quoted_lines(quotes: Sequence[Evidence], asked_of: Sequence[str] = (), *, newest_first: bool = True) -> list[Line]:
    """The quotations in the order in which an answer gives them: by document, the best first, lessons at the end.

    Args:
        quotes: what is quoted, neighbours joined.
        asked_of: ids of the documents that the question names.
        newest_first: whether what is newer speaks earlier; not where the question names a year or a congress.
    """
    groups = _grouped(quotes, Frame(asked_of=asked_of), newest_first=newest_first)
    return [quotation(cite(one.passage, one.document, one.start, one.end)) for group in groups for one in group]


def _grouped(quotes: Sequence[Evidence], frame: Frame, *, newest_first: bool) -> list[list[Evidence]]:
    """One group for each document, its best sentence first and the others in the order of the text.

    What was replaced comes after what replaced it, unless the question names a time or that very document.
    """
    groups: dict[str, list[Evidence]] = {}
    for one in sorted(quotes, key=lambda item: item.start):
        groups.setdefault(one.document.id, []).append(one)
    led = [_best_first(group) if newest_first else _led_by(_best(group), group) for group in groups.values()]
    over = _replaced_by_another([group[0].document for group in led]) if newest_first else frozenset()
    per_year = _PER_YEAR if newest_first else 0.0

    def order(group: Sequence[Evidence]) -> tuple[bool, bool, float]:
        document = group[0].document
        is_over = document.id in over and document.id not in frame.asked_of
        return stands_apart(document, frame), is_over, -_weight(_best(group), per_year)

    return sorted(led, key=order)


def _replaced_by_another(documents: Sequence[Document]) -> frozenset[str]:
    """The ids of documents that another one of them replaced."""
    return frozenset(one.target for document in documents for one in document.relations if one.type == REPLACES)


def _best_first(group: Sequence[Evidence]) -> list[Evidence]:
    told = [one for one in group if not _ASIDE.match(one.text)]
    return _led_by(_best(told or group), group)


def _best(group: Sequence[Evidence]) -> Evidence:
    return max(group, key=lambda one: one.score)


def _led_by(first: Evidence, group: Sequence[Evidence]) -> list[Evidence]:
    return [first, *(one for one in group if one is not first)]


def _weight(best: Evidence, per_year: float) -> float:
    """How early a document speaks: its best sentence, more for rules and newer ones, less for what was replaced."""
    document = best.document
    replaced = _OUTDATED if document.validity == REPLACED else 0.0
    year = document.issued.year if document.issued else _OLDEST
    return best.score + _AUTHORITY.get(document.authority, 0.0) - replaced + per_year * (year - _OLDEST)


def nearest_documents(documents: Sequence[Document]) -> str:
    """The documents that come nearest, as a short Markdown list."""
    lines = []
    for document in documents:
        title = f": {escaped(document.title)}" if document.number else ""
        lines.append(f"- {escaped(document_name(document))}{title}")
    return "\n".join(lines)
