"""An article's headline, author, day and kind, found by where they stand and how they look."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from assistant.language.folding import fold
from ingest.looks.dates import first_date, has_date, is_date_line, without_date
from ingest.looks.lines import Line
from ingest.looks.markers import read_marker
from ingest.looks.people import Byline, read_byline

_QUESTIONS = re.compile(r"hoi\s*[-–,]?\s*(?:va\s*)?dap|giai dap")
_LESSONS = re.compile(r"kinh nghiem|bai hoc")
_SITE_NAME = re.compile(r"\s+[|–—-]\s+(?:báo|tạp chí|cổng|trang|đài|website|tin)\b[^|]{2,60}$", re.IGNORECASE)
_SITE = re.compile(r"\b[\w-]+\.(?:vn|com|net|org)\b")
_HEADLINE_WORDS, _LONGEST_TITLE, _TITLE_LINES = 4, 400, 4
_AUTHOR_LINES = 6  # below the last paragraph, or below the headline


def find_headline(lines: Sequence[Line], top: Sequence[int]) -> int | None:
    """Return the line that titles an article; None where its text begins at once.

    It is the first line of several words that is no date, author or address; where a date line follows, the first one
    between that and the last stretch of the page that was left out above it.

    Args:
        lines: all lines.
        top: the indexes of those above the running text that are no furniture.
    """
    titles = [i for i in top if not is_dated(lines[i]) and not _SITE.search(lines[i].folded)]
    long = [i for i in titles if len(lines[i].words) >= _HEADLINE_WORDS and not read_byline(lines[i])]
    dated = next((i for i in top if is_dated(lines[i])), None)
    if dated is not None:
        above = [i for i in top if i < dated]
        gaps = [after for before, after in pairwise(above) if after > before + 1]
        long = [i for i in long if gaps and gaps[-1] <= i < dated] or long
    return next(iter(long or titles), None)


def full_title(lines: Sequence[Line], kept: Sequence[int], headline: int) -> str:
    """Return the headline with the lines in which it goes on, without the newspaper's name ("… | Báo Hà Tĩnh")."""
    words = [lines[headline].text]
    below = [lines[i] for i in kept if i >= headline][:_TITLE_LINES]
    for before, line in pairwise(below):
        goes_on = (before.is_upper and line.is_upper) or (line.text[0].islower() and not line.is_prose)
        if line.gap or before.ends_sentence or read_byline(line) or not goes_on:
            break
        words.append(line.text)
    return _SITE_NAME.sub("", " ".join(words)[:_LONGEST_TITLE])


def find_byline(lines: Sequence[Line], kept: Sequence[int], head: int, headline: int | None) -> int | None:
    """Return the line that names the author: below the last paragraph, else between headline and text.

    Args:
        lines: all lines.
        kept: the indexes of those that are no furniture.
        head: where the running text begins.
        headline: the article's title.
    """
    last = _last_prose(lines, kept, head)
    below = [i for i in kept if i > last][:_AUTHOR_LINES]
    above = [i for i in kept if headline is not None and headline < i < head][:_AUTHOR_LINES]
    return next((i for i in below + above if author_in(lines[i])), None)


def published(lines: Sequence[Line], kept: Sequence[int], head: int) -> date | None:
    """Return the day in a date line above the running text, else below it."""
    last = _last_prose(lines, kept, head)
    dated = [lines[i] for i in kept if (i < head or i > last) and is_dated(lines[i])]
    return next((day for line in dated if (day := first_date(line.folded))), None)


def is_dated(line: Line) -> bool:
    """Whether a line says when an article appeared, and perhaps by whom ("Minh Tâm - 08:15 13/3/2031")."""
    return is_date_line(line) or (has_date(line) and _author_beside_date(line) is not None)


def author_in(line: Line) -> Byline | None:
    """Return the author whom a line at an article's head or end names, alone or beside the date."""
    return read_byline(line) or (_author_beside_date(line) if has_date(line) else None)


def _author_beside_date(line: Line) -> Byline | None:
    rest = without_date(line).strip(" -–—|,.:()[]")
    return read_byline(Line(line.start, rest, fold(rest))) if rest else None


def _last_prose(lines: Sequence[Line], kept: Sequence[int], head: int) -> int:
    return max((i for i in kept if i >= head and lines[i].is_prose), default=head)


def article_kind(title: str, lines: Sequence[Line]) -> str:
    """Return what a text without official form is: questions and answers, lessons learned, or something else."""
    questions = sum(marker is not None and marker.style == "question" for marker in map(read_marker, lines))
    if _QUESTIONS.search(fold(title)) or questions >= 2:
        return "hỏi đáp"
    told = sum(len(_LESSONS.findall(line.folded)) for line in lines[:400])
    return "bài học kinh nghiệm" if _LESSONS.search(fold(title)) or told >= 3 else "khác"
