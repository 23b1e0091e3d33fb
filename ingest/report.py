"""What an ingest did: counted, as JSON for programs and in a few sentences for people."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ingest.file_checks import shown


@dataclass(slots=True)
class Tally:
    """What became of the files of a run."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    removed: int = 0
    moved: int = 0


@dataclass(frozen=True, slots=True)
class Failure:
    """A file that did not go in, and why."""

    path: str
    reason: str


def failed(path: Path, reason: str) -> Failure:
    """A failure whose path can be shown, whatever its name holds."""
    return Failure(shown(str(path)), reason)


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
        moved: files that were only moved or renamed, neither read nor embedded again.
        remarks: what else a person should know of the run, one Vietnamese sentence each.
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
    moved: int = 0
    remarks: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """The documented form of `python -m ingest --json`."""
        return {
            "files": {
                "new": self.new,
                "changed": self.changed,
                "unchanged": self.unchanged,
                "moved": self.moved,
                "removed": self.removed,
                "failed": len(self.failures),
            },
            "passages": self.passages,
            "embedded": self.embedded,
            "seconds": round(self.seconds, 3),
            "failures": [{"path": failure.path, "reason": failure.reason} for failure in self.failures],
        }

    @property
    def has_changes(self) -> bool:
        """Whether anything went in or out, or failed to."""
        return bool(self.new or self.changed or self.moved or self.removed or self.failures)

    def as_line(self) -> str:
        """What was done, in one sentence."""
        counts = (
            (self.new, "tệp mới"),
            (self.changed, "tệp có thay đổi"),
            (self.unchanged, "tệp không đổi"),
            (self.moved, "tệp đổi chỗ hoặc đổi tên"),
            (self.removed, "văn bản đã bỏ"),
            (len(self.failures), "tệp lỗi"),
        )
        done = ", ".join(f"{number(count)} {what}" for count, what in counts if count) or "không có gì để làm"
        return f"Xong sau {decimal(self.seconds)} giây: {done}."

    def wrong(self) -> list[str]:
        """One line for each file that failed."""
        return [f"- {failure.path}: {failure.reason}" for failure in self.failures]

    def as_text(self) -> str:
        """A summary for the terminal."""
        lines = [
            *self.remarks,
            self.as_line(),
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
            lines += self.wrong()
        return "\n".join(lines)


def number(value: int) -> str:
    """A whole number as it is written in Vietnamese: 1.532."""
    return f"{value:,}".replace(",", ".")


def decimal(value: float) -> str:
    """A number with one decimal as it is written in Vietnamese: 31,2."""
    return f"{value:.1f}".replace(".", ",")


def _few(names: tuple[str, ...], most: int = 5) -> str:
    return ", ".join(names[:most]) + (", …" if len(names) > most else "")
