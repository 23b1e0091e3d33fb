"""`python -m assistant documents`: the catalogue and its gaps on the terminal, without the model."""

import json
from datetime import date

import pytest

from assistant.__main__ import main
from assistant.datatypes import Document, Passage
from assistant.index.records import Holding
from assistant.index.writer import open_writer

TEXT = "Căn cứ Hướng dẫn 34-HD/BTCTW ngày 08/10/2009 về thí điểm."
DOCUMENT = Document("d", "Bài", "d.md", "5-KH/TU", "kế hoạch", issued=date(2020, 1, 2))


@pytest.fixture
def store(settings, embeddings, monkeypatch):
    """An index with the given text as its only document, at which the command line looks."""

    def put(text):
        with open_writer(settings, embeddings) as writer:
            passage = Passage("p", DOCUMENT.id, text, 0, len(text), "đoạn 1", 0)
            writer.replace(DOCUMENT, text, [passage], Holding(DOCUMENT.id, "corpus", DOCUMENT.path, "x"))
        monkeypatch.setenv("ASSISTANT_DATA_DIR", str(settings.data_dir))
        monkeypatch.setenv("ASSISTANT_EMBEDDING_MODEL", settings.embedding_model)

    return put


def test_missing_documents_are_printed_as_sentences(store, capsys):
    store(TEXT)

    assert main(["documents", "--missing"]) == 0
    assert capsys.readouterr().out == (
        "Hướng dẫn 34-HD/BTCTW ngày 08/10/2009 của Ban Tổ chức Trung ương, về thí điểm"
        " – được nhắc 1 lần trong Kế hoạch 5-KH/TU.\n"
    )


def test_missing_documents_are_printed_as_json(store, capsys):
    store(TEXT)

    assert main(["documents", "--missing", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == [
        {
            "number": "34-HD/BTCTW",
            "kind": "hướng dẫn",
            "year": 2009,
            "issued": "2009-10-08",
            "issuer": "Ban Tổ chức Trung ương",
            "subject": "về thí điểm",
            "mentions": 1,
            "mentioned_by": ["d"],
        }
    ]


def test_nothing_missing_is_said_in_a_sentence(store, capsys):
    store("Đại hội bầu chi uỷ.")

    assert main(["documents", "--missing"]) == 0
    assert capsys.readouterr().out == "Các văn bản trong kho không nhắc tới văn bản nào mà kho chưa có.\n"
