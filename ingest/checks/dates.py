"""Dates: possible ones, in their right order, and the same in the number, the title and the record."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from assistant.datatypes import DocumentReference
from assistant.language.document_numbers import find_references
from assistant.language.folding import fold
from assistant.language.number_symbols import read_number
from assistant.validity import IN_FORCE
from assistant.wording import REPLACED, day
from ingest.checks.corpus_files import BodyLine, CorpusFile
from ingest.checks.findings import Finding

_FULL = re.compile(
    r"(?<![\d/.-])(?P<day>\d{1,2})(?:/|-|\.|\s+thang\s+)(?P<month>\d{1,2})(?:/|-|\.|\s+nam\s+)(?P<year>\d{4})(?!\d|/)"
)
_SHORT = re.compile(r"ngay\s+(?P<day>\d{1,2})(?:/|\s+thang\s+)(?P<month>\d{1,2})(?![\d/]|\s+nam|[-.]\d)")
_YEAR_OF_ID = re.compile(r"-((?:19|20)\d\d)$")
_LEAP_YEAR = 2000


def check_dates(file: CorpusFile, today: date) -> Iterator[Finding]:
    """Find dates that cannot be, or that contradict each other."""
    yield from _check_order(file, today)
    yield from _check_names(file)
    for line in file.body:
        yield from _check_written(file, line)


def _check_order(file: CorpusFile, today: date) -> Iterator[Finding]:
    document = file.document
    known_until = _last_day(document.as_of) or today
    if known_until > date(today.year, today.month, monthrange(today.year, today.month)[1]):
        yield file.error(file.line_of("as_of"), f"as_of {document.as_of} muộn hơn hôm nay; hãy ghi tháng đã kiểm tra")
    start, end = document.effective or document.issued, document.expired
    if document.issued and document.issued > known_until:
        message = f"ngày ban hành {day(document.issued)} muộn hơn as_of {document.as_of or 'và hôm nay'}"
        yield file.error(file.line_of("issued"), f"{message}; hãy sửa một trong hai")
    if document.issued and document.effective and document.effective < document.issued:
        message = f"ngày có hiệu lực {day(document.effective)} sớm hơn ngày ban hành {day(document.issued)}"
        yield file.warning(file.line_of("effective"), f"{message}; hãy kiểm tra lại")
    if start and end and end <= start:
        message = f"ngày hết hiệu lực {day(end)} không muộn hơn ngày bắt đầu {day(start)}; hãy sửa một trong hai"
        yield file.error(file.line_of("expired"), message)
    if end and end <= known_until and document.validity == IN_FORCE:
        message = f"ghi “còn hiệu lực” mà đã hết hiệu lực từ {day(end)}; hãy sửa validity hoặc expired"
        yield file.error(file.line_of("validity"), message)
    if end and end > known_until and document.validity == REPLACED:
        message = f"ghi “được thay thế” mà đến {day(end)} mới hết hiệu lực; hãy kiểm tra validity và expired"
        yield file.warning(file.line_of("expired"), message)


def _last_day(month: str) -> date | None:
    """The last day of "2026-11" or of "2026"."""
    if not month:
        return None
    year, _, number = month.partition("-")
    return date(int(year), int(number or 12), monthrange(int(year), int(number or 12))[1])


def _check_names(file: CorpusFile) -> Iterator[Finding]:
    """Compare the date of issue with what the id, the number, the title and the first heading say of it."""
    document = file.document
    if document.issued is None:
        return
    year = _YEAR_OF_ID.search(document.id)
    if year and int(year[1]) != document.issued.year:
        message = (
            f"mã {document.id} ghi năm {year[1]} mà ngày ban hành là {day(document.issued)}; hãy sửa một trong hai"
        )
        yield file.error(file.line_of("id"), message)
    number = read_number(document.number)
    if number.symbol.year and number.symbol.year != document.issued.year:
        message = f"số hiệu {document.number} ghi năm khác ngày ban hành {day(document.issued)}; hãy sửa một trong hai"
        yield file.error(file.line_of("number"), message)
    heading = next((line for line in file.body if line.level == 1), None)
    named = [(file.line_of("title"), document.title)] + ([(heading.number, heading.text)] if heading else [])
    for line, text in named:
        if _names_another_day(file, text):
            message = f"ngày trong tên khác ngày ban hành {day(document.issued)} của {document.number}"
            yield file.error(line, f"{message}; hãy sửa một trong hai")


def _names_another_day(file: CorpusFile, text: str) -> bool:
    number, issued = read_number(file.document.number), file.document.issued
    own = [one for one in find_references(text) if _is_own(one, number.serial, str(number.symbol))]
    return any((one.issued and one.issued != issued) or (issued and one.year not in (None, issued.year)) for one in own)


def _is_own(reference: DocumentReference, serial: str, symbol: str) -> bool:
    return bool(reference.symbol) and (reference.serial, fold(reference.symbol)) == (serial, fold(symbol))


def _check_written(file: CorpusFile, line: BodyLine) -> Iterator[Finding]:
    folded = fold(line.text)
    for found in [*_FULL.finditer(folded), *_SHORT.finditer(folded)]:
        year = int(found.groupdict().get("year") or _LEAP_YEAR)
        try:
            date(year, int(found["month"]), int(found["day"]))
        except ValueError:
            yield file.error(line.number, f"không có ngày “{line.text[found.start() : found.end()]}”; hãy sửa ngày này")
