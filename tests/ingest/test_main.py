"""The command line of the ingest: what it prints, and with which status it ends."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.index.layout import CATALOGUE, current_build
from assistant.index.writer import open_writer
from assistant.settings import Settings
from ingest.__main__ import main
from ingest.pipeline import Tools
from ingest.progress import ProgressBar
from tests.fakes import WordCountEmbeddings

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def tools(settings: Settings, embeddings: WordCountEmbeddings, monkeypatch: pytest.MonkeyPatch) -> Tools:
    monkeypatch.setenv("ASSISTANT_DATA_DIR", str(settings.data_dir))
    monkeypatch.setenv("ASSISTANT_CORPUS_DIR", str(settings.corpus_dir))
    settings.corpus_dir.mkdir()
    (settings.corpus_dir / "hop.txt").write_text("Chi bộ họp mỗi tháng một lần.\n", encoding="utf-8")
    return Tools(embeddings=embeddings)


def test_the_corpus_goes_in_and_a_summary_says_so(tools: Tools, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([], tools) == 0

    printed = capsys.readouterr()
    assert "1 tệp mới" in printed.out
    assert "Kho hiện có 1 văn bản" in printed.out
    assert printed.err == ""


def test_json_is_all_that_stands_on_standard_output(tools: Tools, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--json"], tools) == 0

    report = json.loads(capsys.readouterr().out)
    assert report["files"] == {"new": 1, "changed": 0, "unchanged": 0, "moved": 0, "removed": 0, "failed": 0}
    assert report["passages"] >= 1
    assert report["failures"] == []


@pytest.mark.parametrize(
    "content",
    [b"\xff\xfe\xff\xd8\x00\x01\xd8", b"caf\xe9 \xf3", b"\x7fELF\x00\x00\x01", b"   \n ", b"---\nid: [1\n---\nA."],
    ids=["odd UTF-16", "Latin-1", "a program", "blank", "broken front matter"],
)
def test_a_bad_file_fails_with_status_one_and_the_others_go_in(
    content: bytes, tools: Tools, settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    (settings.corpus_dir / "xau.md").write_bytes(content)

    assert main([], tools) == 1

    printed = capsys.readouterr().out
    assert "1 tệp mới, 1 tệp lỗi" in printed
    assert "xau.md" in printed
    assert "Traceback" not in printed


def test_a_path_that_does_not_exist_is_named(tools: Tools, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["khong/co"], tools) == 1

    assert capsys.readouterr().err == "Không có tệp hay thư mục khong/co; hãy kiểm tra lại đường dẫn.\n"


def test_an_unknown_setting_is_named(
    tools: Tools, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("ASSISTANT_DATADIR", "x")

    assert main([], tools) == 1

    assert "ASSISTANT_DATADIR" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--remove", "x", "--rebuild"], "--rebuild và --remove không đi cùng nhau"),
        (["--export", "a", "--import", "a"], "--export và --import không đi cùng nhau"),
        (["--watch", "--report"], "--watch và --report không đi cùng nhau"),
        (["--remove", "x", "a.txt"], "--remove chỉ đi cùng --json, không đi cùng đường dẫn"),
        (["--remove", "x", "--force"], "không đi cùng --force"),
        (["--check", "--force"], "--check chỉ đi cùng đường dẫn, không đi cùng --force"),
        (["--watch", "--json"], "--watch chỉ đi cùng đường dẫn và --force, không đi cùng --json"),
        (["--export", "a", "--json"], "--export đi một mình, không đi cùng --json"),
        (["--remove"], "sau --remove còn thiếu một giá trị"),
        (["--remove", ""], "--remove: giá trị trống"),
        (["--unknown"], "không hiểu --unknown"),
        (["--rep"], "không hiểu --rep"),
        ([""], "ĐƯỜNG_DẪN: giá trị trống"),
    ],
)
def test_wrong_usage_ends_with_status_two_and_one_vietnamese_sentence(
    arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)

    assert ended.value.code == 2
    printed = capsys.readouterr().err
    assert told in printed
    assert printed.startswith("Lệnh chưa đúng: ")
    assert printed.count("\n") == 1


def test_the_help_is_vietnamese(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--help"])

    assert ended.value.code == 0
    printed = capsys.readouterr().out
    assert printed.startswith("Cách dùng: python -m ingest")
    assert not [word for word in ("usage", "options", "arguments", "show this") if word in printed]


def test_an_address_cannot_be_watched(tools: Tools, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--watch", "https://vidu.example/trang"], tools) == 1

    assert "Không theo dõi được địa chỉ https://vidu.example/trang" in capsys.readouterr().err


def test_an_export_into_a_folder_that_is_not_there_is_refused_with_its_name(
    tools: Tools, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([], tools) == 0

    assert main(["--export", str(tmp_path / "usb" / "kho.zip")], tools) == 1
    assert f"Không có thư mục {tmp_path / 'usb'}" in capsys.readouterr().err


def test_a_document_is_removed_by_its_id(tools: Tools, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    single = tmp_path / "le.txt"
    single.write_text("Đoàn chủ tịch điều hành đại hội.\n", encoding="utf-8")
    assert main([str(single)], tools) == 0

    assert main(["--remove", "le"], tools) == 0
    assert "1 văn bản đã bỏ" in capsys.readouterr().out
    assert main(["--remove", "le"], tools) == 1
    assert "không có văn bản le" in capsys.readouterr().err


def test_an_ingest_beside_another_is_refused(
    tools: Tools, settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    with open_writer(settings, tools.embeddings):
        assert main([], tools) == 1

    assert "Một lượt nạp khác" in capsys.readouterr().err


def test_the_bar_shows_the_file_and_the_time_left(tools: Tools, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([], replace(tools, progress=ProgressBar(hidden=False))) == 0

    shown = capsys.readouterr().err
    assert "tệp 1/1: hop.txt" in shown
    assert "đoạn/giây, còn khoảng" in shown
    assert "100%" in shown


@pytest.mark.slow
def test_a_run_that_is_interrupted_says_so_and_the_next_one_goes_on(
    settings: Settings, offline_environment: dict[str, str]
) -> None:
    settings.corpus_dir.mkdir()
    for number in range(12):
        text = "\n\n".join(f"Đoạn {number}.{part} nói về đại hội đảng bộ cơ sở năm {part}." for part in range(12))
        (settings.corpus_dir / f"{number}.txt").write_text(text, encoding="utf-8")
    environment = {**offline_environment, "PYTHONPATH": os.pathsep.join([str(ROOT), offline_environment["PYTHONPATH"]])}
    command = [sys.executable, "-m", "ingest"]

    running = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    while running.poll() is None and not _vectors(settings):
        time.sleep(0.05)
    running.send_signal(signal.SIGINT)
    _, errors = running.communicate(timeout=60)

    assert running.returncode == 130, errors
    assert errors.strip().endswith("chạy lại lệnh để nạp tiếp.")
    assert "Traceback" not in errors
    kept = _vectors(settings)
    again = subprocess.run([*command, "--json"], env=environment, capture_output=True, text=True, check=True)
    assert json.loads(again.stdout)["files"]["new"] == 12
    assert json.loads(again.stdout)["embedded"] == _vectors(settings) - kept


def _vectors(settings: Settings) -> int:
    build = current_build(settings.data_dir)
    if build is None or not (build / CATALOGUE).is_file():
        return 0
    connection = sqlite3.connect(build / CATALOGUE, timeout=10)
    try:
        return int(connection.execute("SELECT count(*) FROM vectors").fetchone()[0])
    finally:
        connection.close()


@pytest.mark.slow
def test_a_second_run_with_the_real_model_embeds_nothing_and_is_quick(
    settings: Settings, offline_environment: dict[str, str]
) -> None:
    settings.corpus_dir.mkdir()
    (settings.corpus_dir / "hop.txt").write_text("Chi bộ họp mỗi tháng một lần.\n", encoding="utf-8")
    environment = {**offline_environment, "PYTHONPATH": os.pathsep.join([str(ROOT), offline_environment["PYTHONPATH"]])}

    reports = []
    for _ in range(2):
        done = subprocess.run(
            [sys.executable, "-m", "ingest", "--json"], env=environment, capture_output=True, text=True, check=True
        )
        assert done.stderr == ""
        reports.append(json.loads(done.stdout))

    assert (reports[0]["files"]["new"], reports[1]["files"]["unchanged"]) == (1, 1)
    assert reports[0]["embedded"] > 0
    assert reports[1]["embedded"] == 0
    assert reports[1]["seconds"] < 2
