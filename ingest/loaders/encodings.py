"""The bytes of a text file become Unicode: the encoding is told by marks and by which reading gives Vietnamese."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.errors import DocumentError
from assistant.language.folding import compose
from ingest.loaders.evidence import weigh
from ingest.loaders.legacy_fonts import TCVN3, VISCII, VNI, to_unicode

WINDOWS_1258, WINDOWS_1252 = "Windows-1258", "Windows-1252"
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig", "UTF-8"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
_LINE_ENDS = re.compile(r"\r\n?|\x85|\u2028|\u2029")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f]")
_CONTROLS_ALLOWED = 0.002  # a text copied from a word processor may hold a few, a program or picture is full of them
_READABLE = re.compile(r"[\t\n\r -~\xa0-\u024f\u0300-\u036f\u1e00-\u1eff\u2010-\u206f\ufeff]")
_READABLE_SHARE = 0.95  # of the characters of a UTF-16 file without mark
_LEAST_SHARE, _LEAST_LEAD = 0.6, 0.2  # known syllables of the best reading, and before the next different one
_FEW_BAD_BYTES = 0.1  # of the bytes beyond ASCII: a damaged UTF-8 file and no other encoding


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text in composed Unicode with plain line ends, and its encoding as the health report names it."""

    text: str
    encoding: str


def decode(content: bytes, name: str) -> Decoded:
    """Read bytes as text.

    Args:
        content: the whole file.
        name: the file's name, for messages.

    Raises:
        DocumentError: the bytes are no text, damaged, or nothing tells their encoding.
    """
    text, encoding = _read(content, name)
    if "\0" in text or len(_CONTROLS.findall(text)) > len(text) * _CONTROLS_ALLOWED:
        raise _binary(name)
    return Decoded(compose(_LINE_ENDS.sub("\n", text)), encoding)


def _read(content: bytes, name: str) -> tuple[str, str]:
    for mark, codec, encoding in _MARKS:
        if content.startswith(mark):
            try:
                return content.decode(codec), encoding
            except UnicodeDecodeError as error:
                raise _damaged(name, encoding, error.start) from error
    if b"\0" in content:
        return _read_wide(content, name), "UTF-16"
    try:
        return content.decode("utf-8"), "UTF-8"
    except UnicodeDecodeError as error:
        if _is_damaged_utf8(content):
            raise _damaged(name, "UTF-8", error.start) from error
    return _read_by_evidence(content, name)


def _read_wide(content: bytes, name: str) -> str:
    """Read UTF-16 without mark: the byte order in which nearly all characters are ones that texts have."""
    for codec in ("utf-16-le", "utf-16-be"):
        try:
            text = content.decode(codec)
        except UnicodeDecodeError:
            continue
        if len(_READABLE.findall(text)) >= _READABLE_SHARE * len(text):
            return text
    raise _binary(name)


def _is_damaged_utf8(content: bytes) -> bool:
    bad = content.decode("utf-8", "replace").count("\ufffd")
    beyond = sum(byte > 127 for byte in content)
    return bad <= _FEW_BAD_BYTES * beyond


def _read_by_evidence(content: bytes, name: str) -> tuple[str, str]:
    """Choose the encoding of one byte a character whose reading has the most known syllables, clearly the most."""
    readings = [(weigh(text), text, encoding) for text, encoding in _readings(content)]
    if not readings:
        raise _binary(name)
    if all(evidence.telling == 0 for evidence, _, encoding in readings if encoding == WINDOWS_1252):
        return readings[0][1:]
    readings.sort(key=lambda reading: reading[0].share, reverse=True)
    best, text, encoding = readings[0]
    rivals = [evidence.share for evidence, other, _ in readings[1:] if other != text]
    if best.share < _LEAST_SHARE or best.share < max(rivals, default=0.0) + _LEAST_LEAD:
        if len(_CONTROLS.findall(content.decode("latin-1"))) > len(content) * _CONTROLS_ALLOWED:
            raise _binary(name)
        raise DocumentError(
            f"Không nhận ra bảng mã của tệp {name} (không phải UTF-8, UTF-16 hay bảng mã tiếng Việt cũ đã biết); "
            "hãy mở tệp gốc và lưu lại với mã UTF-8."
        )
    return text, encoding


def _readings(content: bytes) -> Iterator[tuple[str, str]]:
    """Yield what the bytes can be, composed; the codec of Windows first, since a text without accents is that."""
    windows = _decoded(content, "cp1252")
    if windows is not None:
        yield windows, WINDOWS_1252
        yield to_unicode(windows, TCVN3), TCVN3
        yield to_unicode(windows, VNI), VNI
    vietnamese = _decoded(content, "cp1258")
    if vietnamese is not None:
        yield compose(vietnamese), WINDOWS_1258
    yield to_unicode(content.decode("latin-1"), VISCII), VISCII


def _decoded(content: bytes, codec: str) -> str | None:
    try:
        return content.decode(codec)
    except UnicodeDecodeError:
        return None


def _damaged(name: str, encoding: str, place: int) -> DocumentError:
    return DocumentError(
        f"Tệp {name} không phải văn bản {encoding} nguyên vẹn (sai từ byte thứ {place + 1}); "
        "hãy mở tệp gốc và lưu lại với mã UTF-8."
    )


def _binary(name: str) -> DocumentError:
    return DocumentError(
        f"Tệp {name} không phải văn bản (chứa dữ liệu nhị phân); hãy xuất nội dung ra tệp văn bản rồi thử lại."
    )
