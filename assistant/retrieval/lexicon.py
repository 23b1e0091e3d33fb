"""The words and names of the collection, read once for each generation: to restore, to correct, to recognise."""

from __future__ import annotations

import re
import threading
from collections.abc import Sequence
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
_NAME = re.compile(rf"[{_UPPER}][\w'’]*(?: [{_UPPER}][\w'’]*){{1,3}}")
# Capitalised everywhere in such documents, so they tell no document from another. Folded.
_COMMON = re.compile(
    r"(bo chinh tri|ban (chap hanh|to chuc|bi thu|tuyen giao|thuong vu)|trung uong|dai hoi|dang (bo|uy|cong san)"
    r"|chi (thi|bo)|huong dan|cong van|nghi quyet|quy (che|dinh)|viet nam|tong bi thu|bi thu|chu tich|ha noi|mat tran"
    r"|uy ban|ket luan)\b.*"
)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What the collection teaches about words: accents, spelling, names (folded) that its titles carry."""

    restorer: AccentRestorer
    corrector: SpellingCorrector
    names: tuple[str, ...]

    def names_in(self, text: str) -> tuple[str, ...]:
        """Names of the collection that stand in a text, the longest ones where they overlap, folded."""
        folded = f" {' '.join(fold(text).split())} "
        found = [name for name in self.names if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", folded)]
        return tuple(name for name in found if not any(name != other and name in other for other in found))


class LexiconShelf:
    """Keeps the lexicon of the newest generation; building it takes tenths of a second, once per generation."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._lock = threading.Lock()
        self._kept: tuple[int, Lexicon] | None = None

    def lexicon(self) -> Lexicon:
        """The lexicon of the index as it is now."""
        with self._lock:
            generation = self._reader.generation()
            if self._kept is None or self._kept[0] != generation:
                self._kept = (generation, self._build())
            return self._kept[1]

    def _build(self) -> Lexicon:
        documents = self._reader.documents()
        texts = [self._reader.text(document.id) for document in documents]
        model = SyllableModel(load_counts([*texts, *(document.title for document in documents)]))
        return Lexicon(AccentRestorer(model), SpellingCorrector(model), document_names(documents, texts))


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
    whole = "\n".join(compose(text) for text in texts)
    found = {fold(name) for name, ids in holders.items() if len(ids) <= rare and name.lower() not in whole}
    found |= {fold(place) for place in load_places()}
    return tuple(sorted(found, key=lambda name: (-len(name), name)))


def _names(text: str) -> set[str]:
    found = {match.group() for match in _NAME.finditer(compose(text))}
    return {name for name in found if not _COMMON.fullmatch(fold(name))}
