"""Narrowing the collection: by document, kind, congress term and level; the choices and what they leave; pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from assistant.datatypes import Document
from assistant.wording import document_line, shortened

TITLE_CHARACTERS = 60
TERMS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII")

Choice = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Filters:
    """What was chosen; an empty part leaves everything."""

    documents: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing is left out."""
        return not (self.documents or self.kinds or self.terms or self.levels)

    def keep(self, document: Document) -> bool:
        """Whether a document fits every part."""
        return (
            _fits(self.documents, (document.id,))
            and _fits(self.kinds, (document.kind,))
            and _fits(self.terms, document.congress)
            and _fits(self.levels, document.levels)
        )

    def ids(self, documents: Iterable[Document]) -> frozenset[str]:
        """The ids of the documents that fit."""
        return frozenset(document.id for document in documents if self.keep(document))


EVERYTHING = Filters()


@dataclass(frozen=True, slots=True)
class Choices:
    """What can be chosen in this collection: pairs of the words shown and the value."""

    documents: tuple[Choice, ...]
    kinds: tuple[Choice, ...]
    terms: tuple[Choice, ...]
    levels: tuple[Choice, ...]


def choices(documents: Sequence[Document]) -> Choices:
    """The choices of a collection: newest documents first, values that occur, nothing else."""
    newest = sorted(documents, key=lambda one: (one.issued.toordinal() if one.issued else 0, one.id), reverse=True)
    terms = {term for one in documents for term in one.congress}
    return Choices(
        documents=tuple((_document_choice(one), one.id) for one in newest),
        kinds=tuple((kind, kind) for kind in sorted({one.kind for one in documents})),
        terms=tuple((f"Đại hội {term}", term) for term in sorted(terms, key=_term_order, reverse=True)),
        levels=tuple((level, level) for level in dict.fromkeys(level for one in documents for level in one.levels)),
    )


def filters_from(values: Sequence[object]) -> Filters:
    """What a browser chose, in the order of the fields; anything that is no list of words is nothing."""
    parts = [tuple(str(one) for one in value) if isinstance(value, list | tuple) else () for value in values]
    return Filters(*parts)


def _fits(chosen: Collection[str], values: Iterable[str]) -> bool:
    return not chosen or any(value in chosen for value in values)


def _document_choice(document: Document) -> str:
    line = document_line(document)
    return f"{line}: {shortened(document.title, TITLE_CHARACTERS)}" if document.number else line


def _term_order(term: str) -> tuple[int, str]:
    return (TERMS.index(term) if term in TERMS else len(TERMS), term)
