"""One file read: with what it gives or the reason why it gives nothing, and only if it held still meanwhile."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from pathlib import Path

from assistant.errors import DocumentError
from ingest.file_checks import refuse_bombs
from ingest.ready import Parsed, ReadDocument
from ingest.roots import SourceFile, content_hash

_ATTEMPTS = 2
_LOGGER = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Job:
    """A file to read, with the hash and the size that it had when it was looked at."""

    file: SourceFile
    content_hash: str
    size: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a file: a document and the hash of the very content it was read from, or a reason."""

    parsed: Parsed | None = None
    content_hash: str = ""
    reason: str = ""


def read_job(read: ReadDocument, job: Job) -> Outcome:
    """Read a file; whatever it does, the outcome says so and nothing is raised."""
    location = job.file.location
    root = location.parent if job.file.is_addition else job.file.root.folder
    try:
        refuse_bombs(location)
        return _read_steady(read, location, root, job.content_hash)
    except DocumentError as error:
        return Outcome(reason=str(error))
    except MemoryError:
        return Outcome(reason="Đọc tệp này cần quá nhiều bộ nhớ; hãy chia nhỏ tệp hoặc kiểm tra nguồn gốc của tệp.")
    except Exception as error:  # one strange file must not keep the others out
        _LOGGER.exception("Reading %s failed", location)
        return Outcome(reason=f"Gặp lỗi ngoài dự kiến khi đọc tệp ({type(error).__name__}: {error}).")


def _read_steady(read: ReadDocument, location: Path, root: Path, before: str) -> Outcome:
    for _ in range(_ATTEMPTS):
        parsed = read(location, root)
        after = content_hash(location)
        if after == before:
            return Outcome(parsed, after)
        before = after
    raise DocumentError(f"Tệp {location.name} thay đổi trong lúc đọc; hãy đợi chương trình đang ghi xong rồi nạp lại.")
