"""Gaps in the numbering of a document's sections: what is missing between others, or before the first."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.wording import joined
from ingest.health.findings import Finding
from ingest.looks.counting import arabic, roman, runs
from ingest.sections.locators import Step
from ingest.structure import Block

_ALPHABET = "abcdđeghiklmnopqrstuvxy"
_SERIES_WORDS = frozenset({"Phần", "Chương", "Mục", "Điều", "mục", "khoản", "điểm", "ý thứ"})
_THROUGHOUT = frozenset({"Phần", "Chương", "Điều"})  # numbered through the whole document, whatever stands around
_APART = "Phụ lục"  # begins its own numbering
_PREFIXED = re.compile(r"(?P<prefix>(?:\d+\.)*)(?P<number>\d+)[a-zđ]?")
_ROMAN = re.compile(r"[IVXL]+")
_TITLED = re.compile(r"(?P<label>[IVXL]+|\d{1,2}(?:\.\d{1,2})*)(?:[.)/-]|\.?(?=\s))\s*\D")
_SHOWN = 6


@dataclass(frozen=True, slots=True)
class _Series:
    """What is counted together: a word ("Điều"), where it stands, the part all labels share ("1."), and the signs."""

    word: str
    parent: tuple[Step, ...]
    prefix: str = ""
    signs: str = "number"

    @property
    def is_of_sections(self) -> bool:
        return self.word in _THROUGHOUT or self.signs == "roman"

    def named(self, run: Sequence[int]) -> str:
        """What neighbours of the series are called, with where they stand ("điểm c–d khoản 2 Điều 4")."""
        labels = [self._label(one) for one in dict.fromkeys((run[0], run[-1]))]
        places = [str(step) for step in reversed(self.parent)]
        return " ".join([self.word, "–".join(labels), *places])

    def _label(self, number: int) -> str:
        if self.signs == "letter":
            return _ALPHABET[number - 1]
        return f"{self.prefix}{roman(number) if self.signs == 'roman' else number}"


def check_gaps(blocks: Sequence[Block]) -> Iterator[Finding]:
    """Find numbers that are missing between present ones, and sections that do not begin with the first."""
    missing: list[str] = []
    for series, numbers in _present(blocks).items():
        first = 1 if series.is_of_sections and len(numbers) > 1 else min(numbers)
        for run in runs(set(range(first, max(numbers))) - numbers - _left_out(series)):
            missing.append(series.named(run))
    if missing:
        more = f" và {len(missing) - _SHOWN} chỗ khác" if len(missing) > _SHOWN else ""
        text = f"Số mục không liên tục, thiếu {joined(missing[:_SHOWN])}{more}; có thể tệp bị mất trang hay mất đoạn."
        yield Finding("numbering_gap", "warning", text, {"gaps": len(missing)})


def _present(blocks: Sequence[Block]) -> dict[_Series, set[int]]:
    present: dict[_Series, set[int]] = defaultdict(set)
    for block in blocks:
        if block.role != "body":
            continue
        for depth, step in enumerate(block.steps):
            if read := _read(step, block.steps[:depth]):
                series, number = read
                present[series].add(number)
    return present


def _read(step: Step, before: tuple[Step, ...]) -> tuple[_Series, int] | None:
    """The series and the number of a step; none where it is not numbered in the text."""
    if step.title and (titled := _TITLED.match(step.title)):
        step = Step("mục", titled["label"])
    if step.word not in _SERIES_WORDS or not step.value:
        return None
    parent = before
    if step.word in _THROUGHOUT:
        parent = tuple(one for one in before if one.word == _APART)
    if found := _PREFIXED.fullmatch(step.value):
        return _Series(step.word, parent, found["prefix"]), int(found["number"])
    if step.count is not None:
        return _Series(step.word, parent, signs="ordinal"), step.count
    if _ROMAN.fullmatch(step.value):
        return _Series(step.word, parent, signs="roman"), arabic(step.value)
    if len(step.value) == 1 and step.value in _ALPHABET:
        return _Series(step.word, parent, signs="letter"), _ALPHABET.index(step.value) + 1
    return None


def _left_out(series: _Series) -> set[int]:
    """What many lists leave out: they count a, b, c, d, e."""
    return {_ALPHABET.index("đ") + 1} if series.signs == "letter" else set()
