"""Text that is Unicode by name but shows the letters of an old encoding ("B¸o c¸o"), repaired line by line."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ingest.loaders.evidence import is_known, words
from ingest.loaders.legacy_fonts import ENCODINGS, to_unicode

DOUBLE_UTF8 = "UTF-8 hai lần"
_SUSPECT = re.compile(r"[\x80-\xff]")
_LATIN = re.compile(r"[A-Za-z]")
_VIETNAMESE_ONLY = re.compile(
    r"[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]"
)
_LEAST_WORDS = 2  # different ones in a line that proves its encoding
_LEAST_SHARE, _LEAST_GAIN = 0.75, 0.5  # of the telling words, after a repair and through it


@dataclass(frozen=True, slots=True)
class Repaired:
    """A text after the repair; `encodings` names those found, `lines` counts the lines changed."""

    text: str
    encodings: tuple[str, ...] = ()
    lines: int = 0

    @property
    def remarks(self) -> tuple[str, ...]:
        """What a person should know of it."""
        if not self.lines:
            return ()
        return (f"{self.lines} dòng hiện chữ của bảng mã cũ ({', '.join(self.encodings)}) đã được đổi sang Unicode.",)


def repair(text: str) -> Repaired:
    """Change the lines that clearly show an old encoding's letters to Unicode; every other line stays as it is.

    A line is clear where its words beyond ASCII become known syllables and were none before. A line with too few words
    follows the encoding that the clear lines have.
    """
    if not _SUSPECT.search(text):
        return Repaired(text)
    whole = text.split("\n")
    lines = [_read_twice(line) for line in whole]
    doubled = sum(line != before for line, before in zip(lines, whole, strict=True))
    old = _repair_old_fonts(lines)
    names = (DOUBLE_UTF8,) if doubled else ()
    return Repaired(old.text, (*names, *old.encodings), doubled + old.lines)


def _read_twice(line: str) -> str:
    """Undo a second coding as UTF-8 ("Ä‘áº£ng"); a line that is not such a one does not come through it."""
    if not _SUSPECT.search(line):
        return line
    try:
        return b"".join(map(_windows_byte, line)).decode("utf-8")
    except (UnicodeDecodeError, UnicodeEncodeError):
        return line


def _windows_byte(sign: str) -> bytes:
    return sign.encode("latin-1" if sign <= "\xff" else "cp1252")


def _repair_old_fonts(lines: list[str]) -> Repaired:
    changes = dict(_clear_lines(lines))
    proven = [encoding for encoding, _ in Counter(changes.values()).most_common()]
    if not proven:
        return Repaired("\n".join(lines))
    changes |= {i: proven[0] for i, line in enumerate(lines) if i not in changes and _follows(line, proven[0])}
    return _changed(lines, changes, proven)


def _changed(lines: list[str], changes: Mapping[int, str], proven: list[str]) -> Repaired:
    mended = [_mend(line, changes[i]) if i in changes else line for i, line in enumerate(lines)]
    return Repaired("\n".join(mended), tuple(proven), len(changes))


def _clear_lines(lines: list[str]) -> Iterator[tuple[int, str]]:
    """Yield the lines that prove an encoding, each with it."""
    for i, line in enumerate(lines):
        telling = _telling(line)
        before = sum(map(is_known, telling))
        if len(set(telling)) < _LEAST_WORDS or before > (1 - _LEAST_GAIN) * len(telling):
            continue
        readings = sorted(((len(_known_after(telling, encoding)), encoding) for encoding in ENCODINGS), reverse=True)
        (known, encoding), (second, _) = readings[:2]
        is_gain = known - before >= _LEAST_GAIN * len(telling)
        if known > second and is_gain and known >= _LEAST_SHARE * len(telling):
            yield i, encoding


def _telling(line: str) -> list[str]:
    """Return the words that hold letters of Latin-1 and none that only Vietnamese has, once for each occurrence."""
    if not _SUSPECT.search(line):
        return []
    return [
        word
        for word in words(line)
        if _SUSPECT.search(word) and _LATIN.search(word) and not _VIETNAMESE_ONLY.search(word)
    ]


def _known_after(telling: list[str], encoding: str) -> list[str]:
    return [word for word in telling if all(map(is_known, words(to_unicode(word, encoding)) or [""]))]


def _follows(line: str, encoding: str) -> bool:
    telling = _telling(line)
    known_before = sum(map(is_known, telling))
    return bool(telling) and len(_known_after(telling, encoding)) == len(telling) > known_before


def _mend(line: str, encoding: str) -> str:
    """Convert a line: the whole one, or only the words beside those that are good Unicode already."""
    if not _VIETNAMESE_ONLY.search(line):
        return to_unicode(line, encoding)
    for word in dict.fromkeys(_telling(line)):
        if not is_known(word):
            line = line.replace(word, to_unicode(word, encoding))
    return line
