"""The quote gate: nothing is shown as a quotation unless it stands character for character in the stored text; pure."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence

from assistant.answering.evidence import Evidence

_log = logging.getLogger(__name__)


def exact_citations(quotes: Sequence[Evidence], document_texts: Mapping[str, str]) -> list[Evidence]:
    """The quotes that stand at their offsets in their document; others are dropped and logged."""
    kept = []
    for one in quotes:
        if document_texts[one.document.id][one.start : one.end] == one.text:
            kept.append(one)
        else:
            _log.warning(
                "quotation dropped: %s [%d:%d] differs from the stored text", one.passage.id, one.start, one.end
            )
    return kept
