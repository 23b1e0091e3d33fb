"""Sketches of texts (MinHash over rows of syllables), by which nearly equal ones are found without reading them."""

from __future__ import annotations

import base64
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING
from zlib import crc32

from assistant.language.folding import fold
from ingest.health.words import Word

if TYPE_CHECKING:
    from datasketch import MinHash  # type: ignore[import-untyped]

NEARLY_SAME = 0.8
"""Share of the rows of three syllables that two texts have in common, from which one of them is one too many."""
_ROW = 3
_SIZE = 128  # the similarity is then right to within 4 points, most of the time
_BATCH = 8_192
_FEWEST_WORDS = 20  # shorter texts are alike by chance


@dataclass(frozen=True, slots=True)
class Likeness:
    """Two texts and the share of their rows of syllables that they have in common, as the sketches tell it."""

    one: str
    other: str
    similarity: float


def sketch_of(words: Sequence[Word]) -> str:
    """The sketch of a text as printable characters; empty for a text that is too short to compare."""
    if len(words) < _FEWEST_WORDS:
        return ""
    import numpy as np
    from datasketch import MinHash

    hashes = np.fromiter((_hashed(word.text) for word in words), dtype=np.uint32, count=len(words))
    rows = hashes[: len(hashes) - _ROW + 1].copy()
    for offset in range(1, _ROW):
        rows = rows * np.uint32(0x9E3779B1) + hashes[offset : len(hashes) - _ROW + 1 + offset]
    distinct = np.unique(rows)
    sketch = MinHash(num_perm=_SIZE, hashfunc=int)
    for start in range(0, len(distinct), _BATCH):
        sketch.update_batch(distinct[start : start + _BATCH])
    return base64.b85encode(sketch.hashvalues.astype("<u4").tobytes()).decode("ascii")


def find_alike(sketches: Mapping[str, str]) -> Iterator[Likeness]:
    """Yield the pairs of texts that are nearly the same, each once.

    Args:
        sketches: sketches by the names of their texts; texts without one are left out.
    """
    from datasketch import MinHashLSH

    read = {name: _read(sketch) for name, sketch in sketches.items() if sketch}
    index = MinHashLSH(threshold=NEARLY_SAME - 0.1, num_perm=_SIZE)  # what it lets through is compared below
    for name, sketch in read.items():
        for other in sorted(index.query(sketch)):
            similarity = float(sketch.jaccard(read[other]))
            if similarity >= NEARLY_SAME:
                yield Likeness(other, name, similarity)
        index.insert(name, sketch, check_duplication=False)


def _read(sketch: str) -> MinHash:
    import numpy as np
    from datasketch import MinHash

    values = np.frombuffer(base64.b85decode(sketch), dtype="<u4")
    return MinHash(hashvalues=values, permutations=_permutations(), scheme="affine32")


@lru_cache(maxsize=1)
def _permutations() -> object:
    from datasketch import MinHash

    return MinHash(num_perm=_SIZE).permutations


@lru_cache(maxsize=1 << 16)
def _hashed(word: str) -> int:
    """The same for a word with and without its accents: a copy that lost them is a copy all the same."""
    return crc32(fold(word).encode())
