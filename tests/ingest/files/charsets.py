"""Vietnamese in the character sets from before Unicode, by their public tables and the C library's iconv."""

from __future__ import annotations

import re
import shutil
import subprocess
import unicodedata
from collections.abc import Iterator

from tests.ingest.files.description import Description, rewritten

_TONES = "\u0300\u0301\u0303\u0309\u0323"  # grave, acute, tilde, hook, dot
_LACKING = {"“": '"', "”": '"', "–": "-", "…": "...", "‘": "'", "’": "'"}

# VNI-Windows: a vowel, then a sign for its mark and tone; the same for capitals, with the capital signs.
_VNI_ALONE = {"đ": "ñ", "ơ": "ô", "ư": "ö", "í": "í", "ì": "ì", "ỉ": "æ", "ĩ": "ó", "ị": "ò", "ỵ": "î"}
_VNI_PLAIN = dict(zip(_TONES, "øùõûï", strict=True))
_VNI_CIRCUMFLEX = {"": "â", **dict(zip(_TONES, "àáãåä", strict=True))}
_VNI_BREVE = {"": "ê", **dict(zip(_TONES, "èéüúë", strict=True))}
_CIRCUMFLEX, _BREVE, _HORN = "\u0302", "\u0306", "\u031b"

# TCVN 5712, third table (ABC): small letters; capitals with a tone exist only in fonts that draw small letters large.
_ABC_LETTERS = "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ"
_ABC_BYTES = bytes.fromhex(
    "a1a2a3a4a5a6a7a8a9aaabacadaeb5b6b7b8b9bbbcbdbec6c7c8c9cacbcccecfd0d1d2d3d4d5d6d7d8dcdddedfe1e2e3e4e5e6e7e8"
    "e9eaebecedeeeff1f2f3f4f5f6f7f8f9fafbfcfdfe"
)
_ABC = dict(zip(_ABC_LETTERS, _ABC_BYTES.decode("latin-1"), strict=True))


def to_vni(text: str) -> str:
    """The text as a VNI font has it: each byte of VNI-Windows as the sign of Windows-1252 in its place."""
    return "".join(map(_vni, text))


def _vni(letter: str) -> str:
    small = letter.lower()
    if small in _VNI_ALONE:
        return _cased(_VNI_ALONE[small], letter)
    parts = unicodedata.normalize("NFD", small)
    if len(parts) == 1 or not letter.isalpha():
        return letter
    tone = next((sign for sign in parts if sign in _TONES), "")
    if _CIRCUMFLEX in parts or _BREVE in parts:
        table = _VNI_CIRCUMFLEX if _CIRCUMFLEX in parts else _VNI_BREVE
        return _cased(parts[0] + table[tone], letter)
    base = {"o": "ô", "u": "ö"}[parts[0]] if _HORN in parts else parts[0]
    return _cased(base + _VNI_PLAIN[tone], letter)


def _cased(written: str, like: str) -> str:
    return written.upper() if like.isupper() else written


def to_vni_bytes(text: str) -> bytes:
    """Encode as VNI-Windows."""
    return to_vni(text).encode("cp1252")


def to_abc(text: str) -> str:
    """The text as a TCVN3 font has it; capitals with a tone become the small letters that .VnTimeH draws large."""
    return "".join(_ABC.get(sign) or _ABC.get(sign.lower(), sign) for sign in unicodedata.normalize("NFC", text))


def to_abc_bytes(text: str) -> bytes:
    """Encode as TCVN3."""
    return to_abc(text).encode("cp1252")


def needs_capital_font(text: str) -> bool:
    """Whether a line is typed in .VnTimeH: capitals throughout, some of which the plain font lacks."""
    return text.isupper() and any(sign not in _ABC and sign.lower() in _ABC for sign in text)


def abc_runs(text: str) -> Iterator[tuple[str, str]]:
    """Yield the runs of a line typed in the old fonts: what is typed, and the font it is typed in."""
    is_capital = needs_capital_font(text)
    for word in re.findall(r"\S*\s*", text):
        if is_capital or needs_capital_font(word.strip()):
            yield to_abc(word.lower()), ".VnTimeH"
        elif needs_capital_font(word[:1]):
            yield to_abc(word[0].lower()), ".VnTimeH"
            yield to_abc(word[1:]), ".VnTime"
        elif word:
            yield to_abc(word), ".VnTime"


def typed_in_abc(description: Description) -> Description:
    """The document as plain text in TCVN3 holds it: a capital that the set lacks is a small letter, see `to_abc`."""
    letters = {sign.upper(): sign for sign in _ABC_LETTERS if sign.islower() and sign.upper() not in _ABC}
    table = str.maketrans(letters)
    return rewritten(description, lambda text: text.translate(table))


def with_plain_signs(description: Description) -> Description:
    """The document without the quotation marks and dashes that the old sets lack."""
    table = str.maketrans(_LACKING)
    return rewritten(description, lambda text: text.translate(table))


def to_windows_1258(text: str) -> bytes:
    """Encode with tones as signs of their own, as Windows keyboards typed them."""
    return "".join(map(_toned, unicodedata.normalize("NFC", text))).encode("cp1258")


def _toned(letter: str) -> str:
    parts = unicodedata.normalize("NFD", letter)
    tones = "".join(sign for sign in parts if sign in _TONES)
    rest = "".join(sign for sign in parts if sign not in _TONES)
    return unicodedata.normalize("NFC", rest) + tones


def to_viscii(text: str) -> bytes:
    """Encode with the C library's converter, which owes nothing to the readers under test."""
    command = shutil.which("iconv")
    assert command, "iconv belongs to the C library and is missing"
    done = subprocess.run(
        [command, "-f", "UTF-8", "-t", "VISCII"], input=text.encode(), capture_output=True, check=True
    )
    return done.stdout
