"""How lists count: digits, letters and Roman numerals."""

from __future__ import annotations

_ROMAN = {1000: "m", 900: "cm", 500: "d", 400: "cd", 100: "c", 90: "xc", 50: "l", 40: "xl"}
_ROMAN |= {10: "x", 9: "ix", 5: "v", 4: "iv", 1: "i"}
_LETTERS = 26


def letters(number: int) -> str:
    """Return a, b, … z for 1 to 26, then as Word goes on: aa, bb, … zz, aaa."""
    if number < 1:
        return str(number)
    rounds, place = divmod(number - 1, _LETTERS)
    return chr(ord("a") + place) * (rounds + 1)


def roman(number: int) -> str:
    """Return a number in small Roman numerals; digits where it has none."""
    if not 0 < number < 4000:
        return str(number)
    numeral = ""
    for amount, sign in _ROMAN.items():
        times, number = divmod(number, amount)
        numeral += sign * times
    return numeral
