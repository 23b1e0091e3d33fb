import pytest

from ingest.checking import check_corpus
from tests.ingest.checks.sample import TODAY


@pytest.fixture
def corpus(tmp_path):
    """Put documents into a folder of their own and check them; findings as "file:line: message"."""

    def check(**texts):
        for name, text in texts.items():
            (tmp_path / f"{name}.md").write_text(text, encoding="utf-8")
        report = check_corpus([tmp_path], today=TODAY)
        return [str(finding).removeprefix(f"{tmp_path}/") for finding in report.findings]

    return check
