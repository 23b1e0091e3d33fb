"""Answers to take along as Markdown; pure."""

from __future__ import annotations

import re

from assistant.datatypes import Answer
from assistant.rendering.handout import (
    ANNEX,
    EXPLANATION,
    SOURCES,
    TITLE,
    Entry,
    Handout,
    annex_entries,
    question_line,
    source_line,
)

_SIGNS = re.compile(r"([\\`*_\[\]<>#|~$])")


def handout_markdown(handout: Handout) -> str:
    """The whole handout as one Markdown text."""
    parts = [f"# {TITLE}", escaped(handout.made_line), EXPLANATION]
    for number, answer in enumerate(handout.answers, start=1):
        parts += _answer(number, answer)
    if entries := annex_entries(handout.answers):
        parts += [f"## {ANNEX}", *map(_entry, entries)]
    return "\n\n".join(parts) + "\n"


def escaped(text: str) -> str:
    """Text on one line that Markdown shows as it is."""
    return _SIGNS.sub(r"\\\1", " ".join(text.split()))


def _answer(number: int, answer: Answer) -> list[str]:
    parts = [f"## {escaped(question_line(number, answer))}", answer.text]
    parts += [f"*{note}*" for note in answer.notes]
    if answer.citations:
        lines = [f"- {escaped(source_line(citation))}" for citation in answer.citations]
        parts.append("\n".join([f"**{SOURCES}**", "", *lines]))
    return parts


def _entry(entry: Entry) -> str:
    pieces = [(escaped(one.text), one.is_quoted) for one in entry.pieces()]
    passage = " ".join(f"**{text}**" if is_quoted else text for text, is_quoted in pieces if text)
    return f"**{escaped(entry.source_line)}**\n\n> {passage}"
