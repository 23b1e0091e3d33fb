"""The answer in a language model's words where every sentence is proved, and in quotations where it is not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.answering import phrases
from assistant.answering.chat_model import ChatModel
from assistant.answering.composing import Composed
from assistant.answering.evidence import Evidence
from assistant.answering.generated import Draft, compose_draft, stream_checked
from assistant.datatypes import Answer, Passage, Query
from assistant.errors import ChatError

PASSAGES_SHOWN = 8


def smooth(chat: ChatModel, query: Query, evidence: Sequence[Evidence], extractive: Answer) -> Iterator[str | Answer]:
    """The growing text, then the answer: what the model wrote and the passages prove, completed by quotations.

    Args:
        chat: the model.
        query: the question.
        evidence: the best sentences, best first; their passages are what the model is shown.
        extractive: the answer without a model; it stands in wherever the model fails.
    """
    passages = list(_passages(evidence).values())[:PASSAGES_SHOWN]
    draft = Draft()
    try:
        for draft in stream_checked(chat, query, evidence, passages):
            if draft.kept:
                yield compose_draft(draft, evidence).text
    except ChatError as error:
        yield replace(extractive, notes=(*extractive.notes, str(error)))
        return
    yield _finished(draft, evidence, extractive)


def _passages(evidence: Sequence[Evidence]) -> dict[str, Passage]:
    return {one.passage.id: one.passage for one in evidence}


def _finished(draft: Draft, evidence: Sequence[Evidence], extractive: Answer) -> Answer:
    if draft.declined or not draft.kept:
        return replace(extractive, notes=(*extractive.notes, phrases.MODEL_PROVED_NOTHING))
    composed = compose_draft(draft, evidence)
    if not draft.dropped:
        return replace(extractive, text=composed.text, citations=composed.citations)
    completed = _completed(composed, extractive)
    note = phrases.SENTENCES_REPLACED.format(count=draft.dropped)
    return replace(extractive, text=completed.text, citations=completed.citations, notes=(*extractive.notes, note))


def _completed(composed: Composed, extractive: Answer) -> Composed:
    """The proved sentences, then the quotations of the extractive answer with their marks counted on."""
    shift = len(composed.citations)
    text = extractive.text
    for citation in reversed(extractive.citations):
        text = text.replace(f" [{citation.marker}]", f" [{citation.marker + shift}]")
    moved = tuple(replace(one, marker=one.marker + shift) for one in extractive.citations)
    return Composed(f"{composed.text}\n\n{text}", (*composed.citations, *moved))
