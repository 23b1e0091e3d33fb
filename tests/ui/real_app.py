"""Starts app.py itself, with the embedded model, over a data folder of its own and one operator."""

import os
import re
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

from assistant.ui.users import new_user, write_users

ROOT = Path(__file__).resolve().parents[2]
OPERATOR, PASSWORD = "an", "mat khau dai"


class RealApp:
    """The process, its address, and the environment by which other programs reach the same collection."""

    def __init__(self, folder, settings):
        write_users(folder / "users", [new_user(OPERATOR, PASSWORD, "operator")])
        defaults = {"data_dir": folder / "data", "corpus_dir": folder / "corpus", "auth_file": folder / "users"}
        settings = {"port": 0, **defaults, **settings}
        self.data_dir = settings["data_dir"]
        self.environment = os.environ | {f"ASSISTANT_{name.upper()}": str(value) for name, value in settings.items()}

    def ingest(self, *arguments):
        """Begin an ingest into the collection, in a process of its own."""
        return subprocess.Popen(
            [sys.executable, "-m", "ingest", *map(str, arguments)],
            cwd=ROOT,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    @contextmanager
    def running(self):
        """Serve; gives the address."""
        self.process = subprocess.Popen(
            [sys.executable, "app.py"], cwd=ROOT, env=self.environment, stdout=subprocess.PIPE, text=True
        )
        try:
            found = (re.search(r"http://127\.0\.0\.1:\d+", line) for line in self.process.stdout)
            self.address = next(one[0] for one in found if one)
            yield self
        finally:
            self.process.terminate()
            self.process.wait(20)
            self.process.stdout.close()


def sign_in(page):
    page.get_by_label("Tên").fill(OPERATOR)
    page.get_by_label("Mật khẩu").fill(PASSWORD)
    page.get_by_role("button", name="Đăng nhập").click()
