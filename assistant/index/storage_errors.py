"""Failures of disk and databases, told to the user in one sentence."""

from __future__ import annotations

import errno
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from assistant.errors import IndexBusyError, StorageError

REBUILD = "python -m ingest --rebuild"
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_READ_ONLY = (errno.EROFS, errno.EACCES, errno.EPERM)
_NO_FOLDER = (errno.ENOTDIR, errno.EEXIST)
_NEXT_TO_NOTHING = 2**24


@contextmanager
def told(data_dir: Path) -> Iterator[None]:
    """Turn what SQLite and the file system raise inside the block into errors for the screen.

    Raises:
        StorageError: the disk is full or read-only, or the database is damaged.
        IndexBusyError: another program keeps the database locked.
    """
    try:
        yield
    except sqlite3.Error as error:
        raise _from_sqlite(error, data_dir) from error
    except OSError as error:
        message = _from_system(error, data_dir)
        if message is None:
            raise
        raise StorageError(message) from error


def _from_sqlite(error: sqlite3.Error, data_dir: Path) -> StorageError | IndexBusyError:
    text = str(error).lower()
    if "locked" in text or "busy" in text:
        return IndexBusyError(f"Một chương trình khác đang giữ kho {data_dir}; hãy đợi nó xong rồi thử lại.")
    if "full" in text or "disk i/o" in text:
        return StorageError(full_disk(data_dir))
    if "readonly" in text or "read-only" in text or "unable to open" in text:
        return StorageError(_read_only(data_dir))
    return StorageError(f"Kho {data_dir} bị hỏng ({error}); hãy chạy: {REBUILD}.")


def _from_system(error: OSError, data_dir: Path) -> str | None:
    if error.errno in _FULL:
        return full_disk(data_dir)
    if error.errno in _READ_ONLY:
        return _read_only(data_dir)
    if error.errno in _NO_FOLDER:
        return f"Đường dẫn {data_dir} của ASSISTANT_DATA_DIR không phải thư mục; hãy sửa thiết lập này."
    return None


def is_full(folder: Path) -> bool:
    """Whether the disk of a folder, which need not exist yet, has next to no room left."""
    there = next((one for one in (folder, *folder.parents) if one.exists()), None)
    return there is not None and shutil.disk_usage(there).free < _NEXT_TO_NOTHING


def full_disk(data_dir: Path) -> str:
    """What a user is told about it."""
    return f"Ổ đĩa đã đầy nên không ghi được vào kho {data_dir}; hãy dọn chỗ rồi chạy lại, phần đã nạp vẫn dùng được."


def _read_only(data_dir: Path) -> str:
    if is_full(data_dir):  # SQLite then says that it cannot open or write, not why
        return full_disk(data_dir)
    return f"Không ghi được vào kho {data_dir} vì không có quyền ghi; hãy cấp quyền ghi hoặc đổi ASSISTANT_DATA_DIR."
