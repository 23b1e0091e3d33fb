"""Checks a generated sentence against the passages that it cites; what cannot be proved is not shown. Pure.

Each check stands alone: known keys, exact quotations, numbers that the passages hold, and words that one sentence of a
cited passage says (`clauses.follows`). Measured with `bench/verification.py`: see there.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from assistant.answering.clauses import follows
from assistant.answering.comparable import OPENER, words_of
from assistant.datatypes import Passage
from assistant.language.folding import compose
from assistant.language.sentences import sentence_spans

Reason = Literal["", "empty", "no key", "unknown key", "quotation differs", "number not in the passage", "not said"]

_KEY = re.compile(r"(?<!\w)k[0-9a-f]{4,64}(?!\w)")
KEYS = re.compile(rf"[\[(【]\s*(?:khoá|khóa|key)?:?\s*{_KEY.pattern}(?:\s*[,;]?\s*{_KEY.pattern})*\s*[\])】]")
"""A group of keys as models write it: "[k12ab]", "[k12ab, k34cd]", "(khoá: k12ab)"."""
_BRACKETED = re.compile(r"\[[^\]]{0,80}\]?|【[^】]{0,80}】?")
_MARKUP = re.compile(r"\*{1,3}|_{2,3}|`+|^\s*(?:#{1,6}|[-*•–]|\d{1,2}[.)])\s+")
_LEAD = re.compile(r"^theo [^,:;]{1,160}[,:]\s*", re.IGNORECASE)
_QUOTED = re.compile(r"[“\"„«]([^”\"“»]*)[”\"“»]?")


@dataclass(frozen=True, slots=True)
class Proof:
    """The sentence of a passage that says it: `document_text[start:end]`."""

    passage: Passage
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Checked:
    """A sentence of a reply as it may be shown, what proves it, and why it fails; no reason where it holds."""

    text: str
    proofs: tuple[Proof, ...] = ()
    reason: Reason = ""
    cited: tuple[Passage, ...] = ()

    @property
    def holds(self) -> bool:
        """Whether every check passed."""
        return not self.reason


def check_sentence(sentence: str, keys: Mapping[str, Passage]) -> Checked:
    """Run all checks on one sentence with its keys, the cheapest first."""
    named = tuple(dict.fromkeys(_KEY.findall(sentence)))
    cited = tuple(dict.fromkeys(keys[key] for key in named if key in keys))
    text = shown_text(sentence)
    if not words_of(text):
        return Checked(text, reason="empty", cited=cited)
    if not named:
        return Checked(text, reason="no key")
    if any(key not in keys for key in named):
        return Checked(text, reason="unknown key", cited=cited)
    return _proved(text, cited)


def shown_text(sentence: str) -> str:
    """A sentence of a reply without keys, brackets and Markdown."""
    text = _BRACKETED.sub(" ", KEYS.sub(" ", sentence))
    text = _MARKUP.sub("", _KEY.sub(" ", text))
    return re.sub(r"\s+([.,;:!?])", r"\1", " ".join(text.split())).strip(" -–*•|")


def _proved(text: str, cited: tuple[Passage, ...]) -> Checked:
    sources = [passage.text for passage in cited]
    if not quotations_exact(text, sources):
        return Checked(text, reason="quotation differs", cited=cited)
    reason: Reason = "number not in the passage"
    for shorter in _without_openers(text):
        if numbers_stand(shorter, sources):
            reason = "not said"
            if proofs := tuple(proof for passage in cited if (proof := _proof(shorter, passage))):
                return Checked(shorter, proofs, cited=cited)
    return Checked(text, reason=reason, cited=cited)


def _without_openers(text: str) -> list[str]:
    """The text, then without a connective, then without "Theo …,": what names the document is written by `lines`."""
    without = re.sub(r"^[\s,:]+", "", OPENER.sub("", text, count=1)) if OPENER.match(text) else text
    bare = _LEAD.sub("", without)
    return list(dict.fromkeys(one[:1].upper() + one[1:] for one in (text, without, bare)))


def _proof(text: str, passage: Passage) -> Proof | None:
    """The first sentence of the passage that the text follows from."""
    for start, end in sentence_spans(passage.text):
        if follows(text, passage.text[start:end]):
            return Proof(passage, passage.start + start, passage.start + end)
    return None


def quotations_exact(text: str, sources: Sequence[str]) -> bool:
    """Whether all that stands in quotation marks stands so in one of the sources, white space aside."""
    held = [" ".join(compose(source).split()) for source in sources]
    quoted = [" ".join(compose(one).split()).rstrip(".…") for one in _QUOTED.findall(text)]
    return all(any(one in source for source in held) for one in quoted)


def numbers_stand(text: str, sources: Sequence[str]) -> bool:
    """Whether every number, date and document number of the text stands in a source as a whole."""
    held = {word for source in sources for word in words_of(source)}
    return all(word in held for word in words_of(text) if any(map(str.isdigit, word)))
