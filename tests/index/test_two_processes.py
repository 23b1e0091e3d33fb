"""Readers that stay open while another process writes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.index.reader import open_reader
from assistant.settings import Settings
from ingest.pipeline import Tools, ingest_paths
from tests.fakes import WordCountEmbeddings
from tests.line_documents import read_lines

OLD = "kiểm phiếu buổi sáng"
NEW = "kiểm phiếu buổi chiều"


def ingest(settings: Settings, text: str, *, rebuild: bool = False) -> None:
    settings.corpus_dir.mkdir(exist_ok=True)
    (settings.corpus_dir / "a.txt").write_text(f"id: a\n{text}\nđiều hành", encoding="utf-8")
    tools = Tools(embeddings=WordCountEmbeddings(), read=read_lines, suffixes={".txt"})
    ingest_paths(settings, rebuild=rebuild, tools=tools)


class Asker:
    """A process that keeps a reader open and answers searches line by line."""

    def __init__(self, settings: Settings, mode: str) -> None:
        command = [sys.executable, __file__, str(settings.data_dir), mode]
        environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent.parent)}
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8", env=environment
        )

    def texts(self, question: str) -> dict[str, list[str]]:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(question + "\n")
        self.process.stdin.flush()
        answer: dict[str, list[str]] = json.loads(self.process.stdout.readline())
        return answer

    def close(self) -> None:
        self.process.communicate()


@pytest.fixture(params=["exact", "chroma"])
def asker(settings: Settings, request: pytest.FixtureRequest) -> Iterator[Asker]:
    ingest(settings, OLD)
    opened = Asker(settings, request.param)
    yield opened
    opened.close()


@pytest.mark.parametrize("rebuild", [False, True], ids=["ingest", "rebuild"])
def test_a_process_left_running_finds_the_new_text_and_not_the_old(
    rebuild: bool, settings: Settings, asker: Asker
) -> None:
    before = asker.texts("kiểm phiếu")
    assert before["dense"][0] == before["lexical"][0] == OLD

    ingest(settings, NEW, rebuild=rebuild)

    after = asker.texts("kiểm phiếu")
    assert after["dense"][0] == after["lexical"][0] == NEW
    assert OLD not in [text for texts in after.values() for text in texts]


@pytest.mark.parametrize("prepared", [False, True], ids=["exact", "chroma"])
def test_searches_of_many_threads_during_writes_see_whole_documents_only(prepared: bool, settings: Settings) -> None:
    ingest(settings, OLD)
    reader = open_reader(settings, WordCountEmbeddings())
    if prepared:
        reader.load()
    wrong: list[object] = []
    over = threading.Event()

    def search() -> None:
        while not over.is_set():
            try:
                for found in (reader.search_dense("kiểm phiếu", 10), reader.search_lexical(["kiem", "phieu"], 10)):
                    texts = [passage.text for passage, _ in found if "phiếu" in passage.text]
                    if len(texts) != 1 or texts[0] not in (OLD, NEW):
                        wrong.append(texts)
            except Exception as error:
                wrong.append(error)

    threads = [threading.Thread(target=search) for _ in range(4)]
    for thread in threads:
        thread.start()
    for number in range(6):
        ingest(settings, NEW if number % 2 == 0 else OLD, rebuild=number == 3)
    over.set()
    for thread in threads:
        thread.join()
    reader.close()

    assert wrong == []


def _main(data_dir: str, mode: str) -> None:
    reader = open_reader(Settings(data_dir=Path(data_dir)), WordCountEmbeddings())
    if mode == "chroma":
        reader.load()
    for question in sys.stdin:
        found = {
            "dense": [passage.text for passage, _ in reader.search_dense(question, 5)],
            "lexical": [passage.text for passage, _ in reader.search_lexical(["kiem", "phieu"], 5)],
        }
        sys.stdout.write(json.dumps(found) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    _main(*sys.argv[1:])
