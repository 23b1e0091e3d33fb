"""A class of thirty asking at once: no error, each answer belongs to its own question and history, memory stays."""

import sys

import pytest

from assistant.ui.server import SESSIONS
from tests.ui.load import p95, resident_megabytes, run
from tests.ui.sample import SampleAssistant

pytestmark = pytest.mark.slow


def test_thirty_users_at_once_get_the_answers_to_their_own_questions(start_app):
    app = start_app()
    run(app.address, users=30, questions=SESSIONS + 30)  # until Gradio remembers as many sessions as it may
    before = resident_megabytes(app.process.pid) if sys.platform == "linux" else 0

    outcomes = run(app.address, users=30, questions=300)

    alone = SampleAssistant()
    for one in outcomes:
        assert one.answer["question"] == one.question
        assert one.answer["answer"] == alone.ask(one.question, one.history).text
    assert p95(outcomes) < 20
    if before:
        assert resident_megabytes(app.process.pid) - before < 15
