"""Heavy libraries are loaded by the work that needs them, and by no other."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from assistant.index.writer import open_writer
from assistant.settings import Settings
from ingest.pipeline import ingest_paths
from tests.fakes import WordCountEmbeddings

ROOT = Path(__file__).parent.parent.parent
HEAVY = ("torch", "chromadb", "sentence_transformers", "transformers", "gradio")
READING = """
from assistant.index.reader import open_reader
from assistant.settings import read_settings
reader = open_reader(read_settings())
reader.documents(), reader.passages("x"), reader.generation()
reader.search_lexical(["chi", "bo"], 5), reader.search_phrase("chi bộ", 5), reader.document_frequency("chi_bo")
"""


def loaded_by(code: str, environment: dict[str, str]) -> set[str]:
    """The heavy libraries that a process holds after running some code."""
    code += f"\nimport sys; sys.stderr.write(' '.join(set({HEAVY!r}) & set(sys.modules)))"
    path = os.pathsep.join([str(ROOT), environment["PYTHONPATH"]])
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**environment, "PYTHONPATH": path},
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stderr.split())


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        pytest.param(READING, set(), id="reading without dense search"),
        pytest.param("from ingest.__main__ import main; main(['--json'])", set(), id="ingest of an unchanged corpus"),
        pytest.param("import ingest.__main__", set(), id="help of the ingest"),
        pytest.param("import assistant.index.dense, assistant.index.embeddings", set(), id="the modules themselves"),
    ],
)
def test_only_what_is_needed_is_loaded(
    code: str, expected: set[str], settings: Settings, offline_environment: dict[str, str]
) -> None:
    settings.corpus_dir.mkdir()
    with open_writer(settings):
        pass  # an index of the real model: its fingerprint must do without the weights
    (settings.corpus_dir / "hong.txt").write_bytes(b"\x00\x01\x02" * 50)

    assert loaded_by(code, offline_environment) == expected


@pytest.mark.parametrize(("prepared", "expected"), [(False, set()), (True, {"chromadb"})])
def test_a_process_that_asks_once_of_a_small_collection_does_without_chroma(
    prepared: bool, expected: set[str], settings: Settings, offline_environment: dict[str, str]
) -> None:
    settings.corpus_dir.mkdir()
    (settings.corpus_dir / "a.txt").write_text("Chi bộ họp mỗi tháng một lần.", encoding="utf-8")
    from ingest.pipeline import Tools

    ingest_paths(settings, tools=Tools(embeddings=WordCountEmbeddings()))
    code = f"""
from assistant.index.reader import open_reader
from assistant.settings import read_settings
from tests.fakes import WordCountEmbeddings
reader = open_reader(read_settings(), WordCountEmbeddings())
if {prepared}: reader.load()
assert reader.search_dense("chi bộ", 3)
"""

    assert loaded_by(code, offline_environment) == expected
