"""A process that writes to the index is killed; what it leaves is either the old or the new state of each document."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest
from langchain_core.embeddings import Embeddings

from assistant.index import faults
from assistant.index.embeddings import load_embeddings
from assistant.index.layout import CATALOGUE, current_build
from assistant.index.reader import IndexReader, open_reader
from assistant.language.folding import syllables
from assistant.settings import Settings
from ingest.pipeline import Tools, ingest_paths, remove_document
from tests.fakes import WordCountEmbeddings
from tests.index_content import content
from tests.line_documents import read_lines

POINTS = {
    "update": (
        "vectors: embedded",
        "vectors: stored",
        "replace: old rows out",
        "replace: new rows in",
        "replace: committed",
        "remove: rows out",
        "remove: committed",
        "vectors: swept",
        "set: batch written",
        "set: written",
        "set: named",
        "set: in use",
    ),
    "rebuild": ("replace: committed", "set: batch written", "set: in use", "rebuild: complete", "rebuild: current"),
    "remove": ("remove: rows out", "remove: committed", "set: batch written", "set: named"),
}
"""Every point that a run passes, by kind of run: those at which the drill kills it."""

Versions = dict[str, tuple[str, ...]]

OLD = {
    "a": "quy định bầu cử mười hai người\nphiếu kín\nkiểm phiếu buổi sáng",
    "b": "đại hội chi bộ họp nửa ngày\nđọc diễn văn",
    "c": "kinh nghiệm chuẩn bị văn kiện\nlấy ý kiến cấp dưới",
}
NEW = {
    "a": "quy định bầu cử mười lăm người\nphiếu kín\nkiểm phiếu buổi chiều\nbáo cáo kết quả",
    "b": OLD["b"],
    "d": "đoàn chủ tịch điều hành\nthư ký ghi biên bản",
}


def fill(folder: Path, texts: dict[str, str]) -> None:
    folder.mkdir(exist_ok=True)
    for path in folder.iterdir():
        path.unlink()
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")


def run(settings: Settings, kind: str, embeddings: Embeddings) -> None:
    tools = Tools(embeddings=embeddings, read=read_lines, suffixes={".txt"})
    if kind == "remove":
        remove_document(settings, "a", tools=tools)
    else:
        ingest_paths(settings, rebuild=kind == "rebuild", tools=tools)


def child(settings: Settings, kind: str, point: str, model: str = "words") -> subprocess.Popen[bytes]:
    """Start this file as a process that runs once and kills itself at a point."""
    command = [sys.executable, __file__, str(settings.data_dir), str(settings.corpus_dir), kind, point, model]
    root = str(Path(__file__).parent.parent)
    return subprocess.Popen(command, env={**os.environ, "PYTHONPATH": root}, stderr=subprocess.PIPE)


def check(reader: IndexReader, *, allowed: Sequence[dict[str, str]]) -> None:
    """Every document stands in one of the versions that it may have, and every way to search gives that one alone."""
    stored = {document.id: reader.text(document.id) for document in reader.documents()}
    for identity in {name for version in allowed for name in version}:
        assert stored.get(identity) in [version.get(identity) for version in allowed], identity
    lines = sorted(line for text in stored.values() for line in text.split("\n"))
    everything = sorted({line for version in allowed for text in version.values() for line in text.split("\n")})

    assert sorted(passage.text for passage, _ in reader.search_dense("bầu cử đại hội", 100)) == lines
    for line in everything:
        expected = [line] if line in lines else []
        assert [passage.text for passage in reader.search_phrase(line, 5)] == expected
        found = [passage.text for passage, _ in reader.search_lexical(syllables(line), 100)]
        assert set(found) <= set(lines)
        assert found[:1] == expected or not expected
    for line in lines[::5]:
        assert [passage.text for passage, _ in reader.search_dense(line, 1)] == [line]
    assert reader.passage_count() == len(lines)


def clean_build(settings: Settings, embeddings: Embeddings) -> list[object]:
    fresh = settings.model_copy(update={"data_dir": settings.data_dir.with_name("clean")})
    run(fresh, "update", embeddings)
    return content(fresh)


def folders(settings: Settings) -> int:
    return len([*settings.data_dir.glob("index-*"), *settings.data_dir.glob("index-*/vectors-*")])


@pytest.mark.slow
@pytest.mark.parametrize(("kind", "point"), [(kind, point) for kind, points in POINTS.items() for point in points])
def test_a_writer_killed_at_any_point_leaves_one_version_of_each_document(
    kind: str, point: str, settings: Settings, embeddings: WordCountEmbeddings
) -> None:
    fill(settings.corpus_dir, OLD)
    run(settings, "update", embeddings)
    open_before = open_reader(settings, embeddings)
    open_before.load()
    check(open_before, allowed=[OLD])
    fill(settings.corpus_dir, OLD if kind == "remove" else NEW)
    after = {name: text for name, text in OLD.items() if name != "a"} if kind == "remove" else NEW

    victim = child(settings, kind, point)
    _, errors = victim.communicate(timeout=60)

    assert victim.returncode == -signal.SIGKILL, errors.decode()
    for reader in (open_before, open_reader(settings, embeddings)):
        check(reader, allowed=[OLD, after])

    (settings.corpus_dir / "a.txt").unlink() if kind == "remove" else None
    run(settings, "update", embeddings)
    for reader in (open_before, open_reader(settings, embeddings)):
        check(reader, allowed=[after])
    assert content(settings) == clean_build(settings, embeddings)
    assert folders(settings) == 2  # nothing of the dead writer is left


def test_the_drill_knows_every_point(settings: Settings, embeddings: WordCountEmbeddings) -> None:
    passed: set[str] = set()
    faults.install(passed.add)
    try:
        for texts in (OLD, NEW):
            fill(settings.corpus_dir, texts)
            run(settings, "update", embeddings)
        run(settings, "rebuild", embeddings)
        run(settings, "remove", embeddings)
    finally:
        faults.install(None)

    assert passed == {point for points in POINTS.values() for point in points}


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_writer_with_the_real_model_killed_at_a_random_moment_loses_nothing(seed: int, settings: Settings) -> None:
    embeddings = load_embeddings(settings)
    chance = random.Random(seed)
    fill(settings.corpus_dir, OLD)
    run(settings, "update", embeddings)
    new = {**NEW, **{f"n{i}": "\n".join(_sentences(chance)) for i in range(6)}}
    fill(settings.corpus_dir, new)
    before = open_reader(settings, embeddings).generation()

    victim = child(settings, "update", "none", model="real")
    while victim.poll() is None and _written(settings) == 0:
        time.sleep(0.02)
    time.sleep(chance.uniform(0, 1.5))
    victim.kill()
    victim.communicate()

    reader = open_reader(settings, embeddings)
    reader.load()
    check(reader, allowed=[OLD, new])
    run(settings, "update", embeddings)
    check(reader, allowed=[new])
    assert reader.generation() > before
    assert folders(settings) == 2


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1, 2])
def test_two_hundred_files_survive_kills_and_full_disks_at_random_steps(seed: int, tmp_path: Path) -> None:
    command = [sys.executable, str(Path(__file__).with_name("drill.py")), str(tmp_path), str(seed), "50", "15"]
    root = str(Path(__file__).parent.parent)

    done = subprocess.run(command, env={**os.environ, "PYTHONPATH": root}, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr
    assert "kills: 50" in done.stdout
    assert "full disks: 15" in done.stdout


def _sentences(chance: random.Random) -> list[str]:
    words = ["chi bộ", "đại hội", "bầu", "cấp uỷ", "phiếu", "văn kiện", "nhân sự", "thảo luận", "nghị quyết"]
    return [" ".join(chance.choices(words, k=12)) + f" {chance.randrange(10**6)}" for _ in range(15)]


def _written(settings: Settings) -> int:
    """How many vectors stand in the catalogue that no passage names yet: the first write of a run."""
    build = current_build(settings.data_dir)
    assert build is not None
    connection = sqlite3.connect(build / CATALOGUE, timeout=10)
    try:
        query = "SELECT count(*) FROM vectors WHERE id NOT IN (SELECT vector_id FROM passage_vectors)"
        return int(connection.execute(query).fetchone()[0])
    finally:
        connection.close()


def _die_at(wanted: str) -> None:
    def stop(point: str) -> None:
        if point == wanted:
            os.kill(os.getpid(), signal.SIGKILL)

    faults.install(stop)


def _main(data_dir: str, corpus_dir: str, kind: str, point: str, model: str) -> None:
    settings = Settings(data_dir=Path(data_dir), corpus_dir=Path(corpus_dir))
    _die_at(point)
    run(settings, kind, load_embeddings(settings) if model == "real" else WordCountEmbeddings())


if __name__ == "__main__":
    _main(*sys.argv[1:])
