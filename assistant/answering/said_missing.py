"""Whether a digest itself says that it lacks what is asked: its lines under "Chưa có trong kho" fit the question best.

On the development questions over the digests 4 of 21 unanswered questions are told so, and none of 167 answered ones.
"""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answering.evidence import Evidence, gather_evidence
from assistant.answering.notes import GAP_HEADING
from assistant.datatypes import Match, Query
from assistant.retrieval.ports import Reader

_DOCUMENTS_READ = 5
_NEARLY = 0.02


def said_missing(query: Query, matches: Sequence[Match], evidence: Sequence[Evidence], reader: Reader) -> bool:
    """Whether a line on what is missing holds more of the question than any sentence, and is as near in meaning."""
    documents = tuple(dict.fromkeys(match.document for match in matches))[:_DOCUMENTS_READ]
    gaps = [
        Match(passage, document, 0.0)
        for document in documents
        for passage in reader.passages(document.id)
        if GAP_HEADING in passage.headings
    ]
    if not gaps or not evidence:
        return False
    covered = max(one.coverage for one in evidence)
    near = max(one.cosine for one in evidence) - _NEARLY
    return any(one.coverage > covered and one.cosine >= near for one in gather_evidence(query, gaps, reader))
