"""How a place in a document is named for people: "Điều 14, khoản 2, điểm a", "phần “Kinh nghiệm”, đoạn 2–3"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

LONGEST = 80
_SHORTEST_TITLE = 12
_NUMBERING = re.compile(r"(?:[IVX]{1,6}|[A-HĐ]|\d{1,3})(?:\.\d{1,2}){0,4}(?=[.)\s]|$)")


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the way to a place: a word and its value ("khoản", "2"), or a section's own title.

    `count` is the value as a number where places are counted, so that neighbours can be named as a range.
    """

    word: str
    value: str = ""
    title: str = ""
    count: int | None = None

    def __str__(self) -> str:
        if self.title:
            return f"{self.word} “{self.title}”" if self.word else self.title
        return f"{self.word} {self.value}".strip()


def counted(word: str, count: int) -> Step:
    """A step that is counted rather than labelled in the text ("đoạn 4")."""
    return Step(word, str(count), count=count)


def locate(steps: Sequence[Step], last: Step | None = None, *, longest: int = LONGEST) -> str:
    """Name a place, outermost step first.

    Args:
        steps: the way to the place, or to the first of several neighbours.
        last: the last step of the way to the last of the neighbours, where there are several.
        longest: characters that the name may have.
    """
    ranged = [*steps[:-1], _range(steps[-1], last)] if last is not None and steps else list(steps)
    named = _numbered_once(_without_frame(ranged))
    text = _joined(named)
    return text if len(text) <= longest else _shortened(named, longest)


def _range(first: Step, last: Step) -> Step:
    if first == last or first.word != last.word or not (first.value and last.value):
        return first
    return Step(first.word, f"{first.value}–{last.value}")


def _without_frame(steps: Sequence[Step]) -> list[Step]:
    """Articles are numbered through the whole document: parts and chapters around them need not be named."""
    article = next((i for i, step in enumerate(steps) if step.word == "Điều"), 0)
    return [step for i, step in enumerate(steps) if i >= article or step.word == "Phụ lục"]


def _numbered_once(steps: Sequence[Step]) -> list[Step]:
    """Join the numbers of nested sections into one ("mục II.3"; "mục 1.2" already names its parent)."""
    named: list[Step] = []
    numbers: list[str] = []
    for step in steps:
        if step.word != "mục" or not numbers:
            numbers = [step.value] if step.word == "mục" else []
            named.append(step)
            continue
        if step.value.startswith(f"{numbers[-1]}."):
            del numbers[-1]
        numbers.append(step.value)
        named[-1] = Step("mục", ".".join(numbers))
    return named


def _joined(steps: Sequence[Step]) -> str:
    text = ""
    for i, step in enumerate(steps):
        sign = " – " if i and step.title and not step.word and steps[i - 1].title else ", "
        text += f"{sign if text else ''}{step}"
    return text


def _shortened(steps: list[Step], longest: int) -> str:
    """Cut titles until the name fits: outer ones to their number, then the innermost to the room that is left."""
    titled = [i for i, step in enumerate(steps) if step.title]
    for i in titled[:-1]:
        if number := _NUMBERING.match(steps[i].title):
            steps[i] = Step(steps[i].word, title=number[0])
    for i in titled[::-1]:
        excess = len(_joined(steps)) - longest
        if excess > 0:
            steps[i] = Step(steps[i].word, title=_cut(steps[i].title, len(steps[i].title) - excess))
    while len(_joined(steps)) > longest and len(steps) > 1:
        del steps[0]
    return _cut(_joined(steps), longest)


def _cut(text: str, room: int) -> str:
    """Cut a text at a word's end and show it with an ellipsis."""
    room = max(room, _SHORTEST_TITLE)
    if len(text) <= room:
        return text
    return text[: room - 1].rsplit(" ", 1)[0].rstrip(" ,;:–-(“") + "…"
