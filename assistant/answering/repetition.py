"""Whether a sentence only says again what was quoted already, in another document's words; pure."""

from __future__ import annotations

import re

from assistant.answering.premises import figures
from assistant.language.folding import pairs, syllables

SAID_ALREADY = 0.72
"""Share of a sentence's pairs of words that must stand in one quoted before."""
# What names the place and the day of a rule, and not what it rules: in brackets, or before the first colon.
_NAMING = re.compile(r"\([^)]*\)|^[^:“”]{0,60}:|\b[Tt](?:ừ|rước) \d{1,2}/\d{1,2}/\d{4},?|\b[Tt]heo [^,:]{0,80}[,:]")


def says_again(text: str, quoted: str) -> bool:
    """Whether what was quoted before holds nearly all that `text` says, its figures all of them."""
    said = _substance(text)
    if not said or not set(figures(text)) <= set(figures(quoted)):
        return False
    return len(said & frozenset(pairs(syllables(quoted)))) >= SAID_ALREADY * len(said)


def _substance(text: str) -> frozenset[str]:
    return frozenset(pairs(syllables(_NAMING.sub(" ", text))))
