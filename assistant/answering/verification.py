"""Checks a generated sentence against the passages that it cites; what cannot be proved is not shown. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from assistant.datatypes import Passage
from assistant.language.folding import compose, fold, syllables
from assistant.retrieval.content_words import FUNCTION_WORDS

KEY = re.compile(r"\[\s*(k[0-9a-f]{4,64}(?:\s*[,;]\s*k[0-9a-f]{4,64})*)\s*\]")
_BRACKETED = re.compile(r"\[[^\]]{0,80}\]?")
_QUOTED = re.compile(r"[“\"]([^”\"]+)[”\"]")
_NUMBER = re.compile(r"\d+(?:[.,/:-]\d+)*(?:-[A-ZĐ]+(?:/[A-ZĐ]+)?)?%?")
_NEGATIONS = frozenset(("không", "chưa", "chẳng", "cấm", "trừ"))
SUPPORTED_SHARE = 0.8
"""Least share of a sentence's content words that must stand in its passages; measured in `bench/verification.py`."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A sentence of a reply without its keys, the passages it cites, and why it fails; no reason where it holds."""

    text: str
    passages: tuple[Passage, ...]
    reason: str = ""

    @property
    def holds(self) -> bool:
        """Whether every check passed."""
        return not self.reason


def check_sentence(sentence: str, keys: Mapping[str, Passage]) -> Checked:
    """Run all checks on one sentence with its keys, the cheapest first."""
    named = [key for group in KEY.findall(sentence) for key in re.findall(r"k[0-9a-f]+", group)]
    text = " ".join(_BRACKETED.sub(" ", sentence).split())
    text = re.sub(r"\s+([.,;:!?])", r"\1", text).strip(" -*•")
    cited = tuple(dict.fromkeys(keys[key] for key in named if key in keys))
    if not named:
        return Checked(text, (), "no key")
    if len(set(named)) > len({key for key in named if key in keys}):
        return Checked(text, cited, "unknown key")
    return Checked(text, cited, _first_failure(text, [passage.text for passage in cited]))


def _first_failure(text: str, sources: Sequence[str]) -> str:
    if not syllables(text):
        return "empty"
    if not quotations_exact(text, sources):
        return "quotation differs"
    if not numbers_stand(text, sources):
        return "number not in the passage"
    if not negations_agree(text, sources):
        return "negation not in the passage"
    return "" if support(text, sources) >= SUPPORTED_SHARE else "words not supported"


def quotations_exact(text: str, sources: Sequence[str]) -> bool:
    """Whether all that stands in quotation marks stands so in a source, white space aside."""
    joined = " ".join(" ".join(compose(source).split()) for source in sources)
    return all(" ".join(compose(quoted).split()).rstrip(".…") in joined for quoted in _QUOTED.findall(text))


def numbers_stand(text: str, sources: Sequence[str]) -> bool:
    """Whether every number, date and document number of the text stands in a source as a whole."""
    held = {number.strip(".,") for source in sources for number in _NUMBER.findall(compose(source))}
    stated = {number.strip(".,") for number in _NUMBER.findall(compose(text))}
    return all(number in held for number in stated)


def negations_agree(text: str, sources: Sequence[str]) -> bool:
    """Whether a denial in the text has one in a source, and a text without one is not drawn from a denial alone.

    The sentence of the sources that shares most words with the text is compared: both deny, or neither does.
    """
    nearest = max(_sentences(sources), key=lambda one: _shared(text, one), default="")
    return _denies(text) == _denies(nearest)


def _sentences(sources: Sequence[str]) -> list[str]:
    return [part for source in sources for part in re.split(r"(?<=[.;!?])\s+|\n", source) if part.strip()]


def _shared(one: str, other: str) -> float:
    words, others = set(_content(one)), set(_content(other))
    return len(words & others) / (len(others) + 3) if words else 0.0


def _denies(text: str) -> bool:
    return any(word in _NEGATIONS for word in compose(text).lower().split())


def support(text: str, sources: Sequence[str]) -> float:
    """Share of the text's content syllables that stand in the sources, accents folded; pairs count as well.

    Single syllables alone are cheap to share, so the mean of syllable share and pair share is taken.
    """
    held = [syllables(source) for source in sources]
    singles = {one for listed in held for one in listed}
    doubles = {pair for listed in held for pair in pairwise(listed)}
    content = _content(text)
    listed = syllables(text)
    stated = [pair for pair in pairwise(listed) if not set(pair) <= FUNCTION_WORDS]
    if not content:
        return 0.0
    single_share = sum(one in singles for one in content) / len(content)
    pair_share = sum(pair in doubles for pair in stated) / len(stated) if stated else single_share
    return (single_share + pair_share) / 2


def _content(text: str) -> list[str]:
    return [one for one in syllables(fold(text)) if one not in FUNCTION_WORDS]
