"""Question files for measuring: JSON lines with evidence, facts and what the right answer is."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from assistant.errors import QuestionError

DECLINABLE = frozenset({"unanswerable", "offtopic", "injection"})


@dataclass(frozen=True, slots=True)
class Question:
    """One line of a question file; `documents` holds ids or file names of the right documents."""

    id: str
    text: str
    type: str
    style: str
    history: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    facts: tuple[tuple[str, ...], ...] = ()
    status: str = ""

    @property
    def should_decline(self) -> bool:
        """Whether the right answer is an honest no."""
        return self.type in DECLINABLE


def read_questions(path: Path) -> tuple[Question, ...]:
    """Read a file of JSON lines.

    Raises:
        QuestionError: the file is missing or a line is not a question.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise QuestionError(f"Không đọc được tệp câu hỏi {path}: {error}; hãy kiểm tra đường dẫn.") from error
    return tuple(_read_line(path, number, line) for number, line in enumerate(lines, 1) if line.strip())


def _read_line(path: Path, number: int, line: str) -> Question:
    try:
        raw = json.loads(line)
        return Question(
            id=str(raw.get("id", number)),
            text=raw["question"],
            type=raw.get("type", ""),
            style=raw.get("style", ""),
            history=tuple(raw.get("history") or ()),
            documents=tuple(raw.get("doc") or raw.get("documents") or ()),
            evidence=tuple(raw.get("evidence") or ()),
            facts=tuple(tuple(alternatives) for alternatives in raw.get("facts") or ()),
            status=raw.get("status", ""),
        )
    except (ValueError, KeyError, AttributeError, TypeError) as error:
        raise QuestionError(f"Dòng {number} của {path} không phải là một câu hỏi dạng JSON ({error}).") from error
