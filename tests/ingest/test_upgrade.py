"""What survives an upgrade or a lost index: the originals and the folders that were followed, and a rebuild of them."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from assistant.errors import IndexOutdatedError
from assistant.index.layout import CATALOGUE, ORIGINALS, current_build
from assistant.index.reader import open_reader
from assistant.settings import Settings
from ingest.pipeline import Tools, ingest_paths
from ingest.report import IngestReport
from tests.fakes import WordCountEmbeddings
from tests.line_documents import read_lines


def ingest(settings: Settings, *paths: Path, rebuild: bool = False) -> IngestReport:
    tools = Tools(embeddings=WordCountEmbeddings(), read=read_lines, suffixes={".txt"})
    return ingest_paths(settings, paths, rebuild=rebuild, tools=tools)


def content(settings: Settings) -> list[object]:
    reader = open_reader(settings, WordCountEmbeddings())
    reader.load()
    try:
        documents = reader.documents()
        passages = [reader.passages(one.id) for one in documents]
        found = [(one.id, round(cosine, 2)) for one, cosine in reader.search_dense("kiểm phiếu", 10)]
        return [documents, passages, found]
    finally:
        reader.close()


@pytest.fixture
def filled(settings: Settings, tmp_path: Path) -> Settings:
    """The corpus folder, another folder that is followed, and a file of its own."""
    for folder, text in ((settings.corpus_dir, "bầu ban kiểm phiếu"), (tmp_path / "shelf", "bế mạc đại hội")):
        folder.mkdir()
        (folder / f"{folder.name}.txt").write_text(text, encoding="utf-8")
    added = tmp_path / "added.txt"
    added.write_text("thư ký ghi biên bản", encoding="utf-8")
    ingest(settings)
    ingest(settings, tmp_path / "shelf")
    ingest(settings, added)
    added.unlink()
    return settings


def make_older(settings: Settings) -> None:
    """Leave of the catalogue what every version had: the documents and the roots that they came through."""
    build = current_build(settings.data_dir)
    assert build is not None
    with closing(sqlite3.connect(build / CATALOGUE, isolation_level=None)) as connection:
        connection.execute("UPDATE meta SET value = '1' WHERE key = 'schema_version'")
        for table in ("lexical_terms", "lexical", "passage_vectors", "vectors", "passages"):
            connection.execute(f"DROP TABLE {table}")
        connection.execute("ALTER TABLE documents DROP COLUMN health")
    for vectors in build.glob("vectors-*"):
        shutil.rmtree(vectors)


def test_an_index_of_an_older_version_is_refused_and_the_next_ingest_restores_all_of_it(filled: Settings) -> None:
    before = content(filled)
    make_older(filled)
    with pytest.raises(IndexOutdatedError, match="--rebuild"):
        content(filled)

    report = ingest(filled)

    assert (report.documents, report.failures) == (3, ())
    assert content(filled) == before


def test_an_index_that_is_lost_comes_back_from_the_originals_and_the_folders(filled: Settings, tmp_path: Path) -> None:
    before = content(filled)
    for entry in filled.data_dir.iterdir():
        if entry.name != ORIGINALS:
            shutil.rmtree(entry) if entry.is_dir() else entry.unlink()

    ingest(filled, rebuild=True)
    report = ingest(filled, tmp_path / "shelf")

    assert report.documents == 3
    assert content(filled) == before


def test_a_copy_of_the_data_folder_is_a_backup(filled: Settings, tmp_path: Path) -> None:
    before = content(filled)
    shutil.copytree(filled.data_dir, tmp_path / "backup")
    shutil.rmtree(filled.data_dir)
    shutil.copytree(tmp_path / "backup", filled.data_dir)

    assert content(filled) == before
    assert ingest(filled).embedded == 0
