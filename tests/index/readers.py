"""Processes that keep a reader open while another one writes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from assistant.index.reader import open_reader
from assistant.settings import Settings
from tests.fakes import WordCountEmbeddings

ROOT = Path(__file__).parent.parent.parent


class Asker:
    """A process that keeps a reader open and answers searches line by line."""

    def __init__(self, settings: Settings, mode: str) -> None:
        command = [sys.executable, __file__, str(settings.data_dir), mode]
        url = settings.chroma_url
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "ASSISTANT_CHROMA_URL": url}
        self._errors = tempfile.TemporaryFile(mode="w+", encoding="utf-8")  # noqa: SIM115 - closed by close
        self.process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._errors,
            text=True,
            encoding="utf-8",
            env=environment,
        )

    def texts(self, question: str) -> dict[str, list[str]]:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(question + "\n")
        self.process.stdin.flush()
        answer: dict[str, list[str]] = json.loads(self.process.stdout.readline())
        return answer

    def errors(self) -> str:
        self._errors.seek(0)
        return self._errors.read()

    def close(self) -> None:
        self.process.communicate()
        self._errors.close()


def _main(data_dir: str, mode: str) -> None:
    reader = open_reader(Settings(data_dir=Path(data_dir)), WordCountEmbeddings())
    if mode == "chroma":
        reader.load()
    for question in sys.stdin:
        found = {
            "dense": [passage.text for passage, _ in reader.search_dense(question, 5)],
            "lexical": [passage.text for passage, _ in reader.search_lexical(["kiem", "phieu"], 5)],
        }
        sys.stdout.write(json.dumps(found) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    _main(*sys.argv[1:])
