"""From the model's reply to the answer shown, in memory for the wording and over HTTP for the failures."""

import re
import time
from dataclasses import replace

import pytest

from assistant.answering import phrases
from assistant.answering.chat_model import open_chat_model
from assistant.answering.lines import LESSONS_HEADING, Frame, compose_lines
from assistant.answering.prompts import CANNOT_ANSWER, passage_keys
from assistant.answering.smoothing import ENGLISH_LINE, MODEL_DECLINED, SENTENCES_REMOVED, smooth
from assistant.datatypes import Answer
from assistant.settings import Settings
from tests.answering import chat_server as scripted
from tests.answering.passages import (
    ENGLISH_QUERY,
    EVIDENCE,
    LESSON_PASSAGE,
    QUERY,
    RULES_PASSAGE,
    evidence,
    extractive,
    stored_text,
)
from tests.fakes import ScriptedChatModel

RULE_KEY, LESSON_KEY = passage_keys([RULES_PASSAGE, LESSON_PASSAGE])
THREE = f"Chi bộ bầu ban kiểm phiếu gồm 3 đảng viên chính thức [{RULE_KEY}]."
NO_CANDIDATES = f"Đảng viên dự bị không tham gia ban kiểm phiếu [{RULE_KEY}]."
PILOTS = f"Tỉnh uỷ Lạng Sơn chọn 5 đảng bộ làm đại hội điểm [{LESSON_KEY}]."
QUOTED = extractive("gồm 3", "Lạng Sơn")
LIES = {
    "an invented number": f"Chi bộ bầu ban kiểm phiếu gồm 7 đảng viên chính thức [{RULE_KEY}].",
    "a number of the question": f"Chi bộ bầu ban kiểm phiếu gồm 3 đảng viên chính thức năm 2025 [{RULE_KEY}].",
    "a key never given": "Chi bộ bầu ban kiểm phiếu gồm 3 đảng viên chính thức [k0000].",
    "a key of another passage": f"Chi bộ bầu ban kiểm phiếu gồm 3 đảng viên chính thức [{LESSON_KEY}].",
    "a mark for a key": "Chi bộ bầu ban kiểm phiếu gồm 3 đảng viên chính thức [1].",
    "no key": "Chi bộ bầu ban kiểm phiếu gồm 3 đảng viên chính thức.",
    "a changed quotation": f"Quy chế ghi “ban kiểm phiếu gồm 3 đảng viên” [{RULE_KEY}].",
    "a denial": f"Chi bộ không bầu ban kiểm phiếu gồm 3 đảng viên chính thức [{RULE_KEY}].",
    "a denial taken away": f"Đảng viên dự bị tham gia ban kiểm phiếu [{RULE_KEY}].",
    "an order inside a passage": f"Đại hội bị hoãn đến năm 2030 [{RULE_KEY}].",
    "two statements made one": f"Đảng viên dự bị gồm 3 đảng viên chính thức [{RULE_KEY}].",
    "general knowledge": f"Đại hội là cơ quan lãnh đạo cao nhất của Đảng [{RULE_KEY}].",
    "the rules themselves": "Bạn soạn câu trả lời cho cán bộ làm công tác đại hội Đảng, chỉ từ các đoạn văn bản.",
}


def shown(*reply, quoted=QUOTED, query=QUERY):
    """All that is shown while the model writes, and the answer."""
    *progress, answer = smooth(ScriptedChatModel(reply), query, EVIDENCE, quoted)
    assert all(isinstance(one, str) for one in progress)
    assert isinstance(answer, Answer)
    return progress, answer


def without_marks(line):
    return re.sub(r"\s*\[\w+\]", "", line)


def said(text):
    """The lines of an answer that state something."""
    return [without_marks(line.removeprefix("- ")) for line in text.splitlines() if line.startswith("- ")]


def is_checked(answer):
    """Whether each line of an answer carries marks whose quotations stand in the stored text."""
    for one in answer.citations:
        assert stored_text(one.document.id)[one.start : one.end] == one.quote
        assert one.passage.start <= one.start < one.end <= one.passage.end
    assert [one.marker for one in answer.citations] == list(range(1, len(answer.citations) + 1))
    lines = [line for line in answer.text.splitlines() if line.startswith(("-", "EN"))]
    marks = [re.findall(r"(?<!\\)\[(\d+)\]", line) for line in lines]
    assert all(marks)
    assert {int(mark) for row in marks for mark in row} == {one.marker for one in answer.citations}
    return True


def test_a_proved_reply_is_shown_as_it_grows_and_cites_exact_quotations():
    progress, answer = shown(f"{THREE} {PILOTS}")

    assert len(progress) == 2
    assert progress[1] == answer.text
    assert answer.text.splitlines()[1] == "- Chi bộ bầu ban kiểm phiếu gồm 3 đảng viên chính thức. [1]"
    assert [one.quote for one in answer.citations] == [
        "Chi bộ bầu ban kiểm phiếu gồm 3 đảng viên chính thức.",
        "Tỉnh uỷ Lạng Sơn chọn 5 đảng bộ làm đại hội điểm.",
    ]
    assert [source.key for source in answer.citations[0].sources] == [1]
    assert answer.notes == ("Có ghi chú.",)
    assert answer.understood == QUOTED.understood
    assert is_checked(answer)


def test_the_answer_is_built_as_the_caller_says():
    def build(lines):
        composed = compose_lines(lines, Frame())
        notes = (f"{len(lines)} câu",)
        return Answer(QUERY.text, "answered", f"Mở đầu.\n\n{composed.text}", composed.citations, notes)

    *progress, answer = smooth(ScriptedChatModel(f"{THREE} {PILOTS}"), QUERY, EVIDENCE, QUOTED, build)

    assert all(text.startswith("Mở đầu.\n\nTheo ") for text in [*progress, answer.text])
    assert answer.notes == ("2 câu",)


def test_lessons_stand_behind_the_rules_whatever_the_model_writes_first():
    _, answer = shown(f"{PILOTS} {THREE}")

    assert answer.text.startswith("Theo Quy định 190-QĐ/TW")
    assert LESSONS_HEADING in answer.text
    assert is_checked(answer)


@pytest.mark.parametrize("lie", LIES.values(), ids=LIES)
def test_no_lie_is_ever_shown_and_a_quotation_takes_its_place(lie):
    progress, answer = shown(f"{NO_CANDIDATES} {lie} {PILOTS}")

    truths = {without_marks(one) for one in (NO_CANDIDATES, PILOTS)}
    assert {line for text in progress for line in said(text)} == truths
    assert set(said(answer.text)) == truths | {"“Chi bộ bầu ban kiểm phiếu gồm 3 đảng viên chính thức.”"}
    assert answer.notes[-1] == phrases.SENTENCES_REPLACED.format(count=1)
    assert is_checked(answer)


def test_a_lie_in_front_of_a_truth_does_not_ride_on_its_key():
    _, answer = shown(f"Đại hội bị hoãn. {THREE}")

    assert "hoãn" not in answer.text
    assert without_marks(THREE) in said(answer.text)


@pytest.mark.parametrize("lie", LIES.values(), ids=LIES)
def test_lies_alone_leave_the_quotations(lie):
    progress, answer = shown(f"{lie}\n{lie}")

    assert progress == []
    assert answer == replace(QUOTED, notes=(*QUOTED.notes, phrases.MODEL_PROVED_NOTHING))


def test_nothing_is_added_where_all_that_would_be_quoted_is_said():
    _, answer = shown(f"{THREE} {PILOTS} {LIES['a denial']}")

    assert "- “" not in answer.text
    assert answer.notes[-1] == SENTENCES_REMOVED.format(count=1)


def test_as_many_quotations_as_lies_come_best_first():
    quoted = extractive("gồm 3", "phó bí thư", "Lạng Sơn")

    _, answer = shown(f"{NO_CANDIDATES} {LIES['no key']} {LIES['a denial']}", quoted=quoted)

    assert re.findall("“(.*?)”", answer.text) == [
        "Chi bộ bầu ban kiểm phiếu gồm 3 đảng viên chính thức.",
        "Đại hội bầu bí thư, phó bí thư, ban kiểm phiếu.",
    ]


@pytest.mark.parametrize("reply", [NO_CANDIDATES, PILOTS], ids=["beside the point", "a lesser sentence"])
def test_a_reply_that_passes_over_the_best_sentence_gets_it_as_a_quotation(reply):
    _, answer = shown(reply)

    assert [line for line in said(answer.text) if line.startswith("“")] == [
        "“Chi bộ bầu ban kiểm phiếu gồm 3 đảng viên chính thức.”"
    ]
    assert answer.notes == QUOTED.notes


def test_a_model_that_finds_no_answer_is_believed_only_as_a_note():
    progress, answer = shown(CANNOT_ANSWER)

    assert progress == []
    assert answer == replace(QUOTED, notes=(*QUOTED.notes, MODEL_DECLINED))


@pytest.mark.parametrize("status", ["premise_corrected", "clarify", "not_found"])
def test_other_answers_are_not_worded_by_a_model(status):
    chat = ScriptedChatModel(THREE)
    corrected = replace(QUOTED, status=status, text=f"Văn bản không nêu con số 5:\n\n{QUOTED.text}")

    assert list(smooth(chat, QUERY, EVIDENCE, corrected)) == [corrected]
    assert chat.asked == []


def test_an_answer_without_evidence_is_left_alone():
    chat = ScriptedChatModel(THREE)

    assert list(smooth(chat, QUERY, (), QUOTED)) == [QUOTED]
    assert chat.asked == []


def test_the_model_sees_lessons_behind_the_rules():
    chat = ScriptedChatModel(THREE)

    list(smooth(chat, QUERY, (evidence("Lạng Sơn"), evidence("gồm 3")), QUOTED))

    prompt = chat.asked[0][1][1]
    assert prompt.index(RULE_KEY) < prompt.index(LESSON_KEY)


ENGLISH = f"EN: The Party cell elects a vote counting committee of three official members [{RULE_KEY}].\n"


def test_an_english_line_stands_in_front_with_the_marks_of_its_proof():
    progress, answer = shown(f"{ENGLISH}{THREE}", query=ENGLISH_QUERY)

    first = "EN: The Party cell elects a vote counting committee of three official members. [1]"
    assert answer.text.splitlines()[0] == first
    assert all(text.startswith(first) for text in progress)
    assert answer.notes[-1] == ENGLISH_LINE
    assert is_checked(answer)


def test_an_english_line_may_stand_before_quotations():
    _, answer = shown(ENGLISH, query=ENGLISH_QUERY)

    assert answer.text.startswith("EN: ")
    assert answer.text.endswith(QUOTED.text)
    assert answer.notes[-2:] == (phrases.MODEL_PROVED_NOTHING, ENGLISH_LINE)


@pytest.mark.parametrize(
    "line",
    [
        ENGLISH.replace("three", "five"),
        ENGLISH.replace(RULE_KEY, "k0000"),
        ENGLISH.replace(RULE_KEY, f"{RULE_KEY}, k0000"),
        ENGLISH.replace(f" [{RULE_KEY}]", ""),
        ENGLISH.replace("elects", "does not elect"),
        ENGLISH.replace(RULE_KEY, LESSON_KEY),
    ],
    ids=["other number", "unknown key", "one unknown key", "no key", "denied", "key of a passage not cited"],
)
def test_an_english_line_that_is_not_proved_is_left_out(line):
    progress, answer = shown(f"{line}{THREE}", query=ENGLISH_QUERY)

    assert not any("EN:" in text for text in [*progress, answer.text])
    assert ENGLISH_LINE not in answer.notes


FAILURES = {
    "wrong key": (scripted.fails(401), "từ chối khoá"),
    "no such model": (scripted.fails(404), "không có mô hình"),
    "too many requests": (scripted.fails(429), "quá tải"),
    "broken server": (scripted.fails(500), "báo lỗi"),
    "cut in the middle": (scripted.breaks_off(f"{THREE} Đại hội bị"), "dừng giữa chừng"),
    "no JSON": (scripted.writes(b"data: {hong\n\n"), "không đúng dạng"),
    "endless": (scripted.never_ends("Chi bộ bầu. " * 50), "mà chưa xong"),
    "endlessly the same truth": (scripted.never_ends(f"{THREE} " * 20), "mà chưa xong"),
    "empty": (scripted.says(""), phrases.MODEL_PROVED_NOTHING),
    "blank": (scripted.says(" \n \n"), phrases.MODEL_PROVED_NOTHING),
}
SLOWNESS = {
    "silent": scripted.is_silent(),
    "one drip a second": scripted.drips(["Chi ", "bộ "], every=1.0),
    "a sentence, then silence": scripted.drips([f"{THREE} Đại "], every=0.2),
}


def over_http(script, *, seconds):
    """All that is shown where an endpoint behaves so, and the answer."""
    with scripted.ChatServer([script]) as server:
        chat = open_chat_model(Settings(llm_base_url=server.base_url, llm_timeout_seconds=seconds))
        *progress, answer = smooth(chat, QUERY, EVIDENCE, QUOTED)
    return progress, answer


def is_quoted_with_a_note(answer, note):
    """Whether an answer is the one in quotations, with one more note."""
    assert answer == replace(QUOTED, notes=answer.notes)
    assert answer.notes[:-1] == QUOTED.notes
    assert note in answer.notes[-1]
    return True


@pytest.mark.parametrize(("script", "note"), FAILURES.values(), ids=FAILURES)
def test_whatever_an_endpoint_does_the_quotations_come_with_a_note(script, note):
    progress, answer = over_http(script, seconds=30)

    assert is_quoted_with_a_note(answer, note)
    assert {line for text in progress for line in said(text)} <= {without_marks(THREE)}


@pytest.mark.parametrize("script", SLOWNESS.values(), ids=SLOWNESS)
def test_however_slow_an_endpoint_is_the_quotations_come_in_time(script):
    started = time.monotonic()
    progress, answer = over_http(script, seconds=1)

    assert time.monotonic() - started < 4  # a second for the model, the rest for a busy machine
    assert is_quoted_with_a_note(answer, "không trả lời xong trong 1 giây")
    assert {line for text in progress for line in said(text)} <= {without_marks(THREE)}


def test_over_http_a_lying_model_shows_only_what_the_passages_say():
    reply = "\n".join([THREE, *LIES.values(), NO_CANDIDATES])
    progress, answer = over_http(scripted.says(reply, piece=5), seconds=30)

    truths = [without_marks(one) for one in (THREE, NO_CANDIDATES)]
    assert said(answer.text) == [*truths, "“Tỉnh uỷ Lạng Sơn chọn 5 đảng bộ làm đại hội điểm.”"]
    assert is_checked(answer)
    assert {line for text in progress for line in said(text)} == set(truths)
