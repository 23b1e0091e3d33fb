"""What every test may rely on: an environment of its own, settings in a temporary folder, no way out of the machine."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

# Before any library reads them, and for child processes too.
os.environ.update(
    HF_HUB_OFFLINE="1",
    TRANSFORMERS_OFFLINE="1",
    HF_HUB_DISABLE_TELEMETRY="1",
    ANONYMIZED_TELEMETRY="False",
    GRADIO_ANALYTICS_ENABLED="False",
    LANGSMITH_TRACING="false",
    LANGCHAIN_TRACING_V2="false",
    TOKENIZERS_PARALLELISM="false",
)
for _name in [name for name in os.environ if name.upper().startswith(("ASSISTANT_", "OPENAI_", "LANGSMITH_API"))]:
    del os.environ[_name]

OFFLINE = Path(__file__).parent / "offline"
sys.path.insert(0, str(OFFLINE))
import network_guard  # noqa: E402 - of that folder; its import installs it

from assistant.settings import Settings  # noqa: E402 - after the environment is set
from tests.fakes import WordCountEmbeddings  # noqa: E402


@pytest.fixture(autouse=True)
def no_way_out() -> Iterator[None]:
    """Fail a test that tried to connect or look up a name outside this machine, even where the error was swallowed."""
    network_guard.attempts.clear()
    yield
    assert not network_guard.attempts, f"tried to leave the machine: {network_guard.attempts}"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings whose data and corpus lie in the test's own folder; nothing is made yet."""
    return Settings(data_dir=tmp_path / "data", corpus_dir=tmp_path / "corpus")


@pytest.fixture
def embeddings() -> WordCountEmbeddings:
    """Vectors that can be computed by hand, in place of the model."""
    return WordCountEmbeddings()


@pytest.fixture
def offline_environment(settings: Settings) -> dict[str, str]:
    """The environment of a child process with these settings that cannot leave the machine either.

    A child that tries says so on standard error and gets a PermissionError.
    """
    return {
        **os.environ,
        "PYTHONPATH": str(OFFLINE),
        "ASSISTANT_DATA_DIR": str(settings.data_dir),
        "ASSISTANT_CORPUS_DIR": str(settings.corpus_dir),
    }
