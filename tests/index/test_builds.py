"""What a rebuild takes over from the build in use."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.index.layout import CATALOGUE, current_build
from assistant.index.reader import open_reader
from assistant.settings import Settings
from ingest.pipeline import Tools, ingest_paths
from ingest.report import IngestReport
from tests.fakes import WordCountEmbeddings
from tests.line_documents import read_lines


def ingest(settings: Settings, *, rebuild: bool = False, dimension: int = 64) -> IngestReport:
    tools = Tools(embeddings=WordCountEmbeddings(dimension=dimension), read=read_lines, suffixes={".txt"})
    return ingest_paths(settings, rebuild=rebuild, tools=tools)


@pytest.fixture
def filled(settings: Settings) -> Settings:
    settings.corpus_dir.mkdir()
    (settings.corpus_dir / "a.txt").write_text("phiếu kín\nkiểm phiếu buổi sáng", encoding="utf-8")
    ingest(settings)
    return settings


def catalogue(settings: Settings) -> Path:
    build = current_build(settings.data_dir)
    assert build is not None
    return build / CATALOGUE


def best(settings: Settings) -> str:
    reader = open_reader(settings, WordCountEmbeddings())
    try:
        return reader.search_dense("kiểm phiếu", 1)[0][0].text
    finally:
        reader.close()


def test_a_rebuild_embeds_only_what_is_new(filled: Settings) -> None:
    (filled.corpus_dir / "b.txt").write_text("đọc diễn văn", encoding="utf-8")

    report = ingest(filled, rebuild=True)

    assert (report.new, report.embedded) == (2, 2)  # the new passage and its sentence
    assert best(filled) == "kiểm phiếu buổi sáng"


def test_a_rebuild_keeps_no_vector_that_no_passage_names(filled: Settings) -> None:
    (filled.corpus_dir / "a.txt").write_text("đọc diễn văn", encoding="utf-8")
    ingest(filled, rebuild=True)
    (filled.corpus_dir / "a.txt").write_text("phiếu kín", encoding="utf-8")

    assert ingest(filled, rebuild=True).embedded == 2


def test_a_rebuild_by_another_model_embeds_everything(filled: Settings) -> None:
    assert ingest(filled, rebuild=True, dimension=32).embedded == 4


@pytest.mark.parametrize("damage", [lambda path: path.write_bytes(b"x" * 8192), lambda path: path.unlink()])
def test_a_rebuild_goes_on_where_the_old_catalogue_cannot_be_read(filled: Settings, damage) -> None:
    damage(catalogue(filled))

    assert ingest(filled, rebuild=True).embedded == 4
    assert best(filled) == "kiểm phiếu buổi sáng"
