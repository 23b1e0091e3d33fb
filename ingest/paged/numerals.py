"""Roman numerals of recognised sections, whose strokes run together in a scan ("HI." for "III.", "II." twice)."""

from __future__ import annotations

import re

_NUMERAL = re.compile(r"(?P<before>[\f ]*)(?P<numeral>[IVXHl1]{1,6})(?=[.\-]\s+[^\W\d_a-zà-ỹ])")
_STROKES = str.maketrans({"H": "II", "l": "I", "1": "I"})
_NUMERALS = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV")


def mend_numerals(text: str) -> str:
    """Return the text of a scan with the numerals of its sections mended.

    A numeral that says again what the one before it said has lost its last stroke; the first of a row never does so.
    """
    lines, last = text.split("\n"), 0
    for i, line in enumerate(lines):
        found = _NUMERAL.match(line)
        value = _value(found["numeral"]) if found else 0
        if found and value:
            value += int(value == last > 1 and _NUMERALS[value].endswith("I"))
            lines[i] = found["before"] + _NUMERALS[value] + line[found.end() :]
            last = value
    return "\n".join(lines)


def _value(numeral: str) -> int:
    """Return what a numeral says, 0 where it says nothing."""
    strokes = numeral.translate(_STROKES) if set(numeral) & set("IVX") else ""
    return _NUMERALS.index(strokes) if strokes in _NUMERALS[:-1] else 0
