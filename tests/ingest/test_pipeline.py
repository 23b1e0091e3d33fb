"""A run of the ingest over real folders, with a small reading of files in place of the real one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from assistant.errors import CorpusError
from assistant.settings import Settings
from ingest.pipeline import ingest_paths
from tests.fakes import WordCountEmbeddings
from tests.ingest.desk import Desk, counts
from tests.line_documents import LineDocument, read_lines


def test_files_are_new_unchanged_changed_and_removed(desk: Desk) -> None:
    desk.put("a.txt", "một")
    desk.put("sub/b.md", "hai")
    desk.put("c.txt", "ba")
    assert counts(desk.ingest()) == {"new": 3}

    desk.put("a.txt", "một đổi")
    (desk.corpus / "c.txt").unlink()
    report = desk.ingest()

    assert counts(report) == {"changed": 1, "unchanged": 1, "removed": 1}
    assert desk.texts() == {"a": "một đổi", "b": "hai"}
    assert (report.documents, report.passages) == (2, 2)


def test_an_unchanged_folder_is_neither_read_nor_embedded(desk: Desk) -> None:
    desk.put("a.txt", "một")
    desk.ingest()

    def never(path: Path, root: Path) -> LineDocument:
        raise AssertionError(path)

    desk.tools = replace(desk.tools, read=never)
    report = desk.ingest()

    assert counts(report) == {"unchanged": 1}
    assert report.embedded == 0


def test_only_passages_that_changed_are_embedded_again(desk: Desk) -> None:
    desk.put("a.txt", "id: x\nmột\nhai\nba")
    desk.ingest()
    desk.put("a.txt", "id: x\nmột\nhai đổi\nba")

    report = desk.ingest()

    assert counts(report) == {"changed": 1}
    assert report.embedded == 2  # the passage, and the one sentence in it


def test_a_broken_file_is_reported_and_the_others_go_in(desk: Desk) -> None:
    desk.put("a.txt", "một")
    broken = desk.put("b.txt", "HỎNG")

    report = desk.ingest()

    assert counts(report) == {"new": 1, "failed": 1}
    assert report.failures[0].path == str(broken)
    assert report.failures[0].reason == "Tệp b.txt hỏng; hãy sửa."
    assert "b.txt hỏng" in report.as_text()


def test_a_file_that_breaks_keeps_its_last_good_text(desk: Desk) -> None:
    desk.put("a.txt", "một")
    desk.ingest()
    desk.put("a.txt", "HỎNG")

    report = desk.ingest()

    assert counts(report) == {"failed": 1}
    assert desk.texts() == {"a": "một"}


def test_a_reading_that_fails_in_an_unforeseen_way_costs_one_file(desk: Desk) -> None:
    desk.put("a.txt", "một")
    desk.put("b.txt", "hai")

    def strange(path: Path, root: Path) -> LineDocument:
        if path.name == "b.txt":
            raise ZeroDivisionError("chia cho không")
        return read_lines(path, root)

    desk.tools = replace(desk.tools, read=strange)
    report = desk.ingest()

    assert counts(report) == {"new": 1, "failed": 1}
    assert "ZeroDivisionError" in report.failures[0].reason


def test_a_run_touches_only_the_roots_named_in_it(desk: Desk, tmp_path: Path) -> None:
    desk.put("a.txt", "một")
    other = desk.put("b.txt", "hai", tmp_path / "other")
    desk.ingest()
    desk.ingest(other.parent)
    (desk.corpus / "a.txt").unlink()
    desk.put("c.txt", "ba", other.parent)

    desk.ingest(other.parent)

    assert set(desk.texts()) == {"a", "b", "c"}


@pytest.mark.parametrize("is_there", [True, False], ids=["empty", "missing"])
def test_a_folder_that_is_missing_or_empty_forgets_nothing(is_there: bool, desk: Desk) -> None:
    desk.put("a.txt", "một")
    desk.ingest()
    (desk.corpus / "a.txt").unlink()
    if not is_there:
        desk.corpus.rmdir()

    with pytest.raises(CorpusError, match=str(desk.corpus)):
        desk.ingest()

    assert set(desk.texts()) == {"a"}


def test_a_single_file_is_kept_as_an_original_until_it_is_removed(desk: Desk, tmp_path: Path) -> None:
    desk.put("a.txt", "một")
    desk.ingest()
    single = desk.put("x.txt", "hai", tmp_path)
    assert counts(desk.ingest(single)) == {"new": 1}
    single.unlink()

    desk.ingest()
    rebuilt = desk.ingest(rebuild=True)
    assert counts(rebuilt) == {"new": 2}
    assert set(desk.texts()) == {"a", "x"}

    assert counts(desk.remove("x")) == {"removed": 1}
    assert set(desk.texts()) == {"a"}
    assert list((desk.settings.data_dir / "originals").iterdir()) == []


def test_a_single_file_added_again_replaces_its_document(desk: Desk, tmp_path: Path) -> None:
    single = desk.put("x.txt", "id: x\nhai", tmp_path)
    desk.ingest(single)
    assert counts(desk.ingest(single)) == {"unchanged": 1}

    renamed = desk.put("y.txt", "id: x\nba", tmp_path)
    assert counts(desk.ingest(renamed)) == {"changed": 1}

    assert desk.texts() == {"x": "id: x\nba"}
    assert [path.name for path in (desk.settings.data_dir / "originals").iterdir()] == ["y.txt"]


def test_two_single_files_of_one_name_are_both_kept(desk: Desk, tmp_path: Path) -> None:
    desk.ingest(desk.put("bao-cao.txt", "id: x\nhai", tmp_path / "p"))
    desk.ingest(desk.put("bao-cao.txt", "id: y\nba", tmp_path / "q"))

    assert set(desk.texts()) == {"x", "y"}
    assert counts(desk.ingest(desk.settings.data_dir / "originals")) == {"unchanged": 2}  # named itself


def test_a_single_file_of_a_known_folder_belongs_to_the_folder(desk: Desk) -> None:
    desk.put("a.txt", "một")
    desk.ingest()
    second = desk.put("b.txt", "hai")

    assert counts(desk.ingest(second)) == {"new": 1}
    assert counts(desk.ingest()) == {"unchanged": 2}
    assert not (desk.settings.data_dir / "originals").exists()


def test_an_id_that_another_file_holds_is_refused_naming_both(desk: Desk, tmp_path: Path) -> None:
    first = desk.put("a.txt", "id: x\nmột")
    second = desk.put("b.txt", "id: x\nhai", tmp_path)
    desk.ingest()

    report = desk.ingest(second)

    assert counts(report) == {"failed": 1}
    assert report.failures[0].path == str(second)
    assert str(first) in report.failures[0].reason
    assert desk.texts() == {"x": "id: x\nmột"}


def test_a_copy_of_a_file_waits_without_being_read_again_and_steps_in_when_the_file_goes(desk: Desk) -> None:
    first = desk.put("a.txt", "id: x\nmột")
    desk.put("bản sao/b.txt", "id: x\nmột")

    report = desk.ingest()
    assert counts(report) == {"new": 2}
    assert "b.txt là bản sao" in report.as_text()
    assert counts(desk.ingest()) == {"unchanged": 2}

    first.unlink()
    assert desk.ingest().failures == ()
    assert [one.path for one in desk.reader().documents()] == ["bản sao/b.txt"]
    assert counts(desk.ingest()) == {"unchanged": 1}


def test_a_copy_is_none_any_more_once_the_file_is_edited(desk: Desk) -> None:
    desk.put("a.txt", "id: x\nmột")
    copy = desk.put("b.txt", "id: x\nmột")
    desk.ingest()
    desk.put("a.txt", "id: x\nhai")
    desk.ingest()

    report = desk.ingest()

    assert [failure.path for failure in report.failures] == [str(copy)]
    assert desk.texts() == {"x": "id: x\nhai"}


def test_removing_a_document_does_not_bring_its_copy_in(desk: Desk) -> None:
    desk.put("a.txt", "id: x\nmột")
    desk.put("b.txt", "id: x\nmột")
    desk.ingest()

    desk.remove("x")

    assert desk.texts() == {}


def test_an_original_takes_the_place_of_its_digest_until_it_is_removed(desk: Desk, tmp_path: Path) -> None:
    desk.put("a.txt", "digest: x\ntóm tắt")
    desk.ingest()
    desk.ingest(desk.put("x.txt", "id: x\nnguyên văn", tmp_path))
    (document,) = desk.reader().documents()
    assert desk.texts() == {"x": "id: x\nnguyên văn"}
    assert (document.provenance, document.signer) == ("nguyên văn", "Người ký")

    assert counts(desk.ingest()) == {"unchanged": 1}
    desk.put("a.txt", "digest: x\ntóm tắt mới")
    assert counts(desk.ingest()) == {"changed": 1}
    assert desk.texts() == {"x": "id: x\nnguyên văn"}

    desk.remove("x")
    assert desk.texts() == {"x": "digest: x\ntóm tắt mới"}
    assert counts(desk.ingest()) == {"unchanged": 1}


def test_a_digest_that_comes_after_its_original_stands_back(desk: Desk, tmp_path: Path) -> None:
    desk.ingest(desk.put("x.txt", "id: x\nnguyên văn", tmp_path))
    desk.put("a.txt", "digest: x\ntóm tắt")

    desk.ingest()

    assert desk.texts() == {"x": "id: x\nnguyên văn"}
    desk.ingest(rebuild=True)
    assert desk.texts() == {"x": "id: x\nnguyên văn"}


def test_a_digest_that_stands_back_and_is_deleted_stays_away(desk: Desk, tmp_path: Path) -> None:
    digest = desk.put("a.txt", "digest: x\ntóm tắt")
    desk.put("b.txt", "khác")
    desk.ingest()
    desk.ingest(desk.put("x.txt", "id: x\nnguyên văn", tmp_path))
    digest.unlink()

    desk.ingest()
    desk.remove("x")

    assert set(desk.texts()) == {"b"}


def test_removing_a_document_of_a_folder_says_that_it_will_return(desk: Desk) -> None:
    path = desk.put("a.txt", "một")
    desk.put("b.txt", "hai")
    desk.ingest()

    report = desk.remove("a")

    assert set(desk.texts()) == {"b"}
    assert str(path) in report.as_text()
    assert counts(desk.ingest()) == {"new": 1, "unchanged": 1}


def test_removing_what_is_not_there_names_it(desk: Desk) -> None:
    desk.put("a.txt", "một")
    desk.ingest()

    with pytest.raises(CorpusError, match="khong-co"):
        desk.remove("khong-co")


def test_a_rebuild_takes_up_every_folder_that_the_index_knew(desk: Desk, tmp_path: Path) -> None:
    desk.put("a.txt", "một")
    other = desk.put("b.txt", "hai", tmp_path / "elsewhere" / "deep")
    desk.ingest()
    desk.ingest(other.parent)
    assert set(desk.texts()) == {"a", "b"}

    assert counts(desk.ingest(rebuild=True)) == {"new": 2}
    other.unlink()
    other.parent.rmdir()
    report = desk.ingest(rebuild=True)

    assert counts(report) == {"new": 1, "failed": 1}
    assert report.failures[0].path == str(other.parent)


def test_a_project_that_was_moved_keeps_its_index(settings: Settings, embeddings: WordCountEmbeddings) -> None:
    here = settings.data_dir.parent / "here"
    here.mkdir()
    first = Desk(Settings(data_dir=here / ".data", corpus_dir=here / "corpus"), embeddings)
    first.put("a.txt", "một")
    first.ingest()
    there = here.rename(here.with_name("there"))

    report = ingest_paths(Settings(data_dir=there / ".data", corpus_dir=there / "corpus"), tools=first.tools)

    assert counts(report) == {"unchanged": 1}


def test_hidden_files_links_outside_and_other_formats_are_left_alone(desk: Desk, tmp_path: Path) -> None:
    desk.put("a.txt", "một")
    desk.put(".hidden.txt", "ẩn")
    desk.put(".git/b.txt", "ẩn")
    desk.put("c.xyz", "lạ")
    (desk.corpus / "link.txt").symlink_to(desk.put("outside.txt", "ngoài", tmp_path))

    report = desk.ingest()

    assert set(desk.texts()) == {"a"}
    assert counts(report) == {"new": 1, "failed": 1}
    assert report.ignored == ("c.xyz",)
    assert "c.xyz" in report.as_text()


def test_the_json_has_exactly_the_documented_fields(desk: Desk) -> None:
    desk.put("a.txt", "một")
    desk.put("b.txt", "HỎNG")

    found = desk.ingest().as_json()

    assert set(found) == {"files", "passages", "embedded", "seconds", "failures"}
    assert set(found["files"]) == {"new", "changed", "unchanged", "moved", "removed", "failed"}
    assert set(found["failures"][0]) == {"path", "reason"}
    assert found["seconds"] > 0


def test_progress_names_files_and_reaches_the_end(desk: Desk) -> None:
    desk.put("a.txt", "một")
    desk.put("b.txt", "hai")
    seen: list[object] = []

    class Record:
        def begin(self, total: int, files: int) -> None:
            seen.append((total, files))

        def reading(self, name: str) -> None:
            seen.append(name)

        def reach(self, done: float, passages: float) -> None:
            seen.append(done)

        def close(self) -> None:
            seen.append("closed")

    desk.tools = replace(desk.tools, progress=Record())
    desk.ingest()

    assert seen[:3] == [(len("mộthai".encode()), 2), "a.txt", "b.txt"]
    assert seen[-2:] == [len("mộthai".encode()), "closed"]
