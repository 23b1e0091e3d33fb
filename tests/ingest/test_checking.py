"""The check for people who add documents: which files it takes, how it reports, what it loads."""

import subprocess
import sys
from pathlib import Path

import pytest

from assistant.errors import CorpusError
from ingest.__main__ import main
from ingest.checking import check_corpus
from tests.ingest.checks.sample import NEW, OLD, TODAY, changed

PROJECT = Path(__file__).parent.parent.parent


def test_file_of_another_encoding_is_an_error(tmp_path):
    (tmp_path / "x.md").write_bytes("---\nid: x\n---\nĐiều".encode("utf-16"))

    (finding,) = check_corpus([tmp_path]).findings

    assert finding.message.startswith("tệp không phải văn bản UTF-8")


def test_single_file_is_checked_against_the_documents_beside_it(tmp_path):
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "old.md").write_text(changed(OLD, ("[^1]", "")), encoding="utf-8")
    (tmp_path / "new.md").write_text(NEW, encoding="utf-8")

    report = check_corpus([tmp_path / "new.md"], beside=[folder], today=TODAY)

    assert (report.findings, report.files) == ((), 1)


@pytest.mark.parametrize("name", ["nowhere", "empty"])
def test_path_without_documents_is_refused(tmp_path, name):
    (tmp_path / "empty").mkdir()

    with pytest.raises(CorpusError, match=name):
        check_corpus([tmp_path / name])


def test_command_prints_findings_and_fails_on_errors_only(tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ASSISTANT_CORPUS_DIR", str(tmp_path))
    (tmp_path / "old.md").write_text(OLD, encoding="utf-8")

    assert main(["--check"]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "Đã kiểm tra 1 tệp: 0 lỗi, 1 cảnh báo."
    (tmp_path / "old.md").write_text(changed(OLD, (" [^1]", "")), encoding="utf-8")
    assert main(["--check", str(tmp_path)]) == 1
    assert capsys.readouterr().out.splitlines()[-2].startswith("old.md:17: lỗi: câu này không có nguồn")


def test_command_loads_neither_the_model_nor_the_store(tmp_path):
    (tmp_path / "old.md").write_text(OLD, encoding="utf-8")
    code = (
        "import sys; from ingest.__main__ import main; main(['--check', sys.argv[1]]);"
        " print([name for name in ('torch', 'chromadb', 'transformers') if name in sys.modules])"
    )

    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)], cwd=PROJECT, capture_output=True, text=True, check=True
    )

    assert done.stdout.splitlines()[-1] == "[]"


def test_shipped_corpus_is_in_order():
    assert [str(finding) for finding in check_corpus([PROJECT / "docs_corpus"], today=TODAY).findings] == []
