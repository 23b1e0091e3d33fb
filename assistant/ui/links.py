"""Addresses of places in the app; pure."""

from __future__ import annotations

from urllib.parse import quote, urlencode

READER = "/van-ban"
TARGET = "trich"


def document_link(document_id: str) -> str:
    """The reader opened at the top of a document."""
    return f"{READER}/{quote(document_id, safe='')}"


def place_link(document_id: str, start: int, end: int) -> str:
    """The reader opened at a stretch of the document's text, which it highlights."""
    return f"{document_link(document_id)}?{urlencode({'tu': start, 'den': end})}#{TARGET}"


def ask_link(document_id: str) -> str:
    """Hỏi đáp with answers from one document only."""
    return f"/?{urlencode({'van-ban': document_id})}"


def address_script(*names: str) -> str:
    """A script that keeps the values of fields in the page's address, so that coming back finds them again."""
    given = ", ".join(names)
    return (
        f"({given}) => history.replaceState(history.state, '', "
        f"location.pathname + '?' + new URLSearchParams({{{given}}}))"
    )
