"""Provinces, districts and towns that people name, read from the list that comes with the package."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def load_places() -> tuple[str, ...]:
    """The names as written ("Đắk Lắk"), in the order of the list."""
    text = (files("assistant.language") / "data" / "places.txt").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return tuple(name.strip() for line in lines for name in line.split(",") if name.strip())
