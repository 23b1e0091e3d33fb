"""Floors just below the measured quality, on the part of the gold set that nothing was tuned on; slow."""

from pathlib import Path

import pytest

from assistant.build import build_assistant
from assistant.evaluation import evaluate, summarize
from assistant.questions import read_questions
from assistant.settings import Settings
from ingest.pipeline import ingest_paths

HERE = Path(__file__).parent
CORPUS = HERE.parent.parent / "docs_corpus"
EVERY = 3  # one question in three: the whole set is `make eval`


@pytest.fixture(scope="module")
def row(tmp_path_factory):
    settings = Settings(data_dir=tmp_path_factory.mktemp("quality"), corpus_dir=CORPUS)
    report = ingest_paths(settings)
    assert not report.failures
    questions = read_questions(HERE / "gold-test.jsonl")[::EVERY]
    return summarize(evaluate(build_assistant(settings), questions))["tất cả"]


@pytest.mark.slow
def test_every_quotation_is_exact(row):
    assert row["quotes_exact"] == 1.0


@pytest.mark.slow
@pytest.mark.parametrize(
    ("measure", "floor"),
    [("evidence_4000", 0.86), ("facts", 0.75), ("right_document", 0.86), ("declined_rightly", 0.40)],
)
def test_quality_does_not_fall_below_its_floor(row, measure, floor):
    assert row[measure] >= floor


@pytest.mark.slow
@pytest.mark.parametrize(("measure", "ceiling"), [("declined_wrongly", 0.08), ("median_length", 1300)])
def test_quality_does_not_rise_above_its_ceiling(row, measure, ceiling):
    assert row[measure] <= ceiling


def test_the_evidence_of_the_gold_set_stands_in_the_corpus():
    texts = {path.stem: path.read_text(encoding="utf-8") for path in CORPUS.glob("*.md")}
    for name in ("gold-dev.jsonl", "gold-test.jsonl"):
        for question in read_questions(HERE / name):
            for evidence in question.evidence:
                assert any(evidence in texts[one] for one in question.documents), (question.id, evidence)
