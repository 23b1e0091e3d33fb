"""What a collection teaches about words and names, and how long it is believed."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from assistant.datatypes import Document
from assistant.retrieval import lexicon
from assistant.retrieval.lexicon import LexiconShelf, document_names


class GrowingReader:
    """A collection of texts by document id."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self.texts = dict(texts)
        self.written = 1
        self.read: list[int] = []

    def generation(self) -> int:
        return self.written

    def documents(self) -> tuple[Document, ...]:
        return tuple(Document(one, one, f"{one}.txt") for one in self.texts)

    def beginnings(self, most: int) -> Mapping[str, str]:
        self.read.append(most)
        return {one: text[:most] for one, text in self.texts.items()}

    def add(self, identity: str, text: str) -> None:
        self.texts[identity] = text
        self.written += 1


OTHERS = {"b": "đại biểu dự họp", "c": "ban kiểm phiếu"}


def test_a_name_that_also_stands_in_small_letters_is_none():
    documents = [Document(one, one, one) for one in ("a", "b", "c")]
    texts = ["ở Sông Trăng, Đoàn Chủ Tịch điều hành.", "Nhiều đoàn chủ tịch.", "ở sông, trăng sáng"]

    names = document_names(documents, texts)

    assert "song trang" in names
    assert "doan chu tich" not in names


def test_the_longest_name_in_a_question_counts_wherever_it_stands():
    shelf = LexiconShelf(GrowingReader({"a": "ở Suối Mơ và Suối Mơ Xanh có lớp học.", **OTHERS}))

    assert shelf.lexicon().names_in("lớp ở suoi mo xanh mấy giờ?") == ("suoi mo xanh",)
    assert shelf.lexicon().names_in("con suối mơ màng") == ("suoi mo",)
    assert shelf.lexicon().names_in("con suối mộng") == ()


def test_a_small_collection_is_read_anew_with_each_generation():
    reader = GrowingReader(OTHERS)
    shelf = LexiconShelf(reader)
    assert shelf.lexicon().names_in("Suối Mơ ở đâu") == ()

    reader.add("a", "ở Suối Mơ có lớp học.")

    assert shelf.lexicon().names_in("Suối Mơ ở đâu") == ("suoi mo",)
    assert shelf.lexicon() is shelf.lexicon()
    assert len(reader.read) == 2


def test_one_that_was_slow_to_build_serves_the_next_generations_for_a_while(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(lexicon, "_QUICK_SECONDS", 0.0)
    reader = GrowingReader(OTHERS)
    shelf = LexiconShelf(reader)
    now = [100.0]
    monkeypatch.setattr("assistant.retrieval.lexicon.time.monotonic", lambda: now[0])
    first = shelf.lexicon()
    reader.add("a", "ở Suối Mơ có lớp học.")

    assert shelf.lexicon() is first
    now[0] += 3600
    assert shelf.lexicon().names_in("Suối Mơ ở đâu") == ("suoi mo",)


def test_of_a_large_collection_only_the_beginnings_are_read(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(lexicon, "LEARNT_FROM", 300)
    reader = GrowingReader({"a": "ở Suối Mơ. " + "họp " * 100 + "ở Đồi Gió.", **OTHERS})

    found = LexiconShelf(reader).lexicon()

    assert reader.read == [100]
    assert found.names_in("Suối Mơ, Đồi Gió") == ("suoi mo",)
