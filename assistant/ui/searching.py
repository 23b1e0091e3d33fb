"""The three ways to look something up: by words, by an exact sentence, by a document's number; no Gradio here."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from assistant.datatypes import Document, DocumentReference, Match
from assistant.language.document_numbers import find_references, resolve
from assistant.language.folding import compose, fold, syllables
from assistant.ui.filters import Filters
from assistant.ui.ports import Assistant
from assistant.ui.sentence_lookup import Located, best_of, locate, nearest, pasted
from assistant.validity import INVERSE, REPLACES, linked

CANDIDATES = 60
_SERIAL = re.compile(r"(?<![\w.,])(\d{1,5})(?![\d_]|[.,]\d)")
LONGEST_SENTENCE = 1500


@dataclass(frozen=True, slots=True)
class Group:
    """What was found in one document, best first."""

    document: Document
    matches: tuple[Match, ...]


@dataclass(frozen=True, slots=True)
class ByWords:
    """Passages by words and meaning, grouped by document; `words` are folded, for highlighting."""

    meaning: str
    words: frozenset[str]
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class BySentence:
    """Where a sentence stands, or what comes nearest; `texts` are the stored texts of those documents."""

    sentence: str
    located: tuple[Located, ...]
    texts: dict[str, str]


@dataclass(frozen=True, slots=True)
class ByNumber:
    """Documents of a number, or the nearest; `understood` is false where no number was read.

    `replaced_by` tells by a document's id what came in its place.
    """

    documents: tuple[Document, ...]
    nearest: tuple[Document, ...] = ()
    understood: bool = True
    replaced_by: Mapping[str, tuple[Document, ...]] = field(default_factory=dict)


def by_words(assistant: Assistant, text: str, filters: Filters) -> ByWords:
    """Hybrid search, narrowed, grouped by document in the order of the best passage."""
    kept = _kept(assistant, filters)
    result = assistant.search(text, CANDIDATES)
    matches = [match for match in result.matches if match.document.id in kept]
    return ByWords(result.query.meaning, frozenset(syllables(result.query.meaning)), _grouped(matches))


def by_sentence(assistant: Assistant, text: str, filters: Filters) -> BySentence:
    """The documents that have the sentence; where none has, the nearest stretches."""
    sentence = pasted(text)[:LONGEST_SENTENCE]
    kept = _kept(assistant, filters)
    plain = sentence.replace('"', " ").replace("“", " ").replace("”", " ")
    quoted = assistant.search(f"“{plain}”", CANDIDATES).matches
    matches = [match for match in (*quoted, *assistant.search(plain, CANDIDATES).matches) if match.document.id in kept]
    documents = list({match.document.id: match.document for match in matches}.values())
    texts = {document.id: assistant.text(document.id) for document in documents}
    located = best_of([locate(sentence, document, texts[document.id]) for document in documents])
    if not located:
        pairs = {match.passage.id: (match.passage, match.document) for match in matches}
        located = nearest(sentence, pairs.values())
    return BySentence(sentence, located, {one.document.id: texts[one.document.id] for one in located})


def by_number(assistant: Assistant, text: str, filters: Filters) -> ByNumber:
    """The documents that bear a number, in any spelling; every number in the text counts."""
    held = assistant.documents()
    documents = [document for document in held if filters.keep(document)]
    references = find_references(text) or _bare_number(text)
    resolved = [resolve(reference, documents) for reference in references]
    found = tuple(dict.fromkeys(one for resolution in resolved for one in resolution.documents))
    near = () if found else tuple(dict.fromkeys(one for resolution in resolved for one in resolution.nearest))
    replaced_by = {one.id: linked(one, INVERSE[REPLACES], held) for one in found or near}
    return ByNumber(found, near, understood=bool(references), replaced_by=replaced_by)


def newest_first(groups: Iterable[Group]) -> tuple[Group, ...]:
    """Groups by the date of their document, unknown dates last."""
    dated = sorted(groups, key=lambda one: one.document.issued.toordinal() if one.document.issued else 0, reverse=True)
    return tuple(dated)


def highlights(text: str, words: frozenset[str]) -> tuple[tuple[int, int], ...]:
    """Where two or more of the words stand side by side, or a single one that is a number or alone in the question."""
    spans: list[tuple[int, int]] = []
    for wanted, run in groupby(_tokens(text), key=lambda token: token[0] in words):
        tokens = list(run)
        if wanted and (len(tokens) > 1 or len(words) == 1 or tokens[0][0][0].isdigit()):
            spans.append((tokens[0][1], tokens[-1][2]))
    return tuple(spans)


def _tokens(text: str) -> list[tuple[str, int, int]]:
    tokens: list[tuple[str, int, int]] = []
    position = 0
    folded = fold(text)
    for syllable in syllables(text):
        start = folded.find(syllable, position)
        if start >= 0:
            position = start + len(syllable)
            tokens.append((syllable, start, position))
    return tokens


def _kept(assistant: Assistant, filters: Filters) -> frozenset[str]:
    return filters.ids(assistant.documents())


def _grouped(matches: Sequence[Match]) -> tuple[Group, ...]:
    groups: dict[str, list[Match]] = {}
    for match in matches:
        groups.setdefault(match.document.id, []).append(match)
    return tuple(Group(group[0].document, tuple(group)) for group in groups.values())


def _bare_number(text: str) -> tuple[DocumentReference, ...]:
    """A serial alone ("35", "số 35"), or one that letters stick to ("35CTTW"): a document of any kind."""
    return tuple(DocumentReference("", serial) for serial in _SERIAL.findall(compose(text)))
