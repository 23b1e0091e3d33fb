"""The one file in which an index travels: a zip with a manifest that names size and checksum of all it holds.

Nothing of a file is believed before it was checked: names stay below the folder that is unpacked into, no more bytes
are written than the manifest says, and each file must have the checksum that stands there.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO

from assistant.errors import StorageError
from assistant.index.layout import CATALOGUE, ORIGINALS
from assistant.index.storage_errors import full_disk

FORMAT = 1
_MANIFEST = "manifest.json"
_LONGEST_MANIFEST = 2**26
_MOST_DENSE = 200
"""How many times smaller than its content an entry may be; texts and vectors shrink to a third."""
_PIECE = 2**20
_BROKEN = (zipfile.BadZipFile, ValueError, KeyError, NotImplementedError)


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a package says of itself; `files` gives size and SHA-256 by name."""

    schema: str
    fingerprint: str
    files: Mapping[str, tuple[int, str]]


def pack(target: Path, files: Mapping[str, Path], schema: str, fingerprint: str) -> None:
    """Write a package, complete or not at all.

    Raises:
        OSError: the disk is full, or a file cannot be read.
    """
    fresh = target.with_name(f".{target.name}.new")
    try:
        with zipfile.ZipFile(fresh, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package:
            recorded = {name: _add(package, name, path) for name, path in files.items()}
            noted = {"format": FORMAT, "schema": schema, "fingerprint": fingerprint, "files": recorded}
            package.writestr(_MANIFEST, json.dumps(noted, ensure_ascii=False))
        os.replace(fresh, target)
    finally:
        fresh.unlink(missing_ok=True)


def read_manifest(path: Path) -> Manifest:
    """What a package says of itself, checked for form and for names that lead elsewhere.

    Raises:
        StorageError: it is no package, it is cut short, or it names what no package may hold.
    """
    try:
        with zipfile.ZipFile(path) as package:
            if package.getinfo(_MANIFEST).file_size > _LONGEST_MANIFEST:
                raise ValueError(_MANIFEST)
            noted = json.loads(package.read(_MANIFEST))
            entries = [one.filename for one in package.infolist()]
        if noted["format"] != FORMAT:
            raise StorageError(
                f"Tệp {path} theo định dạng {noted['format']}, chương trình này đọc định dạng {FORMAT}; "
                "hãy dùng cùng một phiên bản trên hai máy."
            )
        files = {str(name): (int(size), str(digest)) for name, (size, digest) in noted["files"].items()}
        if sorted(entries) != sorted([*files, _MANIFEST]) or CATALOGUE not in files or not all(map(_is_ours, files)):
            raise ValueError("names")
        return Manifest(str(noted["schema"]), str(noted["fingerprint"]), files)
    except OSError as error:
        raise StorageError(f"Không mở được tệp {path} ({error.strerror}); hãy kiểm tra lại đường dẫn.") from error
    except (*_BROKEN, TypeError, AttributeError, zlib.error) as error:
        raise StorageError(_refusal(path)) from error


def unpack(path: Path, manifest: Manifest, places: Mapping[str, Path]) -> None:
    """Write files of a package to their places.

    Args:
        path: the package.
        manifest: what it says of itself.
        places: where each file goes, by its name, the catalogue among them; nothing may lie there.

    Raises:
        StorageError: a file is not what the manifest says, or the disk has no room for it.
    """
    folder = places[CATALOGUE].parent
    if sum(manifest.files[name][0] for name in places) > shutil.disk_usage(folder).free:
        raise StorageError(full_disk(folder))
    try:
        with zipfile.ZipFile(path) as package:
            for name, place in places.items():
                _extract(package, name, manifest, place)
    except (*_BROKEN, EOFError, RuntimeError, zlib.error) as error:
        raise StorageError(_refusal(path)) from error


def is_safe(path: str) -> bool:
    """Whether a path with slashes stays below the folder that it counts from, on every system."""
    pure = PurePosixPath(path)
    plain = bool(path) and path.isprintable() and not set('\\:*?"<>|') & set(path)
    return plain and not pure.is_absolute() and str(pure) == path and not {"..", "."} & set(pure.parts)


def _is_ours(name: str) -> bool:
    return name == CATALOGUE or (name.startswith(f"{ORIGINALS}/") and is_safe(name))


def _add(package: zipfile.ZipFile, name: str, path: Path) -> tuple[int, str]:
    with path.open("rb") as source, package.open(name, "w", force_zip64=True) as target:
        return _copy(source, target, None)


def _extract(package: zipfile.ZipFile, name: str, manifest: Manifest, place: Path) -> None:
    entry = package.getinfo(name)
    size, digest = manifest.files[name]
    if entry.file_size != size or size > _MOST_DENSE * entry.compress_size + _PIECE:
        raise ValueError(name)
    place.parent.mkdir(parents=True, exist_ok=True)
    with package.open(entry) as source, place.open("xb") as target:
        if _copy(source, target, size) != (size, digest):
            raise ValueError(name)
        target.flush()
        os.fsync(target.fileno())


def _copy(source: IO[bytes], target: IO[bytes], most: int | None) -> tuple[int, str]:
    digest = hashlib.sha256()
    size = 0
    while piece := source.read(_PIECE):
        size += len(piece)
        if most is not None and size > most:
            break
        digest.update(piece)
        target.write(piece)
    return size, digest.hexdigest()


def _refusal(path: Path) -> str:
    return f"Tệp {path} không phải kho xuất bằng --export, hoặc bị cắt cụt hay bị sửa; hãy xuất rồi chép lại."
