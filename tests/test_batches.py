import json

import pytest

from assistant.batches import run_batch
from assistant.errors import QuestionError


def answer(question):
    if not question.text.strip():
        raise QuestionError("Câu hỏi đang trống.")
    return {"id": question.id, "answer": f"{question.text}|{len(question.history)}"}


def write(tmp_path, *lines):
    path = tmp_path / "batch.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_lines_are_answered_in_order_and_other_fields_ignored(tmp_path):
    path = write(
        tmp_path,
        json.dumps({"id": "b", "question": "Hai?", "history": ["Một?"], "facts": [["x"]]}),
        json.dumps({"id": "a", "question": "Ba?"}),
    )

    assert list(run_batch(path, answer)) == [{"id": "b", "answer": "Hai?|1"}, {"id": "a", "answer": "Ba?|0"}]


@pytest.mark.parametrize(
    ("line", "identity"),
    [
        ("{nửa chừng", None),
        ('{"id": "x"}', "x"),
        ('{"id": "x", "question": 5}', "x"),
        ('{"id": "x", "question": "a", "history": "b"}', "x"),
        ('{"id": "x", "question": "  "}', "x"),
        ("[]", None),
    ],
)
def test_a_bad_line_spoils_no_other(tmp_path, line, identity):
    path = write(tmp_path, line, '{"id": "good", "question": "Được?"}')

    bad, good = run_batch(path, answer)

    assert bad["id"] == identity
    assert bad["error"]
    assert good == {"id": "good", "answer": "Được?|0"}


def test_a_missing_batch_file_is_named(tmp_path):
    with pytest.raises(QuestionError, match=r"vang-mat\.jsonl"):
        list(run_batch(tmp_path / "vang-mat.jsonl", answer))
