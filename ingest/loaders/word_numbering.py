"""Automatic numbers of Word paragraphs, counted as Word counts them: "Điều 3.", "1.2.", "a)", bullets."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from ingest.loaders.counters import letters, roman
from ingest.loaders.legacy_fonts import encoding_of_font, to_unicode
from ingest.loaders.word_package import Element, W
from ingest.loaders.word_styles import is_on_value, text_of, value, whole

_PLACE = re.compile(r"%([1-9])")
_WORDS = ("", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")
_FORMATS: dict[str, Callable[[int], str]] = {
    "lowerLetter": letters,
    "upperLetter": lambda number: letters(number).upper(),
    "lowerRoman": roman,
    "upperRoman": lambda number: roman(number).upper(),
    "decimalZero": lambda number: f"{number:02}",
    "vietnameseCounting": lambda number: _WORDS[number] if number < len(_WORDS) else str(number),
    "none": lambda number: "",
}
_BULLETS = {"\uf02d": "-", "\uf0a7": "▪", "\uf0d8": "►", "\uf0fc": "✓", "o": "◦", "·": "•", "§": "▪", "": ""}
_PRIVATE = re.compile(r"[\uf000-\uf0ff]")  # signs of symbol fonts


@dataclass(frozen=True, slots=True)
class _Level:
    """How one level of a list is numbered; `restart` is the level, from 1, after which it begins anew, 0 for never."""

    start: int
    style: str
    pattern: str
    separator: str
    restart: int | None
    is_decimal_only: bool
    paragraph_style: str


class WordNumbering:
    """The lists of a Word file and how far each has counted."""

    def __init__(self, root: Element | None) -> None:
        abstract = {} if root is None else {value(one, "abstractNumId"): one for one in root.findall(f"{W}abstractNum")}
        linked = {text_of(one, "styleLink"): one for one in abstract.values() if text_of(one, "styleLink")}
        self._numbers = {} if root is None else {value(one, "numId"): one for one in root.findall(f"{W}num")}
        self._abstract = {name: linked.get(text_of(one, "numStyleLink"), one) for name, one in abstract.items()}
        self._levels: dict[str, dict[int, _Level]] = {}
        self._counters: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()

    def label(self, number: str, level: int | None, style: str) -> str:
        """Count one paragraph on and return what Word prints before its text, the blank behind it too.

        Args:
            number: the list's id.
            level: the level from 0; None where the paragraph's style tells it.
            style: the style that put the paragraph into the list.
        """
        levels = self._levels_of(number)
        at = level if level is not None else next((i for i, one in levels.items() if one.paragraph_style == style), 0)
        if at not in levels:
            return ""
        counters = self._counters.setdefault(text_of(self._numbers[number], "abstractNumId"), {})
        self._restart(number, at, counters)
        counters[at] = counters.get(at, levels[at].start - 1) + 1
        for deeper in [i for i in counters if i > at and i in levels and _restarts(levels[i], at)]:
            del counters[deeper]
        printed = _printed(levels, at, counters)
        return printed + levels[at].separator if printed else ""

    def _restart(self, number: str, at: int, counters: dict[int, int]) -> None:
        """Begin anew where a list is the continuation of another one with a start of its own."""
        if (number, at) in self._begun:
            return
        self._begun.add((number, at))
        for override in self._numbers[number].findall(f"{W}lvlOverride"):
            start = text_of(override, "startOverride")
            if start and value(override, "ilvl") == str(at):
                counters[at] = whole(start, 1) - 1

    def _levels_of(self, number: str) -> dict[int, _Level]:
        if number in self._levels:
            return self._levels[number]
        levels: dict[int, _Level] = {}
        if number in self._numbers:
            one = self._numbers[number]
            abstract = self._abstract.get(text_of(one, "abstractNumId"))
            own = [override.find(f"{W}lvl") for override in one.findall(f"{W}lvlOverride")]
            defined = [] if abstract is None else abstract.findall(f"{W}lvl")
            for element in [*defined, *(lvl for lvl in own if lvl is not None)]:
                levels[whole(value(element, "ilvl"))] = _read_level(element)
        self._levels[number] = levels
        return levels


def _read_level(element: Element) -> _Level:
    fonts = element.find(f"{W}rPr/{W}rFonts")
    font = "" if fonts is None else value(fonts, "hAnsi") or value(fonts, "ascii")
    pattern, style, restart = text_of(element, "lvlText"), text_of(element, "numFmt"), text_of(element, "lvlRestart")
    if style == "bullet":
        pattern = _BULLETS.get(pattern, _PRIVATE.sub("•", pattern))
    elif encoding := encoding_of_font(font):
        pattern = to_unicode(pattern, encoding)
    legal = element.find(f"{W}isLgl")
    return _Level(
        start=whole(text_of(element, "start")),
        style=style,
        pattern=pattern,
        separator="" if text_of(element, "suff") == "nothing" else " ",
        restart=whole(restart) if restart else None,
        is_decimal_only=legal is not None and is_on_value(value(legal, "val") or "1"),
        paragraph_style=text_of(element, "pStyle"),
    )


def _restarts(level: _Level, at: int) -> bool:
    return level.restart is None or at < level.restart


def _printed(levels: dict[int, _Level], at: int, counters: dict[int, int]) -> str:
    if levels[at].style == "bullet":
        return levels[at].pattern

    def numeral(found: re.Match[str]) -> str:
        place = int(found[1]) - 1
        level = levels.get(place)
        if level is None:
            return ""
        count = counters.get(place, level.start)
        is_plain = levels[at].is_decimal_only and level.style != "none"
        return str(count) if is_plain else _FORMATS.get(level.style, str)(count)

    return _PLACE.sub(numeral, levels[at].pattern).strip()
