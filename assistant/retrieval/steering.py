"""What a question names (documents, years, terms, levels, places) moves matching passages up; pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.datatypes import Document, Match, Query
from assistant.language.folding import fold

BESIDE_THE_TEXT = frozenset(("header", "caption", "date", "signature"))


@dataclass(frozen=True, slots=True)
class Boosts:
    """What is added to the fused score (0 to 1) of a match that fits something named in the question.

    `beside_the_text` lowers headers, captions, dates and signatures, which repeat words of the text and answer little.
    """

    document: float = 0.8
    document_compared: float = 0.3
    mentions_document: float = 0.25
    congress: float = 0.1
    year: float = 0.1
    level: float = 0.05
    name: float = 0.3
    beside_the_text: float = -0.15


def steer(query: Query, matches: Sequence[Match], boosts: Boosts | None = None) -> list[Match]:
    """The matches with their scores raised by what the question names; order is left to the caller."""
    chosen = boosts or Boosts()
    return [replace(match, score=match.score + _boost(query, match, chosen)) for match in matches]


def _boost(query: Query, match: Match, boosts: Boosts) -> float:
    document = match.document
    raised = boosts.beside_the_text if match.passage.role in BESIDE_THE_TEXT else 0.0
    if document.id in query.documents:
        raised += boosts.document_compared if query.asks == "compare" else boosts.document
    elif _mentions(query, match.passage.text):
        raised += boosts.mentions_document
    if set(query.congress) & set(document.congress):
        raised += boosts.congress
    if document.issued and document.issued.year in query.years:
        raised += boosts.year
    if set(query.levels) & set(document.levels):
        raised += boosts.level
    return raised + boosts.name * _names_share(query.names, document, match.passage.text)


def _mentions(query: Query, text: str) -> bool:
    """Whether a passage of another document names the document asked about by its full number."""
    folded = fold(text)
    return any(_number_stands(reference.serial, reference.symbol, folded) for reference in query.references)


def _number_stands(serial: str, symbol: str, folded: str) -> bool:
    if symbol:
        return fold(f"{serial}-{symbol}") in folded
    return f"so {serial}" in folded or f" {serial}-" in folded


def _names_share(names: Sequence[str], document: Document, text: str) -> float:
    """Share of the named places and organisations that the document's title or the passage names."""
    if not names:
        return 0.0
    folded = fold(f"{document.title} {document.issuer} {document.path} {text}").replace("-", " ")
    return sum(fold(name) in folded for name in names) / len(names)
