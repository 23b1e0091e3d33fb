"""The documents that the project ships, as the catalogue knows them, and questions about them; no index, no model."""

from datetime import date
from functools import cache
from pathlib import Path

from assistant.datatypes import Document, Query
from assistant.language.congress_terms import congress_terms
from assistant.language.document_numbers import find_references, resolve
from assistant.retrieval.intent import intent_of
from ingest.loading import load

FOLDER = Path(__file__).parent.parent / "docs_corpus"
TODAY = date(2026, 11, 22)


@cache
def documents() -> tuple[Document, ...]:
    """The record of every file of the corpus, read from its front matter."""
    return tuple(Document(path=path.name, **load(path).metadata) for path in sorted(FOLDER.glob("*.md")))


@cache
def texts() -> dict[str, str]:
    """The stored text of every file of the corpus by the document's id."""
    loaded = [load(path) for path in sorted(FOLDER.glob("*.md"))]
    return {one.metadata["id"]: one.text for one in loaded}


def asked(text: str, among: tuple[Document, ...]) -> Query:
    """A question typed without faults, with the documents it names."""
    references = find_references(text)
    ids = dict.fromkeys(one.id for reference in references for one in resolve(reference, among).documents)
    return Query(
        text,
        text,
        intent=intent_of(text),
        references=references,
        documents=tuple(ids),
        congress=congress_terms(text),
    )
