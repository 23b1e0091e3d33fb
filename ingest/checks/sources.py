"""Statements and their sources: every statement of a digest rests on one that is defined, every one is used."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from assistant.marks import MARK, mark_keys, quotable_end
from ingest.checks.corpus_files import BodyLine, CorpusFile
from ingest.checks.findings import Finding

_BROKEN_MARK = re.compile(r"\[\^(?!\d{1,6}\])[^\]\s]*\]?|\[\d{1,3}\](?!\()")


def check_sources(file: CorpusFile) -> Iterator[Finding]:
    """Find statements without a source, marks without a definition, and sources that nothing rests on."""
    defined = {source.key for source in file.document.sources}
    used: set[int] = set()
    for line in file.body:
        keys = mark_keys(line.text)
        used.update(keys)
        for key in keys:
            if key not in defined:
                yield file.error(line.number, f"dấu nguồn [^{key}] không có trong phần sources; hãy khai nguồn {key}")
        yield from _check_marks(file, line)
    if file.is_digest:
        yield from _check_statements(file)
    for source in file.document.sources:
        if source.key not in used:
            message = f"nguồn {source.key} không được câu nào dùng; hãy bỏ nguồn này hoặc ghi dấu [^{source.key}]"
            yield file.warning(file.line_of_source(source.key), message)
    yield from _check_addresses(file)


def _check_marks(file: CorpusFile, line: BodyLine) -> Iterator[Finding]:
    end = quotable_end(line.text, 0, len(line.text))
    if MARK.search(line.text[:end]):
        yield file.error(line.number, "dấu nguồn đứng giữa dòng; hãy đưa mọi dấu nguồn về cuối dòng")
    broken = _BROKEN_MARK.search(line.text)
    if broken:
        yield file.error(line.number, f"dấu nguồn viết sai: “{broken[0]}”; hãy viết dạng [^1]")
    repeated = [key for key, count in Counter(MARK.findall(line.text)).items() if count > 1]
    if repeated:
        yield file.warning(line.number, f"dấu nguồn [^{repeated[0]}] ghi hai lần trên một dòng; hãy bỏ một lần")


def _check_statements(file: CorpusFile) -> Iterator[Finding]:
    if not file.document.sources:
        yield file.error(file.line_of("sources"), "bản lược thuật không khai nguồn nào; hãy khai sources")
    for line in file.statements():
        if not line.is_bullet:
            yield file.warning(
                line.number, "dòng này không bắt đầu bằng “- ” như các câu khác; hãy viết mỗi câu một dòng"
            )
        if not mark_keys(line.text):
            yield file.error(line.number, "câu này không có nguồn; hãy ghi dấu nguồn ở cuối dòng, ví dụ [^1]")
    if not file.gaps():
        yield file.warning(1, "không có mục “Chưa có trong kho”; hãy ghi những gì văn bản gốc có mà tệp này chưa có")


def _check_addresses(file: CorpusFile) -> Iterator[Finding]:
    first: dict[str, int] = {}
    for source in file.document.sources:
        if source.url and first.setdefault(source.url, source.key) != source.key:
            message = f"nguồn {source.key} trùng địa chỉ với nguồn {first[source.url]}; hãy dùng một nguồn"
            yield file.warning(file.line_of_source(source.key), message)
