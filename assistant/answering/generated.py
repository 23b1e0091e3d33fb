"""A language model's reply, checked sentence by sentence as it arrives; what fails is set aside."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace

from assistant.answering.chat_model import ChatModel
from assistant.answering.comparable import words_of
from assistant.answering.evidence import Evidence
from assistant.answering.prompts import CANNOT_ANSWER, ENGLISH_PREFIX, MOST_SENTENCES, build_messages, passage_keys
from assistant.answering.replies import sentences_of
from assistant.answering.verification import Checked, check_sentence
from assistant.datatypes import Document, Passage, Query
from assistant.language.folding import fold


@dataclass(frozen=True, slots=True)
class Draft:
    """What of a reply has been proved so far, in its order, and what was not.

    `english` is a line in English, not checked yet: that needs the quotations of the whole answer. `declined` says that
    the model found no answer in the passages.
    """

    kept: tuple[Checked, ...] = ()
    dropped: tuple[Checked, ...] = ()
    english: Checked | None = None
    declined: bool = False


def stream_checked(
    chat: ChatModel, query: Query, evidence: Sequence[Evidence], passages: Sequence[Passage]
) -> Iterator[Draft]:
    """The draft after each sentence of the reply; enough proved sentences end it early.

    Raises:
        ChatError: the model fails or is too slow.
    """
    keys = passage_keys(passages)
    documents = {one.document.id: one.document for one in evidence}
    draft = Draft()
    with closing(chat.stream(build_messages(query, evidence, keys))) as pieces:
        for sentence in sentences_of(pieces):
            draft = judged(draft, sentence, keys, documents)
            yield draft
            if len(draft.kept) >= MOST_SENTENCES:
                return
    yield draft


def judged(draft: Draft, sentence: str, keys: Mapping[str, Passage], documents: Mapping[str, Document]) -> Draft:
    """The draft with one more sentence of the reply."""
    if fold(CANNOT_ANSWER) in fold(sentence):
        return replace(draft, declined=True)
    checked = check_sentence(sentence, keys, documents)
    if _announces(sentence, checked):
        return draft
    if checked.text.upper().startswith(ENGLISH_PREFIX):
        english = replace(checked, text=checked.text[len(ENGLISH_PREFIX) :].strip())
        return draft if draft.english or not checked.cited else replace(draft, english=english)
    if checked.reason == "empty":
        return draft
    if not checked.holds:
        return replace(draft, dropped=(*draft.dropped, checked))
    said = {words_of(one.text) for one in draft.kept}
    return draft if words_of(checked.text) in said else replace(draft, kept=(*draft.kept, checked))


def _announces(sentence: str, checked: Checked) -> bool:
    """Whether a line only leads over to what follows: a heading, or words with a colon at their end."""
    return checked.text.endswith(":") or (checked.reason == "no key" and sentence.lstrip().startswith("#"))
