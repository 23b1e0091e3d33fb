"""Numbers of sections: Roman figures read and written, and what is missing between others."""

from __future__ import annotations

from collections.abc import Iterable

_ROMAN_DIGITS = {"I": 1, "V": 5, "X": 10, "L": 50}
_ROMAN_VALUES = ((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def arabic(roman: str) -> int:
    """The value of a Roman figure made of I, V, X and L."""
    values = [_ROMAN_DIGITS[sign] for sign in roman.upper()]
    return sum(-one if one < following else one for one, following in zip(values, [*values[1:], 0], strict=True))


def roman(number: int) -> str:
    """A number below 90 as a Roman figure."""
    text = ""
    for value, sign in _ROMAN_VALUES:
        text += sign * (number // value)
        number %= value
    return text


def runs(numbers: Iterable[int]) -> list[list[int]]:
    """Numbers in order, grouped where they follow each other."""
    found: list[list[int]] = []
    for number in sorted(numbers):
        if found and found[-1][-1] == number - 1:
            found[-1].append(number)
        else:
            found.append([number])
    return found
