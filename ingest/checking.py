"""`python -m ingest --check`: what is wrong with documents before they go in; reads files, loads no model, no index."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from assistant.errors import CorpusError
from ingest.checks.corpus_files import CorpusFile, read_corpus_file
from ingest.checks.dates import check_dates
from ingest.checks.duplicates import check_duplicates
from ingest.checks.findings import Finding, as_text
from ingest.checks.numbering import check_numbering
from ingest.checks.records import check_record
from ingest.checks.relations import check_relations
from ingest.checks.sources import check_sources

SUFFIX = ".md"


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What was found in how many files."""

    findings: tuple[Finding, ...]
    files: int

    @property
    def has_errors(self) -> bool:
        """Whether anything is more than a warning."""
        return any(not finding.is_warning for finding in self.findings)

    def as_text(self) -> str:
        """The report for the terminal, one finding a line."""
        return as_text(self.findings, self.files)


def check_corpus(paths: Sequence[Path], *, beside: Sequence[Path] = (), today: date | None = None) -> CheckReport:
    """Check Markdown files, and those below folders.

    Args:
        paths: files and folders.
        beside: folders whose documents relations may point to, and whose statements must not be told again.
        today: the day on which nothing can be known of later days; the real one where it is left out.

    Raises:
        CorpusError: a path does not exist, or holds no Markdown file.
    """
    asked = list(dict.fromkeys(one.resolve() for path in paths for one in _files_below(path)))
    others = {one.resolve() for folder in beside for one in _markdown_below(folder)}
    read = [read_corpus_file(one, _shown(one)) for one in [*sorted(others - set(asked)), *asked]]
    files = [one for one in read if isinstance(one, CorpusFile)]
    shown = {_shown(one) for one in asked}
    findings = {one for one in read if isinstance(one, Finding)} | set(_findings(files, shown, today or date.today()))
    return CheckReport(tuple(sorted(one for one in findings if one.path in shown)), len(asked))


def _findings(files: Sequence[CorpusFile], shown: set[str], today: date) -> Iterator[Finding]:
    documents = [file.document for file in files]
    for file in files:
        if file.path in shown:
            yield from check_record(file)
            yield from check_dates(file, today)
            yield from check_relations(file, documents)
            yield from check_sources(file)
            yield from check_numbering(file)
    yield from check_duplicates(files)


def _files_below(path: Path) -> list[Path]:
    if not path.exists():
        raise CorpusError(f"Không có tệp hay thư mục {path}; hãy kiểm tra lại đường dẫn.")
    found = _markdown_below(path)
    if not found:
        raise CorpusError(f"{path} không có tệp {SUFFIX} nào để kiểm tra; hãy kiểm tra lại đường dẫn.")
    return found


def _markdown_below(path: Path) -> list[Path]:
    if path.is_file():
        return [path] if path.suffix.lower() == SUFFIX else []
    hidden = [one for one in path.rglob("*") if one.suffix.lower() == SUFFIX and one.is_file()]
    return sorted(one for one in hidden if not any(part.startswith(".") for part in one.relative_to(path).parts))


def _shown(path: Path) -> str:
    """A path as short as it can be from where the command runs."""
    here = Path.cwd()
    return path.relative_to(here).as_posix() if path.is_relative_to(here) else str(path)
