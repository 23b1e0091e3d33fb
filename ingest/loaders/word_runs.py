"""The words of a Word paragraph: its runs in order, what was deleted left out, old fonts read as Unicode."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import groupby

from ingest.loaders.evidence import weigh
from ingest.loaders.legacy_fonts import SOFT_HYPHEN, encoding_of_font, shows_capitals, to_unicode
from ingest.loaders.word_package import Element, W
from ingest.loaders.word_styles import Look, WordStyles, value

_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_WORDLESS = ("pPr", "rPr", "sdtPr", "del", "moveFrom", "instrText", "delText", "delInstrText", "rt")
_LEFT_OUT = frozenset(f"{W}{name}" for name in _WORDLESS)
_BOXES = frozenset(f"{W}{name}" for name in ("drawing", "pict", "object"))
_SIGNS = {f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}cr": "\n", f"{W}br": "\n", f"{W}noBreakHyphen": "-"}
_SIGNS[f"{W}softHyphen"] = SOFT_HYPHEN
_SYMBOLS = {"F02D": "-", "F0AE": "→", "F0E0": "→", "F0B3": "≥", "F0A3": "≤", "F0B4": "×", "F0B0": "°", "F0B1": "±"}
_SYMBOLS |= {"F0FE": "☑", "F0FD": "☒", "F0A8": "☐", "F06F": "☐", "F0FC": "✓", "F0A7": "▪", "F0D8": "►"}
_NOTES = {f"{W}footnoteReference": "footnote", f"{W}endnoteReference": "endnote"}


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text in one look."""

    text: str
    look: Look = field(default_factory=Look)


@dataclass(frozen=True, slots=True)
class Words:
    """The text of a paragraph, the old encodings it was set in and the text boxes anchored in it."""

    text: str
    encodings: frozenset[str]
    boxes: tuple[Element, ...]


def read_words(paragraph: Element, styles: WordStyles, mark_of_note: Callable[[str, str], str]) -> Words:
    """Return what a paragraph says.

    Args:
        paragraph: the element "w:p".
        styles: the file's styles.
        mark_of_note: gives the mark ("[3]") of a reference to a note, by kind and id.
    """
    boxes: list[Element] = []
    pieces = [piece for piece in _pieces(paragraph, _Context(styles, styles.style_of(paragraph), mark_of_note, boxes))]
    shown = [piece for piece in pieces if not piece.look.is_hidden]
    texts: list[str] = []
    encodings: set[str] = set()
    for (encoding, is_capital), group in groupby(shown, key=_setting):
        text = "".join(piece.text for piece in group)
        if encoding and _is_set_in(text, encoding):
            text = to_unicode(text, encoding)
            encodings.add(encoding)
        texts.append(text.upper() if is_capital else text)
    return Words("".join(texts), frozenset(encodings), tuple(boxes))


def _setting(piece: Piece) -> tuple[str, bool]:
    return encoding_of_font(piece.look.font), piece.look.is_capital or shows_capitals(piece.look.font)


def _is_set_in(text: str, encoding: str) -> bool:
    """Whether a text whose font is an old one is written in its codes, and not Unicode that bears the font's name."""
    if text.isascii() or any(sign > "\u017f" and sign.isalpha() for sign in text):
        return False
    return weigh(to_unicode(text, encoding)).share >= weigh(text).share


@dataclass(frozen=True, slots=True)
class _Context:
    styles: WordStyles
    paragraph_style: str
    mark_of_note: Callable[[str, str], str]
    boxes: list[Element]


def _pieces(parent: Element, context: _Context) -> Iterator[Piece]:
    for child in parent.iterchildren("*"):
        if child.tag in _LEFT_OUT or _is_placeholder(child):
            continue
        if child.tag == f"{W}r":
            yield from _run(child, context.styles.look(child, context.paragraph_style), context)
        elif child.tag == _MATH_TEXT:
            yield Piece(child.text or "")
        elif child.tag in _BOXES:
            context.boxes.extend(_box_contents(child))
        else:
            yield from _pieces(chosen(child), context)


def _run(run: Element, look: Look, context: _Context) -> Iterator[Piece]:
    for child in run.iterchildren("*"):
        if child.tag == f"{W}t":
            yield Piece((child.text or "").replace("\n", " "), look)
        elif child.tag in _SIGNS:
            yield Piece(_SIGNS[child.tag], look)
        elif child.tag == f"{W}sym":
            code = value(child, "char").upper()
            yield Piece(_SYMBOLS.get(code, "•"), Look(is_hidden=look.is_hidden))
        elif child.tag in _NOTES:
            yield Piece(context.mark_of_note(_NOTES[child.tag], value(child, "id")), Look(is_hidden=look.is_hidden))
        elif child.tag in _BOXES or child.tag == f"{_COMPATIBILITY}AlternateContent":
            context.boxes.extend(_box_contents(chosen(child)))
        elif child.tag == f"{W}ruby":
            yield from _pieces(child.find(f"{W}rubyBase"), context)


def chosen(element: Element) -> Element:
    """Return the one of several equal contents that counts; any other element as it is."""
    if element.tag != f"{_COMPATIBILITY}AlternateContent":
        return element
    first = element.find(f"{_COMPATIBILITY}Choice")
    return element if first is None else first


def _box_contents(element: Element) -> list[Element]:
    """Return the contents of the text boxes in a drawing, those inside other boxes left to their box."""
    found: list[Element] = []
    for child in element.iterchildren("*"):
        if child.tag == f"{W}txbxContent":
            found.append(child)
        else:
            found.extend(_box_contents(chosen(child)))
    return found


def _is_placeholder(element: Element) -> bool:
    """Whether it is a form field that nobody has filled in."""
    return element.tag == f"{W}sdt" and element.find(f"{W}sdtPr/{W}showingPlcHdr") is not None


def is_joined_to_next(paragraph: Element) -> bool:
    """Whether a tracked change removed the end of a paragraph, so that the next one goes on in it."""
    return any(paragraph.find(f"{W}pPr/{W}rPr/{W}{name}") is not None for name in ("del", "moveFrom"))


def is_removed_row(row: Element) -> bool:
    """Whether a tracked change removed a row of a table."""
    return row.find(f"{W}trPr/{W}del") is not None
