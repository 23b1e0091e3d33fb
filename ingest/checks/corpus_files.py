"""A Markdown file as the checks see it: its record, the lines of its front matter, the lines of its body by section."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.datatypes import DIGEST, Document
from assistant.errors import DocumentError
from assistant.language.folding import compose
from ingest.checks.findings import Finding
from ingest.frontmatter import split_front_matter

GAP_HEADING = "Chưa có trong kho"
_HEADING = re.compile(r"(#{1,6})\s+(.*\S)")
_BULLET = re.compile(r"\s*[-*+]\s+")
_FAULT = re.compile(r"^Tệp .*?: (?P<reason>.*?(?:dòng (?P<line>\d+).*)?)$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class BodyLine:
    """One line that is not empty: its number in the file, and the headings above it, outermost first.

    A heading carries itself as the last of its headings, and its `level`; other lines have level 0.
    """

    number: int
    text: str
    headings: tuple[str, ...] = ()
    level: int = 0

    @property
    def is_bullet(self) -> bool:
        """Whether it is an item of a list, as the statements of a digest are."""
        return bool(_BULLET.match(self.text))

    @property
    def tells_a_gap(self) -> bool:
        """Whether it stands where a digest says what is missing."""
        return GAP_HEADING in self.headings


@dataclass(frozen=True, slots=True)
class CorpusFile:
    """A file with its record; `path` is shown, `front` holds the lines of the front matter, its fences included."""

    path: str
    document: Document
    fields: frozenset[str]
    front: tuple[str, ...]
    body: tuple[BodyLine, ...]

    @property
    def is_digest(self) -> bool:
        """Whether it restates in words of its own, so that each statement needs a source."""
        return self.document.provenance == DIGEST

    def statements(self) -> Iterator[BodyLine]:
        """The lines of text outside the section that says what is missing."""
        return (line for line in self.body if not line.level and not line.tells_a_gap)

    def gaps(self) -> str:
        """What the file says is missing."""
        return "\n".join(line.text for line in self.body if not line.level and line.tells_a_gap)

    def line_of(self, field: str, containing: str = "") -> int:
        """The line of a field, or the first below it that contains some words; 1 where there is none."""
        starts = [i for i, line in enumerate(self.front) if re.match(rf"{field}\s*:", line)]
        start = starts[0] if starts else 0
        pattern = re.compile(rf"(?<![\w-]){re.escape(containing)}(?![\w-])")
        return next((i for i, line in enumerate(self.front[start:], start + 1) if pattern.search(line)), start + 1)

    def line_of_source(self, key: int) -> int:
        """The line that defines a source."""
        return next((i for i, line in enumerate(self.front, 1) if re.match(rf"\s+{key}\s*:", line)), 1)

    def error(self, line: int, message: str) -> Finding:
        """A fault at a line of this file."""
        return Finding(self.path, line, message)

    def warning(self, line: int, message: str) -> Finding:
        """Something to look at, at a line of this file."""
        return Finding(self.path, line, message, is_warning=True)


def read_corpus_file(path: Path, shown: str) -> CorpusFile | Finding:
    """Read a Markdown file; a finding where it cannot be read, and a warning where it has no front matter.

    Args:
        path: the file.
        shown: how messages call it.
    """
    try:
        text = compose(path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n"))
        front = split_front_matter(text, path.name)
    except UnicodeDecodeError as fault:
        return Finding(shown, 1, f"tệp không phải văn bản UTF-8 (sai từ byte thứ {fault.start + 1}); hãy lưu lại UTF-8")
    except OSError as fault:
        return Finding(shown, 1, f"không mở được tệp ({fault.strerror}); hãy kiểm tra quyền đọc")
    except DocumentError as fault:
        return _front_matter_fault(shown, str(fault))
    if front is None:
        message = "tệp không có phần khai báo; số hiệu, ngày và cơ quan ban hành sẽ được đoán từ nội dung khi nạp"
        return Finding(shown, 1, message, is_warning=True)
    lines, body = text.split("\n"), front.body.split("\n")
    first = len(lines) - len(body)
    known = {"id": path.stem, "title": path.stem, **front.fields}
    return CorpusFile(
        path=shown,
        document=Document(path=shown, **known),
        fields=frozenset(front.fields),
        front=tuple(lines[:first]),
        body=tuple(_body_lines(body, first + 1)),
    )


def _front_matter_fault(shown: str, message: str) -> Finding:
    """Take file and line out of the ingest's own sentence: the report puts them in front."""
    found = _FAULT.match(message)
    if found is None:
        return Finding(shown, 1, message)
    return Finding(shown, int(found["line"] or 1), found["reason"].rstrip("."))


def _body_lines(lines: Sequence[str], first: int) -> Iterator[BodyLine]:
    path: list[tuple[int, str]] = []
    for number, text in enumerate(lines, first):
        heading = _HEADING.fullmatch(text.rstrip())
        if heading:
            level = len(heading[1])
            path = [*(step for step in path if step[0] < level), (level, heading[2])]
        if text.strip():
            yield BodyLine(number, text, tuple(title for _, title in path), len(heading[1]) if heading else 0)
