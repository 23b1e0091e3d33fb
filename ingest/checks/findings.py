"""What a check found: a fault with its file and line, and the whole as a report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One fault; a warning is something to look at that may be right."""

    path: str
    line: int
    message: str
    is_warning: bool = False

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {'cảnh báo' if self.is_warning else 'lỗi'}: {self.message}"


def as_text(findings: Sequence[Finding], files: int) -> str:
    """The findings, one a line, and how many there are; for the terminal."""
    warnings = sum(finding.is_warning for finding in findings)
    counted = f"Đã kiểm tra {files} tệp: {len(findings) - warnings} lỗi, {warnings} cảnh báo."
    return "\n".join([*(str(finding) for finding in findings), counted])
