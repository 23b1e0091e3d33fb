"""Numbers said in words ("ba lăm", "hai trăm bốn mươi bốn", "một một tám bốn chín"), read from folded text."""

from __future__ import annotations

import re

_UNITS = {
    **{"khong": 0, "linh": 0, "le": 0, "mot": 1, "hai": 2, "ba": 3, "bon": 4, "tu": 4, "lam": 5, "nham": 5},
    **{"sau": 6, "bay": 7, "tam": 8, "chin": 9},  # "năm" is mostly the year
}
_WORD = "|".join([*_UNITS, "muoi", "tram"])
_NO_START = "sau|tu|khong|linh|le|lam|nham"  # mostly "sau", "từ", "không" and the like
SPOKEN = re.compile(rf"\b(?!(?:{_NO_START})\b)(?:{_WORD})(?:\s+(?:{_WORD}))+\b")  # one word alone says too little


def spoken_value(words: str) -> int | None:
    """Return the value of number words, said in full, shortened ("ba lăm") or digit by digit."""
    parts = words.split()
    if not {"muoi", "tram"} & set(parts):
        return int("".join(str(_UNITS[part]) for part in parts)) if len(parts) <= 5 else None
    hundreds, _, rest = words.rpartition("tram")
    tens, _, unit = rest.rpartition("muoi") if "muoi" in rest.split() else ("", "", rest)
    values = [_digit(hundreds), _digit(tens) if tens.strip() or "muoi" not in rest.split() else 1, _digit(unit)]
    if None in values:
        return None
    return sum(value * place for value, place in zip(values, (100, 10, 1), strict=True) if value)


def _digit(words: str) -> int | None:
    """Return the one digit that words name, 0 for none, nothing for several."""
    digits = [_UNITS[word] for word in words.split() if word in _UNITS and word not in ("linh", "le")]
    return (digits or [0])[0] if len(digits) <= 1 else None
