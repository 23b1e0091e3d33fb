"""The words of a question that carry its content: folded syllables without question words and fillers; pure."""

from __future__ import annotations

from assistant.language.folding import syllables

# Folded. Words that hold a sentence together or ask, and that no passage is found by.
_WORDS = (
    "a ai anh ban bang bao bi boi cac cai cau chi cho chu chua co con cua cung da dau day de den di do "
    "dua duoc em gi gom ha hay hoi hong huh khac khi khong la lai lam lan len luc luon ma may minh moi "
    "mot muon nao nay nen neu nghia nha nhat nhe nhi nhieu nhu nhung noi nua o oi ong phai qua ra rang "
    "roi sao se ta tai tam the theo thi thoi tiep toi tren trong truoc tu tung u ua va vao vay ve vi "
    "viec voi vua xem xin y "
)
FUNCTION_WORDS = frozenset(_WORDS.split())


def content_syllables(text: str) -> tuple[str, ...]:
    """Folded syllables in the order of the text, each once, function words left out unless nothing else is there."""
    listed = tuple(dict.fromkeys(syllables(text)))
    return tuple(one for one in listed if one not in FUNCTION_WORDS) or listed
