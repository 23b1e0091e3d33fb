"""Compares two sentences clause by clause: whether one says only what the other says, in its words; pure.

A share of common words proves nothing: another number, another body or a "không" hardly moves it in a long sentence
(`bench/verification.py` has the figures). So a sentence follows from its source only where it is the source, word for
word, apart from clauses left out whole where that cannot change the meaning, one adverbial clause that changed places,
and a few words that carry nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.answering.comparable import Clause, clauses_of, plain_words, words_of
from assistant.language.folding import fold

FEWEST_WORDS = 4

# A sentence with one of these means something else as soon as a clause is missing; so does a list announced by ":".
_WHOLE_ONLY = plain_words("nếu khi trường chỉ trừ ngoài duy miễn riêng gồm tổng cộng hoặc hay nhưng song tuy dù lượt")
_ANNOUNCED = re.compile(
    r":(?!\d)|\b(\d+|hai|ba|bon|nam|sau|bay|tam|chin|muoi) (noi dung|nhiem vu|buoc|yeu cau|bai hoc|truong hop|loai|nhom"
    r"|viec|tieu chuan|dieu kien|y|mat|khau|phan|hinh thuc|diem|van de|giai phap|nguyen nhan|noi|dia phuong|don vi)\b"
)
# A clause with one of these limits or judges what stands beside it, so it stays.
_STAYS = plain_words(
    "không chưa chẳng cấm phải được bị trước sau tại trong đối đủ sai trái vi nhầm khuyết hạn thiếu yếu bác huỷ bỏ"
)
# A clause that begins so may change places with the main one, and needs no comma in front.
_ADVERBIAL = plain_words("nếu khi sau trước trong tại từ theo để vì qua nhằm")
_BACKWARD = plain_words("đó vậy thế này ấy")
_TIME = plain_words("năm ngày tháng quý")
_UNTIL = plain_words("đến")
_END_OF_TIME = plain_words("hết nay cuối đầu") | _TIME
_YEAR = re.compile(r"(?:.*[/-])?(?:19|20)\d\d(?:-.*)?")
_BRACKETS = re.compile(r"\s*\(([^()]*)\)")
_MAY_GO = plain_words("đã")
_AND = next(iter(plain_words("và")))

Order = Sequence[tuple[Clause, bool]]
"""Clauses in the order in which they may stand, each with whether it has to stand."""


def follows(text: str, source: str) -> bool:
    """Whether a sentence says only what one sentence of a source says."""
    stated = _Stated(clauses_of(text))
    if len(stated.words) < FEWEST_WORDS:
        return False
    return any(stated.is_made_of(order) for one in (source, _without_brackets(source)) for order in _orders(one))


class _Stated:
    """The words of a sentence in one row, and where its clauses begin."""

    def __init__(self, clauses: Sequence[Clause]) -> None:
        self.words = tuple(word for clause in clauses for word in clause.words)
        lengths = [len(clause.words) for clause in clauses]
        self._starts = frozenset(sum(lengths[:count]) for count in range(len(lengths)))

    def is_made_of(self, order: Order) -> bool:
        """Whether the clauses, in this order and those that may be missing aside, are all of the sentence."""
        reached = {0}
        for clause, stays in order:
            ends = {end for at in reached for end in self._ends(clause, at)}
            reached = ends if stays else reached | ends
        return len(self.words) in reached

    def _ends(self, clause: Clause, at: int) -> Iterator[int]:
        """Where the clause ends if it stands at this word."""
        for begin in self._beginnings(clause, at):
            end = self._end(clause, begin)
            if end is not None and not any(begin < start < end for start in self._starts):
                yield end

    def _beginnings(self, clause: Clause, at: int) -> Iterator[int]:
        joined = at < len(self.words) and self.words[at] == _AND
        if at == 0 or at in self._starts or joined or _is_adverbial(clause) or at == len(self.words):
            yield at
        if joined and at > 0:
            yield at + 1

    def _end(self, clause: Clause, at: int) -> int | None:
        for position, word in enumerate(clause.words):
            if at < len(self.words) and self.words[at] == word:
                at += 1
            elif position >= clause.optional and word not in _MAY_GO:
                return None
        return at


def _orders(source: str) -> Iterator[Order]:
    """The source as it is, and with the clause of time, place or condition moved from one end to the other."""
    given = [(clause, stays) for clause, stays in _marked(source)]
    if not given:
        return
    yield given
    (first, _), (last, _) = given[0], given[-1]
    if len(given) > 1 and _is_adverbial(first):
        yield [(given[1][0], True), *given[2:], (first, True)]
    if len(given) > 1 and _is_adverbial(last):
        yield [(last, True), (first, True), *given[1:-1]]


def _marked(source: str) -> Iterator[tuple[Clause, bool]]:
    """The clauses of a source with whether each has to stand: the first always, for it says who, when or where."""
    clauses = clauses_of(source)
    whole = _ANNOUNCED.search(fold(source)) or any(_WHOLE_ONLY.intersection(clause.words) for clause in clauses)
    begun = False
    for clause in clauses:
        opener = clause.optional == len(clause.words)
        yield clause, not opener and (bool(whole) or not begun or _limits(clause.words))
        begun = begun or not opener


def _limits(words: Sequence[str]) -> bool:
    """Whether words limit, judge or date what stands beside them; a year tells documents of one number apart."""
    return not _STAYS.isdisjoint(words) or any(_YEAR.fullmatch(word) for word in words)


def _without_brackets(source: str) -> str:
    """The source without remarks in brackets that limit nothing."""

    def kept(found: re.Match[str]) -> str:
        words = words_of(found[1])
        return found[0] if _limits(words) or not _WHOLE_ONLY.isdisjoint(words) else ""

    return _BRACKETS.sub(kept, source)


def _is_adverbial(clause: Clause) -> bool:
    words = clause.words
    following = words[1] if len(words) > 1 else ""
    if words[0] in _TIME:
        return following[:1].isdigit()
    if words[0] in _UNTIL:
        return following in _END_OF_TIME
    return words[0] in _ADVERBIAL and following not in _BACKWARD
