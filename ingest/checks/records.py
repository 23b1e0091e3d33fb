"""The record of one document: what it must tell, and whether its number fits its kind and is written as usual."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.language.document_kinds import UNKNOWN_KIND, kind_named
from assistant.language.document_numbers import canonical
from assistant.language.folding import fold
from assistant.language.number_symbols import read_number
from ingest.checks.corpus_files import CorpusFile
from ingest.checks.findings import Finding

REQUIRED = ("id", "title", "kind", "provenance")
ADVISED = ("authority", "validity", "as_of")


def check_record(file: CorpusFile) -> Iterator[Finding]:
    """Find what a front matter leaves out, and numbers that do not fit."""
    for field in REQUIRED:
        if field not in file.fields:
            yield file.error(file.line_of(field), f"chưa ghi trường “{field}”; hãy ghi trường này")
    for field in ADVISED:
        if field not in file.fields:
            yield file.warning(file.line_of(field), f"chưa ghi trường “{field}”; nếu biết hãy ghi")
    number, line = file.document.number, file.line_of("number")
    if not number:
        return
    if canonical(number) != number:
        yield file.warning(line, f"số hiệu “{number}” viết khác lệ thường; nên viết {canonical(number)}")
    told = read_number(number).kind
    kind = kind_named(fold(file.document.kind))
    if UNKNOWN_KIND not in (told, kind) and not kind.is_family_of(told):
        message = f"loại “{file.document.kind}” không khớp số hiệu {number} ({told.name}); hãy sửa một trong hai"
        yield file.error(file.line_of("kind"), message)
