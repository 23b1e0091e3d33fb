"""An index that another version of the program, or another model, left behind."""

from __future__ import annotations

import sqlite3

import pytest

from assistant.errors import IndexOutdatedError
from assistant.index.catalogue import SCHEMA_VERSION
from assistant.index.layout import CATALOGUE, current_build
from assistant.index.reader import open_reader
from assistant.settings import Settings
from ingest.pipeline import Tools, ingest_paths
from tests.fakes import WordCountEmbeddings


@pytest.fixture
def tools(settings: Settings, embeddings: WordCountEmbeddings) -> Tools:
    settings.corpus_dir.mkdir()
    (settings.corpus_dir / "a.txt").write_text("Chi bộ họp mỗi tháng một lần.", encoding="utf-8")
    single = settings.corpus_dir.parent / "lẻ.txt"
    single.write_text("Đoàn chủ tịch điều hành đại hội.", encoding="utf-8")
    tools = Tools(embeddings=embeddings)
    ingest_paths(settings, tools=tools)
    ingest_paths(settings, [single], tools=tools)
    single.unlink()
    return tools


def _mark(settings: Settings, version: int) -> None:
    build = current_build(settings.data_dir)
    assert build is not None
    connection = sqlite3.connect(build / CATALOGUE)
    connection.execute("UPDATE meta SET value = ? WHERE key = 'schema_version'", (str(version),))
    connection.commit()
    connection.close()


def test_an_index_of_an_older_version_is_made_anew_with_all_that_it_held(settings: Settings, tools: Tools) -> None:
    _mark(settings, SCHEMA_VERSION - 1)

    report = ingest_paths(settings, tools=tools)

    assert (report.new, report.documents) == (2, 2)
    assert "phiên bản cũ" in report.as_text()
    assert len(open_reader(settings, tools.embeddings).documents()) == 2
    assert "phiên bản cũ" not in ingest_paths(settings, tools=tools).as_text()


def test_an_index_of_a_newer_version_is_left_alone(settings: Settings, tools: Tools) -> None:
    _mark(settings, SCHEMA_VERSION + 1)

    with pytest.raises(IndexOutdatedError):
        ingest_paths(settings, tools=tools)


def test_an_index_of_another_model_is_made_anew_only_on_demand(settings: Settings, tools: Tools) -> None:
    other = Tools(embeddings=WordCountEmbeddings(dimension=32))

    with pytest.raises(IndexOutdatedError, match="--rebuild"):
        ingest_paths(settings, tools=other)
    assert ingest_paths(settings, rebuild=True, tools=other).new == 2
