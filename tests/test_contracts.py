"""The JSON contracts: exact keys, plain values that survive `json.dumps`, dates as ISO text."""

import json
from dataclasses import replace
from datetime import date

from assistant.contracts import answer_json, citation_json, document_json, documents_json, error_json, search_json
from assistant.datatypes import (
    Answer,
    Citation,
    Document,
    DocumentReference,
    Match,
    Passage,
    Query,
    Relation,
    Source,
    Timings,
)

SOURCE = Source(3, "Trang tin của huyện", "https://vi-du.example/bai-1")
DOCUMENT = Document(
    id="huong-dan-7-2021",
    title="Hướng dẫn trang trí hội trường",
    path="huong-dan-7.md",
    number="7-HD/BTC",
    issuer="Ban Tổ chức",
    issued=date(2021, 3, 9),
    congress=("XIV",),
    authority="hướng dẫn",
    validity="còn hiệu lực",
    relations=(Relation("hướng dẫn", "chi-thi-2-2021"),),
    provenance="lược thuật",
    sources=(SOURCE,),
)
PASSAGE = Passage("p1", DOCUMENT.id, "Hội trường treo cờ. Có hoa.", 10, 37, "mục 1", 0)
CITATION = Citation(1, PASSAGE, DOCUMENT, "Hội trường treo cờ.", 10, 29, (SOURCE,))


def test_answer_has_the_documented_keys_and_values():
    answer = Answer("Treo gì?", "answered", "Treo cờ. [1]", (CITATION,), ("n",), ("s",), (), Timings(1.26, 2, 3))

    result = json.loads(json.dumps(answer_json(answer, question_id="q7")))

    assert result == {
        "id": "q7",
        "question": "Treo gì?",
        "status": "answered",
        "answer": "Treo cờ. [1]",
        "citations": [
            {
                "marker": 1,
                "passage_id": "p1",
                "document_id": "huong-dan-7-2021",
                "number": "7-HD/BTC",
                "title": "Hướng dẫn trang trí hội trường",
                "issued": "2021-03-09",
                "locator": "mục 1",
                "page": None,
                "provenance": "lược thuật",
                "authority": "hướng dẫn",
                "validity": "còn hiệu lực",
                "quote": "Hội trường treo cờ.",
                "start": 10,
                "end": 29,
                "path": "huong-dan-7.md",
                "sources": [{"title": "Trang tin của huyện", "url": "https://vi-du.example/bai-1"}],
            }
        ],
        "notes": ["n"],
        "suggestions": ["s"],
        "understood": [],
        "timings_ms": {"understand": 1.3, "search": 2, "answer": 3},
    }


def test_answer_without_an_id_says_null():
    assert answer_json(Answer("?", "not_found", "Kho không có."))["id"] is None


def test_search_ranks_from_one_and_tells_what_was_understood():
    missing = DocumentReference("chỉ thị", "99", "CT/TW", 2020, date(2020, 1, 2))
    query = Query("treo gi", "treo gì", years=(2021,), missing=(missing,), understood=("treo gì",))
    second = Passage("p2", DOCUMENT.id, "Có hoa.", 30, 37, "mục 1", 1)

    result = json.loads(json.dumps(search_json(query, [Match(PASSAGE, DOCUMENT, 0.9), Match(second, DOCUMENT, 0.5)])))

    assert set(result) == {"id", "query", "understood", "passages"}
    assert result["query"] == "treo gi"
    assert result["understood"]["meaning"] == "treo gì"
    assert result["understood"]["missing"][0]["issued"] == "2020-01-02"
    assert [passage["rank"] for passage in result["passages"]] == [1, 2]
    assert result["passages"][0] == {
        "rank": 1,
        "score": 0.9,
        "passage_id": "p1",
        "document_id": "huong-dan-7-2021",
        "locator": "mục 1",
        "page": None,
        "text": "Hội trường treo cờ. Có hoa.",
        "start": 10,
        "end": 37,
        "path": "huong-dan-7.md",
    }


def test_document_keeps_front_matter():
    result = json.loads(json.dumps(documents_json([DOCUMENT])))[0]

    assert result["issued"] == "2021-03-09"
    assert result["effective"] is None
    assert result["sources"] == [{"key": 3, "title": "Trang tin của huyện", "url": "https://vi-du.example/bai-1"}]


def test_relation_written_once_is_told_at_both_documents():
    directive = Document(id="chi-thi-2-2021", title="", path="")

    results = documents_json([DOCUMENT, directive])

    assert [one["relations"] for one in results] == [
        [{"type": "hướng dẫn", "target": "chi-thi-2-2021"}],
        [{"type": "được hướng dẫn bởi", "target": "huong-dan-7-2021"}],
    ]


def test_document_names_every_field_of_the_record():
    assert set(document_json(DOCUMENT)) == set(Document.__dataclass_fields__)


def test_error_line_has_id_and_error_only():
    assert error_json("Câu hỏi trống.", question_id="q1") == {"id": "q1", "error": "Câu hỏi trống."}


def test_page_stands_in_the_locator_and_by_itself():
    paged = replace(CITATION, passage=replace(PASSAGE, page=3))

    cited = citation_json(paged)

    assert (cited["locator"], cited["page"]) == ("mục 1, trang 3", 3)
