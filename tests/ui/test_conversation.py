"""The notebook of a browser: what is kept, what is dropped, and that nothing from outside is trusted."""

import json
from dataclasses import replace

import pytest

from assistant.ui.conversation import (
    MOST_CONVERSATIONS,
    Conversation,
    Notebook,
    Turn,
    notebook_from_json,
    notebook_json,
    refreshed,
)
from assistant.wording import place
from tests.ui.sample import DOCUMENTS, SampleAssistant

ANSWER = SampleAssistant().ask("gửi báo cáo chính trị trước mấy ngày?")
TURN = Turn(ANSWER.question, ANSWER)
FIRST = Notebook((Conversation("a"),)).with_turn(TURN)


def through_the_browser(notebook):
    return notebook_from_json(json.loads(json.dumps(notebook_json(notebook))), new_id="new")


def test_answer_survives_the_browser_with_marks_quotes_and_places():
    restored = through_the_browser(FIRST).open.turns[0].answer

    assert restored.text == ANSWER.text
    assert [(c.marker, c.quote, c.start, c.end) for c in restored.citations] == [
        (c.marker, c.quote, c.start, c.end) for c in ANSWER.citations
    ]
    assert restored.citations[0].passage.locator == ANSWER.citations[0].passage.locator
    assert restored.citations[0].sources[0].url == "https://song-mau.example/ct-2"
    assert restored.citations[0].document.issued == ANSWER.citations[0].document.issued


def test_restored_answer_takes_documents_from_the_catalogue():
    turn = refreshed(through_the_browser(FIRST).open.turns[0], {one.id: one for one in DOCUMENTS})

    assert turn.answer.citations[0].document == ANSWER.citations[0].document


def test_turn_without_an_answer_keeps_its_problem():
    notebook = FIRST.with_turn(Turn("x", problem="Kho đang bận."))

    assert through_the_browser(notebook).open.turns[1] == Turn("x", problem="Kho đang bận.")
    assert notebook.open.questions == (ANSWER.question,)


@pytest.mark.parametrize(
    "data",
    [
        None,
        [],
        "x",
        {"version": 0, "conversations": [{"id": "a", "turns": []}]},
        {"version": 1, "owner": "", "conversations": 5},
        {"version": 1, "owner": "", "conversations": [None, 3, {"turns": []}, {"id": "a", "turns": 7}]},
    ],
)
def test_anything_else_opens_a_new_conversation(data):
    assert notebook_from_json(data, new_id="new") == Notebook((Conversation("new"),))


def test_conversations_of_another_user_of_the_browser_are_not_shown():
    data = notebook_json(FIRST, "an")

    assert notebook_from_json(data, new_id="new", owner="bình") == Notebook((Conversation("new"),))
    assert notebook_from_json(data, new_id="new", owner="an").open.turns


@pytest.mark.parametrize("field", ["status", "citations", "answer"])
def test_broken_turn_is_left_out_and_the_others_stay(field):
    data = notebook_json(FIRST.with_turn(Turn("x", problem="p")))
    data["conversations"][0]["turns"][0]["answer"][field] = None if field == "citations" else 4
    if field == "answer":
        del data["conversations"][0]["turns"][0]["answer"]["answer"]

    assert [turn.question for turn in notebook_from_json(data, new_id="new").open.turns] == ["x"]


def test_new_conversation_keeps_the_earlier_one_but_no_empty_one():
    notebook = FIRST.started("b").started("c")

    assert [one.id for one in notebook.conversations] == ["c", "a"]
    assert [one.id for one in notebook.earlier] == ["a"]


def test_earlier_conversation_comes_back_and_the_open_one_is_kept():
    notebook = FIRST.started("b").with_turn(replace(TURN, question="hai")).reopened("a")

    assert [one.id for one in notebook.conversations] == ["a", "b"]
    assert notebook.reopened("unknown") == notebook


def test_forgotten_conversation_is_gone():
    notebook = FIRST.started("b").with_turn(TURN)

    assert [one.id for one in notebook.without("a", new_id="n").conversations] == ["b"]
    assert [one.id for one in notebook.without("b", new_id="n").conversations] == ["n", "a"]


def test_oldest_conversations_go_first_where_the_browser_would_overflow():
    long_turn = Turn("x" * 200_000, problem="p")
    notebook = FIRST
    for name in ("b", "c", "d"):
        notebook = notebook.started(name).with_turn(long_turn)

    assert [one["id"] for one in notebook_json(notebook)["conversations"]] == ["d", "c"]


def test_conversations_are_counted():
    notebook = FIRST
    for number in range(2 * MOST_CONVERSATIONS):
        notebook = notebook.started(str(number)).with_turn(TURN)

    assert len(notebook.conversations) == MOST_CONVERSATIONS


def test_title_is_one_short_line():
    assert Conversation("a", (Turn("một\nhai " * 40),)).title.startswith("một hai một")
    assert len(Conversation("a", (Turn("một\nhai " * 40),)).title) <= 71


def test_the_page_of_a_citation_survives_the_browser():
    first = ANSWER.citations[0]
    paged = replace(ANSWER, citations=(replace(first, passage=replace(first.passage, page=3)),))
    notebook = Notebook((Conversation("a"),)).with_turn(Turn(paged.question, paged))

    restored = through_the_browser(through_the_browser(notebook)).open.turns[0].answer

    assert restored.citations[0].passage.page == 3
    assert place(restored.citations[0].passage) == f"{first.passage.locator}, trang 3"
