"""A reply that arrives in pieces, cut into sentences, each with the keys behind it; pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from assistant.answering.verification import KEYS
from assistant.language.sentences import sentence_spans

# What belongs together ends behind its keys, or with the line.
_END = re.compile(rf"(?:{KEYS.pattern}[\s,;]*)+[.!?]?|\n")
_OPEN_KEY = re.compile(r"\s*[\[(【][^\])】]*\Z")
_THOUGHT = re.compile(r"<think>.*?</think>", re.DOTALL | re.IGNORECASE)
_UNFINISHED_THOUGHT = re.compile(r"<think>.*", re.DOTALL | re.IGNORECASE)
_OPEN_TAG = re.compile(r"<think>|<[a-z]{0,5}\Z", re.IGNORECASE)


def sentences_of(pieces: Iterable[str]) -> Iterator[str]:
    """The sentences of a reply, each as soon as it is surely whole."""
    cutter = ReplyCutter()
    for piece in pieces:
        yield from cutter.feed(piece)
    yield from cutter.rest()


class ReplyCutter:
    """Takes pieces of a reply and gives whole sentences; what a model thinks aloud before it answers is left out."""

    def __init__(self) -> None:
        self._waiting = ""

    def feed(self, piece: str) -> list[str]:
        """The sentences that this piece completes."""
        self._waiting = _THOUGHT.sub("\n", self._waiting + piece)
        return [] if _OPEN_TAG.search(self._waiting) else self._cut()

    def rest(self) -> list[str]:
        """What is left at the end of the reply."""
        self._waiting = _UNFINISHED_THOUGHT.sub("\n", self._waiting)
        return self._cut() + split_sentences(self._waiting)

    def _cut(self) -> list[str]:
        """All that is surely complete: a key at the very end may be followed by another one."""
        sentences: list[str] = []
        while (end := _END.search(self._waiting)) and end.end() < len(self._waiting):
            if _OPEN_KEY.match(self._waiting, end.end()):
                break
            sentences += split_sentences(self._waiting[: end.end()])
            self._waiting = self._waiting[end.end() :]
        return sentences


def split_sentences(stretch: str) -> list[str]:
    """The sentences of a stretch; the keys at its end belong to the last one alone."""
    keys = KEYS.search(stretch)
    body = stretch[: keys.start()] if keys else stretch
    sentences = [body[start:end] for start, end in sentence_spans(body)]
    if keys:
        last = sentences.pop() if sentences else ""
        sentences.append(f"{last} {stretch[keys.start() :].strip()}".strip())
    return sentences
