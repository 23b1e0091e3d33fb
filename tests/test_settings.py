"""Settings are read once, are typed, and every mistake in them is one sentence that names it."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import ValidationError

from assistant import settings as settings_module
from assistant.errors import SettingsError
from assistant.settings import EMBEDDED_MODEL, PREFIX, PROJECT_ROOT, Settings, base_folder, read_settings

NAMES = [PREFIX + name.upper() for name in Settings.model_fields]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project root of the test's own, in which it may write `.env`."""
    (tmp_path / "pyproject.toml").touch()
    monkeypatch.setattr(settings_module, "PROJECT_ROOT", tmp_path)
    return tmp_path


def complaint() -> str:
    with pytest.raises(SettingsError) as caught:
        read_settings()
    return str(caught.value)


def test_defaults_need_no_configuration(project: Path) -> None:
    settings = read_settings()

    assert (settings.host, settings.port) == ("127.0.0.1", 7860)
    assert (settings.chroma_url, settings.llm_base_url, settings.llm_model, settings.embedding_model) == ("",) * 4
    assert settings.auth_file is None


def test_relative_paths_count_from_the_project_root(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir("/")
    monkeypatch.setenv("ASSISTANT_AUTH_FILE", "users/list.txt")

    settings = read_settings()

    assert settings.data_dir == project / ".data"
    assert settings.corpus_dir == project / "docs_corpus"
    assert settings.auth_file == project / "users/list.txt"


def test_absolute_paths_stay(project: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("ASSISTANT_DATA_DIR", str(tmp_path / "elsewhere"))

    assert read_settings().data_dir == tmp_path / "elsewhere"


def test_an_installed_wheel_counts_from_the_current_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings_module, "PROJECT_ROOT", tmp_path / "site-packages")
    monkeypatch.chdir(tmp_path)

    assert base_folder() == tmp_path
    assert read_settings().data_dir == tmp_path / ".data"


def test_the_environment_wins_over_the_file(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (project / ".env").write_text("ASSISTANT_PORT=8001\nASSISTANT_HOST=127.0.0.2\n", encoding="utf-8")
    monkeypatch.setenv("ASSISTANT_PORT", "8002")

    settings = read_settings()

    assert (settings.host, settings.port) == ("127.0.0.2", 8002)


def test_other_variables_are_no_concern(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (project / ".env").write_text("GRADIO_SERVER_PORT=1\nPORT=2\n", encoding="utf-8")
    monkeypatch.setenv("DATA_DIR", "/nowhere")

    settings = read_settings()

    assert settings.port == 7860
    assert settings.data_dir == project / ".data"


@pytest.mark.parametrize("name", ["ASSISTANT_PROT", "assistant_prot"])
def test_an_unknown_variable_in_the_environment_is_refused(
    project: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv(name, "8001")

    assert name in complaint()
    assert "ASSISTANT_PORT" in complaint()


def test_an_unknown_variable_in_the_file_is_refused(project: Path) -> None:
    (project / ".env").write_text("ASSISTANT_PROT=8001\n", encoding="utf-8")

    assert "ASSISTANT_PROT" in complaint()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("ASSISTANT_PORT", "tám nghìn"),
        ("ASSISTANT_PORT", "70000"),
        ("ASSISTANT_PORT", ""),
        ("ASSISTANT_LLM_TIMEOUT_SECONDS", "0"),
    ],
    ids=["not a number", "too large", "empty", "no time at all"],
)
def test_a_wrong_value_is_one_sentence_with_name_and_value(
    project: Path, monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)

    message = complaint()

    assert message.startswith("Thiết lập ")
    assert message.endswith(".")
    assert "\n" not in message
    assert name in message
    assert repr(value) in message


def test_settings_cannot_change_once_read(settings: Settings) -> None:
    with pytest.raises(ValidationError):
        settings.port = 1


def test_the_key_of_the_endpoint_is_not_shown(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ASSISTANT_LLM_API_KEY", "very-secret")

    settings = read_settings()

    assert settings.llm_api_key.get_secret_value() == "very-secret"
    assert "very-secret" not in repr(settings)


def test_every_setting_is_described() -> None:
    assert [name for name, field in Settings.model_fields.items() if not field.description] == []


def test_the_embedded_model_lies_in_the_package() -> None:
    assert EMBEDDED_MODEL.parent.parent == PROJECT_ROOT
    assert {"model.safetensors", "tokenizer.json", "README.md", "LICENSE"} <= {p.name for p in EMBEDDED_MODEL.iterdir()}
