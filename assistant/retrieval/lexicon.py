"""The words and names of the collection, read once for each generation: to restore, to correct, to recognise."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from assistant.datatypes import Document
from assistant.language.accents import AccentRestorer
from assistant.language.folding import compose, fold
from assistant.language.places import load_places
from assistant.language.spelling import SpellingCorrector
from assistant.language.syllable_counts import load_counts
from assistant.language.syllable_model import SyllableModel
from assistant.retrieval.ports import Reader

_UPPER = "A-ZÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬĐÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ"
LEARNT_FROM = 4_000_000
"""Characters of text from which the words and names of a collection are learnt, shared out over its documents."""
_QUICK_SECONDS = 1.0
_SERVES = 30.0
"""How many times as long as it took a lexicon that was slow to build serves later generations too."""
_RUN = re.compile(r"[\w'’]+(?: [\w'’]+)+")
_FOLDED_WORD = re.compile(r"\w+")
_NAME = re.compile(rf"[{_UPPER}][\w'’]*(?: [{_UPPER}][\w'’]*){{1,3}}")
# Capitalised everywhere in such documents, so they tell no document from another. Folded.
_COMMON = re.compile(
    r"(bo chinh tri|ban (chap hanh|to chuc|bi thu|tuyen giao|thuong vu)|trung uong|dai hoi|dang (bo|uy|cong san)"
    r"|chi (thi|bo)|huong dan|cong van|nghi quyet|quy (che|dinh)|viet nam|tong bi thu|bi thu|chu tich|ha noi|mat tran"
    r"|uy ban|ket luan)\b.*"
)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What the collection teaches about words: accents, spelling, names (folded, by their first word)."""

    restorer: AccentRestorer
    corrector: SpellingCorrector
    names: Mapping[str, tuple[str, ...]]

    def names_in(self, text: str) -> tuple[str, ...]:
        """Names of the collection that stand in a text, the longest ones where they overlap, folded."""
        folded = f" {' '.join(fold(text).split())} "
        possible = {name for word in _FOLDED_WORD.findall(folded) for name in self.names.get(word, ())}
        near = (name for name in possible if name in folded)
        found = [name for name in near if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", folded)]
        longest = [name for name in found if not any(name != other and name in other for other in found)]
        return tuple(sorted(longest, key=_longest_first))


@dataclass(frozen=True, slots=True)
class _Kept:
    """A lexicon, the generation that it was read from, and until when it serves later ones too."""

    lexicon: Lexicon
    generation: int
    until: float


class LexiconShelf:
    """Keeps the lexicon of the newest generation.

    Building it takes tenths of a second in a small collection. In a large one it is built from the beginning of each
    document, and serves the generations of the next while, so that questions during an ingest do not build it each.
    """

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._lock = threading.Lock()
        self._kept: _Kept | None = None

    def lexicon(self) -> Lexicon:
        """The lexicon of the index as it is now, or was a moment ago."""
        with self._lock:
            generation, now = self._reader.generation(), time.monotonic()
            kept = self._kept
            if kept is None or (kept.generation != generation and now >= kept.until):
                started = time.thread_time()  # not the clock's: a busy machine makes no large collection
                lexicon = self._build()
                took = time.thread_time() - started
                kept = _Kept(lexicon, generation, now + (_SERVES * took if took > _QUICK_SECONDS else 0.0))
                self._kept = kept
            return kept.lexicon

    def _build(self) -> Lexicon:
        documents = self._reader.documents()
        most = LEARNT_FROM // max(1, len(documents))
        texts = self._reader.beginnings(most)
        model = SyllableModel(load_counts([*texts.values(), *(document.title for document in documents)]))
        names = document_names(documents, [texts.get(document.id, "") for document in documents])
        return Lexicon(AccentRestorer(model), SpellingCorrector(model), _by_first_word(names))


def document_names(documents: Sequence[Document], texts: Sequence[str]) -> tuple[str, ...]:
    """Names of places, people and organisations that tell documents apart, folded, longest first.

    A capitalised phrase that also stands in small letters somewhere is no name, and neither is one that many documents
    share. Places that people name are always among them.
    """
    holders: dict[str, set[str]] = {}
    for document, text in zip(documents, texts, strict=True):
        for name in _names(f"{document.title}. {document.issuer}. {text}"):
            holders.setdefault(name, set()).add(document.id)
    rare = max(1, len(documents) // 3)
    possible = {name for name, ids in holders.items() if len(ids) <= rare}
    found = {fold(name) for name in possible - _in_small_letters(possible, texts)}
    found |= {fold(place) for place in load_places()}
    return tuple(sorted(found, key=_longest_first))


def _in_small_letters(names: Collection[str], texts: Sequence[str]) -> set[str]:
    """The names that also stand in small letters somewhere."""
    written = {name.lower(): name for name in names}
    longest: dict[str, int] = {}
    for small in written:
        words = small.split(" ")
        longest[words[0]] = max(longest.get(words[0], 0), len(words))
    found: set[str] = set()
    for run in (run for text in texts for run in _RUN.findall(compose(text))):
        words = run.split(" ")
        for place, word in enumerate(words):
            for length in range(2, longest.get(word, 0) + 1):
                if name := written.get(" ".join(words[place : place + length])):
                    found.add(name)
    return found


def _by_first_word(names: Sequence[str]) -> Mapping[str, tuple[str, ...]]:
    """Names by the word that they begin with, so that a question is compared with few of them."""
    sorted_in: dict[str, list[str]] = {}
    for name in names:
        if first := _FOLDED_WORD.search(name):
            sorted_in.setdefault(first[0], []).append(name)
    return {word: tuple(listed) for word, listed in sorted_in.items()}


def _longest_first(name: str) -> tuple[int, str]:
    return (-len(name), name)


def _names(text: str) -> set[str]:
    found = {match.group() for match in _NAME.finditer(compose(text))}
    return {name for name in found if not _COMMON.fullmatch(fold(name))}
