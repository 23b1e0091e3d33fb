"""The words of a question that carry its content, as folded syllables without question words and fillers; pure."""

from __future__ import annotations

import re

from assistant.language.folding import compose, fold, syllables

# With accents, since without them "chỉ" (only) and the "chi" of "chi bộ" (party cell) would be one word.
_WORDS = (
    "a à á ạ ai anh bác bao bị bởi bạn cái các cho chị chỉ chú chưa chứ con có còn cô cũng của cứ do dù đã "
    "đang đâu đây đấy để đó được em gì gồm ha hả hay hoặc hồi hơn kia khi không là lại lên lúc luôn mà mấy "
    "mình mọi mỗi nào này nên nếu nha nhé nhỉ như nhưng những nọ ở ơi phải qua quá ra rằng rất rồi sao sẽ ta "
    "tại thì thế thôi theo trên trong tôi tới từ và vào vậy về vì việc vô với vừa xem xin ạh á ấy đều đến đi "
    "lắm nhiêu the of in on at to for a an and or is are was were be by with from that this it its what which "
    "who when where why how do does did many much "
)
FUNCTION_WORDS = frozenset(_WORDS.split())
_WORD = re.compile(r"[^\W\d_]+")
_ORDINAL = re.compile(r"thu (\d{1,2})\b")
_ORDINALS = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")


def content_syllables(text: str) -> tuple[str, ...]:
    """Folded syllables in the order of the text, function words left out unless nothing else is there.

    Ordinals in digits are said in words as well ("thứ 5", "thứ năm"), as documents write them.
    """
    spelled = f"{text} {_ordinals_in_words(text)}"
    kept = _WORD.sub(lambda word: "" if compose(word[0]).lower() in FUNCTION_WORDS else word[0], compose(spelled))
    return tuple(syllables(kept)) or tuple(syllables(text))


def _ordinals_in_words(text: str) -> str:
    numbers = (int(found) for found in _ORDINAL.findall(fold(text)))
    return " ".join(f"thứ {_ORDINALS[number - 1]}" for number in numbers if 0 < number <= len(_ORDINALS))
