"""What a person takes along: answers with numbered references, an annex of quoted passages, date and collection."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from assistant.datatypes import Answer, Citation
from assistant.marks import MARK
from assistant.rendering.references import citation_reference
from assistant.wording import day

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


def quoted_parts(citation: Citation) -> tuple[str, str, str]:
    """The passage cut into what stands before the quotation, the quotation, and what stands after it.

    What stands around it is without source marks: their numbers mean nothing here, the sources themselves follow.
    """
    before, quote, after = citation.passage.text.partition(citation.quote)
    return (_unmarked(before), quote, _unmarked(after)) if quote else ("", citation.quote, "")


def _unmarked(text: str) -> str:
    return re.sub(rf" ?{MARK.pattern}", "", text)
