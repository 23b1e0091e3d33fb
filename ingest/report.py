"""What an ingest did: counted, as JSON for programs and in a few sentences for people."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Failure:
    """A file that did not go in, and why."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class IngestReport:
    """The outcome of one run.

    Attributes:
        documents: how many documents the collection has now.
        passages: how many passages the collection has now.
        embedded: how many texts this run embedded.
        ignored: files of formats that are not read.
        returning: removed documents whose file still lies in a folder that is followed.
        troubled: files of the collection with something that wants attention.
    """

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    removed: int = 0
    failures: tuple[Failure, ...] = ()
    documents: int = 0
    passages: int = 0
    embedded: int = 0
    seconds: float = 0.0
    ignored: tuple[str, ...] = ()
    returning: tuple[str, ...] = ()
    troubled: int = 0

    def as_json(self) -> dict[str, Any]:
        """The documented form of `python -m ingest --json`."""
        return {
            "files": {
                "new": self.new,
                "changed": self.changed,
                "unchanged": self.unchanged,
                "removed": self.removed,
                "failed": len(self.failures),
            },
            "passages": self.passages,
            "embedded": self.embedded,
            "seconds": round(self.seconds, 3),
            "failures": [{"path": failure.path, "reason": failure.reason} for failure in self.failures],
        }

    def as_text(self) -> str:
        """A summary for the terminal."""
        counts = (
            (self.new, "tệp mới"),
            (self.changed, "tệp có thay đổi"),
            (self.unchanged, "tệp không đổi"),
            (self.removed, "văn bản đã bỏ"),
            (len(self.failures), "tệp lỗi"),
        )
        done = ", ".join(f"{number(count)} {what}" for count, what in counts if count) or "không có gì để làm"
        lines = [
            f"Xong sau {decimal(self.seconds)} giây: {done}.",
            f"Kho hiện có {number(self.documents)} văn bản, {number(self.passages)} đoạn "
            f"({number(self.embedded)} câu và đoạn mới được tính véc-tơ).",
        ]
        if self.ignored:
            lines.append(f"Không đọc {number(len(self.ignored))} tệp có định dạng khác: {_few(self.ignored)}.")
        lines += [f"Tệp {path} vẫn còn trong thư mục; xoá tệp này nếu không muốn nạp lại." for path in self.returning]
        if self.troubled:
            lines.append(f"{number(self.troubled)} tệp trong kho có điều cần xem lại: python -m ingest --report.")
        if self.failures:
            lines.append("Các tệp lỗi:")
            lines += [f"- {failure.path}: {failure.reason}" for failure in self.failures]
        return "\n".join(lines)


def number(value: int) -> str:
    """A whole number as it is written in Vietnamese: 1.532."""
    return f"{value:,}".replace(",", ".")


def decimal(value: float) -> str:
    """A number with one decimal as it is written in Vietnamese: 31,2."""
    return f"{value:.1f}".replace(".", ",")


def _few(names: tuple[str, ...], most: int = 5) -> str:
    return ", ".join(names[:most]) + (", …" if len(names) > most else "")
