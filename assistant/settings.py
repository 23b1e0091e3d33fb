"""The settings: one typed class, read once at an entry point; it opens nothing and builds nothing."""

from __future__ import annotations

import os
from pathlib import Path

from dotenv import dotenv_values
from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from assistant.errors import SettingsError

PREFIX = "ASSISTANT_"
PROJECT_ROOT = Path(__file__).resolve().parent.parent
EMBEDDED_MODEL = Path(__file__).resolve().parent / "model"


def base_folder() -> Path:
    """Where relative paths count from: the project root, or the current folder in an installed wheel."""
    return PROJECT_ROOT if (PROJECT_ROOT / "pyproject.toml").is_file() else Path.cwd()


class Settings(BaseSettings):
    """All settings, from the environment (`ASSISTANT_…`) or the file `.env`; values cannot change once read."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, extra="ignore", frozen=True, validate_default=True)

    data_dir: Path = Field(Path(".data"), description="folder of the index, the catalogue, added originals and logs")
    corpus_dir: Path = Field(Path("docs_corpus"), description="folder of the documents to answer from")
    embedding_model: str = Field("", description="sentence-transformers name or folder; empty: the embedded model")
    chroma_url: str = Field("", description="address of a Chroma server; empty: Chroma in the data folder")
    llm_base_url: str = Field("", description="OpenAI-compatible endpoint; empty: answers are quoted sentences")
    llm_model: str = Field("", description="name of the language model at that endpoint")
    llm_api_key: SecretStr = Field(SecretStr(""), description="key of that endpoint, where it needs one")
    llm_timeout_seconds: float = Field(60.0, gt=0, description="longest wait for a whole generated answer")
    host: str = Field("127.0.0.1", description="address that the app listens on")
    port: int = Field(7860, ge=0, le=65535, description="port that the app listens on")
    auth_file: Path | None = Field(None, description="file of users and hashed passwords; empty: no sign-in")
    allow_open: bool = Field(False, description="true: listen beyond this machine without sign-in")
    allow_private_addresses: bool = Field(False, description="true: web addresses of the local network may be added")
    requests_per_minute: int = Field(30, ge=1, description="most questions and searches of one user in a minute")

    @field_validator("auth_file", mode="before")
    @classmethod
    def _nothing_written(cls, value: object) -> object:
        return None if value == "" else value

    @field_validator("data_dir", "corpus_dir", "auth_file")
    @classmethod
    def _absolute(cls, value: Path | None) -> Path | None:
        return None if value is None else (base_folder() / value.expanduser())


def read_settings() -> Settings:
    """Read `.env` and the environment.

    Raises:
        SettingsError: a variable `ASSISTANT_…` is unknown, or a value is not valid.
    """
    env_file = base_folder() / ".env"
    known = {PREFIX + name.upper() for name in Settings.model_fields}
    for name in [*dotenv_values(env_file), *os.environ]:
        if name.upper().startswith(PREFIX) and name.upper() not in known:
            raise SettingsError(f"Không có thiết lập nào tên {name}; các tên hợp lệ: {', '.join(sorted(known))}.")
    try:
        return Settings(_env_file=env_file)  # type: ignore[call-arg]  # pydantic-settings' own argument
    except ValidationError as error:
        first = error.errors()[0]
        name = PREFIX + str(first["loc"][0]).upper()
        message = f"Thiết lập {name}={first['input']!r} không hợp lệ ({first['msg']}); hãy sửa giá trị này."
        raise SettingsError(message) from error
