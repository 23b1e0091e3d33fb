"""Export and import as the command line tells them."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.index.reader import open_reader
from assistant.settings import Settings
from ingest.__main__ import main
from ingest.pipeline import Tools
from tests.fakes import WordCountEmbeddings


@pytest.fixture
def tools(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Tools:
    settings.corpus_dir.mkdir()
    (settings.corpus_dir / "hop.txt").write_text("Chi bộ họp mỗi tháng một lần.\n", encoding="utf-8")
    at_machine(settings, monkeypatch)
    return Tools(embeddings=WordCountEmbeddings())


def at_machine(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ASSISTANT_DATA_DIR", str(settings.data_dir))
    monkeypatch.setenv("ASSISTANT_CORPUS_DIR", str(settings.corpus_dir))


def test_an_index_goes_out_and_in_and_the_next_ingest_finds_its_files_unchanged(
    settings: Settings,
    tools: Tools,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main([], tools) == 0
    assert main(["--export", str(tmp_path / "kho.zip")], tools) == 0
    assert "Đã xuất 1 văn bản, 1 đoạn vào tệp" in capsys.readouterr().out
    home = tmp_path / "other"
    home.mkdir()
    settings.corpus_dir.rename(home / "corpus")
    other = Settings(data_dir=home / "data", corpus_dir=home / "corpus")
    at_machine(other, monkeypatch)

    assert main(["--import", str(tmp_path / "kho.zip")], tools) == 0
    assert "Đã nhập 1 văn bản, 1 đoạn từ tệp" in capsys.readouterr().out
    assert main([], tools) == 0

    assert "1 tệp không đổi" in capsys.readouterr().out
    reader = open_reader(other, WordCountEmbeddings())
    assert [one.id for one in reader.documents()] == ["hop"]
    reader.close()


def test_a_file_that_is_no_export_is_refused_in_one_sentence(
    tools: Tools, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "kho.zip").write_bytes(b"PK\x03\x04")

    assert main(["--import", str(tmp_path / "kho.zip")], tools) == 1

    assert "không phải kho xuất bằng --export" in capsys.readouterr().err


def test_export_and_import_take_nothing_else(tools: Tools, tmp_path: Path) -> None:
    with pytest.raises(SystemExit):
        main(["--export", str(tmp_path / "a.zip"), "--rebuild"], tools)
