"""How exactly files of each format are read: the acceptance set of the tests, made, read and compared.

Prints a Markdown table: for each format the files, the character error (edits over the length of the right text, see
`tests/ingest/files/judging.py`), how many of the expected places were named, and how long one file takes to read.
Files that this machine cannot make or read, for want of a program, are left out, and a line below says so.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from assistant.errors import DocumentError  # noqa: E402
from ingest.parsing import read_document  # noqa: E402
from tests.ingest.files.catalogue import CASES, POOR_SCAN_ERROR, Case  # noqa: E402
from tests.ingest.files.judging import character_error, misplaced  # noqa: E402
from tests.ingest.files.making import Workshop, missing_tools  # noqa: E402


@dataclass(frozen=True)
class Result:
    """What reading one file gave; a file that was refused has an error of 1 and no place right."""

    case: Case
    error: float
    wrong: tuple[str, ...]
    seconds: float


def measured(case: Case, path: Path) -> Result:
    """Read one file and compare it."""
    started = time.perf_counter()
    try:
        parsed = read_document(path, path.parent)
    except DocumentError as refusal:
        return Result(case, 1.0, (str(refusal),) * len(case.description.places), time.perf_counter() - started)
    seconds = time.perf_counter() - started
    places = [misplaced(place, case, parsed.passages) for place in case.description.places]
    return Result(case, character_error(parsed.text, case.texts), tuple(filter(None, places)), seconds)


def format_of(case: Case) -> str:
    """The row of the table that a case belongs to."""
    if not case.recognised:
        return ".html" if case.suffix == ".htm" else case.suffix
    return "scans, tilted or noisy" if case.allowed == POOR_SCAN_ERROR else "scans, clean, 200 dpi"


def table(results: Iterable[Result]) -> str:
    """The rows as Markdown."""
    rows: dict[str, list[Result]] = defaultdict(list)
    for result in results:
        rows[format_of(result.case)].append(result)
    lines = [
        "| format | files | character error, mean | greatest | places right | seconds a file |",
        "|---|---|---|---|---|---|",
    ]
    return "\n".join([*lines, *(_row(name, found) for name, found in rows.items())])


def _row(name: str, found: Sequence[Result]) -> str:
    expected = sum(len(one.case.description.places) for one in found)
    right = expected - sum(len(one.wrong) for one in found)
    errors = [one.error for one in found]
    return (
        f"| {name} | {len(found)} | {fmean(errors):.2%} | {max(errors):.2%} | {right} of {expected} "
        f"| {fmean(one.seconds for one in found):.2f} |"
    )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--details", action="store_true", help="name the files that are not read as they must be")
    parser.add_argument("--quick", action="store_true", help="leave out what LibreOffice makes and what is recognised")
    options = parser.parse_args()
    cases = [case for case in CASES if not (options.quick and case.is_slow)]
    lacking = sorted({tool for case in cases for tool in missing_tools(case)})
    with tempfile.TemporaryDirectory() as folder:
        workshop = Workshop(Path(folder))
        results = [measured(case, workshop.file(case)) for case in cases if not missing_tools(case)]
    print(table(results))
    if lacking:
        print(f"\nNot measured, missing on this machine: {', '.join(lacking)}")
    for result in results if options.details else ():
        if result.error > result.case.allowed or result.wrong:
            print(f"- {result.case.file_name}: {result.error:.2%}; {'; '.join(dict.fromkeys(result.wrong))}")


if __name__ == "__main__":
    main()
