"""Dense search with Chroma, without it, and across the sets that ingests leave."""

from __future__ import annotations

import logging
import shutil
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from assistant.errors import StorageError
from assistant.index import dense
from assistant.index.reader import open_reader
from assistant.index.records import Holding
from assistant.index.vector_data import Matrix
from assistant.index.vectors import VectorSets
from assistant.index.writer import open_writer
from assistant.settings import Settings
from tests.fakes import WordCountEmbeddings
from tests.line_documents import read_lines


def store(settings: Settings, name: str, *lines: str) -> None:
    settings.corpus_dir.mkdir(exist_ok=True)
    path = settings.corpus_dir / f"{name}.txt"
    path.write_text("\n".join(lines), encoding="utf-8")
    parsed = read_lines(path, settings.corpus_dir)
    with open_writer(settings, WordCountEmbeddings()) as writer:
        source = Holding(parsed.document.id, "corpus", parsed.document.path, str(lines))
        writer.replace(parsed.document, parsed.text, parsed.passages, source)


def sets(settings: Settings) -> list[Path]:
    return list(settings.data_dir.glob("index-*/vectors-*"))


def found(settings: Settings, question: str, k: int = 50) -> list[tuple[str, float]]:
    reader = open_reader(settings, WordCountEmbeddings())
    reader.load()
    try:
        return [(passage.id, score) for passage, score in reader.search_dense(question, k)]
    finally:
        reader.close()


LINES = [f"đoạn {a} nói về {b} và {c}" for a in range(6) for b in ("bầu", "cử", "phiếu") for c in ("họp", "nghỉ")]


def test_chroma_and_the_exact_comparison_agree(settings: Settings, caplog: pytest.LogCaptureFixture) -> None:
    store(settings, "a", *LINES)
    with_chroma = found(settings, "bầu và họp")
    (folder,) = sets(settings)
    folder.rename(folder.with_name("away"))

    with caplog.at_level(logging.WARNING):
        without = found(settings, "bầu và họp")

    assert "Searching without Chroma" in caplog.text
    assert dict(with_chroma) == pytest.approx(dict(without), abs=1e-3)
    assert len(with_chroma) == len(LINES)


@pytest.mark.parametrize("damage", ["data_level0.bin", "chroma.sqlite3", "index_metadata.pickle"])
def test_a_set_cut_short_costs_no_answer(settings: Settings, damage: str) -> None:
    store(settings, "a", *LINES)
    right = found(settings, "bầu và họp")
    (path,) = sets(settings)[0].rglob(damage)
    path.write_bytes(path.read_bytes()[:100])

    assert dict(found(settings, "bầu và họp")) == pytest.approx(dict(right), abs=1e-3)


def test_a_set_that_was_never_finished_is_not_opened(tmp_path: Path) -> None:
    place = VectorSets(tmp_path, "")

    def broken_off() -> Iterator[tuple[list[int], Matrix]]:
        yield [1], np.eye(1, dtype=np.float32)
        raise RuntimeError("stopped")

    with pytest.raises(StorageError, match="stopped"):
        place.write(2, broken_off)

    (half,) = tmp_path.glob("vectors-*")
    assert not place.holds(half.name, 2)


def test_an_open_reader_takes_up_chroma_again_once_it_can(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(dense, "_RETRY_SECONDS", 0.0)
    store(settings, "a", *LINES)
    (folder,) = sets(settings)
    away = folder.rename(folder.with_name("away"))
    reader = open_reader(settings, WordCountEmbeddings())
    with caplog.at_level(logging.WARNING):
        reader.load()
        first = reader.search_dense("bầu", 3)
    away.rename(folder)
    caplog.clear()

    with caplog.at_level(logging.WARNING):
        second = reader.search_dense("bầu", 3)

    assert [score for _, score in first] == pytest.approx([score for _, score in second], abs=1e-3)
    assert caplog.text == ""
    reader.close()


def test_a_missing_set_is_written_by_the_next_ingest(settings: Settings) -> None:
    store(settings, "a", *LINES)
    shutil.rmtree(sets(settings)[0])

    with open_writer(settings, WordCountEmbeddings()):
        pass

    assert len(sets(settings)) == 1


def test_dead_passages_do_not_crowd_out_living_ones(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("assistant.index.vector_sets._TOLERATED", 100.0)
    store(settings, "a", *LINES)
    store(settings, "b", "bầu và họp", "bầu ở chi bộ")
    store(settings, "a", "điều khác hẳn")

    assert [identity for identity, _ in found(settings, "bầu và họp", 2)] == ["b-0", "b-1"]
    assert len(found(settings, "bầu và họp", 50)) == 3


def test_opening_a_set_that_is_not_there_says_what_to_run(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="python -m ingest"):
        VectorSets(tmp_path, "").open("vectors-none", 1)


def test_a_set_of_several_parts_is_searched_as_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("assistant.index.vectors._PART", 4)
    place = VectorSets(tmp_path, "")
    matrix = np.eye(9, dtype=np.float32)
    name = place.write(9, lambda: [(list(range(7)), matrix[:7]), ([7, 8], matrix[7:])])

    opened = place.open(name, 9)
    nearest = opened.nearest(np.array([0.1, 0, 0, 0.2, 0.9, 0, 0, 0, 0.3], dtype=np.float32), 4)
    opened.close()

    assert sorted(entry.name for entry in (tmp_path / name).iterdir() if entry.is_dir()) == ["0", "1", "2"]
    assert [key for key, _ in nearest] == [4, 8, 3, 0]
    assert place.holds(name, 9)


def test_a_collection_without_passages_has_an_empty_set(tmp_path: Path) -> None:
    place = VectorSets(tmp_path, "")

    opened = place.open(place.write(0, lambda: []), 0)

    assert opened.nearest(np.ones(3, dtype=np.float32), 2) == []
    opened.close()


def test_a_set_gives_the_cosine_of_the_nearest(tmp_path: Path) -> None:
    place = VectorSets(tmp_path, "")
    matrix = np.eye(3, dtype=np.float32)
    opened = place.open(place.write(3, lambda: [([7, 8], matrix[:2]), ([9], matrix[2:])]), 3)

    nearest = opened.nearest(np.array([0.8, 0.6, 0], dtype=np.float32), 2)
    opened.close()

    assert [key for key, _ in nearest] == [7, 8]
    assert [cosine for _, cosine in nearest] == pytest.approx([0.8, 0.6], abs=1e-5)
