"""Files that were moved or renamed: their documents stay, neither read nor embedded again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tests.ingest.desk import Desk, counts
from tests.line_documents import LineDocument


def test_a_moved_file_is_not_embedded_again(desk: Desk) -> None:
    moved = desk.put("a.txt", "id: x\nmột")
    desk.ingest()
    moved.rename(desk.corpus / "b.txt")

    report = desk.ingest()

    assert counts(report) == {"moved": 1}
    assert report.embedded == 0
    assert [document.path for document in desk.reader().documents()] == ["b.txt"]


def test_a_file_that_moves_to_another_folder_is_not_read_again(desk: Desk, tmp_path: Path) -> None:
    desk.put("cũ/a.txt", "một")
    other = desk.put("b.txt", "hai", tmp_path / "other")
    desk.ingest()
    desk.ingest(other.parent)
    (desk.corpus / "mới").mkdir()
    (desk.corpus / "cũ" / "a.txt").rename(desk.corpus / "mới" / "a.txt")
    other.rename(desk.corpus / "b.txt")

    def never(path: Path, root: Path) -> LineDocument:
        raise AssertionError(path)

    desk.tools = replace(desk.tools, read=never)
    report = desk.ingest()

    assert counts(report) == {"moved": 2}
    assert "2 tệp đổi chỗ" in report.as_text()
    assert {document.path for document in desk.reader().documents()} == {"mới/a.txt", "b.txt"}
    assert counts(desk.ingest()) == {"unchanged": 2}


def test_a_renamed_file_whose_document_bore_its_name_is_read_anew(desk: Desk) -> None:
    desk.put("a.txt", "một")
    desk.ingest()
    (desk.corpus / "a.txt").rename(desk.corpus / "b.txt")

    assert counts(desk.ingest()) == {"new": 1, "removed": 1}
    assert desk.texts() == {"b": "một"}


def test_a_copy_of_a_file_that_is_still_there_was_not_moved(desk: Desk) -> None:
    desk.put("a.txt", "một")
    desk.ingest()
    desk.put("b.txt", "một")

    assert counts(desk.ingest()) == {"new": 1, "unchanged": 1}
    assert desk.texts() == {"a": "một", "b": "một"}
