"""An index taken to another machine: passages with their vectors and the originals, so that nothing is embedded again.

What is exported is one state of the catalogue, whoever writes meanwhile. What is imported takes the place of the index
there in one step, once all of it was checked; until then, and after a refusal, the present one stays.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.errors import IndexMissingError, IndexOutdatedError, StorageError
from assistant.index import layout, rows
from assistant.index.builds import generation_after
from assistant.index.catalogue import SCHEMA_VERSION, Catalogue, create_catalogue, meta, set_meta
from assistant.index.layout import CATALOGUE, ORIGINALS
from assistant.index.locking import IngestLock
from assistant.index.package_file import Manifest, is_safe, pack, read_manifest, unpack
from assistant.index.records import document_from_json
from assistant.index.snapshots import check_schema
from assistant.index.storage_errors import told
from assistant.index.vector_sets import VectorSetKeeper, forget_set
from assistant.settings import Settings

if TYPE_CHECKING:
    from langchain_core.embeddings import Embeddings

_FRESH = f"{ORIGINALS}.new"
_REPLACED = f"{ORIGINALS}.old"


@dataclass(frozen=True, slots=True)
class Exchanged:
    """What travelled; `lacking` are the originals that the catalogue names and that were not to be found."""

    documents: int
    passages: int
    lacking: tuple[str, ...] = ()


def export_index(settings: Settings, target: Path) -> Exchanged:
    """Write the index with its originals to one file; others may read and write meanwhile.

    Raises:
        IndexMissingError: nothing was ingested yet.
        IndexOutdatedError: another version made the index.
        StorageError: the file cannot be written.
    """
    build = layout.current_build(settings.data_dir)
    if build is None:
        raise IndexMissingError(f"Kho {settings.data_dir} chưa có văn bản nào; hãy chạy: python -m ingest.")
    if not target.parent.is_dir():
        raise StorageError(f"Không có thư mục {target.parent} để ghi tệp xuất; hãy tạo thư mục này hoặc chọn chỗ khác.")
    with told(target.parent), tempfile.TemporaryDirectory(dir=target.parent, prefix=".export-") as folder:
        copy = Path(folder) / CATALOGUE
        with told(settings.data_dir):
            _copy_catalogue(build / CATALOGUE, copy)
        with closing(sqlite3.connect(copy)) as connection:
            check_schema(connection, settings.data_dir)
            named = [one.path for one in rows.holdings(connection) if one.root == ORIGINALS]
            exchanged, fingerprint = _counted(connection), meta(connection, "fingerprint")
        originals = {f"{ORIGINALS}/{path}": settings.data_dir / ORIGINALS / path for path in named}
        there = {name: path for name, path in originals.items() if path.is_file()}
        pack(target, {CATALOGUE: copy, **there}, str(SCHEMA_VERSION), fingerprint)
    lacking = tuple(path for path in named if f"{ORIGINALS}/{path}" not in there)
    return Exchanged(exchanged.documents, exchanged.passages, lacking)


def import_index(settings: Settings, source: Path, embeddings: Embeddings | None = None) -> Exchanged:
    """Put an exported index in the place of the one of these settings.

    Raises:
        IndexBusyError: another process is writing.
        IndexOutdatedError: another model or version made what is to be imported.
        StorageError: the file is no export, is damaged, or there is no room for it.
    """
    from assistant.index.embeddings import fingerprint_of, load_embeddings

    manifest = read_manifest(source)
    _check_origin(manifest, fingerprint_of(embeddings or load_embeddings(settings)), source)
    data_dir = settings.data_dir
    with told(data_dir):
        data_dir.mkdir(parents=True, exist_ok=True)
        with IngestLock(data_dir / layout.LOCK):
            layout.sweep_builds(data_dir)
            shutil.rmtree(data_dir / _FRESH, ignore_errors=True)
            try:
                return _replace(settings, source, manifest)
            finally:
                shutil.rmtree(data_dir / _FRESH, ignore_errors=True)
                layout.sweep_builds(data_dir)


def _replace(settings: Settings, source: Path, manifest: Manifest) -> Exchanged:
    data_dir = settings.data_dir
    replaced = layout.current_build(data_dir)
    build = layout.new_build(data_dir)
    (data_dir / _FRESH).mkdir()
    places = {name: data_dir / _FRESH / name.removeprefix(f"{ORIGINALS}/") for name in manifest.files}
    unpack(source, manifest, places | {CATALOGUE: build / CATALOGUE})
    _check_catalogue(build, manifest, source)
    catalogue = Catalogue(build)
    try:
        with catalogue.changing() as connection:
            forget_set(connection)
            fresh = max(generation_after(replaced), int(meta(connection, "generation")) + 1)
            set_meta(connection, "generation", str(fresh))
            exchanged = _counted(connection)
        VectorSetKeeper(catalogue, settings.chroma_url).bring_up_to_date()
    finally:
        catalogue.close()
    layout.make_current(build)
    _exchange_originals(data_dir)
    return exchanged


def _exchange_originals(data_dir: Path) -> None:
    """Cut off here, the index is right and only a rebuild would miss originals; importing again brings them."""
    shutil.rmtree(data_dir / _REPLACED, ignore_errors=True)
    if (data_dir / ORIGINALS).exists():
        os.replace(data_dir / ORIGINALS, data_dir / _REPLACED)
    os.replace(data_dir / _FRESH, data_dir / ORIGINALS)
    shutil.rmtree(data_dir / _REPLACED, ignore_errors=True)


def _check_origin(manifest: Manifest, fingerprint: str, source: Path) -> None:
    if manifest.schema != str(SCHEMA_VERSION):
        raise IndexOutdatedError(
            f"Tệp {source} chứa kho định dạng {manifest.schema}, chương trình này cần {SCHEMA_VERSION}; "
            "hãy dùng cùng một phiên bản trên hai máy rồi xuất lại."
        )
    if manifest.fingerprint != fingerprint:
        raise IndexOutdatedError(
            f"Kho trong tệp {source} do một mô hình nhúng khác tạo ra; hãy đặt ASSISTANT_EMBEDDING_MODEL như ở máy "
            "đã xuất, hoặc nạp lại từ văn bản."
        )


def _check_catalogue(build: Path, manifest: Manifest, source: Path) -> None:
    """Refuse a database that this program would not have written, before anything else reads it."""
    try:
        with closing(sqlite3.connect(build / CATALOGUE)) as connection, closing(_empty()) as ours:
            connection.execute("PRAGMA trusted_schema = OFF")
            laid_out = "SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name"
            if connection.execute(laid_out).fetchall() != ours.execute(laid_out).fetchall():
                raise ValueError("tables")
            if connection.execute("PRAGMA quick_check").fetchall() != [("ok",)]:
                raise ValueError("integrity")
            if (meta(connection, "schema_version"), meta(connection, "fingerprint")) != (
                manifest.schema,
                manifest.fingerprint,
            ):
                raise ValueError("meta")
            if not all(is_safe(one.path) for one in (*rows.holdings(connection), *rows.shadowed(connection))):
                raise ValueError("paths")
            for (record,) in connection.execute("SELECT record FROM documents"):
                document_from_json(record)
            connection.execute("PRAGMA journal_mode = WAL")
    except (sqlite3.Error, ValueError, TypeError, KeyError, AttributeError) as error:
        message = f"Kho trong tệp {source} bị hỏng hay không do chương trình này ghi ({error}); hãy xuất rồi chép lại."
        raise StorageError(message) from error


def _empty() -> sqlite3.Connection:
    """A catalogue as this version lays it out."""
    with tempfile.TemporaryDirectory() as folder:
        create_catalogue(Path(folder), generation=1, fingerprint="")
        connection = sqlite3.connect(":memory:")
        with closing(sqlite3.connect(Path(folder) / CATALOGUE)) as made:
            made.backup(connection)
    return connection


def _copy_catalogue(source: Path, target: Path) -> None:
    with closing(sqlite3.connect(f"{source.absolute().as_uri()}?mode=ro", uri=True, timeout=30)) as connection:
        connection.execute("VACUUM INTO ?", (str(target),))


def _counted(connection: sqlite3.Connection) -> Exchanged:
    query = "SELECT (SELECT count(*) FROM documents), (SELECT count(*) FROM passages)"
    return Exchanged(*connection.execute(query).fetchone())
