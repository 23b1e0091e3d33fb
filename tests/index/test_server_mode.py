"""Vectors in a Chroma server: a real one on this machine, stopped and started meanwhile."""

from __future__ import annotations

import logging
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest

from assistant.errors import SettingsError, StorageError
from assistant.index import dense
from assistant.index.reader import IndexReader, open_reader
from assistant.index.records import Holding
from assistant.index.vectors import VectorSets
from assistant.index.writer import open_writer
from assistant.settings import Settings
from tests.fakes import WordCountEmbeddings
from tests.line_documents import read_lines

LINES = ("kiểm phiếu buổi sáng", "đoàn chủ tịch điều hành", "đọc diễn văn khai mạc")


class Server:
    """`chroma run` on a port of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        command = [str(Path(sys.executable).with_name("chroma")), "run", "--path", str(self.folder)]
        self.process = subprocess.Popen(
            [*command, "--host", "127.0.0.1", "--port", str(self.port)],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        for _ in range(200):
            try:
                with urlopen(f"{self.url}/api/v2/heartbeat", timeout=1):
                    return
            except OSError:
                time.sleep(0.1)
        raise TimeoutError(self.url)

    def stop(self) -> None:
        if self.process is not None:
            self.process.kill()
            self.process.wait()
            self.process = None


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    running = Server(tmp_path / "server")
    running.start()
    yield running
    running.stop()


def store(settings: Settings, *lines: str) -> None:
    settings.corpus_dir.mkdir(exist_ok=True)
    path = settings.corpus_dir / "a.txt"
    path.write_text("\n".join(lines), encoding="utf-8")
    parsed = read_lines(path, settings.corpus_dir)
    with open_writer(settings, WordCountEmbeddings()) as writer:
        source = Holding(parsed.document.id, "corpus", parsed.document.path, str(lines))
        writer.replace(parsed.document, parsed.text, parsed.passages, source)


def best(reader: IndexReader, question: str) -> str:
    return reader.search_dense(question, 3)[0][0].text


def best_of_new_reader(settings: Settings, question: str) -> str:
    reader = open_reader(settings, WordCountEmbeddings())
    reader.load()
    try:
        return best(reader, question)
    finally:
        reader.close()


@pytest.mark.slow
def test_a_server_that_goes_and_comes_costs_no_answer(
    server: Server, settings: Settings, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(dense, "_RETRY_SECONDS", 0.0)
    settings = settings.model_copy(update={"chroma_url": server.url})
    store(settings, *LINES)
    reader = open_reader(settings, WordCountEmbeddings())
    reader.load()
    with caplog.at_level(logging.WARNING):
        assert best(reader, "kiểm phiếu") == LINES[0]
        assert caplog.text == ""
        assert list(settings.data_dir.glob("index-*/vectors-*")) == []

        server.stop()
        assert best(reader, "khai mạc diễn văn") == LINES[2]
        assert "Searching without Chroma" in caplog.text
        with pytest.raises(StorageError, match=server.url):
            store(settings, *LINES, "thư ký ghi biên bản")
        assert best(reader, "thư ký") == "thư ký ghi biên bản"

        server.start()
        store(settings, *LINES[1:])
        caplog.clear()
        assert best(reader, "chủ tịch đoàn") == LINES[1]
        assert LINES[0] not in [passage.text for passage, _ in reader.search_dense("kiểm phiếu", 10)]
        assert caplog.text == ""
    reader.close()


@pytest.mark.slow
def test_moving_to_a_server_and_back_takes_one_ingest(server: Server, settings: Settings) -> None:
    store(settings, *LINES)
    served = settings.model_copy(update={"chroma_url": server.url})
    with open_writer(served, WordCountEmbeddings()) as writer:
        pass
    assert writer.embedded == 0
    assert best_of_new_reader(served, "kiểm phiếu") == LINES[0]

    with open_writer(settings, WordCountEmbeddings()) as writer:
        pass

    assert len(list(settings.data_dir.glob("index-*/vectors-*"))) == 1
    assert best_of_new_reader(settings, "kiểm phiếu") == LINES[0]


def test_an_address_that_is_none_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="ASSISTANT_CHROMA_URL=nonsense"):
        VectorSets(tmp_path, "nonsense").open("vectors-x")
