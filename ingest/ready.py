"""A document read from a file and not yet stored, and what it may take over from a digest of the same document."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from assistant.datatypes import ORIGINAL, Document, Passage
from ingest.roots import SourceFile


class Parsed(Protocol):
    """A file as the reading side hands it over."""

    @property
    def document(self) -> Document:
        """What is known of it."""

    @property
    def text(self) -> str:
        """Its text, to which the offsets of the passages refer."""

    @property
    def passages(self) -> tuple[Passage, ...]:
        """Its passages in reading order."""

    @property
    def health(self) -> str:
        """The state of the file, as the catalogue keeps it."""


ReadDocument = Callable[[Path, Path], Parsed]


@dataclass(frozen=True, slots=True)
class Ready:
    """A document read and not yet stored."""

    file: SourceFile
    content_hash: str
    document: Document
    text: str
    passages: tuple[Passage, ...]
    health: str

    def under(self, document_id: str) -> Ready:
        """The same under the id by which the collection knows the document already."""
        own = self.document.id
        passages = tuple(
            replace(one, id=f"{document_id}{one.id.removeprefix(own)}", document_id=document_id)
            for one in self.passages
        )
        return replace(self, document=replace(self.document, id=document_id), passages=passages)

    def of_digest(self, digest: Document) -> Ready:
        """The same with what people had recorded in a digest of the document."""
        own = self.document
        return replace(self, document=replace(digest, path=own.path, provenance=ORIGINAL, sources=own.sources))
