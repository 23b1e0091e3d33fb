"""An answer as plain text for the clipboard: the words, and each mark with its full reference; pure."""

from __future__ import annotations

from assistant.datatypes import Answer
from assistant.rendering.blocks import Block, parse
from assistant.rendering.references import citation_reference


def answer_plain(answer: Answer) -> str:
    """Question, answer and numbered sources, ready to paste into a letter."""
    parts = [answer.question, *(_line(block) for block in parse(answer.text)), *answer.notes]
    if answer.citations:
        parts += ["Nguồn:", *(f"[{one.marker}] {citation_reference(one)}" for one in answer.citations)]
    return "\n".join(parts)


def _line(block: Block) -> str:
    if block.kind == "bullet":
        return f"- {block.text}"
    return f"{block.label} {block.text}" if block.label else block.text
