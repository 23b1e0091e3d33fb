"""Starting the app: a clear sentence where it cannot, and never a traceback."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from app import CollectionLibrarian, ProgressRelay, for_class
from assistant.errors import DocumentError
from assistant.settings import Settings, read_settings
from assistant.ui.ports import Progress
from ingest.report import IngestReport

ROOT = Path(__file__).resolve().parents[1]


def start(*arguments, **environment):
    return subprocess.run(
        [sys.executable, "app.py", *arguments],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_port_in_use_is_one_sentence_and_exit_1(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]

        result = start(ASSISTANT_PORT=str(port), ASSISTANT_DATA_DIR=str(tmp_path))

    assert result.returncode == 1
    assert result.stderr == (
        f"Cổng {port} trên 127.0.0.1 đang có chương trình khác dùng; "
        "hãy tắt chương trình đó hoặc đặt ASSISTANT_PORT thành số khác.\n"
    )


@pytest.mark.parametrize(
    ("environment", "said"),
    [
        ({"ASSISTANT_HOST": "0.0.0.0"}, "ASSISTANT_ALLOW_OPEN=true"),
        ({"ASSISTANT_HOST": "203.0.113.9", "ASSISTANT_ALLOW_OPEN": "true"}, "Không mở được địa chỉ 203.0.113.9"),
        ({"ASSISTANT_PORT": "many"}, "ASSISTANT_PORT='many' không hợp lệ"),
        ({"ASSISTANT_PROT": "7860"}, "Không có thiết lập nào tên ASSISTANT_PROT"),
    ],
    ids=["open to the network", "not our address", "wrong value", "unknown setting"],
)
def test_wrong_settings_are_one_sentence_and_exit_1(tmp_path, environment, said):
    result = start(ASSISTANT_DATA_DIR=str(tmp_path), **environment)

    assert result.returncode == 1
    assert said in result.stderr
    assert result.stderr.count("\n") == 1


def test_class_without_sign_in_or_a_word_to_open_is_refused(tmp_path):
    result = start("--class", ASSISTANT_DATA_DIR=str(tmp_path), ASSISTANT_PORT="0")

    assert result.returncode == 1
    assert "chưa có đăng nhập" in result.stderr


@pytest.mark.parametrize(
    ("host", "expected"), [("127.0.0.1", "0.0.0.0"), ("localhost", "0.0.0.0"), ("192.168.1.9", "192.168.1.9")]
)
def test_class_opens_to_the_network_and_keeps_a_chosen_address(tmp_path, host, expected):
    settings = for_class(Settings(data_dir=tmp_path, host=host), allow_open=True)

    assert (settings.host, settings.allow_open) == (expected, True)


def test_empty_name_of_the_users_file_means_no_sign_in(monkeypatch):
    monkeypatch.setenv("ASSISTANT_AUTH_FILE", "")

    assert read_settings().auth_file is None


def test_wrong_usage_exits_2():
    assert start("--nonsense").returncode == 2


def test_ingest_progress_reaches_the_screen_as_files():
    told = []
    relay = ProgressRelay(told.append)
    relay.begin(1000, 2)
    relay.reading("a/một.md")
    relay.reach(10, 1)
    relay.reading("b/hai.md")
    relay.close()

    assert told == [Progress(0, 2, "một.md"), Progress(1, 2, "hai.md")]


def test_worker_that_reads_a_file_imports_the_app_without_screens_and_model():
    heavy = "{'gradio', 'fastapi', 'torch', 'chromadb', 'numpy'} & set(sys.modules)"
    code = f"import runpy, sys; runpy.run_path('app.py', run_name='__mp_main__'); sys.exit(str({heavy} or ''))"

    result = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)

    assert result.stderr.strip() == ""


def test_operator_can_have_a_bad_file_taken_in(tmp_path, monkeypatch):
    heard = []

    def taken_in(settings, paths, *, tools):
        heard.append(tools.read)
        return IngestReport()

    monkeypatch.setattr("ingest.pipeline.ingest_paths", taken_in)
    librarian = CollectionLibrarian(Settings(data_dir=tmp_path))
    bad = tmp_path / "khong-dau.txt"
    bad.write_text("Dai hoi chi bo to chuc vao thang ba, dang vien den du va bau chi uy moi cua chi bo. " * 20)

    for force in (False, True):
        librarian.add([bad], lambda _: None, force=force)
    strict, forced = heard

    with pytest.raises(DocumentError, match="Vẫn nạp tệp kém chất lượng"):
        strict(bad, tmp_path)
    assert forced(bad, tmp_path).text.startswith("Dai hoi")
