"""Disks that are full, folders that take no writes, databases that are none."""

from __future__ import annotations

import errno
import os
import resource
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from assistant.errors import IndexBusyError, IndexOutdatedError, StorageError
from assistant.index.catalogue import Catalogue, set_meta
from assistant.index.layout import CATALOGUE, current_build
from assistant.index.reader import open_reader
from assistant.index.storage_errors import told
from assistant.index.writer import open_writer
from assistant.settings import Settings
from ingest.pipeline import Tools, ingest_paths
from tests.fakes import WordCountEmbeddings
from tests.line_documents import read_lines


def ingest(settings: Settings, **texts: str) -> None:
    settings.corpus_dir.mkdir(exist_ok=True)
    for name, text in texts.items():
        (settings.corpus_dir / f"{name}.txt").write_text(text, encoding="utf-8")
    ingest_paths(settings, tools=Tools(embeddings=WordCountEmbeddings(), read=read_lines, suffixes={".txt"}))


def catalogue_file(settings: Settings) -> Path:
    build = current_build(settings.data_dir)
    assert build is not None
    return build / CATALOGUE


@pytest.mark.parametrize(
    ("error", "kind", "words"),
    [
        (sqlite3.OperationalError("database or disk is full"), StorageError, "đã đầy"),
        (sqlite3.OperationalError("disk I/O error"), StorageError, "đã đầy"),
        (sqlite3.OperationalError("attempt to write a readonly database"), StorageError, "quyền ghi"),
        (sqlite3.OperationalError("database is locked"), IndexBusyError, "đang giữ"),
        (sqlite3.DatabaseError("database disk image is malformed"), StorageError, "--rebuild"),
        (OSError(errno.ENOSPC, "No space left on device"), StorageError, "đã đầy"),
        (OSError(errno.EROFS, "Read-only file system"), StorageError, "quyền ghi"),
    ],
)
def test_what_goes_wrong_is_said_in_one_sentence(error: Exception, kind: type[Exception], words: str) -> None:
    with pytest.raises(kind, match=words) as caught, told(Path("kho")):
        raise error

    assert "kho" in str(caught.value)
    assert str(caught.value).count(". ") == 0


def test_other_failures_pass_unchanged() -> None:
    with pytest.raises(FileNotFoundError), told(Path("kho")):
        raise FileNotFoundError(errno.ENOENT, "none")


@pytest.mark.parametrize("kilobytes", [80, 200, 400, 700])
def test_a_disk_that_fills_up_is_said_and_what_was_there_still_answers(kilobytes: int, settings: Settings) -> None:
    ingest(settings, a="đại hội chi bộ\nbầu cấp uỷ")
    (settings.corpus_dir / "b.txt").write_text(
        "\n".join(f"đoạn số {number} nói rất dài dòng về đại hội đảng bộ cơ sở" for number in range(2000)), "utf-8"
    )

    path = str(Path(__file__).parent.parent.parent)
    child = subprocess.run(
        [sys.executable, __file__, str(settings.data_dir), str(settings.corpus_dir), str(kilobytes * 1024)],
        env={**os.environ, "PYTHONPATH": path},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )

    assert child.returncode == 1, child.stderr
    assert "Traceback" not in child.stderr
    assert child.stderr.strip().endswith("phần đã nạp vẫn dùng được.")
    assert child.stdout.split() == ["a-0", "a-1"]
    reader = open_reader(settings, WordCountEmbeddings())
    assert [passage.id for passage, _ in reader.search_dense("đại hội chi bộ", 1)] == ["a-0"]
    ingest(settings)
    assert reader.passage_count() == 2002


def test_a_catalogue_that_is_gone_names_the_command_that_helps(settings: Settings) -> None:
    ingest(settings, a="một")
    catalogue_file(settings).unlink()

    with pytest.raises(StorageError, match="python -m ingest --rebuild"):
        open_reader(settings)
    with pytest.raises(StorageError, match="python -m ingest --rebuild"):
        ingest(settings)


def test_a_catalogue_that_is_no_database_names_the_command_that_helps(settings: Settings) -> None:
    ingest(settings, a="một")
    catalogue_file(settings).write_bytes(b"no database at all " * 300)

    with pytest.raises(StorageError, match="python -m ingest --rebuild"):
        open_reader(settings)
    ingest_paths(
        settings, rebuild=True, tools=Tools(embeddings=WordCountEmbeddings(), read=read_lines, suffixes={".txt"})
    )
    assert open_reader(settings).text("a") == "một"


@pytest.mark.parametrize("version", ["1", "99"])
def test_another_schema_version_is_refused_naming_the_command(version: str, settings: Settings) -> None:
    ingest(settings, a="một")
    build = current_build(settings.data_dir)
    assert build is not None
    catalogue = Catalogue(build)
    with catalogue.changing() as connection:
        set_meta(connection, "schema_version", version)
    catalogue.close()

    with pytest.raises(IndexOutdatedError, match="python -m ingest --rebuild"):
        open_reader(settings)
    with pytest.raises(IndexOutdatedError, match="python -m ingest --rebuild"):
        open_writer(settings, WordCountEmbeddings())


def test_a_data_folder_that_cannot_be_made_is_named(settings: Settings, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.touch()

    for data_dir in (blocked, blocked / "data"):
        with pytest.raises(StorageError, match=f"{data_dir} .*không phải thư mục"):
            open_writer(settings.model_copy(update={"data_dir": data_dir}), WordCountEmbeddings())


def _main(data_dir: str, corpus_dir: str, most_bytes: str) -> int:
    """Ingest where no file may grow beyond a size, as on a disk that fills up; then search what was there before."""
    settings = Settings(data_dir=Path(data_dir), corpus_dir=Path(corpus_dir))
    reader = open_reader(settings, WordCountEmbeddings())
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(most_bytes), int(most_bytes)))
    try:
        ingest(settings)
    except StorageError as error:
        found = reader.search_dense("đại hội chi bộ", 1) + reader.search_lexical(["bau"], 1)
        sys.stdout.write(" ".join(passage.id for passage, _ in found))
        sys.stderr.write(str(error))
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(_main(*sys.argv[1:]))
