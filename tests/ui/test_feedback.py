"""Remarks about answers: kept as JSON lines, and never in the way of the user."""

import json

from assistant.ui.conversation import Turn
from assistant.ui.feedback import FILE_NAME, Feedback
from tests.ui.sample import SampleAssistant

ANSWER = SampleAssistant().ask("Phông hội trường màu gì?")


def test_remark_is_kept_with_question_and_passages(tmp_path):
    feedback = Feedback(tmp_path)

    feedback.record(Turn(ANSWER.question, ANSWER), useful=False, remark="thiếu\nkích thước", user="an")
    feedback.record(Turn("x", problem="p"), useful=True, remark="", user="bình")

    first, second = [json.loads(line) for line in (tmp_path / FILE_NAME).read_text(encoding="utf-8").splitlines()]
    assert (first["question"], first["useful"], first["remark"]) == (ANSWER.question, False, "thiếu\nkích thước")
    assert first["passages"] == [ANSWER.citations[0].passage.id]
    assert (second["status"], second["user"]) == ("problem", "bình")


def test_remark_that_cannot_be_kept_is_logged(tmp_path, caplog):
    Feedback(tmp_path / "missing").record(Turn("x"), useful=True, remark="", user="an")

    assert "could not be kept" in caplog.text
