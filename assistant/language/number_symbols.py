"""The number of a document as it is written ("35-CT/TW", "24/HD-BTCTƯ", "123/2020/NĐ-CP"), read and written anew."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from assistant.language.document_kinds import UNKNOWN_KIND, Kind, code_spelling, codes_pattern, kind_named
from assistant.language.folding import compose, fold

# "TƯ" and "T.Ư" are "TW"; folded they would be the "TU" of a provincial committee. So is a small "btctu".
_CENTRAL = re.compile(
    r"(?:(?<![^\W\d_])|(?<=[A-ZĐ]))T\.?\s?Ư(?![^\W\d_])"
    r"|(?:[-/]\s?|\b(?:ct|hd|nq|qđ|qd|kl|tb|cv)\s)t\.?ư\b"
    r"|(?:btc|btg|bdv|ubkt)\s?t\.?[uư]\b"
)
_KNOWN_ISSUERS = r"t\.?\s?[wu]|btc\s?t\.?[wu]|ubkt\s?t\.?[wu]|hu|du|bct|bbt"
_PARTY = re.compile(
    rf"\s?[-/.]?\s?(?P<code>{codes_pattern()})"
    rf"(?:\s?[-/]\s?(?P<issuer>(?:[a-z]{{1,6}}\s?)?t\.?\s?[wu]\b|[a-z]{{2,10}}\b)|[\s-]{{1,2}}(?P<loose>{_KNOWN_ISSUERS})\b)"
)
_CODE_ALONE = re.compile(rf"(?:[-/]|(?<=\d))(?P<code>{codes_pattern()})\b")
_STATE = re.compile(r"/(?P<year>(?:19|20)\d\d)/(?P<symbol>[a-z]{2,6}(?:-[a-z]{2,8})*\d{0,2})\b")
_WHOLE = re.compile(r"\s*(?:so\s*:?\s*)?(?P<serial>\d{1,5})")


@dataclass(frozen=True, slots=True)
class Symbol:
    """What stands behind the serial: the code of the kind, the code of the issuer, the year in state numbers."""

    code: str = ""
    issuer: str = ""
    year: int | None = None
    end: int = 0

    def __str__(self) -> str:
        return f"{self.code}/{self.issuer}" if self.issuer else self.code

    @property
    def kind(self) -> Kind:
        """The kind that the code tells."""
        return kind_named(fold(self.code.split("-")[0]))


def fold_number(text: str) -> str:
    """Fold a text, one character for one, with "TƯ" and "T.Ư" as "tw" and "t.w"."""
    composed = compose(text)
    folded = list(fold(composed))
    for match in _CENTRAL.finditer(composed):
        folded[match.end() - 1] = "w"
    return "".join(folded)


def read_symbol(folded: str, position: int) -> Symbol | None:
    """Read what stands behind a serial that ends at `position` in a text from `fold_number`."""
    state = _STATE.match(folded, position)
    if state:
        code = "-".join(code_spelling(part) for part in state["symbol"].split("-"))
        return Symbol(code, year=int(state["year"]), end=state.end())
    party = _PARTY.match(folded, position)
    if party:
        return Symbol(code_spelling(party["code"]), _issuer_code(party["issuer"] or party["loose"]), end=party.end())
    alone = _CODE_ALONE.match(folded, position)
    return Symbol(code_spelling(alone["code"]), end=alone.end()) if alone else None


def _issuer_code(folded: str) -> str:
    return re.sub(r"[.\s]", "", folded).upper()


def plain_serial(digits: str) -> str:
    """Write a serial as official numbers do, with two digits at least."""
    return f"{int(digits):02d}"


@dataclass(frozen=True, slots=True)
class DocumentNumber:
    """A document's own number taken apart; no serial where it has none."""

    serial: str = ""
    symbol: Symbol = Symbol()

    @property
    def kind(self) -> Kind:
        """The kind that the number tells."""
        return self.symbol.kind if self.serial else UNKNOWN_KIND


@lru_cache(maxsize=100_000)  # asked of every document of the catalogue by each question that names one
def read_number(number: str) -> DocumentNumber:
    """Take a catalogue's number apart ("Số: 24-HD/BTCTƯ" is 24, HD, BTCTW)."""
    folded = fold_number(number)
    words = re.compile(rf"\b(?:{codes_pattern()})\b\s*(?=\d)").sub(lambda found: " " * len(found[0]), folded, count=1)
    match = _WHOLE.match(words)
    if match is None:
        return DocumentNumber()
    return DocumentNumber(plain_serial(match["serial"]), read_symbol(folded, match.end()) or Symbol())


def canonical(number: str) -> str:
    """Write a number in the one official way ("24/hd-btctư" is "24-HD/BTCTW"); what is no number stays, trimmed."""
    parts = read_number(number)
    if not parts.serial or not parts.symbol.code:
        return " ".join(compose(number).split())
    if parts.symbol.year:
        return f"{int(parts.serial)}/{parts.symbol.year}/{parts.symbol.code}"
    return f"{parts.serial}-{parts.symbol}"
