"""The report from the catalogue: on the command line, as JSON, and in the summary of an ingest."""

import json

import pytest

from app import CollectionLibrarian
from ingest import pipeline
from ingest.__main__ import main
from ingest.health.collection import Collection
from ingest.health.report import HealthReport
from ingest.pipeline import Tools
from tests.ingest.health import texts


@pytest.fixture
def tools(settings, embeddings, monkeypatch):
    monkeypatch.setenv("ASSISTANT_DATA_DIR", str(settings.data_dir))
    monkeypatch.setenv("ASSISTANT_CORPUS_DIR", str(settings.corpus_dir))
    settings.corpus_dir.mkdir()
    for name, text in (
        ("lanh.txt", texts.HEALTHY),
        ("huong-dan.txt", texts.OFFICIAL),
        ("huong-dan-2.txt", texts.OFFICIAL.replace("Số 12-HD/TU\n", "").replace("bốn trang", "năm trang")),
        ("tach.txt", texts.split(texts.ENGLISH + texts.HEALTHY * 2, 0.1)),
    ):
        (settings.corpus_dir / name).write_text(text, encoding="utf-8")
    return Tools(embeddings=embeddings)


def test_the_summary_counts_files_that_want_attention_and_names_the_command(tools, capsys):
    assert main([], tools) == 0

    assert "2 tệp trong kho có điều cần xem lại: python -m ingest --report." in capsys.readouterr().out


def test_a_healthy_collection_needs_no_line_in_the_summary(tools, settings, capsys):
    for name in ("tach.txt", "huong-dan-2.txt"):
        (settings.corpus_dir / name).unlink()

    assert main([], tools) == 0

    assert "--report" not in capsys.readouterr().out


def test_the_report_is_read_from_the_catalogue_alone(tools, settings, monkeypatch, capsys):
    main([], tools)
    for path in settings.corpus_dir.iterdir():
        path.write_bytes(b"\0")
    monkeypatch.setattr(pipeline, "open_writer", None)
    capsys.readouterr()

    assert main(["--report"]) == 0

    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "Kho có 4 văn bản: 2 hướng dẫn và 2 khác."
    assert "2 tệp có điều cần xem lại." in lines
    assert any(line.startswith("Cần xem lại: tach.txt (mã tach): Nhiều chữ bị tách rời") for line in lines)
    assert any(line.startswith("Trùng: văn bản huong-dan-2 giống khoảng 9") for line in lines)
    assert "Chưa rõ số hiệu: huong-dan-2." in lines
    assert CollectionLibrarian(settings).report() == tuple(lines)


def test_the_json_has_the_documented_form(tools, settings, capsys):
    main([], tools)
    capsys.readouterr()

    assert main(["--report", "--json"]) == 0

    report = json.loads(capsys.readouterr().out)
    assert list(report) == ["collection", "files"]
    assert report["collection"]["files"] == {"grave": 0, "warning": 2, "note": 0, "clean": 2}
    assert report["collection"]["formats"] == {".txt": 4}
    assert report["collection"]["missing"] == []
    (duplicate,) = report["collection"]["duplicates"]
    assert set(duplicate) == {"keep", "drop", "similarity", "exact"}
    assert [len(one["findings"]) > 0 for one in report["files"]] == [True, True, False, False]
    (file,) = (one for one in report["files"] if one["document_id"] == "tach")
    assert file["path"] == str(settings.corpus_dir / "tach.txt")
    assert set(file["findings"][0]) == {"code", "severity", "text", "figures"}


def test_without_an_index_the_report_names_the_command(settings, monkeypatch, capsys):
    monkeypatch.setenv("ASSISTANT_DATA_DIR", str(settings.data_dir))

    assert main(["--report"]) == 1

    assert "hãy chạy: python -m ingest" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [["--report", "a.txt"], ["--report", "--rebuild"], ["--report", "--remove", "x"]])
def test_the_report_goes_with_json_alone(arguments):
    with pytest.raises(SystemExit) as ended:
        main(arguments)

    assert ended.value.code == 2


def test_a_collection_too_large_to_search_for_what_is_missing_says_so():
    report = HealthReport(Collection(0, {}, {}, {}, (), (), (), None), ())

    assert report.as_json()["collection"]["missing"] is None
    assert "documents --missing" in report.as_lines()[-1]
