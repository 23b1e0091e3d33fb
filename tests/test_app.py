"""Starting the app: a clear sentence where it cannot, and never a traceback."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


def start(**environment):
    return subprocess.run(
        [sys.executable, "app.py"],
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
