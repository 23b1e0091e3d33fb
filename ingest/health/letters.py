"""Letters that reading lost or broke: accents torn off, signs of another encoding, words split into pieces."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from assistant.language.syllable_counts import load_counts, usual_spelling
from ingest.health.findings import Finding, Severity
from ingest.health.words import Word, WordCounts

# Measured on healthy texts: 85 to 94% of the words that may be Vietnamese bear a mark, and 89% or more of all words may
# be Vietnamese; in English texts 19 to 25% may be.
_VIETNAMESE = 0.6
_USUAL_SHARE, _FEW_MARKED, _HARDLY_MARKED = 90, 0.6, 0.2
_FEWEST_WORDS, _ENOUGH_WORDS = 20, 60  # for saying so, and for refusing a file
_TORN_PART = 0.05
_STRANGE, _STRANGE_THROUGHOUT, _FEWEST_STRANGE = 0.01, 0.2, 5
_SPLIT, _SPLIT_THROUGHOUT, _FEWEST_SPLIT = 0.01, 0.3, 5
_COMBINING = re.compile(r"[\u0300-\u036f]")
_FEWEST_COMBINING = 3
_ONSETS_ALONE = frozenset({"ph", "ng", "ngh", "th", "ch", "nh", "kh", "gh"})
_ALONE = frozenset({"y"})  # of the letters without a mark, the only one that is a word
_PARTS = 3  # pieces that one word may have fallen into


def check_accents(counts: WordCounts) -> Iterator[Finding]:
    """Find Vietnamese whose accents are gone, throughout or in parts."""
    if counts.words < _FEWEST_WORDS or counts.vietnamese < _VIETNAMESE:
        return
    percent = round(100 * counts.marked_share)
    figures = {"marked_percent": percent, "torn_words": counts.torn, "words": counts.words}
    usual = f"chỉ {percent}% số chữ có dấu, văn bản tiếng Việt thường có khoảng {_USUAL_SHARE}%"
    if counts.marked_share < _HARDLY_MARKED:
        severity: Severity = "grave" if counts.words >= _ENOUGH_WORDS else "warning"
        yield Finding("accents_lost", severity, f"Chữ mất dấu gần như toàn bộ ({usual}).", figures)
    elif counts.marked_share < _FEW_MARKED:
        yield Finding("accents_lost", "warning", f"Nhiều chữ mất dấu ({usual}).", figures)
    elif counts.torn >= max(_FEWEST_WORDS, _TORN_PART * counts.words):
        text = f"Có những đoạn mất dấu, tổng cộng {counts.torn} chữ liền nhau không dấu."
        yield Finding("accents_lost", "warning", text, figures)


def check_signs(counts: WordCounts, text: str) -> Iterator[Finding]:
    """Find words with signs of another font or encoding, and accents that found no letter."""
    share = counts.strange / counts.words if counts.words else 0.0
    figures = {"strange_words": counts.strange, "words": counts.words}
    advice = "có lẽ do phông chữ hay bảng mã cũ"
    if share >= _STRANGE_THROUGHOUT and counts.strange >= _FEWEST_STRANGE:
        text_found = f"Chữ bị vỡ gần như khắp văn bản ({counts.strange} trên {counts.words} chữ), {advice}."
        yield Finding("broken_encoding", "grave", text_found, figures)
    elif share >= _STRANGE and counts.strange >= _FEWEST_STRANGE and counts.vietnamese >= _VIETNAMESE:
        yield Finding("broken_encoding", "warning", f"Có {counts.strange} chữ bị vỡ, {advice}.", figures)
    left_over = len(_COMBINING.findall(text))
    if left_over >= _FEWEST_COMBINING:
        message = f"Có {left_over} dấu thanh hay dấu mũ đứng rời, không ghép được vào chữ nào."
        yield Finding("loose_marks", "warning", message, {"marks": left_over})


def check_splits(words: Sequence[Word], counts: WordCounts) -> Iterator[Finding]:
    """Find words that fell into pieces ("ph ương", "Đạ i h ội")."""
    if counts.words < _FEWEST_SPLIT or counts.vietnamese < _VIETNAMESE / 2:
        return
    split = _count_pieces(words)
    share = split / counts.words
    if split < _FEWEST_SPLIT or share < _SPLIT:
        return
    severity: Severity = "grave" if share >= _SPLIT_THROUGHOUT else "warning"
    text = f"Nhiều chữ bị tách rời thành mảnh (khoảng {max(1, round(100 * share))}% số chữ), tìm kiếm sẽ khó thấy."
    yield Finding("split_words", severity, text, {"pieces": split, "words": counts.words})


def _count_pieces(words: Sequence[Word]) -> int:
    """How many words are pieces: they make a known word with their neighbours, or no word is spelled so."""
    pieces = place = 0
    while place < len(words):
        taken = _joined_at(words, place)
        if taken:
            pieces += taken
            place += taken
            continue
        pieces += words[place].text in _ONSETS_ALONE
        place += 1
    return pieces


def _joined_at(words: Sequence[Word], place: int) -> int:
    """How many words from here on make one known word together that some of them are not; 0 where none do."""
    text, has_piece = words[place].text, not _is_word(words[place].text)
    for size in range(2, _PARTS + 1):
        following = words[place + size - 1 : place + size]
        if not following or not following[0].follows:
            return 0
        text += following[0].text
        has_piece |= not _is_word(following[0].text)
        if has_piece and _is_known(text):
            return size
    return 0


@cache
def _is_word(word: str) -> bool:
    if len(word) == 1 and word.isascii():
        return word in _ALONE
    return _is_known(word)


@cache
def _is_known(word: str) -> bool:
    return usual_spelling(word) in _known()


@cache
def _known() -> frozenset[str]:
    return frozenset(word for word in load_counts().singles if len(word) > 1 or not word.isascii())
