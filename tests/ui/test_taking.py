"""Files to take along: made from what the browser kept, with the whole passages where the collection still has them."""

import base64
import io
from datetime import datetime

from docx import Document as read_docx

from assistant.errors import IndexMissingError
from assistant.ui.conversation import Conversation, Notebook, Turn, notebook_from_json, notebook_json
from assistant.ui.desk import Desk
from assistant.ui.taking import handout, parcel
from tests.ui.sample import SampleAssistant

NOW = datetime(2026, 11, 5, 14, 30)
ANSWER = SampleAssistant().ask("Phông hội trường màu gì?")
NOTEBOOK = Notebook((Conversation("a"),)).with_turn(Turn(ANSWER.question, ANSWER)).with_turn(Turn("x", problem="p"))
KEPT = notebook_from_json(notebook_json(NOTEBOOK), new_id="n").open.turns


def test_answers_come_back_whole_and_problems_stay_behind():
    made = handout(KEPT, Desk(SampleAssistant), NOW)

    assert made.answers == (ANSWER,)
    assert made.collection == "Kho có 5 văn bản, 1 bản lược thuật."


def test_answers_can_be_taken_while_the_index_cannot_be_read():
    def missing():
        raise IndexMissingError("Kho chưa có văn bản nào.")

    made = handout(KEPT, Desk(missing), NOW)

    assert [one.quote for one in made.answers[0].citations] == [one.quote for one in ANSWER.citations]


def test_parcel_is_a_named_file():
    word, markdown = (parcel(KEPT, kind, Desk(SampleAssistant), NOW).json() for kind in ("docx", "md"))

    assert (word["name"], markdown["name"]) == ("hoi-dap-2026-11-05-1430.docx", "hoi-dap-2026-11-05-1430.md")
    assert read_docx(io.BytesIO(base64.b64decode(word["data"]))).paragraphs[0].text == "HỎI ĐÁP VỀ ĐẠI HỘI ĐẢNG"
    assert base64.b64decode(markdown["data"]).decode().startswith("# Hỏi đáp về đại hội Đảng")
