"""The sections that are open while a document is read from top to bottom, and the way to each place in them."""

from __future__ import annotations

from dataclasses import dataclass, field

from ingest.looks.markers import BULLETS, RANKS, Marker
from ingest.sections.locators import Step, counted

PARAGRAPH, TABLE_ROW = "đoạn", "bảng, dòng"
_WORDS = {
    "annex": "Phụ lục",
    "part": "Phần",
    "chapter": "Chương",
    "section": "Mục",
    "question": "câu hỏi",
    "article": "Điều",
    "capital": "mục",
    "roman": "mục",
    "number": "mục",
    "bracketed": "điểm",
    "letter": "điểm",
    "ordinal": "ý thứ",
    "star": "ý",
    "dash": "gạch đầu dòng",
    "row": TABLE_ROW,
    "plus": "ý",
}
_ORDINALS = ("", "nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")
OPENING = Step("phần mở đầu")


@dataclass(slots=True)
class _Open:
    """A section or item that has not ended yet; `paragraphs` and `items` count what stood directly in it."""

    rank: int
    style: str = ""
    step: Step | None = None
    title: str = ""
    paragraphs: int = 0
    is_titled: bool = False
    items: dict[str, int] = field(default_factory=dict)


class Outline:
    """Follows the numbering of a document; feed it headings, markers and paragraphs in reading order."""

    def __init__(self) -> None:
        self._open: list[_Open] = [_Open(rank=-1)]

    @property
    def steps(self) -> tuple[Step, ...]:
        """The way to the innermost open section or item."""
        return tuple(one.step for one in self._open if one.step)

    @property
    def headings(self) -> tuple[str, ...]:
        """The titles of the open sections, outermost first."""
        return tuple(one.title for one in self._open if one.title)

    def enter_heading(self, title: str, level: int) -> None:
        """Open a section that has a title and no number; `level` counts from 1, 0 where only its looks tell."""
        self._close(level or RANKS["heading"])
        step = Step("", title=title) if level else Step("phần", title=title)
        self._open.append(_Open(level or RANKS["heading"], "heading", step, title))

    def enter(self, marker: Marker, *, title: str, level: int = 0, is_titled: bool = True) -> None:
        """Open a numbered section or item.

        Args:
            marker: its numbering.
            title: what it is called, for the headings of what stands in it; may be empty.
            level: of the Markdown heading that it stands in, 0 outside headings.
            is_titled: the line holds a title only; otherwise it is the first paragraph of its section.
        """
        rank = level or self._rank(marker)
        self._close(rank)
        outer = self._open[-1]
        outer.paragraphs += 1
        outer.items[marker.style] = number = outer.items.get(marker.style, 0) + 1
        self._open.append(_Open(rank, marker.style, self._step(marker, number), title, int(not is_titled), is_titled))

    def name(self, title: str) -> None:
        """Give the innermost section the title that stands on the line below its number."""
        self._open[-1].title = f"{self._open[-1].title} {title}".strip()

    def add_paragraph(self) -> tuple[Step, ...]:
        """Count a paragraph without numbering and return the way to it; it ends the lists above it."""
        while self._open[-1].style in BULLETS | {"ordinal"} and not self._open[-1].is_titled:
            self._open.pop()
        section = self._open[-1]
        section.paragraphs += 1
        return (*self.steps, counted(PARAGRAPH, section.paragraphs))

    def _close(self, rank: int) -> None:
        while self._open[-1].rank >= rank:
            self._open.pop()

    def _rank(self, marker: Marker) -> int:
        if marker.style == "bracketed":
            known = [one for one in self._open if one.style in ("bracketed", "letter")]
            same = next((one.rank for one in known if one.style == "bracketed"), None)
            return same or (RANKS["letter"] + 1 if known else marker.rank)
        return marker.rank + 2 * min(marker.label.count("."), 2) if marker.style == "number" else marker.rank

    def _step(self, marker: Marker, number: int) -> Step:
        word = _WORDS[marker.style]
        if marker.style in ("number", "bracketed") and any(one.style == "article" for one in self._open):
            word = "khoản" if marker.style == "number" else "điểm"
        if marker.style == "ordinal":
            place = int(marker.label)
            return Step(word, _ORDINALS[place], count=place)
        if marker.style in BULLETS or not marker.label:
            return counted(word, number) if marker.style != "annex" else Step(word)
        return Step(word, marker.label)
