"""The lines of an office file or page put together: composed text, offsets of headings, old encodings repaired."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.language.folding import compose
from ingest.heads.official import is_kind_title
from ingest.loaded import LoadedFile, Reading
from ingest.loaders.legacy_fonts import SOFT_HYPHEN
from ingest.loaders.mojibake import repair
from ingest.looks.lines import split_lines
from ingest.looks.markers import read_marker

_NO_WIDTH = dict.fromkeys(map(ord, (SOFT_HYPHEN, "\u200b", "\u2060", "\ufeff")))
_HEAD_LINES = 15
_LONGEST_HEADING = 250  # characters: a whole paragraph in the style of a heading is none


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line with the level of the heading that it is, 0 for none; a blank one parts what stands around it."""

    text: str
    level: int = 0


def assemble(lines: Sequence[TextLine], reading: Reading, *, address: str = "") -> LoadedFile:
    """Return the loaded file that consists of these lines, each a paragraph; runs of blank lines become one."""
    kept = list(_without_runs_of_blanks(lines)) or [TextLine("")]
    repaired = repair("\n".join(compose(line.text) for line in kept))
    texts = [_clean(text) for text in repaired.text.split("\n")]
    headings: dict[int, int] = {}
    start = 0
    for level, text in zip(_levels(kept, texts), texts, strict=True):
        if level and text and len(text) <= _LONGEST_HEADING:
            headings[start] = level
        start += len(text) + 1
    encodings = dict.fromkeys(filter(None, (reading.encoding, *repaired.encodings)))
    whole = Reading(" + ".join(encodings), reading.confidences, (*reading.remarks, *repaired.remarks))
    return LoadedFile("\n".join(texts), headings=headings, address=address, reading=whole, is_paragraphed=True)


def unbroken(parts: Sequence[str]) -> list[str]:
    """Return the parts of a paragraph between its forced breaks, joined again where a sentence goes on."""
    lines: list[str] = []
    for part in filter(None, (part.strip() for part in parts)):
        if lines and part[0].islower() and lines[-1][-1] not in ".!?;:":
            lines[-1] = f"{lines[-1]} {part}"
        else:
            lines.append(part)
    return lines


def _without_runs_of_blanks(lines: Sequence[TextLine]) -> Iterator[TextLine]:
    """Yield the lines with one blank line at most between two others and none at the ends."""
    owes_blank, has_begun = False, False
    for line in lines:
        if not line.text.strip():
            owes_blank = has_begun
            continue
        if owes_blank:
            yield TextLine("")
        yield line
        owes_blank, has_begun = False, True


def _levels(lines: Sequence[TextLine], texts: Sequence[str]) -> Iterator[int]:
    """Yield the levels of the headings, but none for the kind and the subject in the head of an official document."""
    is_title, room = False, _HEAD_LINES
    for line, text in zip(lines, texts, strict=True):
        if text:
            looks = split_lines(text)[0]
            room -= 1
            is_title = room >= 0 and (is_kind_title(looks) or (is_title and read_marker(looks) is None))
            is_title = is_title and line.level > 0
        yield 0 if is_title else line.level


def _clean(text: str) -> str:
    """Take out signs of no width and the blanks around a line; a soft hyphen stood for "ư" until the repair."""
    return compose(text.translate(_NO_WIDTH)).strip()
