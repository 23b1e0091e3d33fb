"""The lexical index: folded syllables and pairs of each passage in FTS5, and the terms of a question chosen for it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from assistant.datatypes import Document, Passage
from assistant.index.records import PASSAGE_COLUMNS, passage_from_row
from assistant.language.folding import pairs, syllables

TITLE_WEIGHT = 0.5
SYLLABLE_WEIGHT = 1.0
PAIR_WEIGHT = 0.5
MOST_POSTINGS = 400_000
"""How many occurrences one search may walk through, about a tenth of a second's work (`bench/bench_search.py`)."""

# Ranked before anything is joined: otherwise the row of every passage that holds one of the terms is read.
_SEARCH = f"""
WITH best AS MATERIALIZED (
    SELECT rowid AS key, rank AS score FROM lexical
    WHERE lexical MATCH ? AND rank MATCH 'bm25({TITLE_WEIGHT}, {SYLLABLE_WEIGHT}, {PAIR_WEIGHT})'
    ORDER BY rank, rowid LIMIT ?
)
SELECT {PASSAGE_COLUMNS}, -best.score FROM best
JOIN passages ON passages.key = best.key
JOIN documents ON documents.key = passages.document_key
ORDER BY best.score, best.key
"""
_PHRASE = f"""
SELECT {PASSAGE_COLUMNS} FROM lexical
JOIN passages ON passages.key = lexical.rowid
JOIN documents ON documents.key = passages.document_key
WHERE lexical MATCH ? ORDER BY documents.id, passages.position LIMIT ?
"""


def insert(connection: sqlite3.Connection, rows: Iterable[tuple[int, Passage]], document: Document) -> None:
    """Index passages, each under the key of its row."""
    title = syllables(document.title)
    connection.executemany(
        "INSERT INTO lexical (rowid, title, syllables, pairs) VALUES (?, ?, ?, ?)",
        ((key, *_columns(title, passage)) for key, passage in rows),
    )


def _columns(title: list[str], passage: Passage) -> tuple[str, str, str]:
    above = title + [token for heading in passage.headings for token in syllables(heading)]
    body = syllables(passage.text)
    return " ".join(above + pairs(above)), " ".join(body), " ".join(pairs(body))


def delete(connection: sqlite3.Connection, document_key: int) -> None:
    """Take the passages of a document out of the index; they must still stand in the catalogue."""
    connection.execute(
        "DELETE FROM lexical WHERE rowid IN (SELECT key FROM passages WHERE document_key = ?)", (document_key,)
    )


def search(connection: sqlite3.Connection, terms: Sequence[str], k: int) -> list[tuple[Passage, float]]:
    """The passages with the highest BM25 score for any of these terms, best first."""
    if not terms:
        return []
    found = connection.execute(_SEARCH, (" OR ".join(map(_quoted, terms)), k))
    return [(passage_from_row(row[:-1]), float(row[-1])) for row in found]


def search_phrase(connection: sqlite3.Connection, text: str, k: int) -> list[Passage]:
    """Passages in which these words follow one another; accents, case and punctuation do not count."""
    words = syllables(text)
    if not words:
        return []
    found = connection.execute(_PHRASE, (f"syllables : {_quoted(' '.join(words))}", k))
    return [passage_from_row(row) for row in found]


@dataclass(frozen=True, slots=True)
class Frequency:
    """How common a term is: passages whose text holds it, and entries that a search for it walks through."""

    passages: int
    postings: int


def frequency(connection: sqlite3.Connection, term: str) -> Frequency:
    """How common a folded syllable or pair is; titles and headings count as postings only."""
    rows = dict(connection.execute("SELECT col, doc FROM lexical_terms WHERE term = ?", (term,)))
    return Frequency(rows.get("pairs" if "_" in term else "syllables", 0), sum(rows.values()))


def telling_terms(terms: Sequence[str], frequency_of: Callable[[str], Frequency]) -> list[str]:
    """The syllables and their pairs, rarest first, as far as one search can afford them.

    Common terms cost most and tell least; in a small collection all of them are affordable.
    """
    candidates = dict.fromkeys([*terms, *pairs(list(terms))])
    ranked = sorted((frequency_of(term).passages, frequency_of(term).postings, term) for term in candidates)
    chosen: list[str] = []
    walked = 0
    for _, postings, term in ranked:
        walked += postings
        if chosen and walked > MOST_POSTINGS:
            break
        chosen.append(term)
    return chosen


def _quoted(term: str) -> str:
    return '"' + term.replace('"', '""') + '"'
