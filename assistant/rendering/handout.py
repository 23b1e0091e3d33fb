"""What a person takes along: answers with numbered references, an annex of quoted passages, date and collection."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from assistant.datatypes import Answer, Citation, Source
from assistant.marks import MARK
from assistant.rendering.references import citation_reference
from assistant.wording import day, without_bars

TITLE = "Hỏi đáp về đại hội Đảng"
SOURCES = "Nguồn"
ANNEX = "Phụ lục: các đoạn được trích"
EXPLANATION = (
    "Lời trong ngoặc kép là nguyên văn của văn bản trong kho; bản lược thuật là lời thuật lại từ nguồn công khai, "
    "không phải nguyên văn của văn bản gốc. Số trong ngoặc vuông dẫn tới nguồn ghi sau mỗi câu trả lời."
)


@dataclass(frozen=True, slots=True)
class Handout:
    """Answers to take along; `collection` is one sentence on the state of the collection."""

    answers: tuple[Answer, ...]
    made: datetime
    collection: str

    @property
    def made_line(self) -> str:
        """When it was made, and from what."""
        return f"Lập ngày {day(self.made.date())}, {self.made:%H:%M}. {self.collection}"


def question_line(number: int, answer: Answer) -> str:
    """The heading of one question."""
    return f"Câu {number}. {' '.join(answer.question.split())}"


def source_line(citation: Citation) -> str:
    """One numbered reference."""
    return f"[{citation.marker}] {citation_reference(citation)}"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a quoted passage; `is_quoted`: an answer quotes it."""

    text: str
    is_quoted: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """A passage of the annex with all that cites it: each the number of the question and the citation."""

    cited: tuple[tuple[int, Citation], ...]

    @property
    def citation(self) -> Citation:
        """The first one; the passage, the document and the place are those of all."""
        return self.cited[0][1]

    @property
    def source_line(self) -> str:
        """Who cites the passage, and the reference: "Câu 1, nguồn [1], [3]; Câu 2, nguồn [1]: …"."""
        markers: dict[int, list[str]] = {}
        for number, citation in self.cited:
            markers.setdefault(number, []).append(f"[{citation.marker}]")
        citing = "; ".join(f"Câu {number}, nguồn {', '.join(found)}" for number, found in markers.items())
        return f"{citing}: {citation_reference(self.citation)}"

    @property
    def sources(self) -> tuple[Source, ...]:
        """The public sources of all that is quoted, each once."""
        return tuple(dict.fromkeys(source for _, citation in self.cited for source in citation.sources))

    def pieces(self) -> tuple[Piece, ...]:
        """The passage cut where quotations begin and end.

        What stands around them is without source marks: their numbers mean nothing here, the sources themselves follow.
        """
        text, position, pieces = self.citation.passage.text, 0, list[Piece]()
        for start, end in sorted(self._stretches()):
            if end > position:
                start = max(start, position)
                pieces += [Piece(_tidied(text[position:start]), False), Piece(without_bars(text[start:end]), True)]
                position = end
        pieces.append(Piece(_tidied(text[position:]), False))
        return tuple(one for one in pieces if one.text)

    def _stretches(self) -> list[tuple[int, int]]:
        quotes = [(self.citation.passage.text.find(one.quote), one.quote) for _, one in self.cited]
        return [(start, start + len(quote)) for start, quote in quotes]


def annex_entries(answers: Sequence[Answer]) -> tuple[Entry, ...]:
    """What the annex shows: each cited passage once, in the order in which the answers come to it."""
    entries: dict[tuple[str, str], list[tuple[int, Citation]]] = {}
    for number, answer in enumerate(answers, start=1):
        for one in answer.citations:
            # a quotation that reaches beyond its passage is an entry of its own
            shown = one if one.quote in one.passage.text else replace(one, passage=replace(one.passage, text=one.quote))
            entries.setdefault((shown.passage.id, shown.passage.text), []).append((number, shown))
    return tuple(Entry(tuple(cited)) for cited in entries.values())


def _tidied(text: str) -> str:
    return without_bars(re.sub(rf" ?{MARK.pattern}", "", text))
