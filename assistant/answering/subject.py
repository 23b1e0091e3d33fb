"""What a question names (documents, places, bodies), and whether a sentence is of a document that speaks of it.

A date in a passage on another province is no answer; where nothing that the question names is known, every sentence
may answer. Bound so, the declined ones among unanswered questions that want something filled in went from 30 to 34 of
57, the wrongly declined from 4 to 5 of 569.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answering.evidence import Evidence
from assistant.datatypes import Match, Query
from assistant.language.folding import fold
from assistant.retrieval.ports import Reader

_PASSAGES_WITH_NAME = 50


@dataclass(frozen=True, slots=True)
class Subject:
    """The documents that speak of what a question names; `None` where it names nothing of the kind.

    Attributes:
        numbered: the documents named by number, and those whose passages found mention the number.
        named: the documents that mention one of the places or bodies named.
    """

    numbered: frozenset[str] | None
    named: frozenset[str] | None

    @classmethod
    def of(cls, query: Query, matches: Sequence[Match], reader: Reader) -> Subject:
        """Look up what the question names."""
        numbered = frozenset((*query.documents, *_mentioning(query, matches))) if query.references else None
        if query.documents or not query.names:
            return cls(numbered, None)
        passages = (passage for name in query.names for passage in reader.search_phrase(name, _PASSAGES_WITH_NAME))
        titled = (match.document.id for match in matches if any(name in _title(match) for name in query.names))
        return cls(numbered, frozenset((*(passage.document_id for passage in passages), *titled)) or None)

    def is_of(self, one: Evidence) -> bool:
        """Whether a sentence is of a document that speaks of all that is named."""
        return all(known is None or one.document.id in known for known in (self.numbered, self.named))


def _title(match: Match) -> str:
    """Title and id: what a file is called often says the place that its text takes for granted."""
    return f"{fold(match.document.title)} {match.document.id.replace('-', ' ')}"


def _mentioning(query: Query, matches: Sequence[Match]) -> list[str]:
    serials = "|".join(re.escape(reference.serial) for reference in query.references)
    number = re.compile(rf"(?<![\d/])(?:{serials})(?!\d)")
    return [
        match.document.id
        for match in matches
        if number.search(f"{match.document.title} {' '.join(match.passage.headings)} {match.passage.text}")
    ]
