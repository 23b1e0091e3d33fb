"""Folders that are followed: which changes matter, and a real process that takes them in."""

from __future__ import annotations

import os
import queue
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from assistant.settings import Settings
from ingest.watching import concerns

ROOT = Path(__file__).parent.parent.parent


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/văn bản/a.docx", True),
        ("/văn bản/mới/a.docx", True),
        ("/văn bản/thư mục đã xoá", True),
        ("/văn bản/.a.swp", False),
        ("/văn bản/.git/x.md", False),
        ("/văn bản/~$a.docx", False),
        ("/văn bản/.data/index-1/catalogue.db", False),
        ("/văn bản/kho/originals/a.md", False),
        ("/nơi khác/a.md", False),
    ],
)
def test_only_changes_of_files_that_people_see_matter(path: str, expected: bool) -> None:
    assert concerns([path], [Path("/văn bản")], Path("/văn bản/kho")) is expected


def test_one_change_that_matters_is_enough() -> None:
    assert concerns(["/v/.x", "/v/a.md"], [Path("/u"), Path("/v")], Path("/d"))
    assert not concerns([], [Path("/v")], Path("/d"))


@pytest.mark.slow
def test_a_followed_folder_is_taken_in_again_after_each_change(
    settings: Settings, offline_environment: dict[str, str]
) -> None:
    settings.corpus_dir.mkdir()
    (settings.corpus_dir / "a.txt").write_text("Chi bộ họp mỗi tháng một lần.\n", encoding="utf-8")
    environment = {**offline_environment, "PYTHONPATH": os.pathsep.join([str(ROOT), offline_environment["PYTHONPATH"]])}
    command = [sys.executable, "-m", "ingest", "--watch"]
    running = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    lines: queue.Queue[str] = queue.Queue()
    assert running.stdout is not None
    listening = threading.Thread(target=lambda: [lines.put(line) for line in running.stdout or ()])
    listening.start()
    try:
        assert "Đang theo dõi" in lines.get(timeout=60)
        assert "1 tệp mới" in lines.get(timeout=60)
        (settings.corpus_dir / "b.txt").write_text("Đoàn chủ tịch điều hành đại hội.\n", encoding="utf-8")
        assert "1 tệp mới, 1 tệp không đổi" in lines.get(timeout=60)
        (settings.corpus_dir / "a.txt").unlink()
        assert "1 tệp không đổi, 1 văn bản đã bỏ" in lines.get(timeout=60)
        running.send_signal(signal.SIGINT)
        assert lines.get(timeout=60) == "Đã thôi theo dõi; phần đã nạp vẫn còn.\n"
        assert running.wait(timeout=60) == 0
    finally:
        running.kill()
        _, errors = running.communicate()
        listening.join()
    assert errors == ""
