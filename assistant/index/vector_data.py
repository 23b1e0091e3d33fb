"""Vectors as the catalogue stores them: half precision, unit length, found by what was embedded."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

PASSAGE = "passage"
"""Vectors that are searched: whole passages with their title and headings."""
SENTENCE = "sentence"
"""Vectors that only weigh the sentences of passages found."""

Vector = npt.NDArray[np.float32]
Matrix = npt.NDArray[np.float32]


def digest(fingerprint: str, kind: str, text: str) -> bytes:
    """The name of a vector: the same model and text give the same one, wherever the text stands."""
    return hashlib.sha256("\0".join((fingerprint, kind, text)).encode()).digest()[:16]


def unit(rows: Sequence[Sequence[float]] | Matrix) -> Matrix:
    """Rows of length one (or zero, where they were zero)."""
    matrix: Matrix = np.asarray(rows, dtype=np.float32)
    lengths = np.linalg.norm(matrix, axis=1, keepdims=True)
    return (matrix / np.where(lengths > 0, lengths, 1)).astype(np.float32)


def to_bytes(vector: Vector) -> bytes:
    """One vector for storing; half precision moves a cosine by less than 0.001."""
    return vector.astype(np.float16).tobytes()


def from_bytes(blobs: Sequence[bytes]) -> Matrix:
    """Stored vectors as rows of a matrix."""
    joined = np.frombuffer(b"".join(blobs), dtype=np.float16)
    return joined.reshape(len(blobs), -1).astype(np.float32) if blobs else np.zeros((0, 0), np.float32)
