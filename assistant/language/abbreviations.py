"""Abbreviations of Party offices and of hurried typing written out, the ambiguous ones by their neighbours."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from assistant.language.document_kinds import kind_named, leading_codes_pattern
from assistant.language.document_numbers import find_references
from assistant.language.folding import compose, fold
from assistant.language.number_symbols import fold_number, read_symbol
from assistant.language.syllable_shape import is_bare_syllable

_NEIGHBOURS = 4  # words on each side that may decide
_REACH = 60  # characters on each side in which those words are looked for
_SKIPPED_BEFORE = re.compile(r"(?:\s*(?:\d+|may|nhung|cac)\s*)+$")  # "bầu 15 ĐB" is decided by "bầu"
_LISTED = re.compile(r"\b(?:diem|muc|khoan|phu luc|nhom|to|bang|hang)$")  # "điểm k" is a place in a list
_WORD = re.compile(r"[^\W_]+")
_LEADING_CODE = re.compile(rf"({leading_codes_pattern()})(\W*(?:so\W*)?)(?=\d)")


@dataclass(frozen=True, slots=True)
class Expansion:
    """A text with its abbreviations written out, and what was: pairs of the short form as typed and its meaning."""

    text: str
    expanded: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Meaning:
    """One meaning of a short form, with the folded words right before and right after that speak for it."""

    short: str
    long: str
    before: frozenset[str]
    after: frozenset[str]
    needs_neighbour: bool

    def votes(self, left: str, right: str) -> int:
        """Count the sides on which a neighbour speaks for this meaning, twice where that is a short form itself."""
        sides = (
            _ending(left, self.before) or _ending(_SKIPPED_BEFORE.sub("", left), self.before),
            _beginning(right, self.after),
        )
        return sum(1 if is_bare_syllable(phrase.split()[-1]) else 2 for phrase in sides if phrase)


def _ending(words: str, phrases: frozenset[str]) -> str:
    """Return the longest of the phrases with which the words end, or nothing."""
    parts = words.split()
    endings = (" ".join(parts[start:]) for start in range(len(parts)))
    return next((ending for ending in endings if ending in phrases), "")


def _beginning(words: str, phrases: frozenset[str]) -> str:
    parts = words.split()
    beginnings = (" ".join(parts[:length]) for length in range(len(parts), 0, -1))
    return next((beginning for beginning in beginnings if beginning in phrases), "")


@dataclass(frozen=True, slots=True)
class AbbreviationTable:
    """All meanings, by the short form in small letters, as written and accent-free."""

    written: Mapping[str, tuple[Meaning, ...]]
    bare: Mapping[str, tuple[Meaning, ...]]
    marked: re.Pattern[str]

    def meanings(self, token: str) -> tuple[Meaning, ...]:
        """Return what a token may mean; one with accents only by its very letters."""
        known = self.written.get(token.lower(), ())
        if not known and token.isascii():
            known = self.bare.get(token.lower(), ())
        return tuple(meaning for meaning in known if token.islower() or not meaning.short.islower())


@cache
def load_abbreviations() -> AbbreviationTable:
    """Read the table that comes with the package."""
    lines = files("assistant.language").joinpath("data/abbreviations.tsv").read_text(encoding="utf-8").splitlines()
    meanings = [_read_line(line) for line in lines if line and not line.startswith("#")]
    written: dict[str, tuple[Meaning, ...]] = {}
    bare: dict[str, tuple[Meaning, ...]] = {}
    for meaning in meanings:
        short = meaning.short.lower()
        written[short] = (*written.get(short, ()), meaning)
        bare[fold(short)] = (*bare.get(fold(short), ()), meaning)
    marked = sorted((re.escape(short) for short in written if not short.isalnum()), key=len, reverse=True)
    return AbbreviationTable(
        written, bare, re.compile(rf"(?<!\w)(?:{'|'.join(marked)})(?!\w)|[^\W\d_]+", re.IGNORECASE)
    )


def _read_line(line: str) -> Meaning:
    short, long, before, after, rule = (line.split("\t") + [""] * 5)[:5]
    return Meaning(short, long, _phrases(before), _phrases(after), needs_neighbour=rule == "?")


def _phrases(column: str) -> frozenset[str]:
    return frozenset(fold(phrase.strip()) for phrase in column.split(",") if phrase)


def expand(text: str, table: AbbreviationTable | None = None) -> Expansion:
    """Write abbreviations out ("BTV TU" is "ban thường vụ Tỉnh ủy").

    In a document's number only a leading code is written out, so that it reads like the documents and is still found
    as a number: "CT 35" becomes "chỉ thị 35", "35-CT/TW" stays.
    """
    composed = compose(text)
    replacements = list(_replacements(composed, table or load_abbreviations()))
    parts: list[str] = []
    place = 0
    for start, end, long in replacements:
        parts += [composed[place:start], long]
        place = end
    pairs = tuple((composed[start:end].strip(), long.strip()) for start, end, long in replacements)
    return Expansion("".join([*parts, composed[place:]]), pairs)


def _replacements(text: str, table: AbbreviationTable) -> Iterator[tuple[int, int, str]]:
    """Yield what to replace: start, end, by what; in order, not overlapping."""
    numbers = list(_numbers(text))
    folded = fold(text)
    found = [replacement for _, _, replacement in numbers if replacement]
    for token in table.marked.finditer(text):
        if any(start <= token.start() < end for start, end, _ in numbers):
            continue
        long = _meaning(token, text, folded, table)
        if long:
            found.append((token.start(), token.end(), long))
    yield from sorted(found)


def _numbers(text: str) -> Iterator[tuple[int, int, tuple[int, int, str] | None]]:
    """Yield where numbers of documents stand, and how a leading code is written out."""
    folded = fold_number(text)
    for reference in find_references(text):
        digits = re.compile(r"\d+").search(folded, reference.start)
        if digits is None or int(digits[0]) != int(reference.serial):  # said in words, or another one of "35 và 37"
            continue
        symbol = read_symbol(folded, digits.end())
        code = _LEADING_CODE.match(folded, reference.start)
        written_out = None
        if code:
            gap = text[code.end(1) : code.end()]
            gap = gap if gap.strip(" .:-") else " "
            written_out = (code.start(), code.end(), kind_named(code[1]).name + gap)
        yield reference.start, symbol.end if symbol else digits.end(), written_out


def _meaning(token: re.Match[str], text: str, folded: str, table: AbbreviationTable) -> str:
    """Return what a token stands for here, or nothing."""
    meanings = table.meanings(token[0])
    left = " ".join(_WORD.findall(folded, max(0, token.start() - _REACH), token.start())[-_NEIGHBOURS:])
    if not meanings or (len(token[0]) == 1 and _LISTED.search(left)):
        return ""
    right = " ".join(_WORD.findall(folded, token.end(), token.end() + _REACH)[:_NEIGHBOURS])
    best = max(meanings, key=lambda meaning: meaning.votes(left, right))
    votes = best.votes(left, right)
    if votes == 0:
        best = next((meaning for meaning in meanings if not meaning.needs_neighbour), best)
    return best.long if votes >= _votes_needed(token[0], text, best) else ""


def _votes_needed(token: str, text: str, meaning: Meaning) -> int:
    """Return how many votes a meaning needs: more where the token may be a word of its own ("tu", "cu")."""
    is_typed_small = token.islower() or text.isupper()
    if is_typed_small and not meaning.short.islower() and is_bare_syllable(token.lower()):
        return 1 if _is_accented(text) else 2
    return 1 if meaning.needs_neighbour else 0


def _is_accented(text: str) -> bool:
    """Tell whether the text is typed with accents, so that a syllable without is no word with its accents left out."""
    words = _WORD.findall(text)
    return 3 * sum(not word.isascii() for word in words) >= len(words)
