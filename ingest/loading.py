"""A file becomes text: the table of loaders, one for each suffix."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from assistant.errors import DocumentError
from ingest.loaded import LoadedFile
from ingest.loaders.conversion import load_converted
from ingest.loaders.docx import load_docx
from ingest.loaders.html import load_html
from ingest.loaders.ocr import load_image
from ingest.loaders.pdf import load_pdf
from ingest.loaders.text import load_markdown, load_text

_LOADERS: dict[str, Callable[[Path], LoadedFile]] = {
    ".doc": load_converted,
    ".docx": load_docx,
    ".htm": load_html,
    ".html": load_html,
    ".md": load_markdown,
    ".odt": load_converted,
    ".rtf": load_converted,
    ".txt": load_text,
    ".pdf": load_pdf,
    **dict.fromkeys((".png", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp", ".webp"), load_image),
}
SUFFIXES = frozenset(_LOADERS)


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
