"""A file becomes text: one loader for each suffix, which answers for encodings and for what is no text at all."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from assistant.errors import DocumentError
from assistant.language.folding import compose
from ingest.frontmatter import split_front_matter

PAGE_BREAK = "\f"  # stands between the pages of a paged file
_LINE_ENDS = re.compile(r"\r\n?")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f]")
_CONTROLS_ALLOWED = 0.002  # a text copied from a word processor may hold a few, a program or picture is full of them
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


@dataclass(frozen=True, slots=True)
class LoadedFile:
    """A file's body as it will be stored: composed Unicode, plain line ends, pages parted by `PAGE_BREAK`.

    `is_markdown` says that "#", "|" and "*" are markup; `metadata` holds the fields of the front matter, None without.
    """

    text: str
    is_markdown: bool = False
    metadata: Mapping[str, Any] | None = field(default=None)


def load(path: Path) -> LoadedFile:
    """Read a file with the loader of its suffix.

    Raises:
        DocumentError: the format is unknown, or the file is unreadable, no text, empty or has broken front matter.
    """
    loader = _LOADERS.get(path.suffix.lower())
    if loader is None:
        raise DocumentError(
            f"Tệp {path.name} có định dạng chưa đọc được; các định dạng đọc được: {', '.join(sorted(SUFFIXES))}."
        )
    try:
        loaded = loader(path)
    except OSError as error:
        reason = error.strerror or "lỗi không rõ"
        raise DocumentError(f"Không mở được tệp {path.name} ({reason}); hãy kiểm tra tệp và quyền đọc.") from error
    if not loaded.text.strip():
        raise DocumentError(f"Tệp {path.name} không có nội dung; hãy kiểm tra lại tệp gốc.")
    return loaded


def _load_text(path: Path) -> LoadedFile:
    return LoadedFile(_decode(path))


def _load_markdown(path: Path) -> LoadedFile:
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


_LOADERS: dict[str, Callable[[Path], LoadedFile]] = {".md": _load_markdown, ".txt": _load_text}
SUFFIXES = frozenset(_LOADERS)
