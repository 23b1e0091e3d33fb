"""An article's headline, author, day and kind, found by where they stand and how they look."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from assistant.language.folding import fold
from ingest.dates import first_date, is_date_line
from ingest.lines import Line
from ingest.markers import read_marker
from ingest.people import read_byline

_QUESTIONS = re.compile(r"hoi\s*[-–,]?\s*(?:va\s*)?dap|giai dap")
_LESSONS = re.compile(r"kinh nghiem|bai hoc")
_SITE_NAME = re.compile(r"\s+[|–—-]\s+(?:báo|tạp chí|cổng|trang|đài|website|tin)\b[^|]{2,60}$", re.IGNORECASE)
_HEADLINE_WORDS = 4
_AUTHOR_LINES = 6  # below the last paragraph, or below the headline


def find_headline(lines: Sequence[Line], top: Sequence[int]) -> int | None:
    """Return the first line of several words that is neither date nor author; the first line at all where none is."""
    titles = [i for i in top if not is_date_line(lines[i])]
    long = (i for i in titles if len(lines[i].words) >= _HEADLINE_WORDS and not read_byline(lines[i]))
    return next(long, titles[0] if titles else None)


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
    return next((i for i in below + above if read_byline(lines[i])), None)


def published(lines: Sequence[Line], kept: Sequence[int], head: int) -> date | None:
    """Return the day in a date line above the running text, else below it."""
    last = _last_prose(lines, kept, head)
    dated = [lines[i] for i in kept if (i < head or i > last) and is_date_line(lines[i])]
    return next((day for line in dated if (day := first_date(line.folded))), None)


def _last_prose(lines: Sequence[Line], kept: Sequence[int], head: int) -> int:
    return max((i for i in kept if i >= head and lines[i].is_prose), default=head)


def without_site_name(title: str) -> str:
    """Take the newspaper's name off a page title ("… | Báo Hà Tĩnh")."""
    return _SITE_NAME.sub("", title)


def article_kind(title: str, lines: Sequence[Line]) -> str:
    """Return what a text without official form is: questions and answers, lessons learned, or something else."""
    questions = sum(marker is not None and marker.style == "question" for marker in map(read_marker, lines))
    if _QUESTIONS.search(fold(title)) or questions >= 2:
        return "hỏi đáp"
    told = sum(len(_LESSONS.findall(line.folded)) for line in lines[:400])
    return "bài học kinh nghiệm" if _LESSONS.search(fold(title)) or told >= 3 else "khác"
