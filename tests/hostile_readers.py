"""Readings of files that misbehave as a file's first word tells: they wait, eat memory, crash, or leave a child."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from pathlib import Path

from tests.line_documents import LineDocument, read_lines


def read_misbehaving(path: Path, root: Path) -> LineDocument:
    word = path.read_text(encoding="utf-8").split()[0]
    if word == "CHỜ":
        child = subprocess.Popen(["sleep", "300"])
        path.with_suffix(".pid").write_text(str(child.pid))
        child.wait()
    elif word == "ĂN":
        held = []
        while True:
            held.append(bytearray(2**24))
    elif word == "CHẾT":
        time.sleep(0.3)
        os.kill(os.getpid(), signal.SIGKILL)
    elif word == "NGAY":
        os.kill(os.getpid(), signal.SIGKILL)
    return read_lines(path, root)


def where_it_runs(path: Path, root: Path) -> LineDocument:
    path.with_suffix(".ran").write_text(str(os.getpid()))
    return read_lines(path, root)
