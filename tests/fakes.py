"""Small real stand-ins for what is slow, paid or random: the embedding model and the language model."""

from __future__ import annotations

import math
import re
import unicodedata
import zlib
from collections.abc import Callable, Generator, Sequence

from langchain_core.embeddings import Embeddings

ScriptedPart = str | Exception | Callable[[str], str]
ScriptedReply = ScriptedPart | tuple[ScriptedPart, ...]

_WORD = re.compile(r"\w+")


class WordCountEmbeddings(Embeddings):
    """A text is the counts of its words, brought to length one: nearness is the share of common words.

    Case and accents do not count. A word stands at `position(word)`, so a vector can be written down by hand:
    "Đại hội đại biểu" has 2 at `position("dai")`, 1 at "hoi" and "bieu", all divided by the square root of 6.
    Two words may meet in one place, as in any small table; `position` tells a test whether they do.
    """

    def __init__(self, *, dimension: int = 64) -> None:
        self.dimension = dimension
        self.fingerprint = f"word-counts-{dimension}"

    def position(self, word: str) -> int:
        """Where a folded word is counted, the same in every process."""
        return zlib.crc32(word.encode()) % self.dimension

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """One vector a text."""
        return [self.embed_query(text) for text in texts]

    def embed_query(self, text: str) -> list[float]:
        """The vector of one text; a text without words lies on the first axis, since a zero vector has no direction."""
        counts = [0.0] * self.dimension
        for word in _WORD.findall(_folded(text)):
            counts[self.position(word)] += 1.0
        length = math.hypot(*counts)
        return [count / length for count in counts] if length else [1.0, *counts[1:]]


def _folded(text: str) -> str:
    decomposed = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(character for character in decomposed if not unicodedata.combining(character))


class ScriptedChatModel:
    """A chat model whose replies are written beforehand; it keeps what it was asked.

    A reply is a text, an exception to raise, or a function that makes the text from the prompt. A text arrives in small
    pieces; where an exception follows it in one tuple, the reply breaks off there.
    """

    def __init__(self, *replies: ScriptedReply, piece: int = 9) -> None:
        self._replies = list(replies)
        self._piece = piece
        self.asked: list[Sequence[tuple[str, str]]] = []

    def stream(self, messages: Sequence[tuple[str, str]]) -> Generator[str, None, None]:
        """The pieces of the next reply; the last one is given again and again."""
        self.asked.append(messages)
        reply = self._replies.pop(0) if len(self._replies) > 1 else self._replies[0]
        for part in reply if isinstance(reply, tuple) else (reply,):
            if isinstance(part, Exception):
                raise part
            text = part(messages[-1][1]) if callable(part) else part
            yield from (text[start : start + self._piece] for start in range(0, len(text), self._piece))
