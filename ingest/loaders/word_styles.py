"""What the styles of a Word file say of a paragraph and of a run, inherited from style to style."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.loaders.word_package import Element, W

_OFF = frozenset({"0", "false", "off", "none"})
_HEADING_NAME = re.compile(r"(?:heading|tiêu đề|đề mục)\s*(\d)\Z", re.IGNORECASE)
_CONTENTS_NAME = re.compile(r"(?:toc|mục lục)\s*\d\Z", re.IGNORECASE)
_TITLE_NAMES = frozenset({"title", "tiêu đề", "tên tài liệu"})
_LOWEST_HEADING = 6


@dataclass(frozen=True, slots=True)
class Look:
    """How a run is shown: its font ("" where it is one of the theme or unknown), in capitals, not at all."""

    font: str = ""
    is_capital: bool = False
    is_hidden: bool = False


class WordStyles:
    """The styles part of a Word file."""

    def __init__(self, root: Element | None) -> None:
        found = root.findall(f"{W}style") if root is not None else []
        self._styles: dict[str, Element] = {value(style, "styleId"): style for style in found}
        paragraphs = [style for style in found if value(style, "type") == "paragraph"]
        self._default = next((value(s, "styleId") for s in paragraphs if is_on_value(value(s, "default"))), "")
        defaults = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr") if root is not None else None
        self._run_defaults = [] if defaults is None else [defaults]
        self._looks: dict[tuple[str, str], tuple[Element, ...]] = {}

    def style_of(self, paragraph: Element) -> str:
        """Return the id of a paragraph's style."""
        return text_of(paragraph, "pPr/pStyle") or self._default

    def look(self, run: Element, paragraph_style: str) -> Look:
        """Return how a run is shown that stands in a paragraph of that style."""
        own = run.find(f"{W}rPr")
        run_style = text_of(run, "rPr/rStyle")
        inherited = self._looks.get((run_style, paragraph_style))
        if inherited is None:
            inherited = (*self._run_properties(run_style), *self._run_properties(paragraph_style), *self._run_defaults)
            self._looks[run_style, paragraph_style] = inherited
        properties = inherited if own is None else (own, *inherited)
        return Look(_font(properties), _is_on(properties, "caps"), _is_on(properties, "vanish"))

    def numbering(self, paragraph: Element) -> tuple[str, int | None, str]:
        """Return number list and level of a paragraph and the style that gives them.

        The list is empty for a paragraph without number; the level is None where it follows from the style.
        """
        own = text_of(paragraph, "pPr/numPr/numId")
        level = text_of(paragraph, "pPr/numPr/ilvl")
        if own:
            return ("" if own == "0" else own), whole(level), ""
        for style in self._chain(self.style_of(paragraph)):
            if number := text_of(style, "pPr/numPr/numId"):
                at = level or text_of(style, "pPr/numPr/ilvl")
                return ("" if number == "0" else number), whole(at) if at else None, value(style, "styleId")
        return "", None, ""

    def heading_level(self, paragraph: Element) -> int:
        """Return the level of a heading, 1 to 6, and 0 for every other paragraph; a document's title is 1 as well."""
        own = text_of(paragraph, "pPr/outlineLvl")
        if own:
            return _level_of(own)
        for style in self._chain(self.style_of(paragraph)):
            if outline := text_of(style, "pPr/outlineLvl"):
                return _level_of(outline)
            if found := _HEADING_NAME.match(text_of(style, "name")):
                return min(int(found[1]), _LOWEST_HEADING)
        return 0

    def is_title(self, paragraph: Element) -> bool:
        """Whether a paragraph has the style of a document's title."""
        style = self._styles.get(self.style_of(paragraph))
        return style is not None and text_of(style, "name").lower() in _TITLE_NAMES

    def is_contents(self, paragraph: Element) -> bool:
        """Whether a paragraph is a line of the generated table of contents."""
        style = self._styles.get(self.style_of(paragraph))
        return style is not None and bool(_CONTENTS_NAME.match(text_of(style, "name")))

    def table_borders(self, table_style: str) -> Element | None:
        """Return the borders that a style gives to tables."""
        found = (style.find(f"{W}tblPr/{W}tblBorders") for style in self._chain(table_style))
        return next((borders for borders in found if borders is not None), None)

    def _run_properties(self, style: str) -> Iterator[Element]:
        for one in self._chain(style):
            properties = one.find(f"{W}rPr")
            if properties is not None:
                yield properties

    def _chain(self, style: str) -> Iterator[Element]:
        """Yield a style and those on which it is based; a circle ends."""
        seen: set[str] = set()
        while style in self._styles and style not in seen:
            seen.add(style)
            yield self._styles[style]
            style = text_of(self._styles[style], "basedOn")


def value(element: Element, name: str) -> str:
    """Return an attribute, empty where it is missing."""
    return str(element.get(f"{W}{name}") or "")


def text_of(element: Element, path: str) -> str:
    """Return the value ("w:val") of the element below, empty where there is none."""
    found = element.find("/".join(f"{W}{step}" for step in path.split("/")))
    return "" if found is None else value(found, "val")


def whole(written: str, otherwise: int = 0) -> int:
    """Return a whole number that stands in a file, something else where it is none."""
    return int(written) if re.fullmatch(r"\d{1,9}", written) else otherwise


def is_on_value(written: str) -> bool:
    """Whether an attribute that is present says yes."""
    return bool(written) and written.lower() not in _OFF


def _level_of(outline: str) -> int:
    level = int(outline) + 1 if outline.isdecimal() else 0
    return min(level, _LOWEST_HEADING) if level <= 9 else 0


def _is_on(properties: tuple[Element, ...], name: str) -> bool:
    found = (one.find(f"{W}{name}") for one in properties)
    switch = next((one for one in found if one is not None), None)
    return switch is not None and value(switch, "val").lower() not in _OFF


def _font(properties: tuple[Element, ...]) -> str:
    """Return the font of letters beyond ASCII, which is the one that tells an old encoding."""
    fonts = [one for one in (each.find(f"{W}rFonts") for each in properties) if one is not None]
    for name in ("hAnsi", "ascii"):
        for font in fonts:
            if value(font, f"{name}Theme"):
                return ""
            if named := value(font, name):
                return named
    return ""
