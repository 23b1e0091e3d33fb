"""Answers to take along as Markdown; pure."""

from __future__ import annotations

import re

from assistant.datatypes import Answer, Citation
from assistant.rendering.handout import (
    ANNEX,
    EXPLANATION,
    SOURCES,
    TITLE,
    Handout,
    question_line,
    quoted_parts,
    source_line,
)

_SIGNS = re.compile(r"([\\`*_\[\]<>#|~$])")


def handout_markdown(handout: Handout) -> str:
    """The whole handout as one Markdown text."""
    parts = [f"# {TITLE}", escaped(handout.made_line), EXPLANATION]
    for number, answer in enumerate(handout.answers, start=1):
        parts += _answer(number, answer)
    cited = [(number, one) for number, answer in enumerate(handout.answers, start=1) for one in answer.citations]
    if cited:
        parts.append(f"## {ANNEX}")
        parts += [_quotation(number, citation) for number, citation in cited]
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


def _quotation(number: int, citation: Citation) -> str:
    before, quote, after = map(escaped, quoted_parts(citation))
    passage = " ".join(part for part in (before, f"**{quote}**", after) if part)
    return f"**Câu {number}, nguồn {escaped(source_line(citation))}**\n\n> {passage}"
