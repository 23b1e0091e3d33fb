"""The converter and the character recognition inside worker processes, under the limits that hold there."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from PIL import Image

from assistant.index.reader import open_reader
from assistant.settings import Settings
from ingest.pipeline import Tools, ingest_paths
from tests.fakes import WordCountEmbeddings
from tests.ingest.files.catalogue import CASES
from tests.ingest.files.making import Workshop, missing_tools

NAMES = ("office letter.doc", "office guidance.odt", "office resolution.pdf", "clean regulation.pdf")
CHOSEN = [one for one in CASES if one.file_name in NAMES]


@pytest.mark.slow
def test_real_programs_read_their_files_and_a_hostile_one_fails_alone(settings: Settings, tmp_path: Path) -> None:
    if lacking := {tool for one in CHOSEN for tool in missing_tools(one)}:
        message = f"missing on this machine: {', '.join(sorted(lacking))}"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    settings.corpus_dir.mkdir()
    workshop = Workshop(tmp_path)
    for one in CHOSEN:
        shutil.copy(workshop.file(one), settings.corpus_dir / one.file_name)
    Image.new("1", (40_000, 40_000)).save(settings.corpus_dir / "bom.png")
    (settings.corpus_dir / "rác.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + os.urandom(100_000))
    tools = Tools(embeddings=WordCountEmbeddings())

    report = ingest_paths(settings, tools=tools)

    failed = {Path(one.path).name: one.reason for one in report.failures}
    assert sorted(failed) == ["bom.png", "rác.doc"], failed
    documents = open_reader(settings, tools.embeddings).documents()
    assert sorted(one.path for one in documents) == sorted(NAMES)
