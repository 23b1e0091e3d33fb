"""Secrets that outlive a restart, each in its own file below the data folder."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from assistant.errors import StorageError


def browser_secret(data_dir: Path) -> str:
    """The key under which browsers keep their conversations."""
    return _secret(data_dir, "browser.key")


def session_secret(data_dir: Path) -> str:
    """The key that signs who is signed in."""
    return _secret(data_dir, "session.key")


def _secret(data_dir: Path, name: str) -> str:
    path = data_dir / "secrets" / name
    try:
        if not path.is_file():
            path.parent.mkdir(parents=True, exist_ok=True)
            _write_once(path, secrets.token_hex(32))
        return path.read_text(encoding="ascii").strip()
    except OSError as error:
        raise StorageError(
            f"Không ghi được khoá vào {path} ({error.strerror}); hãy kiểm tra quyền ghi và chỗ trống của thư mục đó."
        ) from error


def _write_once(path: Path, value: str) -> None:
    """Another process may start at the same time: the first one's secret stays."""
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    draft.touch(mode=0o600)
    draft.write_text(value, encoding="ascii")
    try:
        os.link(draft, path)
    except FileExistsError:
        pass
    except OSError:
        draft.replace(path)  # a file system without hard links
        return
    draft.unlink()
