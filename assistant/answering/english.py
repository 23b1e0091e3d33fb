"""Checks the English line in front of an answer against the Vietnamese quotations that it points to; pure.

A translation cannot be proved word for word; this is as far as it goes: numbers, months and denials agree, and most of
what the glossary knows of the line stands in the quotations. The answer says that the Vietnamese sentences count.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from assistant.answering.comparable import plain_number, words_of
from assistant.language.folding import fold, syllables
from assistant.language.glossary import is_english, translate

LONGEST_LINE = 400
LEAST_SHARED = 0.5
"""Share of the words that the glossary gives for the line; in the tests true lines reach .55 to 1, another one .2."""
_NUMBER = re.compile(r"\d+(?:[.,/:-]\d+)*")
_DENIALS = re.compile(
    r"\b(not|no|none|nor|neither|never|without|cannot|except|unless|only|forbid\w*|prohibit\w*)\b|n't\b|n’t\b", re.I
)
_VIETNAMESE_DENIALS = re.compile(r"\b(không|chưa|chẳng|cấm|trừ|chỉ(?! (?:thị|đạo|định|tiêu|huy|số|dẫn)))\b", re.I)
_MONTHS = dict(
    january=1, february=2, march=3, april=4, june=6, july=7, august=8, september=9, october=10, november=11, december=12
)  # "may" is too common as a verb
# English number words and how Vietnamese texts write the same, accents folded.
_COUNTS = {
    "two": "hai|2",
    "three": "ba|3",
    "four": "bon|tu|4",
    "five": "nam|5",
    "six": "sau|6",
    "seven": "bay|7",
    "eight": "tam|8",
    "nine": "chin|9",
    "ten": "muoi|10",
    "eleven": "muoi mot|11",
    "twelve": "muoi hai|12",
    "twenty": "hai muoi|20",
    "thirty": "ba muoi|30",
    "hundred": "tram|100",
    "half": "mot nua|1/2|50%|nua",
    "third": "phan ba|/3|thu ba",
    "thirds": "phan ba|/3",
    "quarter": "phan tu|/4|25%|quy",
    "majority": "da so|qua nua|qua ban",
    "unanimous": "nhat tri|100%",
}


def english_holds(text: str, quotes: Sequence[str]) -> bool:
    """Whether nothing in an English line contradicts what its quotations can be compared for."""
    if not quotes or len(text) > LONGEST_LINE or not is_english(text):
        return False
    denied = any(_VIETNAMESE_DENIALS.search(quote) for quote in quotes)
    if not _numbers_stand(text, quotes) or not _counts_stand(text, quotes) or bool(_DENIALS.search(text)) != denied:
        return False
    return shared_words(text, quotes) >= LEAST_SHARED


def shared_words(text: str, quotes: Sequence[str]) -> float:
    """Share of the Vietnamese words that the glossary gives for an English text and that stand in the quotations."""
    known = {word for word in syllables(translate(text)) if word.isalpha()}
    held = {word for quote in quotes for word in syllables(quote)}
    return len(known & held) / len(known) if known else 0.0


def _numbers_stand(text: str, quotes: Sequence[str]) -> bool:
    held = {part for quote in quotes for number in _NUMBER.findall(quote) for part in _readings(plain_number(number))}
    return all(part in held for number in _NUMBER.findall(text) for part in [_from_english(number)])


def _readings(number: str) -> Iterable[str]:
    """A Vietnamese number whole, and the parts of a date: "30/5/2019" is also 30 and 2019."""
    return (number, *number.split("/")) if number.count("/") == 2 else (number,)


def _from_english(number: str) -> str:
    """An English number as a Vietnamese text writes it: "1,357" is 1357, "99.8" is "99,8"."""
    if re.fullmatch(r"\d{1,3}(,\d{3})+", number):
        return number.replace(",", "")
    return plain_number(number.replace(".", ","))


def _counts_stand(text: str, quotes: Sequence[str]) -> bool:
    held = " ".join(" ".join(words_of(fold(quote))) for quote in quotes)
    for word in re.findall(r"[a-z]+", text.lower()):
        wanted = rf"\d+/{_MONTHS[word]}(?!\d)|thang {_MONTHS[word]}" if word in _MONTHS else _COUNTS.get(word)
        if wanted and not re.search(rf"(?<!\w)(?:{wanted})(?!\w)", held):
            return False
    return True
