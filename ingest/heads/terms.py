"""Which Party congress a text is about, among all those that it mentions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from assistant.language.congress_terms import TERM, term_named
from assistant.language.folding import fold
from ingest.looks.lines import Line

_FIRST_CHARS, _TITLE_VOTES = 8_000, 5


def own_terms(title: str, lines: Sequence[Line]) -> tuple[str, ...]:
    """Return the congress that a text is about: the one its title and beginning name most, the later of equals."""
    votes: Counter[str] = Counter()
    for text, weight in ((fold(title), _TITLE_VOTES), (_first_chars(lines), 1)):
        for found in TERM.finditer(text):
            if found["first"] and not found[0].startswith(("nhiem", "nk")):
                continue  # "giai đoạn 2015-2020" is a plan's time, no term of office
            votes[term_named(found)] += weight
    del votes[""]
    if not votes:
        return ()
    most = max(votes.values())
    latest = max((term for term in votes if votes[term] == most), key=_value)
    return (latest,)


def _value(roman: str) -> int:
    values = [{"I": 1, "V": 5, "X": 10}[sign] for sign in roman]
    return sum(-one if one < following else one for one, following in zip(values, [*values[1:], 0], strict=True))


def _first_chars(lines: Sequence[Line]) -> str:
    parts: list[str] = []
    room = _FIRST_CHARS
    for line in lines:
        parts.append(line.folded[:room])
        room -= len(line.folded)
        if room <= 0:
            break
    return "\n".join(parts)
