import re
from dataclasses import replace

import pytest

from assistant.answering.generated import Draft, judged, stream_checked
from assistant.answering.prompts import CANNOT_ANSWER, MOST_SENTENCES, passage_keys
from assistant.errors import ChatError
from tests.answering.passages import EVIDENCE, LESSON_PASSAGE, QUERY, RULES, RULES_PASSAGE
from tests.fakes import ScriptedChatModel

KEYS = passage_keys([RULES_PASSAGE, LESSON_PASSAGE])
RULE_KEY, LESSON_KEY = KEYS
THREE = f"Chi bộ bầu ban kiểm phiếu gồm 3 đảng viên chính thức [{RULE_KEY}]."
PILOTS = f"Tỉnh uỷ Lạng Sơn chọn 5 đảng bộ làm đại hội điểm [{LESSON_KEY}]."
FIVE = THREE.replace("gồm 3", "gồm 5")


def drafts(*reply):
    chat = ScriptedChatModel(reply)
    return list(stream_checked(chat, QUERY, EVIDENCE, [RULES_PASSAGE, LESSON_PASSAGE]))


def texts(checked):
    return [one.text for one in checked]


def test_sentences_are_kept_in_order_as_soon_as_they_are_proved():
    seen = drafts(f"{THREE} {FIVE} {PILOTS}")

    assert [(len(draft.kept), len(draft.dropped)) for draft in seen] == [(1, 0), (1, 1), (2, 1), (2, 1)]
    assert texts(seen[-1].kept) == [re.sub(r" \[\w+\]", "", one) for one in (THREE, PILOTS)]
    assert [one.reason for one in seen[-1].dropped] == ["number not in the passage"]


def test_what_was_proved_before_a_failure_has_been_given():
    chat = ScriptedChatModel((f"{THREE} {PILOTS} Đại h", ChatError("đứt")))
    seen = []

    with pytest.raises(ChatError):
        seen.extend(stream_checked(chat, QUERY, EVIDENCE, [RULES_PASSAGE, LESSON_PASSAGE]))

    assert len(seen[-1].kept) == 2


def test_enough_proved_sentences_end_the_reply():
    text = "\n".join(f"Chi bộ {number} bầu bí thư và phó bí thư." for number in range(20))
    passage = replace(RULES_PASSAGE, text=text)
    (key,) = passage_keys([passage])
    reply = "".join(f"{line} [{key}]\n" for line in text.splitlines())
    chat = ScriptedChatModel((reply, AssertionError("read on")))

    (*_, last) = stream_checked(chat, QUERY, [replace(EVIDENCE[0], passage=passage)], [passage])

    assert len(last.kept) == MOST_SENTENCES


@pytest.mark.parametrize(
    ("sentence", "draft"),
    [
        ("**Câu trả lời:**", Draft()),
        ("# Ban kiểm phiếu", Draft()),
        (f"Các quy định về ban kiểm phiếu là: [{RULE_KEY}]", Draft()),
        (f"[{RULE_KEY}]", Draft()),
        (f"{CANNOT_ANSWER}.", Draft(declined=True)),
        ("không có trong văn bản", Draft(declined=True)),
        ("EN: Three members.", Draft()),
    ],
)
def test_what_says_nothing_is_passed_over(sentence, draft):
    assert judged(Draft(), sentence, KEYS, {RULES.id: RULES}) == draft


def test_a_sentence_said_twice_is_kept_once():
    (*_, last) = drafts(f"{THREE} {THREE.replace('Chi bộ', 'Các chi bộ')} {THREE}")

    assert len(last.kept) == 1
    assert not last.dropped


def test_the_first_english_line_is_set_apart():
    (*_, last) = drafts(f"EN: Three members count [{RULE_KEY}].\n{THREE}\nEN: Five [{RULE_KEY}].")

    assert last.english is not None
    assert last.english.text == "Three members count."
    assert texts(last.kept) == ["Chi bộ bầu ban kiểm phiếu gồm 3 đảng viên chính thức."]


def test_an_empty_reply_gives_an_empty_draft():
    assert drafts("") == [Draft()]
