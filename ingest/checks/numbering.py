"""Gaps in numbering: articles, chapters and sections that are missing between others, and that no line explains."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.wording import joined
from ingest.checks.corpus_files import BodyLine, CorpusFile
from ingest.checks.findings import Finding
from ingest.looks.counting import arabic, roman, runs

_LABEL = r"(?:[IVXL]+\.)?\d{1,3}|[IVXL]+"
_BETWEEN = r"\s*(?:,|;|–|-|và|đến)\s*(?:các\s+)?"
_NAMED = ("điều", "chương", "phần", "mục", "khoản", "điểm", "phụ lục")
_HEADED = re.compile(rf"(?P<word>Điều|Chương|Phần|Mục|Phụ lục)\s+(?P<first>{_LABEL})\b", re.IGNORECASE)
_NUMBERED = re.compile(r"(?P<roman>[IVXL]+)\.(?:(?P<sub>\d{1,3})\b)?|(?P<plain>\d{1,2})\.(?!\d)")
_WHOLE_DOCUMENT = ("điều", "chương", "phần", "phụ lục")


@dataclass(frozen=True, slots=True)
class _Series:
    """What is counted together: a word ("điều") or nothing, the part that all labels share ("III."), the parent."""

    word: str
    prefix: str = ""
    parent: tuple[str, ...] = ()
    is_roman: bool = False

    def named(self, number: int) -> str:
        """How one of the series is called ("Điều 6", "mục III.3")."""
        label = f"{self.prefix}{roman(number) if self.is_roman else number}"
        return f"{self.word.capitalize() if self.word == 'điều' else self.word or 'mục'} {label}"


def check_numbering(file: CorpusFile) -> Iterator[Finding]:
    """Find numbers that are missing between present ones, unless the file says that it lacks them."""
    present: dict[_Series, dict[int, int]] = defaultdict(dict)
    for line in file.body:
        if not line.tells_a_gap and (line.level or not file.is_digest):
            for series, number in _numbers(line):
                present[series].setdefault(number, line.number)
    gaps = file.gaps()
    for series, numbers in present.items():
        missing = set(range(min(numbers), max(numbers))) - set(numbers) - _named_in(gaps, series)
        for run in runs(missing):
            following = min(number for number in numbers if number > run[-1])
            listed = joined([series.named(number) for number in run])
            message = f"thiếu {listed}; nếu kho không có, hãy ghi vào mục “Chưa có trong kho”"
            yield file.warning(numbers[following], message)


def _numbers(line: BodyLine) -> Iterator[tuple[_Series, int]]:
    """Read the numbers that a heading bears, all of a list or range ("Điều 5 và Điều 7", "Điều 23–27")."""
    text = line.text.lstrip("# ") if line.level else line.text
    headed = _HEADED.match(text)
    if headed and (line.level or re.match(r"\s*[.:]", text[headed.end() :])):
        word = headed["word"].lower()
        parent = () if word in _WHOLE_DOCUMENT else line.headings[:-1]
        yield from ((_Series(word, "", parent, headed["first"].isalpha()), one) for one in _listed(text, word, ""))
        return
    numbered = _NUMBERED.match(text)
    if numbered is None or not (line.level or numbered["roman"]):
        return
    parent = line.headings[:-1] if line.level else line.headings
    if numbered["plain"]:
        yield _Series("", "", parent), int(numbered["plain"])
        return
    if numbered["sub"]:
        yield _Series("", f"{numbered['roman']}."), int(numbered["sub"])
    yield _Series("", "", (), is_roman=True), arabic(numbered["roman"])


def _named_in(gaps: str, series: _Series) -> set[int]:
    """The numbers of a series that a text names, ranges filled in ("các điều 1–6, 8–9")."""
    words = [series.word] if series.word else [word for word in _NAMED if word not in _WHOLE_DOCUMENT]
    return {number for word in words for number in _listed(gaps, word, series.prefix)}


def _listed(text: str, word: str, prefix: str) -> Iterator[int]:
    start = rf"\b{word}\s+(?:từ\s+)?"
    run = rf"{start}(?P<run>(?:{_LABEL})\b(?:{_BETWEEN}(?:{word}\s+)?(?:{_LABEL})\b)*)"
    for found in re.finditer(run, text, re.IGNORECASE):
        yield from _expanded(found["run"], prefix)


def _expanded(run: str, prefix: str) -> Iterator[int]:
    """Read a run of labels; those with another prefix are of another series."""
    last: int | None = None
    for label in re.finditer(rf"(?P<range>(?:–|-|đến)\s*(?:\w+\s+)?)?(?<![\w.])(?P<label>{_LABEL})\b", run):
        if not label["label"].startswith(prefix):
            last = None
            continue
        bare = label["label"].removeprefix(prefix)
        if "." in bare:
            continue
        number = int(bare) if bare.isdecimal() else arabic(bare)
        yield from range(last + 1, number + 1) if label["range"] and last is not None else (number,)
        last = number
