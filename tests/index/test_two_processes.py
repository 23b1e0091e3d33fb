"""Readers that stay open while another process writes."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest

from assistant.index.reader import open_reader
from assistant.settings import Settings
from ingest.pipeline import Tools, ingest_paths
from tests.fakes import WordCountEmbeddings
from tests.index.readers import Asker
from tests.line_documents import read_lines

OLD = "kiểm phiếu buổi sáng"
NEW = "kiểm phiếu buổi chiều"


def ingest(settings: Settings, text: str, *, rebuild: bool = False) -> None:
    settings.corpus_dir.mkdir(exist_ok=True)
    (settings.corpus_dir / "a.txt").write_text(f"id: a\n{text}\nđiều hành", encoding="utf-8")
    tools = Tools(embeddings=WordCountEmbeddings(), read=read_lines, suffixes={".txt"})
    ingest_paths(settings, rebuild=rebuild, tools=tools)


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
