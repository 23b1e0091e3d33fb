"""Texts without meaning for measuring the ingest, and a model that costs next to nothing."""

from __future__ import annotations

import random
import zlib
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from langchain_core.embeddings import Embeddings

DIMENSION = 64
_TEXT = (
    "chi bộ đại hội bầu cử cấp uỷ phiếu văn kiện nhân sự thảo luận nghị quyết biên bản thư ký đoàn chủ tịch "
    "đảng viên danh sách đề cử ứng cử biểu quyết báo cáo chính trị kiểm điểm nhiệm kỳ phương hướng công tác"
)
_SYLLABLES = tuple(_TEXT.split())


class DrawnEmbeddings(Embeddings):
    """A vector drawn at random for each text, the same for the same text."""

    fingerprint = f"drawn-{DIMENSION}"

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """One vector a text."""
        return [self.embed_query(text) for text in texts]

    def embed_query(self, text: str) -> list[float]:
        """The vector of one text."""
        drawn: list[float] = np.random.default_rng(zlib.crc32(text.encode())).standard_normal(DIMENSION).tolist()
        return drawn


def write_files(folder: Path, count: int, bytes_each: int, *, suffix: str = ".txt") -> int:
    """Fill a folder with texts, all different; returns their size in bytes."""
    folder.mkdir(parents=True, exist_ok=True)
    total = 0
    for number in range(count):
        content = "\n\n".join(_paragraphs(random.Random(number), number, bytes_each)).encode()
        (folder / f"tep-{number:05}{suffix}").write_bytes(content)
        total += len(content)
    return total


def _paragraphs(chance: random.Random, number: int, most: int) -> Iterator[str]:
    size = 0
    while size < most:
        sentences = [" ".join(chance.choices(_SYLLABLES, k=14)).capitalize() for _ in range(4)]
        paragraph = ". ".join(sentences) + f", số {number} lần {chance.randrange(10**9)}."
        size += len(paragraph.encode()) + 2
        yield paragraph
