"""A question's way: what is shown meanwhile, the answer, and every failure as a sentence."""

import asyncio

import pytest

from assistant.datatypes import Answer
from assistant.errors import IndexMissingError
from assistant.ui.asking import SEARCHING, UNEXPECTED, Asked, Asking, with_texts
from assistant.ui.conversation import Conversation, Turn
from assistant.ui.desk import Desk
from assistant.ui.filters import EVERYTHING, Filters
from assistant.ui.limits import FairShares, Turnstile
from assistant.ui.visitors import Caller
from tests.ui.sample import DIRECTIVE, TEXTS, SampleAssistant

QUESTION = "Phông hội trường màu gì?"


def shown(asking, question=QUESTION, history=(), user="an", filters=EVERYTHING):
    async def collect():
        return [part async for part in asking.turn(Asked(question, history, filters), Caller(user))]

    return asyncio.run(collect())


def asking(assistant=None, per_minute=10):
    return Asking(Desk(lambda: assistant or SampleAssistant()), FairShares(per_minute), Turnstile(1))


def test_text_grows_and_the_turn_comes_last():
    first, half, whole, turn = shown(asking())

    assert first == SEARCHING
    assert whole.startswith(half)
    assert isinstance(turn.answer, Answer)
    assert turn.answer.text == whole


def test_history_reaches_the_assistant():
    turn = shown(asking(), "Thế còn hoa?", (QUESTION,))[-1]

    assert turn.answer.understood == (f"{QUESTION} Thế còn hoa?",)


def test_filters_narrow_the_answer():
    question = "gửi báo cáo chính trị trước mấy ngày?"

    answer = shown(asking(), question, filters=Filters(terms=("XIII",)))[-1].answer

    assert {citation.document.id for citation in answer.citations} == {"ct-1", "bai-hoc"}


def test_filters_that_leave_nothing_say_so():
    turn = shown(asking(), filters=Filters(kinds=("kế hoạch",)))[-1]

    assert turn.problem.startswith("Không văn bản nào hợp với phạm vi")


def test_question_that_cannot_be_asked_says_why():
    assert shown(asking(), " ")[-1].problem.startswith("Câu hỏi trống")


def test_missing_index_says_why():
    def missing():
        raise IndexMissingError("Kho chưa có văn bản nào.")

    assert shown(Asking(Desk(missing), FairShares(9), Turnstile(1)))[-1].problem == "Kho chưa có văn bản nào."


def test_unexpected_failure_is_logged_and_told_without_details(caplog):
    class Broken(SampleAssistant):
        def stream(self, question, history=(), within=()):
            raise RuntimeError("secret detail")

    turn = shown(asking(Broken()))[-1]

    assert turn.problem == UNEXPECTED
    assert "secret detail" in caplog.text


@pytest.mark.parametrize("per_minute", [1, 3])
def test_limit_of_one_user_does_not_stop_another(per_minute):
    way = asking(per_minute=per_minute)
    turns = [shown(way)[-1] for _ in range(per_minute + 1)]

    assert [bool(turn.answer) for turn in turns] == [True] * per_minute + [False]
    assert shown(way, user="bình")[-1].answer


def test_questions_wait_for_each_other_and_each_gets_its_own_answer():
    way = asking(SampleAssistant(delay_seconds=0.2))
    questions = (QUESTION, "Danh sách bầu chi uỷ có số dư bao nhiêu?")

    async def both():
        async def one(question):
            return [part async for part in way.turn(Asked(question), Caller(question))]

        return await asyncio.gather(*(one(question) for question in questions))

    first, second = asyncio.run(both())

    assert "còn 1 câu hỏi ở trước" in second[0]
    assert [parts[-1].answer.question for parts in (first, second)] == list(questions)


def test_stopped_question_gives_its_place_up():
    turnstile = Turnstile(1)
    way = Asking(Desk(SampleAssistant), FairShares(9), turnstile)

    async def stop_after_the_first_word():
        async for _ in (parts := way.turn(Asked(QUESTION), Caller("an"))):
            break
        await parts.aclose()

    asyncio.run(stop_after_the_first_word())

    assert turnstile.ahead(turnstile.join()) == 0


def test_texts_of_cited_documents_come_with_the_conversation():
    answer = SampleAssistant().ask("Danh sách bầu chi uỷ có số dư bao nhiêu?")
    conversation, texts = with_texts(Conversation("a", (Turn(answer.question, answer),)), Desk(SampleAssistant))

    assert texts == {DIRECTIVE.id: TEXTS[DIRECTIVE.id]}
    assert conversation.turns[0].answer == answer


def test_document_that_left_the_collection_has_no_text():
    answer = SampleAssistant().ask("Danh sách bầu chi uỷ có số dư bao nhiêu?")
    empty = Desk(lambda: SampleAssistant(collection=()))

    assert with_texts(Conversation("a", (Turn(answer.question, answer),)), empty)[1] == {}
