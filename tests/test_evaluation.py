import json
from datetime import date

import pytest

from assistant.datatypes import Answer, Citation, Document, Match, Passage, Timings
from assistant.errors import QuestionError
from assistant.evaluation import (
    as_table,
    cut_to_budget,
    evaluate,
    evidence_share,
    fact_share,
    summarize,
)
from assistant.questions import read_questions

TEXT = "Chi bộ bầu 3 đại biểu. Tỷ lệ nữ từ 15%."
DOCUMENT = Document(id="quy-che-mau", title="Quy chế mẫu", path="quy-che-mau.md", issued=date(2020, 1, 1))
PASSAGE = Passage("quy-che-mau:1", "quy-che-mau", TEXT, 0, len(TEXT), "mục 1", 0)


class OneDocumentAssistant:
    """Answers everything from its one document, and declines what mentions the weather."""

    def ask(self, question, history=()):
        if "thời tiết" in question:
            return Answer(question, "not_found", "Không nêu.", timings=Timings(1, 2, 3))
        quote = "Tỷ lệ nữ từ 15%."
        start = TEXT.index(quote)
        citation = Citation(1, PASSAGE, DOCUMENT, quote, start, start + len(quote))
        return Answer(question, "answered", f"“{quote}” [1]", (citation,), timings=Timings(1, 2, 3))

    def matches(self, question, k, history=()):
        return (Match(PASSAGE, DOCUMENT, 1.0),)

    def text(self, document_id):
        return TEXT


@pytest.mark.parametrize(
    ("evidence", "texts", "share"),
    [
        (["bầu 3 đại biểu"], ["Chi bộ  bầu 3\nđại biểu."], 1.0),
        (["một câu dài có nửa đầu ở đây và nửa sau ở nơi khác"], ["một câu dài có nửa đầu ở đ"], 1.0),
        (["không có ở đâu cả"], ["chữ khác"], 0.0),
        (["a b", "c d"], ["x a b", "y"], 0.5),
        (["chia hai đoạn"], ["chia", "hai đo", "ạn"], 0.0),
    ],
    ids=["white space", "first half", "absent", "one of two", "split between passages"],
)
def test_evidence_counts_where_it_stands_in_one_text(evidence, texts, share):
    assert evidence_share(evidence, texts) == share


@pytest.mark.parametrize(
    ("facts", "answer", "share"),
    [
        ([["15%"]], "từ 15% trở lên", 1.0),
        ([["5%"]], "từ 15% trở lên", 0.0),
        ([["15"]], "1.015 người", 0.0),
        ([["8"]], "8,5%", 0.0),
        ([["Mặt trận", "MTTQ"]], "đại diện mat tran", 1.0),
        ([["có"], ["không có gì"]], "CÓ", 0.5),
    ],
    ids=["number", "part of a number", "part of thousands", "part of a decimal", "alternative, folded", "half"],
)
def test_facts_count_with_folded_accents_and_whole_numbers(facts, answer, share):
    assert fact_share(facts, answer) == share


def test_the_text_that_crosses_the_budget_is_cut_there():
    assert list(cut_to_budget(["abcd", "efgh", "ij"], 6)) == ["abcd", "ef"]


def test_outcomes_are_summarized_by_style_and_type(tmp_path):
    lines = [
        {
            "id": "1",
            "type": "number",
            "style": "full",
            "question": "Tỷ lệ nữ?",
            "evidence": ["nữ từ 15%"],
            "facts": [["15%"]],
            "doc": ["quy-che-mau.txt"],
        },
        {"id": "2", "type": "offtopic", "style": "spoken", "question": "thời tiết mai thế nào?"},
        {
            "id": "3",
            "type": "number",
            "style": "spoken",
            "question": "Mấy đại biểu?",
            "evidence": ["bầu 4 đại biểu nam"],
            "facts": [["3 đại biểu"]],
        },
    ]
    path = tmp_path / "questions.jsonl"
    path.write_text("\n".join(json.dumps(line) for line in lines), encoding="utf-8")

    rows = summarize(evaluate(OneDocumentAssistant(), read_questions(path)))

    everything = rows["tất cả"]
    assert everything["evidence_4000"] == 0.5
    assert everything["facts"] == 0.5
    assert everything["declined_rightly"] == 1.0
    assert everything["declined_wrongly"] == 0.0
    assert everything["quotes_exact"] == 1.0
    assert everything["right_document"] == 1.0
    assert everything["p95_ms"] == 6
    assert rows["cách gõ: spoken"]["questions"] == 2
    assert "| cách gõ: full | 1 | 1.000 |" in as_table(rows)


@pytest.mark.parametrize("line", ["không phải json", '{"id": 1}', "[1, 2]"])
def test_a_line_that_is_no_question_is_named(tmp_path, line):
    path = tmp_path / "questions.jsonl"
    path.write_text('{"question": "a"}\n' + line, encoding="utf-8")

    with pytest.raises(QuestionError, match="Dòng 2"):
        read_questions(path)


def test_a_missing_question_file_is_named(tmp_path):
    with pytest.raises(QuestionError, match=r"khong-co\.jsonl"):
        read_questions(tmp_path / "khong-co.jsonl")
