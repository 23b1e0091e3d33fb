"""What users say about answers, one JSON line each, in the data folder of this machine and nowhere else."""

from __future__ import annotations

import json
import logging
import threading
from datetime import UTC, datetime
from pathlib import Path

from assistant.ui.conversation import Turn

FILE_NAME = "feedback.jsonl"
LONGEST_REMARK = 500

_log = logging.getLogger(__name__)


class Feedback:
    """Appends remarks; a full disk is logged and does not disturb the user.

    Args:
        data_dir: the data folder.
    """

    def __init__(self, data_dir: Path) -> None:
        self._path = data_dir / FILE_NAME
        self._lock = threading.Lock()

    def record(self, turn: Turn, *, useful: bool, remark: str, user: str) -> None:
        """Keep one remark with the question and the passages that were cited."""
        entry = {
            "at": datetime.now(UTC).isoformat(timespec="seconds"),
            "user": user,
            "question": turn.question,
            "status": turn.answer.status if turn.answer else "problem",
            "passages": [one.passage.id for one in turn.answer.citations] if turn.answer else [],
            "useful": useful,
            "remark": remark[:LONGEST_REMARK],
        }
        try:
            with self._lock, self._path.open("a", encoding="utf-8") as lines:
                lines.write(json.dumps(entry, ensure_ascii=False) + "\n")
        except OSError:
            _log.exception("a remark could not be kept in %s", self._path)
