"""Batches of questions as JSON lines: each line read on its own, so that a bad one spoils no other."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.errors import AssistantError, QuestionError


@dataclass(frozen=True, slots=True)
class BatchQuestion:
    """One question of a batch with the earlier questions of its conversation, oldest first."""

    id: str | None
    text: str
    history: tuple[str, ...]


def run_batch(path: Path, reply: Callable[[BatchQuestion], dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """One JSON object for each line of the file, in its order; `{"id", "error"}` for a bad line.

    Raises:
        QuestionError: the file cannot be read.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise QuestionError(f"Không đọc được tệp câu hỏi {path}: {error}; hãy kiểm tra đường dẫn.") from error
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield _reply_to_line(number, line, reply)


def _reply_to_line(number: int, line: str, reply: Callable[[BatchQuestion], dict[str, Any]]) -> dict[str, Any]:
    try:
        raw = json.loads(line)
    except ValueError as error:
        return {"id": None, "error": f"Dòng {number} không phải JSON ({error})."}
    identity = raw.get("id") if isinstance(raw, dict) else None
    try:
        return reply(_parse(number, raw))
    except AssistantError as error:
        return {"id": identity, "error": str(error)}


def _parse(number: int, raw: object) -> BatchQuestion:
    if not isinstance(raw, dict) or not isinstance(raw.get("question"), str):
        raise QuestionError(f"Dòng {number} thiếu trường “question” dạng chữ.")
    history = raw.get("history") or []
    if not isinstance(history, list) or not all(isinstance(one, str) for one in history):
        raise QuestionError(f"Dòng {number}: trường “history” phải là danh sách các câu hỏi trước.")
    identity = raw.get("id")
    return BatchQuestion(None if identity is None else str(identity), raw["question"], tuple(history))
