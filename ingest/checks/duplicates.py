"""Things told twice: ids, documents of one number and day, statements in the same or nearly the same words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from rapidfuzz import fuzz

from assistant.language.document_numbers import canonical
from assistant.language.folding import syllables
from assistant.marks import quotable_end
from assistant.validity import NO_RULES
from ingest.checks.corpus_files import BodyLine, CorpusFile
from ingest.checks.findings import Finding

FEWEST_SYLLABLES = 8
NEARLY_SAME = 93.0
_WINDOW = 4  # syllables that two near-duplicates share in a row, many times over
_COMMON = 40  # a stretch in more statements than this is a turn of phrase
_SHARED = 0.5


@dataclass(frozen=True, slots=True)
class _Statement:
    """A statement with its place, its syllables without marks, and the figures among them."""

    file: CorpusFile
    line: BodyLine
    words: tuple[str, ...]

    @property
    def place(self) -> str:
        return f"{self.file.path}:{self.line.number}"

    @property
    def figures(self) -> Counter[str]:
        """What makes two statements of the same words tell different things."""
        return Counter(word for word in self.words if word[0].isdigit())


def check_duplicates(files: Sequence[CorpusFile]) -> Iterator[Finding]:
    """Find what more than one file, or one file more than once, tells."""
    yield from _check_ids(files)
    yield from _check_numbers(files)
    yield from _check_statements(files)


def _check_ids(files: Sequence[CorpusFile]) -> Iterator[Finding]:
    first: dict[str, CorpusFile] = {}
    for file in files:
        other = first.setdefault(file.document.id, file)
        if other is not file:
            message = f"mã {file.document.id} đã dùng ở {other.path}; hãy đặt mã khác"
            yield file.error(file.line_of("id"), message)


def _check_numbers(files: Sequence[CorpusFile]) -> Iterator[Finding]:
    """An original beside its digest is no duplicate: the digest stands back for it."""
    first: dict[tuple[str, date, str], CorpusFile] = {}
    for file in files:
        document = file.document
        if not document.number or document.issued is None:
            continue
        key = (canonical(document.number), document.issued, document.provenance)
        other = first.setdefault(key, file)
        if other is not file:
            message = f"cùng số {document.number} và cùng ngày ban hành với {other.path}; hãy gộp hai tệp"
            yield file.error(file.line_of("number"), message)


def _check_statements(files: Sequence[CorpusFile]) -> Iterator[Finding]:
    statements = [one for file in files for line in file.statements() if (one := _statement(file, line))]
    exact: dict[tuple[str, ...], _Statement] = {}
    once: list[_Statement] = []
    for statement in statements:
        other = exact.setdefault(statement.words, statement)
        if other is statement:
            once.append(statement)
        elif other.file is statement.file:
            yield statement.file.error(statement.line.number, f"câu này trùng câu ở {other.place}; hãy bỏ một câu")
        else:
            yield statement.file.warning(statement.line.number, f"câu này trùng câu ở {other.place}; hãy xem lại")
    for other, statement in _nearly_same(once):
        message = f"câu này gần như trùng câu ở {other.place}; hãy gộp hoặc viết rõ chỗ khác nhau"
        yield statement.file.warning(statement.line.number, message)


def _statement(file: CorpusFile, line: BodyLine) -> _Statement | None:
    words = tuple(syllables(line.text[: quotable_end(line.text, 0, len(line.text))]))
    return _Statement(file, line, words) if len(words) >= FEWEST_SYLLABLES else None


def _nearly_same(statements: Sequence[_Statement]) -> Iterator[tuple[_Statement, _Statement]]:
    """Pair statements of nearly the same words and the same figures; compares only those that share many stretches."""
    holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for place, statement in enumerate(statements):
        shared: Counter[int] = Counter()
        stretches = _stretches(statement)
        for stretch in stretches:
            if len(holders[stretch]) <= _COMMON:
                shared.update(holders[stretch])
            holders[stretch].append(place)
        near = [statements[other] for other, count in shared.items() if count >= _SHARED * len(stretches)]
        other = next((one for one in near if _tells_the_same(one, statement)), None)
        if other:
            yield other, statement


def _stretches(statement: _Statement) -> set[tuple[str, ...]]:
    return {statement.words[start : start + _WINDOW] for start in range(len(statement.words) - _WINDOW + 1)}


def _tells_the_same(one: _Statement, other: _Statement) -> bool:
    """Whether one of the two is too many; questions with answers and lessons restate what others rule, on purpose."""
    restated = {one.file.document.kind, other.file.document.kind} & set(NO_RULES)
    if restated and one.file is not other.file:
        return False
    if one.figures != other.figures:
        return False
    return fuzz.token_sort_ratio(" ".join(one.words), " ".join(other.words)) >= NEARLY_SAME
