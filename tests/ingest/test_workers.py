"""Files read in worker processes: what one of them does harms no other, and nothing of it stays behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from assistant.index.reader import open_reader
from assistant.settings import Settings
from ingest import limits
from ingest.limits import Limit
from ingest.pipeline import Tools, ingest_paths
from ingest.reading import ReadDocument
from ingest.report import IngestReport
from tests.fakes import WordCountEmbeddings
from tests.hostile_readers import read_misbehaving, where_it_runs

pytestmark = pytest.mark.slow


@pytest.fixture(autouse=True)
def _nothing_is_harmless(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "HARMLESS_BYTES", 0)


def _ingest(settings: Settings, texts: dict[str, str], read: ReadDocument = read_misbehaving) -> IngestReport:
    settings.corpus_dir.mkdir()
    for name, text in texts.items():
        (settings.corpus_dir / f"{name}.txt").write_text(text, encoding="utf-8")
    tools = Tools(embeddings=WordCountEmbeddings(), read=read, suffixes={".txt"})
    return ingest_paths(settings, tools=tools)


def _is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"


def test_a_file_is_read_in_another_process_and_small_plain_text_is_not(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    _ingest(settings, {"a": "một"}, where_it_runs)
    assert (settings.corpus_dir / "a.ran").read_text() != str(os.getpid())

    monkeypatch.setattr(limits, "HARMLESS_BYTES", 1_000)
    (settings.corpus_dir / "a.txt").write_text("hai", encoding="utf-8")
    ingest_paths(settings, tools=Tools(embeddings=WordCountEmbeddings(), read=where_it_runs, suffixes={".txt"}))
    assert (settings.corpus_dir / "a.ran").read_text() == str(os.getpid())


@pytest.mark.parametrize(("word", "said"), [("ĂN", "bộ nhớ"), ("CHẾT", "dừng đột ngột"), ("NGAY", "dừng đột ngột")])
def test_a_file_that_eats_memory_or_crashes_its_reader_fails_alone(
    word: str, said: str, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "WORKER_BYTES", 2**29)

    report = _ingest(settings, {"a": "một", "b": f"{word} hai", "c": "ba", "d": "bốn", "e": f"{word} năm", "g": "sáu"})

    assert [(Path(one.path).name, said in one.reason) for one in report.failures] == [("b.txt", True), ("e.txt", True)]
    assert {one.id for one in open_reader(settings, WordCountEmbeddings()).documents()} == {"a", "c", "d", "g"}


def test_a_file_that_takes_too_long_fails_alone_and_its_children_end(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "limit_of", lambda path: Limit(10**6, 3, 0))

    report = _ingest(settings, {"a": "một", "b": "CHỜ hai", "c": "ba"})

    assert [Path(one.path).name for one in report.failures] == ["b.txt"]
    assert "quá nhiều thời gian" in report.failures[0].reason
    assert report.new == 2
    child = int((settings.corpus_dir / "b.pid").read_text())
    for _ in range(100):
        if not _is_running(child):
            break
        time.sleep(0.05)
    assert not _is_running(child)


def test_a_run_that_is_interrupted_leaves_no_process_behind(
    settings: Settings, offline_environment: dict[str, str]
) -> None:
    settings.corpus_dir.mkdir()
    (settings.corpus_dir / "b.txt").write_text("CHỜ " + "x" * 100_000, encoding="utf-8")
    code = (
        "from tests.hostile_readers import read_misbehaving as read; from tests.fakes import WordCountEmbeddings\n"
        "from ingest.pipeline import Tools; from ingest.__main__ import main; import sys\n"
        "sys.exit(main([], Tools(embeddings=WordCountEmbeddings(), read=read, suffixes={'.txt'})))"
    )
    root = str(Path(__file__).parent.parent.parent)
    environment = {**offline_environment, "PYTHONPATH": os.pathsep.join([root, offline_environment["PYTHONPATH"]])}
    running = subprocess.Popen([sys.executable, "-c", code], env=environment, stderr=subprocess.PIPE, text=True)
    told = settings.corpus_dir / "b.pid"
    while running.poll() is None and not (told.is_file() and told.read_text()):
        time.sleep(0.05)
    child = int(told.read_text())

    running.send_signal(signal.SIGINT)
    _, errors = running.communicate(timeout=60)

    assert running.returncode == 130, errors
    assert "Traceback" not in errors
    assert not _is_running(child)


def test_a_worker_loads_no_model() -> None:
    code = "import ingest.workers, ingest.parsing, sys; print(*sys.modules)"
    root = str(Path(__file__).parent.parent.parent)
    done = subprocess.run(
        [sys.executable, "-c", code], env={**os.environ, "PYTHONPATH": root}, capture_output=True, text=True, check=True
    )

    loaded = {name.split(".")[0] for name in done.stdout.split()}
    assert not loaded & {"torch", "sentence_transformers", "transformers", "chromadb", "gradio", "langchain_core"}


def test_what_comes_out_does_not_depend_on_who_reads(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = {"a": "id: x\nmột", "b": "id: x\nhai", "c": "ba", "d": "HỎNG"}
    apart = _ingest(settings, texts)
    monkeypatch.setattr(limits, "HARMLESS_BYTES", 1_000)
    tools = Tools(embeddings=WordCountEmbeddings(), read=read_misbehaving, suffixes={".txt"})

    here = ingest_paths(settings.model_copy(update={"data_dir": settings.data_dir / "else"}), tools=tools)

    assert (apart.new, apart.failures) == (here.new, here.failures)
    assert len(apart.failures) == 2
