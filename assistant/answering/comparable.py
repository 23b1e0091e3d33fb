"""Sentences as clauses of comparable words: spelling, numbers, synonyms and empty words evened out; pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from assistant.language.folding import compose
from assistant.marks import MARK

_NUMBER = r"(?:(?<![^\s(])[-−+])?\d+(?:[.,/:–-]\d+)*(?:\s?%)?"
_STOP = r"[,;:()\[\]!…]|\.(?=\s|$)|(?<=\s)[-–—](?=\s)"
_TOKEN = re.compile(rf"(?P<number>{_NUMBER})|(?P<word>[^\W\d_]+)|(?P<stop>{_STOP})|(?P<sign>\S)")
_SILENT_SIGNS = frozenset(".'‘’\"“”„«»-–—_*`•#")
_LIST_SIGN = re.compile(r"\s*(?:[-–•*+#>]+\s+)?(?:\(?(?:\d{1,2}|[a-zđ]|[ivx]{1,4})[.)]\s+)?", re.IGNORECASE)
OPENER = re.compile(
    r"(?:thứ (?:nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)(?: là)?|(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười) là"
    r"|ngoài ra|bên cạnh đó|đồng thời|tuy nhiên|mặt khác|cùng với đó|do đó|vì vậy|vì thế|do vậy)(?!\w)",
    re.IGNORECASE,
)
"""What a sentence may begin with only to be tied to the one before it."""

_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+")
_END = "|"


@dataclass(frozen=True, slots=True)
class Clause:
    """The words between two stops; the first `optional` ones may be left out."""

    words: tuple[str, ...]
    optional: int = 0


def clauses_of(text: str) -> tuple[Clause, ...]:
    """The clauses of one sentence; list signs and source marks do not count."""
    plain = compose(MARK.sub("", text))
    plain = plain[_LIST_SIGN.match(plain).end() :]  # type: ignore[union-attr]  # it matches the empty text too
    opener = OPENER.match(plain)
    optional = len(words_of(opener[0])) if opener else 0
    clauses: list[Clause] = []
    for words in _split(_evened(_tokens(plain))):
        joined = 1 if clauses and words[0] == _AND else 0
        clauses.append(Clause(words, min(max(optional, joined), len(words))))
        optional = max(0, optional - len(words))
    return tuple(clauses)


def words_of(text: str) -> tuple[str, ...]:
    """The words, numbers and signs of a text without its stops."""
    return tuple(token for token in _evened(_tokens(compose(text))) if token != _END)


def plain_word(word: str) -> str:
    """A word in lower case with its tone mark behind it, so that "uỷ" and "ủy" are one; "kỹ" is "kĩ"."""
    decomposed = unicodedata.normalize("NFD", word.lower())
    base = unicodedata.normalize("NFC", "".join(one for one in decomposed if one not in _TONES))
    base = re.sub(r"(?<=[bcdghklmnprstvxđ])y$", "i", base)
    return base + "".join(one for one in decomposed if one in _TONES)


def plain_number(number: str) -> str:
    """A number without thousands points, blanks and leading zeros: "03/7/2020" is "3/7/2020"."""
    bare = re.sub(r"[–−]", "-", re.sub(r"\s", "", number))
    bare = _THOUSANDS.sub(lambda found: found[0].replace(".", ""), bare) if bare.count("/") == 0 else bare
    return re.sub(r"(?<![\d.,])0+(?=\d)", "", bare)


def _tokens(text: str) -> Iterator[str]:
    for found in _TOKEN.finditer(text):
        if found["number"]:
            yield plain_number(found[0])
        elif found["word"]:
            yield plain_word(found[0])
        elif found["stop"]:
            yield _END
        elif found[0] not in _SILENT_SIGNS:
            yield found[0]


def _evened(tokens: Iterable[str]) -> list[str]:
    """The tokens with one word for each group of synonyms and without the words that carry nothing."""
    text = f" {' '.join(tokens)} "
    for variant, usual in _SYNONYMS:
        text = text.replace(f" {variant} ", f" {usual} ")
    listed = text.split()
    return [
        token
        for token, following in zip(listed, [*listed[1:], ""], strict=False)
        if token not in _NEUTRAL and not (token in _NEUTRAL_BEFORE_NUMBER and following[:1].isdigit())
    ]


def _split(tokens: Iterable[str]) -> Iterator[tuple[str, ...]]:
    clause: list[str] = []
    for token in [*tokens, _END]:
        if token != _END:
            clause.append(token)
        elif clause:
            yield tuple(clause)
            clause = []


def plain_words(text: str) -> frozenset[str]:
    """The words of a list, in comparable form."""
    return frozenset(map(plain_word, text.split()))


_AND = plain_word("và")
_NEUTRAL = plain_words("thì rằng các những cũng đều việc")
_NEUTRAL_BEFORE_NUMBER = plain_words("là có")
_SYNONYMS = tuple(
    tuple(" ".join(map(plain_word, words.split())) for words in pair)
    for pair in (
        ("bao gồm", "gồm"),
        ("tối thiểu", "ít nhất"),
        ("tối đa", "nhiều nhất"),
        ("ở", "tại"),
    )
)
