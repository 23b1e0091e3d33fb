"""What may stand behind a name in a folder: whether it is a file that can be opened without danger."""

from __future__ import annotations

import os
import stat
import unicodedata
import zipfile
from pathlib import Path

from assistant.errors import DocumentError
from ingest.limits import MEGABYTE, UNPACKED_BYTES, UNPACKED_PARTS, limit_of

_UNPRINTABLE = {"Cc", "Cs", "Zl", "Zp"}  # controls, bytes that are no text, breaks of lines
_STEERING = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}  # they turn what follows around


def shown(text: str) -> str:
    """A name as a terminal and a page can show it, every odd character as its number."""
    return "".join(f"\\x{ord(one):02x}" if _is_odd(one) else one for one in text)


def objection(path: Path, root: Path) -> str:
    """Why a file should not be opened at all, in one Vietnamese sentence; empty where nothing speaks against it.

    Args:
        path: the file.
        root: the folder that it must not lead out of, as its real path.
    """
    if any(map(_is_odd, path.name)) or any(map(_is_odd, str(path.parent))):
        return "Tên tệp hay thư mục chứa ký tự điều khiển hoặc byte không phải chữ; hãy đổi tên rồi nạp lại."
    if not Path(os.path.realpath(path)).is_relative_to(root):
        return "Đây là liên kết dẫn ra ngoài thư mục; hãy chép chính tệp đó vào thư mục."
    try:
        found = path.stat()
    except OSError as error:
        return f"Không mở được tệp, hoặc là liên kết hỏng ({error.strerror}); hãy kiểm tra tệp và quyền đọc."
    if not stat.S_ISREG(found.st_mode):
        return "Đây không phải tệp thông thường (mà là ống dẫn, ổ cắm hay thiết bị); hãy bỏ khỏi thư mục."
    return _too_large(path, found.st_size)


def refuse_bombs(path: Path) -> None:
    """Refuse an archive that would unpack to far more than a document holds; other files pass.

    Raises:
        DocumentError: it would, or its list of parts cannot be read.
    """
    if not zipfile.is_zipfile(path):
        return
    try:
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise DocumentError(
            f"Tệp {path.name} có phần nén bị hỏng ({error}); hãy mở bằng chương trình đã tạo ra nó và lưu lại."
        ) from error
    total = sum(part.file_size for part in parts)
    if total > UNPACKED_BYTES or len(parts) > UNPACKED_PARTS:
        raise DocumentError(
            f"Tệp {path.name} khi giải nén có {len(parts)} phần, {total // MEGABYTE} MB, vượt mức cho phép "
            f"({UNPACKED_PARTS} phần, {UNPACKED_BYTES // MEGABYTE} MB); hãy kiểm tra nguồn gốc của tệp."
        )


def _too_large(path: Path, size: int) -> str:
    most = limit_of(path).most_bytes
    if size <= most:
        return ""
    return (
        f"Tệp nặng {-(-size // MEGABYTE)} MB, quá mức {most // MEGABYTE} MB cho định dạng {path.suffix.lower()}; "
        "hãy chia thành nhiều tệp nhỏ hơn."
    )


def _is_odd(character: str) -> bool:
    return unicodedata.category(character) in _UNPRINTABLE or unicodedata.bidirectional(character) in _STEERING
