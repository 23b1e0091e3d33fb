"""Plain text and Markdown."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from assistant.errors import DocumentError
from assistant.language.folding import compose
from ingest.frontmatter import split_front_matter
from ingest.loaded import LoadedFile

_LINE_ENDS = re.compile(r"\r\n?")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f]")
_CONTROLS_ALLOWED = 0.002  # a text copied from a word processor may hold a few, a program or picture is full of them
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def load_text(path: Path) -> LoadedFile:
    """Read plain text."""
    return LoadedFile(_decode(path))


def load_markdown(path: Path) -> LoadedFile:
    """Read Markdown, with or without front matter."""
    text = _decode(path)
    front = split_front_matter(text, path.name)
    if front is None:
        return LoadedFile(text, is_markdown=True)
    return LoadedFile(front.body, is_markdown=True, metadata=front.fields)


def _decode(path: Path) -> str:
    """Return a text file's content in composed Unicode with plain line ends."""
    content = path.read_bytes()
    encoding = next((name for mark, name in _MARKS if content.startswith(mark)), "utf-8")
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        raise DocumentError(
            f"Tệp {path.name} không phải văn bản UTF-8 hay UTF-16 (sai từ byte thứ {error.start + 1}); "
            "hãy mở tệp gốc và lưu lại với mã UTF-8."
        ) from error
    if "\0" in text or len(_CONTROLS.findall(text)) > len(text) * _CONTROLS_ALLOWED:
        raise DocumentError(
            f"Tệp {path.name} không phải văn bản (chứa dữ liệu nhị phân); hãy xuất nội dung ra tệp văn bản rồi thử lại."
        )
    return compose(_LINE_ENDS.sub("\n", text))
