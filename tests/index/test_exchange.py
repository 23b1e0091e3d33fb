"""An index taken to another machine in one file, and files that are refused."""

from __future__ import annotations

import json
import sqlite3
import zipfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.errors import IndexMissingError, IndexOutdatedError, StorageError
from assistant.index.catalogue import create_catalogue
from assistant.index.exchange import export_index, import_index
from assistant.index.layout import CATALOGUE, ORIGINALS, current_build
from assistant.index.package_file import is_safe
from assistant.index.reader import IndexReader, open_reader
from assistant.index.writer import open_writer
from assistant.settings import Settings
from ingest.pipeline import Tools, ingest_paths
from ingest.report import IngestReport
from tests.fakes import WordCountEmbeddings
from tests.line_documents import read_lines

LINES = "bầu ban kiểm phiếu\nđọc diễn văn khai mạc"


def ingest(settings: Settings, *paths: Path, rebuild: bool = False) -> IngestReport:
    tools = Tools(embeddings=WordCountEmbeddings(), read=read_lines, suffixes={".txt"})
    return ingest_paths(settings, paths, rebuild=rebuild, tools=tools)


def other_machine(tmp_path: Path, corpus: str = "corpus") -> Settings:
    home = tmp_path / "other"
    home.mkdir(exist_ok=True)
    return Settings(data_dir=home / "data", corpus_dir=home / corpus)


def reader_of(settings: Settings) -> IndexReader:
    return open_reader(settings, WordCountEmbeddings())


@pytest.fixture
def filled(settings: Settings, tmp_path: Path) -> Settings:
    settings.corpus_dir.mkdir()
    (settings.corpus_dir / "a.txt").write_text(LINES, encoding="utf-8")
    added = tmp_path / "b.txt"
    added.write_text("thư ký ghi biên bản", encoding="utf-8")
    ingest(settings)
    ingest(settings, added)
    added.unlink()
    return settings


@pytest.fixture
def package(filled: Settings, tmp_path: Path) -> Path:
    path = tmp_path / "kho.zip"
    export_index(filled, path)
    return path


def test_another_machine_answers_alike_and_embeds_nothing(filled: Settings, package: Path, tmp_path: Path) -> None:
    other = other_machine(tmp_path)

    done = import_index(other, package, WordCountEmbeddings())

    assert (done.documents, done.passages, done.lacking) == (2, 3, ())
    ours, theirs = reader_of(filled), reader_of(other)
    theirs.load()
    assert theirs.documents() == ours.documents()
    assert theirs.search_lexical(["kiem", "phieu"], 5) == ours.search_lexical(["kiem", "phieu"], 5)
    mine, other_found = (dict(one.search_dense("ghi biên bản", 5)) for one in (ours, theirs))
    assert other_found == pytest.approx(mine, abs=1e-3)
    assert (other.data_dir / ORIGINALS / "b.txt").read_text(encoding="utf-8") == "thư ký ghi biên bản"
    assert len(list(other.data_dir.glob("index-*/vectors-*"))) == 1
    ours.close()
    theirs.close()


@pytest.mark.parametrize("corpus", ["corpus", "elsewhere/texts"], ids=["same place", "another place"])
def test_the_next_ingest_of_the_same_files_embeds_nothing(
    filled: Settings, package: Path, tmp_path: Path, corpus: str
) -> None:
    other = other_machine(tmp_path, corpus)
    import_index(other, package, WordCountEmbeddings())
    other.corpus_dir.mkdir(parents=True)
    (other.corpus_dir / "a.txt").write_text(LINES, encoding="utf-8")

    report = ingest(other)

    assert (report.new, report.removed, report.embedded, report.documents) == (0, 0, 0, 2)
    assert report.unchanged == (1 if corpus == "corpus" else 0)


def test_an_ingest_of_other_files_leaves_the_documents_of_a_folder_that_this_machine_lacks(
    filled: Settings, package: Path, tmp_path: Path
) -> None:
    other = other_machine(tmp_path, "own")
    import_index(other, package, WordCountEmbeddings())
    other.corpus_dir.mkdir()
    (other.corpus_dir / "c.txt").write_text("chuẩn bị văn kiện", encoding="utf-8")

    report = ingest(other)

    assert (report.new, report.removed, report.documents) == (1, 0, 3)


def test_a_reader_left_open_finds_what_was_imported(filled: Settings, package: Path, tmp_path: Path) -> None:
    other = other_machine(tmp_path)
    other.corpus_dir.mkdir()
    (other.corpus_dir / "x.txt").write_text("một văn bản khác", encoding="utf-8")
    ingest(other)
    reader = reader_of(other)
    reader.load()
    assert [one.id for one in reader.documents()] == ["x"]

    import_index(other, package, WordCountEmbeddings())

    assert [one.id for one in reader.documents()] == ["a", "b"]
    assert reader.search_dense("biên bản", 1)[0][0].document_id == "b"
    reader.close()


def test_an_original_that_is_gone_is_named(filled: Settings, tmp_path: Path) -> None:
    (filled.data_dir / ORIGINALS / "b.txt").unlink()

    assert export_index(filled, tmp_path / "kho.zip").lacking == ("b.txt",)


def test_nothing_ingested_is_nothing_to_export(settings: Settings, tmp_path: Path) -> None:
    with pytest.raises(IndexMissingError):
        export_index(settings, tmp_path / "kho.zip")


def rewritten(package: Path, change: Callable[[dict[str, bytes]], None]) -> None:
    with zipfile.ZipFile(package) as held:
        files = {name: held.read(name) for name in held.namelist()}
    change(files)
    with zipfile.ZipFile(package, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in files.items():
            target.writestr(name, content)


def change_manifest(**values: object) -> Callable[[dict[str, bytes]], None]:
    def change(files: dict[str, bytes]) -> None:
        files["manifest.json"] = json.dumps(json.loads(files["manifest.json"]) | values).encode()

    return change


def with_file(name: str, content: bytes, size: int | None = None) -> Callable[[dict[str, bytes]], None]:
    def change(files: dict[str, bytes]) -> None:
        import hashlib

        manifest = json.loads(files["manifest.json"])
        digest = hashlib.sha256(content).hexdigest()
        manifest["files"][name] = [len(content) if size is None else size, digest]
        files |= {name: content, "manifest.json": json.dumps(manifest).encode()}

    return change


def foreign_database(files: dict[str, bytes], tmp_path: Path) -> None:
    create_catalogue(tmp_path, generation=1, fingerprint=WordCountEmbeddings().fingerprint)
    with closing(sqlite3.connect(tmp_path / CATALOGUE)) as connection:
        connection.execute("CREATE TRIGGER t AFTER INSERT ON meta BEGIN DELETE FROM documents; END")
        connection.execute("PRAGMA journal_mode = DELETE")
    with_file(CATALOGUE, (tmp_path / CATALOGUE).read_bytes())(files)


def climbing_path(files: dict[str, bytes], tmp_path: Path) -> None:
    database = tmp_path / CATALOGUE
    database.write_bytes(files[CATALOGUE])
    with closing(sqlite3.connect(database, isolation_level=None)) as connection:
        connection.execute("UPDATE documents SET path = '../../b.txt' WHERE id = 'b'")
    with_file(CATALOGUE, database.read_bytes())(files)


REFUSED: dict[str, Callable[[dict[str, bytes]], None]] = {
    "climbs out": with_file("originals/../../x.txt", b"x"),
    "absolute": with_file("/x.txt", b"x"),
    "beside the originals": with_file("current", b"index-9"),
    "a drive": with_file("originals/C:\\x.txt", b"x"),
    "more than it says": with_file("originals/x.txt", b"xxxx", size=2),
    "a bomb": with_file("originals/x.txt", bytes(2**26)),
    "absurd size": with_file("originals/x.txt", b"x", size=2**60),
    "negative size": with_file("originals/x.txt", b"x", size=-5),
    "another checksum": lambda files: files.update({CATALOGUE: files[CATALOGUE][:-1] + b"x"}),
    "an entry that is not named": lambda files: files.update({"originals/y.txt": b"y"}),
    "no manifest": lambda files: files.__delitem__("manifest.json"),
    "a manifest of another form": lambda files: files.update({"manifest.json": b"[1]"}),
    "a newer form": change_manifest(format=2),
    "a newer schema": change_manifest(schema="999"),
    "another model": change_manifest(fingerprint="other"),
    "no database": with_file(CATALOGUE, b"SELECT 1"),
}


@pytest.fixture
def answering(tmp_path: Path) -> Settings:
    other = other_machine(tmp_path)
    other.corpus_dir.mkdir()
    (other.corpus_dir / "x.txt").write_text("một văn bản khác", encoding="utf-8")
    ingest(other)
    return other


def refused(other: Settings, package: Path) -> None:
    before = current_build(other.data_dir)
    with pytest.raises((StorageError, IndexOutdatedError)) as raised:
        import_index(other, package, WordCountEmbeddings())
    assert raised.value.args[0].endswith((".",))
    assert current_build(other.data_dir) == before
    assert sorted(one.name for one in other.data_dir.iterdir()) == ["current", "index-1", "ingest.lock"]
    reader = reader_of(other)
    assert [one.id for one in reader.documents()] == ["x"]
    reader.close()


@pytest.mark.parametrize("change", REFUSED.values(), ids=REFUSED)
def test_a_file_that_is_no_honest_export_is_refused_and_the_index_stays(
    change: Callable[[dict[str, bytes]], None], answering: Settings, package: Path
) -> None:
    rewritten(package, change)
    refused(answering, package)


@pytest.mark.parametrize("spoil", [foreign_database, climbing_path])
def test_a_database_that_this_program_would_not_have_written_is_refused(
    spoil: Callable[[dict[str, bytes], Path], None], answering: Settings, package: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "spoilt"
    folder.mkdir()
    rewritten(package, lambda files: spoil(files, folder))
    refused(answering, package)


@pytest.mark.parametrize("share", [0.0, 0.3, 0.9, 0.999])
def test_a_file_cut_short_is_refused_and_the_index_stays(share: float, answering: Settings, package: Path) -> None:
    content = package.read_bytes()
    package.write_bytes(content[: int(share * len(content))])
    refused(answering, package)


def test_a_file_that_is_not_there_is_named(answering: Settings, tmp_path: Path) -> None:
    with pytest.raises(StorageError, match=r"gone\.zip"):
        import_index(answering, tmp_path / "gone.zip", WordCountEmbeddings())


def test_an_export_during_writes_is_one_state(filled: Settings, tmp_path: Path) -> None:
    with open_writer(filled, WordCountEmbeddings()) as writer:
        document, holding = writer.document("a"), writer.holdings()[0]
        reader = reader_of(filled)
        passages, text = reader.passages("a"), reader.text("a")
        reader.close()
        writer.replace(replace(document, title="giữa chừng"), text, passages, holding)
        export_index(filled, tmp_path / "kho.zip")
        writer.remove("a")
    other = other_machine(tmp_path)
    import_index(other, tmp_path / "kho.zip", WordCountEmbeddings())
    there = reader_of(other)
    assert [one.title for one in there.documents()] == ["giữa chừng", "b"]
    assert len(there.search_lexical(["kiem", "phieu"], 5)) == 1
    there.close()


@pytest.mark.parametrize("path", ["a.txt", "a/b c.docx", "Chỉ thị số 35.pdf"])
def test_plain_paths_are_safe(path: str) -> None:
    assert is_safe(path)


@pytest.mark.parametrize("path", ["", "/a", "../a", "a/../b", "a//b", "./a", "a\\b", "C:a", "a\x00b", "a\nb", "a/"])
def test_paths_that_lead_elsewhere_are_not(path: str) -> None:
    assert not is_safe(path)
