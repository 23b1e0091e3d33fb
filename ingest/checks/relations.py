"""Relations between documents: they point to documents that are there, in the right direction, and fit the validity."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rapidfuzz import process
from rapidfuzz.distance import OSA

from assistant.datatypes import Document, Relation
from assistant.validity import INVERSE, REPLACES, first_day, linked
from assistant.wording import REPLACED, day
from ingest.checks.corpus_files import CorpusFile
from ingest.checks.findings import Finding


def check_relations(file: CorpusFile, documents: Sequence[Document]) -> Iterator[Finding]:
    """Find relations that lead nowhere, backwards or in a circle, and validities that they contradict.

    Args:
        file: the file to check.
        documents: all documents that a relation may point to, this one included.
    """
    known = {one.id: one for one in documents}
    seen: set[Relation] = set()
    for relation in file.document.relations:
        line = file.line_of("relations", relation.target)
        if relation in seen:
            yield file.error(line, f"quan hệ “{relation.type}” với {relation.target} ghi hai lần; hãy bỏ một lần")
        seen.add(relation)
        yield from _check_target(file, relation, line, known)
    yield from _check_validity(file, documents)


def _check_target(file: CorpusFile, relation: Relation, line: int, known: Mapping[str, Document]) -> Iterator[Finding]:
    document, target = file.document, known.get(relation.target)
    if relation.target == document.id:
        yield file.error(line, f"văn bản ghi quan hệ “{relation.type}” với chính nó; hãy sửa target")
        return
    if target is None:
        near = process.extractOne(relation.target, list(known), scorer=OSA.normalized_similarity, score_cutoff=0.7)
        advice = f"có phải {near[0]}?" if near else "hãy sửa target hoặc thêm văn bản đó vào kho"
        yield file.error(line, f"quan hệ “{relation.type}” trỏ tới {relation.target} không có trong kho; {advice}")
        return
    if Relation(relation.type, document.id) in target.relations:
        message = f"hai văn bản cùng ghi “{relation.type}” lẫn nhau ({target.id}); hãy giữ một chiều"
        yield file.error(line, message)
    if document.issued and target.issued and target.issued > document.issued:
        message = (
            f"“{relation.type}” {target.id} ban hành {day(target.issued)}, muộn hơn văn bản này"
            f" ({day(document.issued)}); hãy kiểm tra chiều quan hệ và ngày"
        )
        yield file.error(line, message) if relation.type == REPLACES else file.warning(line, message)


def _check_validity(file: CorpusFile, documents: Sequence[Document]) -> Iterator[Finding]:
    document = file.document
    successors = linked(document, INVERSE[REPLACES], documents)
    line = file.line_of("validity")
    if document.validity == REPLACED and not successors:
        message = "ghi “được thay thế” mà không văn bản nào trong kho ghi thay thế nó; hãy thêm quan hệ ở văn bản mới"
        yield file.warning(line, message)
    if successors and document.validity != REPLACED:
        message = f"{successors[0].id} ghi thay thế văn bản này mà ở đây ghi “{document.validity}”"
        yield file.error(line, f"{message}; hãy sửa validity hoặc bỏ quan hệ")
    starts = [start for one in successors if (start := first_day(one))]
    if document.expired and starts and document.expired != min(starts):
        message = f"hết hiệu lực {day(document.expired)} mà văn bản thay thế có hiệu lực {day(min(starts))}"
        yield file.warning(file.line_of("expired"), f"{message}; hãy kiểm tra lại")
