"""Follow-up questions: noticed by what they lack, and read together with what the earlier turns were about; pure."""

from __future__ import annotations

import re

from assistant.language.folding import compose, syllables

# With accents: folded, "đó" (that) and "do" (by) would be one word.
_OPENING = re.compile(
    r"^(thế|vậy|còn|rồi|ngoài|và|tiếp|cụ thể|ai|tại sao|vì sao|sao|what about|and|how about|then|so)\b"
)
_POINTING = re.compile(
    r"\b(đó|đấy|nó|họ|này|ấy|kia|người ta|nói trên|vừa (rồi|nói|nêu)|(văn bản|chỉ thị) trên"
    r"|that|those|these|there|it|they|them)\b"
)
_FEW = 7
_SHORT = 18


def is_follow_up(text: str, *, names_something: bool) -> bool:
    """Whether a question leans on the turns before it.

    Args:
        text: the question, accents restored.
        names_something: whether it names a document, place or organisation of its own.
    """
    lowered = " ".join(compose(text).lower().split())
    length = len(syllables(text))
    opening, pointing = bool(_OPENING.match(lowered)), bool(_POINTING.search(lowered))
    if names_something:
        return opening and length <= _FEW
    return length <= _FEW or (length <= _SHORT and (opening or pointing))
