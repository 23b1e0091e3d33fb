"""Files that mean harm or are broken, beside a good one: each is refused or harmless, the good one goes in."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from assistant.index.reader import open_reader
from assistant.settings import Settings
from ingest.pipeline import Tools, ingest_paths
from tests.fakes import WordCountEmbeddings
from tests.ingest.files.hostile import GOOD_WORDS
from tests.ingest.files.hostile_catalogue import HOSTILE, Hostile

_TECHNICAL = re.compile(r"Traceback|Error\b|Exception|0x[0-9a-f]{4}|\n")
_LONGEST_SECONDS = 12  # for one file, instead of the usual minutes
_GOOD_FILE = "họp thường kỳ.txt"


@dataclass(frozen=True)
class Outcome:
    """What an ingest of a folder left: the stored texts by path, the reasons by path."""

    texts: dict[str, str]
    reasons: dict[str, str]

    def of(self, one: Hostile) -> tuple[str | None, str | None]:
        """The stored text and the reason of refusal of one file."""
        return _under(self.texts, one.name), _under(self.reasons, one.name)


def _under(found: dict[str, str], name: str) -> str | None:
    """Look up a name; one with control signs may be shown without them."""
    tail = re.split(r"[^\w .]", name)[-1]
    return next((value for path, value in found.items() if path.endswith(tail)), None)


def _ingest(base: Path, *, slow: bool) -> Outcome:
    """Make the quick or the slow files in a folder beside a good one, and ingest it."""
    folder = base / "thư mục"
    folder.mkdir()
    (folder / _GOOD_FILE).write_text(GOOD_WORDS, "utf-8")
    for one in HOSTILE:
        if one.slow is slow:
            one.make(folder / one.name)
    before = _files_around(folder)
    settings, embeddings = Settings(data_dir=base / "data", corpus_dir=folder), WordCountEmbeddings()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("ingest.limits.seconds_for", lambda path, size: _LONGEST_SECONDS)
        report = ingest_paths(settings, [folder], tools=Tools(embeddings=embeddings))
    assert _files_around(folder) == before
    reader = open_reader(settings, embeddings)
    texts = {document.path: reader.text(document.id) for document in reader.documents()}
    reader.close()
    return Outcome(texts, {failure.path: failure.reason for failure in report.failures})


@pytest.fixture(scope="module")
def after_quick_ones(tmp_path_factory) -> Outcome:
    return _ingest(tmp_path_factory.mktemp("quick"), slow=False)


@pytest.fixture(scope="module")
def after_slow_ones(tmp_path_factory) -> Outcome:
    return _ingest(tmp_path_factory.mktemp("slow"), slow=True)


@pytest.fixture
def ingested(request) -> Callable[[bool], Outcome]:
    """What the ingest of the quick or the slow files left; done once for all tests."""
    return lambda slow: request.getfixturevalue("after_slow_ones" if slow else "after_quick_ones")


def _files_around(folder: Path) -> set[str]:
    """What lies in and beside the folder, the data apart."""
    return {str(path) for path in folder.parent.rglob("*") if "data" not in path.relative_to(folder.parent).parts[:1]}


def _parameters():
    return [pytest.param(one, id=one.id, marks=[pytest.mark.slow] if one.slow else []) for one in HOSTILE]


@pytest.mark.parametrize("one", _parameters())
def test_harm_is_refused_with_a_plain_sentence_or_comes_to_nothing(one: Hostile, ingested):
    text, reason = ingested(one.slow).of(one)

    if text is not None:
        assert one.read, "it went in, and must be refused"
        assert one.holds in text
    elif reason is not None:
        assert one.refused, f"it must be read, and was refused: {reason}"
        assert re.search(one.refused, reason)
        assert not _TECHNICAL.search(reason)
    else:
        assert one.ignored, "it was neither read nor refused"


@pytest.mark.parametrize("one", _parameters())
def test_nothing_that_was_hidden_in_a_file_is_stored(one: Hostile, ingested):
    texts = ingested(one.slow).texts

    assert not one.lacks or all(one.lacks not in text for text in texts.values())


@pytest.mark.parametrize("slow", [False, pytest.param(True, marks=pytest.mark.slow)])
def test_good_file_beside_them_goes_in(ingested, slow: bool):
    assert ingested(slow).texts[_GOOD_FILE] == GOOD_WORDS
