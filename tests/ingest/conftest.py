from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.settings import Settings
from ingest.parsing import ParsedDocument, read_document
from tests.fakes import WordCountEmbeddings
from tests.ingest.desk import Desk

Read = Callable[..., ParsedDocument]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Read a text as a file of the given name."""

    def read_text(text: str, name: str = "tài liệu.txt") -> ParsedDocument:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return read_document(path, tmp_path)

    return read_text


@pytest.fixture
def desk(settings: Settings, embeddings: WordCountEmbeddings) -> Desk:
    return Desk(settings, embeddings)
