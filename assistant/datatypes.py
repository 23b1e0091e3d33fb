"""The frozen records that travel between the stages: document, passage, query, match, citation, answer."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

Status = Literal["answered", "not_found", "clarify", "premise_corrected"]
Role = Literal["body", "footnote", "caption", "signature", "date", "header"]

ORIGINAL = "nguyên văn"
DIGEST = "lược thuật"
LESSON = "tham khảo"


@dataclass(frozen=True, slots=True)
class Source:
    """A public source that a digest's statement rests on; `key` is the number in its mark `[^key]`."""

    key: int
    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Relation:
    """A directed relation to another document, named as in the front matter ("hướng dẫn", "thay thế", …)."""

    type: str
    target: str


@dataclass(frozen=True, slots=True)
class Document:
    """What the catalogue knows of one document; its text is fetched apart, since it may be long.

    Fields are the front matter of the corpus format. Unknown values are empty, never guessed.
    """

    id: str
    title: str
    path: str
    number: str = ""
    kind: str = "khác"
    issuer: str = ""
    issued: date | None = None
    signer: str = ""
    congress: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    authority: str = LESSON
    validity: str = "chưa rõ"
    effective: date | None = None
    expired: date | None = None
    as_of: str = ""
    relations: tuple[Relation, ...] = ()
    provenance: str = ORIGINAL
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of one document's stored text: `document_text[start:end] == text`, offsets in code points.

    `locator` is for people ("mục 3, gạch đầu dòng 2"); `headings` is the heading path, outermost first;
    `order` counts the passages of the document from 0 in reading order.
    """

    id: str
    document_id: str
    text: str
    start: int
    end: int
    locator: str
    order: int
    headings: tuple[str, ...] = ()
    role: Role = "body"
    page: int | None = None


@dataclass(frozen=True, slots=True)
class DocumentReference:
    """A document named in a text, as far as its words tell: "CT 35 năm 2019" is kind "chỉ thị", serial "35", year 2019.

    `symbol` is the part after the serial where it was written ("CT/TW"); `start` and `end` are offsets in the text.
    """

    kind: str
    serial: str
    symbol: str = ""
    year: int | None = None
    issued: date | None = None
    issuer: str = ""
    congress: str = ""
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Query:
    """A question understood: what was typed, what it is taken to mean, and what steers the search.

    `meaning` goes to the dense search (accents restored, abbreviations expanded), `terms` (folded syllables) to the
    lexical one; `focus` is the meaning without the documents it names, for comparing single sentences. `documents` are
    ids that the question names, `missing` the references that the collection lacks as they are named. `topic` is what
    a follow-up leans on, `understood` what a person is shown of all this.
    """

    text: str
    meaning: str
    focus: str = ""
    terms: tuple[str, ...] = ()
    intent: str = "content"
    asks: str = "other"
    language: Literal["vi", "en"] = "vi"
    references: tuple[DocumentReference, ...] = ()
    documents: tuple[str, ...] = ()
    missing: tuple[DocumentReference, ...] = ()
    years: tuple[int, ...] = ()
    congress: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    quoted: tuple[str, ...] = ()
    topic: str = ""
    understood: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Match:
    """A passage found: `score` orders (higher is better), `dense` is the cosine, `lexical` the BM25 score."""

    passage: Passage
    document: Document
    score: float
    dense: float | None = None
    lexical: float | None = None


@dataclass(frozen=True, slots=True)
class SentenceScore:
    """One sentence of a passage, by offsets in the document's text, and its cosine with the question."""

    start: int
    end: int
    cosine: float


@dataclass(frozen=True, slots=True)
class Citation:
    """One mark `[marker]` of an answer: `document_text[start:end] == quote`."""

    marker: int
    passage: Passage
    document: Document
    quote: str
    start: int
    end: int
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class Timings:
    """Milliseconds spent in each stage; their sum is the whole."""

    understand: float = 0.0
    search: float = 0.0
    answer: float = 0.0


@dataclass(frozen=True, slots=True)
class Answer:
    """What is shown: Markdown with marks `[1]`, each with its citation, or an honest no."""

    question: str
    status: Status
    text: str
    citations: tuple[Citation, ...] = ()
    notes: tuple[str, ...] = ()
    suggestions: tuple[str, ...] = ()
    understood: tuple[str, ...] = ()
    timings: Timings = field(default_factory=Timings)
