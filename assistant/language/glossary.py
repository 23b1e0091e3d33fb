"""English questions put into the words of Vietnamese Party papers, for the search; no translation of sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from assistant.datatypes import DocumentReference
from assistant.language import english
from assistant.language.congress_terms import TERM, term_named
from assistant.language.document_numbers import find_references
from assistant.language.folding import compose, fold
from assistant.language.places import load_places
from assistant.language.typing_repair import repair_typing

_TOKEN = re.compile(r"\d+(?:[.,/]\d+)*%?|[^\W\d_]+(?:['’]s\b)?")


@dataclass(frozen=True, slots=True)
class Glossary:
    """English phrases and place names, each a run of folded singular words, with what they are in Vietnamese."""

    phrases: Mapping[tuple[str, ...], str]
    longest: int
    words: frozenset[str]

    def match(self, words: Sequence[str]) -> int:
        """Return how many of the first words make the longest known phrase."""
        lengths = range(min(self.longest, len(words)), 0, -1)
        return next((length for length in lengths if tuple(words[:length]) in self.phrases), 0)


@cache
def load_glossary() -> Glossary:
    """Read the glossary and the places that come with the package."""
    phrases: dict[tuple[str, ...], str] = {}
    for place in load_places():
        phrases[_key(place)] = place
    words: set[str] = set()
    for line in files("assistant.language").joinpath("data/glossary.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            phrase, _, vietnamese = line.partition("\t")
            phrases[_key(phrase)] = vietnamese
            words.update(re.findall(r"\w+", fold(phrase)))
    return Glossary(phrases, max(map(len, phrases)), frozenset(words))


def _key(phrase: str) -> tuple[str, ...]:
    return tuple(_singular(token) for token in _TOKEN.findall(fold(phrase)))


def _singular(word: str) -> str:
    """Return a folded English word without its plural or possessive ending."""
    word = word.removesuffix("'s")
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "ches", "shes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        return word[:-1]
    return word


def is_english(text: str) -> bool:
    """Tell whether a question is asked in English; typing leftovers such as "ddaij hooij" are none."""
    return english.is_english(repair_typing(text), load_glossary().words)


def translate(text: str) -> str:
    """Give the Vietnamese words of an English question, in the order found.

    Numbers, documents' numbers and names stay ("Dak Song" becomes "Đắk Song"); words without a match are left out.
    """
    return " ".join(dict.fromkeys(_translated(compose(text), load_glossary())))


def _translated(text: str, glossary: Glossary) -> Iterator[str]:
    """Yield what each stretch of the text is in Vietnamese: numbers of documents, terms, phrases, names."""
    folded = fold(text)
    fixed = [(reference.start, reference.end, _vietnamese(reference)) for reference in find_references(text)]
    fixed += [
        (term.start(), term.end(), f"Đại hội {term_named(term)}") for term in TERM.finditer(folded) if term_named(term)
    ]
    place = 0
    for start, end, vietnamese in sorted(fixed):
        if start >= place:
            yield from _phrases(text[place:start], glossary)
            yield vietnamese
            place = end
    yield from _phrases(text[place:], glossary)


def _vietnamese(reference: DocumentReference) -> str:
    number = f"{reference.serial}-{reference.symbol}" if reference.symbol else reference.serial
    when = f"năm {reference.year}" if reference.year else ""
    if reference.issued:
        when = f"ngày {reference.issued:%d/%m/%Y}"
    congress = f"Đại hội {reference.congress}" if reference.congress else ""
    parts = (reference.kind or "văn bản", number, when, reference.issuer and f"của {reference.issuer}", congress)
    return " ".join(part for part in parts if part)


def _phrases(text: str, glossary: Glossary) -> Iterator[str]:
    """Yield the longest known phrases of a stretch, its numbers, and names that no list holds."""
    for clause in re.split(r"[,;:.?!()\n](?!\d)", text):
        tokens = _TOKEN.findall(clause)
        keys = [_singular(fold(token)) for token in tokens]
        place = 0
        while place < len(tokens):
            length = glossary.match(keys[place:])
            if length:
                yield glossary.phrases[tuple(keys[place : place + length])]
            elif _is_kept(tokens[place], is_first=place == 0):
                yield tokens[place]
            place += length or 1


def _is_kept(word: str, *, is_first: bool) -> bool:
    """Tell whether an untranslated word is a number, a Vietnamese word or a name."""
    if word[0].isdecimal() or not word.isascii():
        return True
    is_known = fold(word) in english.load_english_words()
    return word[0].isupper() and not is_known and not (is_first and not word.isupper())
