"""Answers to take along: which of them, what the files hold and are called; no Gradio here."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from assistant.datatypes import Answer, Citation
from assistant.errors import AssistantError
from assistant.rendering.handout import Handout
from assistant.rendering.markdown import handout_markdown
from assistant.rendering.word import handout_docx
from assistant.ui.conversation import Turn, refreshed
from assistant.ui.desk import Desk
from assistant.ui.ports import Assistant
from assistant.ui.welcome import collection_line

Kind = Literal["docx", "md"]
TYPES: dict[Kind, str] = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "md": "text/markdown;charset=utf-8",
}


@dataclass(frozen=True, slots=True)
class Parcel:
    """A file on its way to the browser, which saves it under `name`; nothing of it stays on the server."""

    name: str
    kind: Kind
    data: bytes

    def json(self) -> dict[str, str]:
        """What the script in the browser takes."""
        return {"name": self.name, "type": TYPES[self.kind], "data": base64.b64encode(self.data).decode()}


def parcel(turns: Sequence[Turn], kind: Kind, desk: Desk[Assistant], now: datetime) -> Parcel:
    """The answers among these turns as one file."""
    made = handout(turns, desk, now)
    data = handout_docx(made) if kind == "docx" else handout_markdown(made).encode("utf-8")
    return Parcel(f"hoi-dap-{now:%Y-%m-%d-%H%M}.{kind}", kind, data)


def handout(turns: Sequence[Turn], desk: Desk[Assistant], now: datetime) -> Handout:
    """The answers with their documents and passages as the collection has them now."""
    answered = [turn for turn in turns if turn.answer]
    try:
        assistant = desk.assistant()
        documents = {one.id: one for one in assistant.documents()}
        answers = [_with_passages(turn.answer, assistant) for turn in (refreshed(t, documents) for t in answered)]
        line = collection_line(list(documents.values()))
    except AssistantError:
        answers, line = [turn.answer for turn in answered], ""
    return Handout(tuple(answer for answer in answers if answer), now, line)


def _with_passages(answer: Answer | None, assistant: Assistant) -> Answer | None:
    if answer is None:
        return None
    return replace(answer, citations=tuple(_with_passage(one, assistant) for one in answer.citations))


def _with_passage(citation: Citation, assistant: Assistant) -> Citation:
    """The whole passage around the quotation, where the collection still has it."""
    passage = assistant.passage(citation.passage.id)
    return replace(citation, passage=passage) if passage and citation.quote in passage.text else citation
