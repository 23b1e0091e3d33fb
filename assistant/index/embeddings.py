"""The embedding model behind LangChain's interface; the only file that loads sentence-transformers."""

from __future__ import annotations

import hashlib
import os
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any

from langchain_core.embeddings import Embeddings

from assistant.errors import ModelError
from assistant.settings import EMBEDDED_MODEL, Settings

if TYPE_CHECKING:
    import numpy as np
    from sentence_transformers import SentenceTransformer

BATCH_SIZE = 16
_WEIGHTS = ("*.safetensors", "pytorch_model*.bin")


def load_embeddings(settings: Settings) -> PassageEmbeddings:
    """The embedding model that the settings name; its weights are read when they are first needed.

    Raises:
        ModelError: there is no such model on this machine.
    """
    return PassageEmbeddings(_model_folder(settings.embedding_model))


def fingerprint_of(embeddings: Embeddings) -> str:
    """What tells the vectors of one model from those of another."""
    return str(getattr(embeddings, "fingerprint", type(embeddings).__qualname__))


class PassageEmbeddings(Embeddings):
    """Vectors of unit length from a sentence-transformers model in a folder.

    Attributes:
        fingerprint: changes with any file of the model.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._loading = threading.Lock()
        self._model: SentenceTransformer | None = None
        self.fingerprint = _fingerprint(folder)

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """Vectors of passages, in the order of the texts."""
        model = self._loaded()
        vectors = model.encode_document(texts, **_ENCODING)
        return _rows(vectors)

    def embed_query(self, text: str) -> list[float]:
        """The vector of a question."""
        return _rows(self._loaded().encode_query([text], **_ENCODING))[0]

    def load(self) -> None:
        """Read the weights now, so that the first question need not wait for them.

        Raises:
            ModelError: the files are not a model that sentence-transformers can load.
        """
        self._loaded()

    def _loaded(self) -> SentenceTransformer:
        with self._loading:
            if self._model is None:
                self._model = _load(self._folder)
            return self._model


_ENCODING: dict[str, Any] = {"batch_size": BATCH_SIZE, "normalize_embeddings": True, "show_progress_bar": False}


def _rows(vectors: np.ndarray) -> list[list[float]]:
    rows: list[list[float]] = vectors.tolist()
    return rows


def _load(folder: Path) -> SentenceTransformer:
    forbid_downloads()
    try:
        from sentence_transformers import SentenceTransformer
        from transformers.utils.logging import disable_progress_bar

        disable_progress_bar()  # type: ignore[no-untyped-call]
        return SentenceTransformer(
            str(folder), device="cpu", local_files_only=True, model_kwargs={"dtype": "float32"}
        )  # as stored, half precision, it is nine times slower on a CPU
    except Exception as error:  # whatever a foreign model raises, the user needs its name
        raise ModelError(
            f"Không mở được mô hình {folder} ({error}); hãy kiểm tra thư mục này hoặc bỏ ASSISTANT_EMBEDDING_MODEL."
        ) from error


def forbid_downloads() -> None:
    """Keep the hub libraries from the network; works for those that are not imported yet."""
    for name in ("HF_HUB_OFFLINE", "TRANSFORMERS_OFFLINE", "HF_HUB_DISABLE_TELEMETRY"):
        os.environ[name] = "1"
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")


def _model_folder(name: str) -> Path:
    """The folder of a model by its folder or by its name in the local cache of the hub library."""
    if not name:
        return EMBEDDED_MODEL
    folder = Path(name).expanduser()
    if folder.is_dir():
        return folder
    forbid_downloads()
    from huggingface_hub import snapshot_download

    try:
        return Path(snapshot_download(name, local_files_only=True))
    except Exception as error:  # not in the cache, or not a name at all
        raise ModelError(
            f"Máy này không có mô hình ASSISTANT_EMBEDDING_MODEL={name}; hãy ghi đường dẫn tới thư mục của mô hình."
        ) from error


def _fingerprint(folder: Path) -> str:
    """Hash of all files that decide a vector: weights, tokenizer and configuration."""
    if not any(any(folder.glob(pattern)) for pattern in _WEIGHTS):
        raise ModelError(f"Thư mục {folder} không có mô hình nào; hãy sửa hoặc bỏ ASSISTANT_EMBEDDING_MODEL.")
    digest = hashlib.sha256()
    for pattern in (*_WEIGHTS, "**/*.json", "**/*.model", "**/*.txt"):
        for path in sorted(folder.glob(pattern)):
            digest.update(path.relative_to(folder).as_posix().encode())
            with path.open("rb") as file:
                digest.update(hashlib.file_digest(file, "sha256").digest())
    return digest.hexdigest()[:32]
