"""Conversations as the browser keeps them: turns, conversations, and the notebook that holds them all; pure.

What comes back from a browser may be old or tampered with: whatever does not fit is left out, never trusted.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, TypeVar, get_args

from assistant.contracts import answer_json
from assistant.datatypes import Answer, Citation, Document, Passage, Source, Status
from assistant.wording import shortened

VERSION = 1
MOST_CONVERSATIONS = 20
MOST_TURNS = 50
MOST_CHARACTERS = 600_000  # a browser keeps about five million for one site, and encryption makes them more
TITLE_CHARACTERS = 70

Json = dict[str, Any]
Entry = TypeVar("Entry")


@dataclass(frozen=True, slots=True)
class Turn:
    """A question and what came of it: an answer, or the sentence that says why there is none."""

    question: str
    answer: Answer | None = None
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Conversation:
    """Turns that belong together, oldest first."""

    id: str
    turns: tuple[Turn, ...] = ()

    @property
    def title(self) -> str:
        """The first question, short enough for a list."""
        return shortened(" ".join(self.turns[0].question.split()), TITLE_CHARACTERS) if self.turns else ""

    @property
    def questions(self) -> tuple[str, ...]:
        """The questions that got an answer: what a follow-up may refer to."""
        return tuple(turn.question for turn in self.turns if turn.answer)


@dataclass(frozen=True, slots=True)
class Notebook:
    """All conversations of one browser, latest first; the first is the open one, and may be empty."""

    conversations: tuple[Conversation, ...]

    @property
    def open(self) -> Conversation:
        """The conversation on the screen."""
        return self.conversations[0]

    @property
    def earlier(self) -> tuple[Conversation, ...]:
        """All others that hold anything."""
        return tuple(one for one in self.conversations[1:] if one.turns)

    def with_turn(self, turn: Turn) -> Notebook:
        """The open conversation grown by a turn."""
        grown = replace(self.open, turns=(*self.open.turns, turn)[-MOST_TURNS:])
        return Notebook((grown, *self.conversations[1:]))

    def without_last_turn(self) -> Notebook:
        """The open conversation before its last question."""
        return Notebook((replace(self.open, turns=self.open.turns[:-1]), *self.conversations[1:]))

    def started(self, conversation_id: str) -> Notebook:
        """A new conversation opened, the others kept."""
        kept = tuple(one for one in self.conversations if one.turns)
        return Notebook((Conversation(conversation_id), *kept)[:MOST_CONVERSATIONS])

    def reopened(self, conversation_id: str) -> Notebook:
        """An earlier conversation brought back; unknown ids change nothing."""
        wanted = tuple(one for one in self.conversations if one.id == conversation_id)
        others = tuple(one for one in self.conversations if one.id != conversation_id and one.turns)
        return Notebook((*wanted, *others)) if wanted else self

    def without(self, conversation_id: str, *, new_id: str) -> Notebook:
        """One conversation forgotten; a new empty one takes the place of the open one."""
        kept = tuple(one for one in self.conversations if one.id != conversation_id)
        return Notebook((Conversation(new_id), *kept) if self.open.id == conversation_id else kept)


def notebook_json(notebook: Notebook, owner: str = "") -> Json:
    """What the browser keeps for `owner`; the oldest conversations go first where it grows too large."""
    kept: list[Json] = []
    room = MOST_CHARACTERS
    for conversation in notebook.conversations[:MOST_CONVERSATIONS]:
        entry = {"id": conversation.id, "turns": [_turn_json(turn) for turn in conversation.turns]}
        room -= len(json.dumps(entry, ensure_ascii=False))
        if room < 0 and kept:
            break
        kept.append(entry)
    return {"version": VERSION, "owner": owner, "conversations": kept}


def notebook_from_json(data: object, *, new_id: str, owner: str = "") -> Notebook:
    """Read what a browser sent; anything that does not fit, or belongs to another user of it, is left out."""
    fits = isinstance(data, dict) and data.get("version") == VERSION and data.get("owner") == owner
    entries = data.get("conversations") if isinstance(data, dict) and fits else None
    read = [_tolerant(_conversation_from_json, entry) for entry in entries] if isinstance(entries, list) else []
    found = tuple(one for one in read if one)[:MOST_CONVERSATIONS]
    return Notebook(found or (Conversation(new_id),))


def refreshed(turn: Turn, documents: Mapping[str, Document]) -> Turn:
    """A turn whose citations carry the documents as the catalogue knows them now."""
    if not turn.answer:
        return turn
    citations = tuple(
        replace(one, document=documents.get(one.document.id, one.document)) for one in turn.answer.citations
    )
    return replace(turn, answer=replace(turn.answer, citations=citations))


def _turn_json(turn: Turn) -> Json:
    if turn.answer is None:
        return {"question": turn.question, "problem": turn.problem}
    saved = answer_json(turn.answer)
    return {"question": turn.question, "answer": {key: saved[key] for key in saved if key not in ("id", "timings_ms")}}


def _tolerant(read: Callable[[Json], Entry], data: Json) -> Entry | None:
    try:
        return read(data)
    except (KeyError, TypeError, ValueError, AttributeError):
        return None


def _conversation_from_json(data: Json) -> Conversation:
    turns = [_tolerant(_turn_from_json, turn) for turn in data["turns"]]
    return Conversation(str(data["id"]), tuple(turn for turn in turns if turn)[-MOST_TURNS:])


def _turn_from_json(data: Json) -> Turn:
    saved = data.get("answer")
    return Turn(str(data["question"]), _answer_from_json(saved) if saved else None, str(data.get("problem", "")))


def _answer_from_json(data: Json) -> Answer:
    if data["status"] not in get_args(Status):
        raise ValueError(data["status"])
    return Answer(
        question=str(data["question"]),
        status=data["status"],
        text=str(data["answer"]),
        citations=tuple(_citation_from_json(one) for one in data["citations"]),
        notes=_strings(data["notes"]),
        suggestions=_strings(data["suggestions"]),
        understood=_strings(data["understood"]),
    )


def _citation_from_json(data: Json) -> Citation:
    document = Document(
        id=str(data["document_id"]),
        title=str(data["title"]),
        path=str(data["path"]),
        number=str(data["number"]),
        issued=date.fromisoformat(data["issued"]) if data["issued"] else None,
        authority=str(data["authority"]),
        validity=str(data["validity"]),
        provenance=str(data["provenance"]),
    )
    start, end, quote = int(data["start"]), int(data["end"]), str(data["quote"])
    page = data.get("page")  # conversations kept by an earlier version have none
    locator = str(data["locator"]).removesuffix(f", trang {page}")
    passage = Passage(str(data["passage_id"]), document.id, quote, start, end, locator, 0, page=page)
    sources = tuple(Source(0, str(one["title"]), str(one["url"])) for one in data["sources"])
    return Citation(int(data["marker"]), passage, document, quote, start, end, sources)


def _strings(values: Sequence[object]) -> tuple[str, ...]:
    return tuple(str(value) for value in values)
