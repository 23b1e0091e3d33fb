"""Vectors in a Chroma server: a real one on this machine, stopped and started meanwhile."""

from __future__ import annotations

import logging
import threading
import time
from itertools import pairwise
from pathlib import Path

import pytest

from assistant.errors import SettingsError, StorageError
from assistant.index import dense, faults, vectors
from assistant.index.reader import IndexReader, open_reader
from assistant.index.records import Holding
from assistant.index.vectors import VectorSets
from assistant.index.writer import open_writer
from assistant.settings import Settings
from tests.fakes import WordCountEmbeddings
from tests.index.chroma_server import Server, server
from tests.index.readers import Asker
from tests.line_documents import read_lines

__all__ = ["server"]

LINES = ("kiểm phiếu buổi sáng", "đoàn chủ tịch điều hành", "đọc diễn văn khai mạc")


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
        VectorSets(tmp_path, "nonsense").open("vectors-x", 1)


def served_by(server: Server, settings: Settings, name: str = "data") -> Settings:
    folder = settings.data_dir.with_name(name)
    return settings.model_copy(update={"chroma_url": server.url, "data_dir": folder})


def set_names(server: Server) -> list[str]:
    with vectors.VectorSets(Path(), server.url)._connected("") as client:
        return sorted(collection.name for collection in client.list_collections())


@pytest.mark.slow
def test_two_processes_share_a_server_and_notice_a_new_generation(server: Server, settings: Settings) -> None:
    settings = served_by(server, settings)
    store(settings, *LINES)
    askers = [Asker(settings, "chroma") for _ in range(2)]
    try:
        assert [one.texts("kiểm phiếu")["dense"][0] for one in askers] == [LINES[0]] * 2

        store(settings, "kiểm phiếu buổi chiều", *LINES[1:])

        for one in askers:
            found = one.texts("kiểm phiếu")["dense"]
            assert found[0] == "kiểm phiếu buổi chiều"
            assert LINES[0] not in found
            assert "Searching without Chroma" not in one.errors()
    finally:
        for one in askers:
            one.close()


@pytest.mark.slow
def test_data_folders_on_one_server_keep_to_their_own_sets(server: Server, settings: Settings) -> None:
    first, second = served_by(server, settings, "first"), served_by(server, settings, "second")
    store(first, *LINES)
    store(second, "thư ký ghi biên bản")
    store(first, *LINES[1:], "bế mạc")

    assert len(set_names(server)) == 2
    assert best_of_new_reader(first, "bế mạc") == "bế mạc"
    assert best_of_new_reader(second, "bế mạc biên bản") == "thư ký ghi biên bản"


@pytest.mark.slow
def test_a_server_that_lost_its_sets_gets_them_by_the_next_ingest(
    server: Server, settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    settings = served_by(server, settings)
    store(settings, *LINES)
    server.stop()
    server.folder = server.folder.with_name("empty")
    server.start()
    assert best_of_new_reader(settings, "kiểm phiếu") == LINES[0]
    assert "Searching without Chroma" in caplog.text

    with open_writer(settings, WordCountEmbeddings()):
        pass

    caplog.clear()
    assert len(set_names(server)) == 1
    assert best_of_new_reader(settings, "kiểm phiếu") == LINES[0]
    assert caplog.text == ""


@pytest.mark.slow
@pytest.mark.parametrize("comes_back", [True, False])
def test_a_server_that_stops_during_an_ingest_is_waited_for(
    comes_back: bool, server: Server, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = served_by(server, settings)
    store(settings, *LINES)
    monkeypatch.setattr(vectors, "_WAITS", (0.2,) * (60 if comes_back else 3))
    stopped = threading.Event()

    def stop(point: str) -> None:
        if point == "vectors: swept" and not stopped.is_set():
            stopped.set()
            server.stop()

    def start_again() -> None:
        stopped.wait()
        time.sleep(1)
        server.start()

    faults.install(stop)
    again = threading.Thread(target=start_again)
    try:
        if comes_back:
            again.start()
            store(settings, "kiểm phiếu buổi chiều", *LINES[1:])
            again.join()
        else:
            with pytest.raises(StorageError, match=f"{server.url}.*hãy khởi động máy chủ rồi chạy lại"):
                store(settings, "kiểm phiếu buổi chiều", *LINES[1:])
    finally:
        faults.install(None)

    assert best_of_new_reader(settings, "kiểm phiếu") == "kiểm phiếu buổi chiều"
    if not comes_back:
        server.start()
        with open_writer(settings, WordCountEmbeddings()):
            pass
    assert len(set_names(server)) == 1
    assert best_of_new_reader(settings, "kiểm phiếu") == "kiểm phiếu buổi chiều"


def test_a_server_that_does_not_answer_is_tried_less_and_less_often(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    store(settings, *LINES)
    opened: list[float] = []
    clock = [0.0]

    def fail(self: VectorSets, name: str, size: int) -> None:
        opened.append(clock[0])
        raise StorageError("đi vắng")

    monkeypatch.setattr(VectorSets, "open", fail)
    monkeypatch.setattr("assistant.index.dense.time.monotonic", lambda: clock[0])
    reader = open_reader(settings, WordCountEmbeddings())
    reader.load()
    for second in range(120):
        clock[0] = float(second)
        assert best(reader, "kiểm phiếu") == LINES[0]
    reader.close()

    pauses = [after - before for before, after in pairwise(opened)]
    assert pauses == sorted(pauses)
    assert pauses[0] <= 2 < 30 <= pauses[-1] <= 31
