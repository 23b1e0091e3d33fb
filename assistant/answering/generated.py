"""A language model's reply, checked sentence by sentence as it arrives; what fails is left out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from assistant.answering.chat_model import ChatModel
from assistant.answering.composing import Composed, escaped
from assistant.answering.evidence import Evidence
from assistant.answering.prompts import CANNOT_ANSWER, build_messages, passage_keys
from assistant.answering.verification import KEY, Checked, check_sentence, support
from assistant.datatypes import Citation, Passage, Query
from assistant.language.folding import fold
from assistant.language.sentences import sentence_spans
from assistant.marks import quotable_end

# A sentence is complete at its key, at a line's end, or at a full stop before a new word.
_SENTENCE_END = re.compile(rf"(?:[.!?;:]?\s*{KEY.pattern}(?:\s*{KEY.pattern})*[.!?;]?)|\n+")


@dataclass(slots=True)
class Draft:
    """What of a reply has been proved so far, in order, and how many sentences were dropped."""

    kept: list[Checked] = field(default_factory=list)
    dropped: int = 0
    declined: bool = False


def stream_checked(
    chat: ChatModel, query: Query, evidence: Sequence[Evidence], passages: Sequence[Passage]
) -> Iterator[Draft]:
    """The draft after each sentence of the reply.

    Raises:
        ChatError: the model fails or is too slow; what was kept until then is in the last draft.
    """
    keys = passage_keys(passages)
    draft, waiting, whole = Draft(), "", ""
    for piece in chat.stream(build_messages(query, evidence, keys)):
        waiting += piece
        whole += piece
        while end := _complete(waiting):
            _judge(waiting[:end], keys, draft)
            waiting = waiting[end:]
            yield draft
    _judge(waiting, keys, draft)
    draft.declined = fold(CANNOT_ANSWER) in fold(whole)
    yield draft


def _complete(text: str) -> int:
    """Where the first whole sentence ends, or 0. A key at the very end may still be followed by another one."""
    match = _SENTENCE_END.search(text)
    return match.end() if match and match.end() < len(text) else 0


def _judge(sentence: str, keys: Mapping[str, Passage], draft: Draft) -> None:
    if not sentence.strip():
        return
    checked = check_sentence(sentence, keys)
    if checked.holds:
        draft.kept.append(checked)
    elif checked.text:
        draft.dropped += 1


def compose_draft(draft: Draft, evidence: Sequence[Evidence]) -> Composed:
    """The kept sentences with marks; each mark quotes the sentence of its passage that supports it best."""
    by_passage = {one.passage.id: one.document for one in evidence}
    citations: list[Citation] = []
    lines = []
    for checked in draft.kept:
        marks = []
        for passage in checked.passages:
            start, end = _supporting_span(checked.text, passage)
            citation = _known(citations, passage, start)
            if citation is None:
                quote = passage.text[start - passage.start : end - passage.start]
                citation = Citation(len(citations) + 1, passage, by_passage[passage.id], quote, start, end)
                citations.append(citation)
            marks.append(f"[{citation.marker}]")
        lines.append(f"{escaped(checked.text)} {''.join(marks)}")
    return Composed("\n\n".join(lines), tuple(citations))


def _known(citations: Sequence[Citation], passage: Passage, start: int) -> Citation | None:
    return next((one for one in citations if one.passage.id == passage.id and one.start == start), None)


def _likeness(text: str, sentence: str) -> float:
    return support(text, [sentence]) + support(sentence, [text])


def _supporting_span(text: str, passage: Passage) -> tuple[int, int]:
    """Offsets in the document of the passage's sentence that holds most of the text's words, source marks left out."""
    spans = sentence_spans(passage.text) or [(0, len(passage.text))]
    start, end = max(spans, key=lambda span: _likeness(text, passage.text[span[0] : span[1]]))
    end = quotable_end(passage.text, start, end)
    return passage.start + start, passage.start + end
