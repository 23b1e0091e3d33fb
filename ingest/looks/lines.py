"""The lines of a stored text, with their offsets and the looks by which structure and furniture are told apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from assistant.language.folding import fold

PROSE_CHARS = 80  # a line this long with a comma or full stop is a piece of running text
_BLANK = " \t\r\v\f\x1c\x1d\x1e\x1f\x85\xa0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
_BLANK += "\u200b\u2028\u2029\u202f\u205f\u2060\u3000\ufeff"
_SENTENCE_END = re.compile(r"[.!?…;:][\"'”’»)\]]*(?:\s*\[\^?\d{1,6}\])*$")
BOLD = 7
_WORD = re.compile(r"[^\W_]+")
_PREFIX = re.compile(r"(?:>\s?)*(?:(#{1,6})\s+(?=\S))?")
_BOLD_SIGNS = ("**", "__")
_GUTTER = re.compile(r"\t\s*| {3,}")
_WIDEST = 300
_TAIL = 80  # characters at the end of a line that are looked at for its last sign


@dataclass(frozen=True)
class Line:
    """A line that is not blank: `document_text[start:end] == text`, without the blanks around it.

    `folded` has the same length as `text`; `indent` counts the blanks before it, `gap` the blank lines above. `level`
    is that of a Markdown heading, whose signs `text` leaves out: 1 to 6, `BOLD` for a line in bold, 0 for others.
    """

    start: int
    text: str
    folded: str
    indent: int = 0
    gap: int = 0
    level: int = 0

    @property
    def end(self) -> int:
        """The offset behind the last character."""
        return self.start + len(self.text)

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The first folded words; enough to tell a name or a menu entry from a sentence."""
        return tuple(_WORD.findall(self.folded, 0, 400))

    @property
    def columns(self) -> tuple[Line, ...]:
        """The parts that stand side by side in the line, as the head of an official document has them."""
        bounds = [found.span() for found in _GUTTER.finditer(self.text, 0, _WIDEST)]
        starts, ends = [0, *(end for _, end in bounds)], [*(start for start, _ in bounds), len(self.text)]
        spans = zip(starts, ends, strict=True)
        return tuple(Line(self.start + a, self.text[a:b], self.folded[a:b]) for a, b in spans)

    @cached_property
    def is_upper(self) -> bool:
        """Whether it is written in capitals, as the heads of official documents are."""
        letters = [c for c in self.text[:300] if c.isalpha()]
        return len(letters) >= 2 and sum(c.isupper() for c in letters) >= 0.9 * len(letters)

    @cached_property
    def ends_sentence(self) -> bool:
        """Whether it ends with a sign that closes a sentence or opens a list."""
        return bool(_SENTENCE_END.search(self.text[-_TAIL:]))

    @cached_property
    def is_prose(self) -> bool:
        """Whether it reads as running text rather than as a title, a name or a button."""
        long = len(self.text) >= PROSE_CHARS and not self.is_upper
        return long and (self.ends_sentence or any(sign in self.text for sign in (", ", ". ", "; ")))


def split_lines(text: str, *, is_markdown: bool = False, headings: Mapping[int, int] | None = None) -> tuple[Line, ...]:
    """Return the lines of a text that are not blank, in order.

    Args:
        text: the stored text.
        is_markdown: leave out the signs of headings and quotes.
        headings: the levels of lines that the file marked as headings, by the offset of their first character.
    """
    lines = _lines(text, fold(text))
    if is_markdown:
        return tuple(map(_without_markup, lines))
    return tuple(replace(line, level=headings.get(line.start, 0)) for line in lines) if headings else tuple(lines)


def _without_markup(line: Line) -> Line:
    prefix = _PREFIX.match(line.text)
    left = prefix.end() if prefix else 0
    level = len(prefix[1] or "") if prefix else 0
    text = line.text[left:].rstrip("#" + _BLANK) if level else line.text[left:]
    sign = text[:2]
    if sign in _BOLD_SIGNS and text.endswith(sign) and text.count(sign) == 2:
        text, left, level = text[2:-2], left + 2, level or BOLD
    if not text.strip(_BLANK):
        return line
    return replace(line, start=line.start + left, text=text, folded=line.folded[left : left + len(text)], level=level)


def _lines(text: str, folded: str) -> Iterator[Line]:
    start, gap = 0, 0
    for raw in text.split("\n"):
        content = raw.strip(_BLANK)
        if content:
            indent = len(raw) - len(raw.lstrip(_BLANK))
            first = start + indent
            yield Line(first, content, folded[first : first + len(content)], indent, gap)
            gap = 0
        else:
            gap += 1
        start += len(raw) + 1
