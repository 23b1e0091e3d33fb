"""The examination of one file as it was read: everything that the report tells of it, computed once and kept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.datatypes import DIGEST, Document, Passage
from assistant.errors import DocumentError
from ingest.headers import Header
from ingest.health.extent import check_length, check_passages, check_recognition
from ingest.health.findings import SEVERITIES, Finding, Health
from ingest.health.gaps import check_gaps
from ingest.health.heads import check_head
from ingest.health.letters import check_accents, check_signs, check_splits
from ingest.health.sketches import sketch_of
from ingest.health.words import Word, count_words, read_words
from ingest.loaded import LoadedFile, Reading
from ingest.structure import Block

_USUAL_ENCODINGS = ("", "UTF-8")


def examine(
    loaded: LoadedFile, document: Document, header: Header | None, blocks: Sequence[Block], passages: Sequence[Passage]
) -> Health:
    """Examine a file.

    Args:
        loaded: the file as it was read.
        document: what is known of it.
        header: what its text tells of it; `None` where a front matter describes it.
        blocks: its structure.
        passages: what it was split into.
    """
    words = read_words(loaded.text)
    found = [
        *_check_reading(loaded.reading),
        *check_length(loaded.text),
        *_check_words(words, loaded.text),
        *check_recognition(loaded.reading),
        *(check_head(document, header) if header else ()),
        *(check_gaps(blocks) if document.provenance != DIGEST else ()),  # a digest leaves things out and says so
        *check_passages(passages),
    ]
    return Health(tuple(sorted(found, key=lambda one: SEVERITIES.index(one.severity))), sketch_of(words))


def refuse_below_floor(health: Health, name: str) -> None:
    """Refuse a file that would only do harm in the collection.

    Raises:
        DocumentError: it lies below the floor; the message says in what, and how to take it all the same.
    """
    reasons = [f"{one.text[:1].lower()}{one.text[1:].rstrip('.')}" for one in health.at("grave")]
    if reasons:
        raise DocumentError(
            f"Không nạp tệp {name} vì {'; '.join(reasons)}; hãy tìm bản tốt hơn của văn bản, hoặc chọn "
            "“Vẫn nạp tệp kém chất lượng” (dòng lệnh: --force)."
        )


def _check_reading(reading: Reading) -> Iterator[Finding]:
    if reading.encoding not in _USUAL_ENCODINGS:
        text = f"Tệp dùng bảng mã {reading.encoding}; nội dung đã được chuyển sang Unicode."
        yield Finding("encoding_repaired", "note", text)
    yield from (Finding("remark", "note", remark) for remark in reading.remarks)


def _check_words(words: Sequence[Word], text: str) -> Iterator[Finding]:
    counts = count_words(words)
    yield from check_accents(counts)
    yield from check_signs(counts, text)
    yield from check_splits(words, counts)
