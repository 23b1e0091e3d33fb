"""The desk opens the assistant once, and tries again while it cannot be opened."""

import pytest

from assistant.errors import IndexMissingError
from assistant.ui.desk import Desk


def test_assistant_is_opened_once():
    opened = []
    desk = Desk(lambda: opened.append(1) or "assistant")

    assert (desk.assistant(), desk.assistant(), desk.problem(), len(opened)) == ("assistant", "assistant", "", 1)


def test_desk_opens_by_itself_once_the_index_is_there():
    ready = []

    def open_assistant():
        if not ready:
            raise IndexMissingError("Kho chưa có văn bản nào.")
        return "assistant"

    desk = Desk(open_assistant)

    assert desk.problem() == "Kho chưa có văn bản nào."
    with pytest.raises(IndexMissingError):
        desk.assistant()
    ready.append(True)
    assert desk.assistant() == "assistant"
