"""Checks that files and functions stay small; part of `make check`, run from the project root."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

CODE = ("app.py", "assistant", "ingest", "tools", "bench")
TESTS = ("tests",)  # apart: many short tests must not excuse long functions of the code
MAX_FILE_LINES = 250
MAX_TEST_FILE_LINES = 400  # tables of cases are long and still easy to read
MAX_FUNCTION_LINES = 50
SHORT_FUNCTION_LINES = 25
LONG_ONE_IN = 10


@dataclass(frozen=True, slots=True)
class Function:
    """A function as written; `lines` leaves its docstring and decorators out."""

    place: str
    name: str
    lines: int


def functions_of(source: str, path: str) -> Iterator[Function]:
    """Yield every function of a module, nested ones and methods too."""
    for node in ast.walk(ast.parse(source, filename=path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert node.end_lineno is not None  # set by ast.parse
            length = node.end_lineno - node.lineno + 1 - _docstring_lines(node)
            yield Function(f"{path}:{node.lineno}", node.name, length)


def _docstring_lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    first = node.body[0]
    if ast.get_docstring(node, clean=False) is None or first.end_lineno is None:
        return 0
    return first.end_lineno - first.lineno + 1


def complaints(root: Path, names: Sequence[str], most_lines: int = MAX_FILE_LINES) -> list[str]:
    """Say what is too long below `root`, one line each; empty where all is well."""
    found: list[str] = []
    functions: list[Function] = []
    for path in _python_files(root, names):
        source = path.read_text(encoding="utf-8")
        place = path.relative_to(root).as_posix()
        lines = len(source.splitlines())
        if lines > most_lines:
            found.append(f"{place}: {lines} lines, at most {most_lines}")
        functions.extend(functions_of(source, place))
    found += [
        f"{f.place}: {f.name} has {f.lines} lines, at most {MAX_FUNCTION_LINES}"
        for f in functions
        if f.lines > MAX_FUNCTION_LINES
    ]
    return found + _share_complaint(functions)


def _python_files(root: Path, names: Sequence[str]) -> Iterator[Path]:
    for name in names:
        path = root / name
        yield from sorted(path.rglob("*.py")) if path.is_dir() else [path] if path.is_file() else []


def _share_complaint(functions: Sequence[Function]) -> list[str]:
    long = [f for f in functions if f.lines > SHORT_FUNCTION_LINES]
    if len(long) * LONG_ONE_IN <= len(functions):
        return []
    share = f"{len(long)} of {len(functions)} functions have over {SHORT_FUNCTION_LINES} lines"
    listed = ", ".join(f"{f.place} {f.name} ({f.lines})" for f in sorted(long, key=lambda f: -f.lines))
    return [f"{share}, at most one in {LONG_ONE_IN} may: {listed}"]


def main() -> int:
    """Print what is too long; the exit status says whether anything was."""
    found = complaints(Path.cwd(), CODE) + complaints(Path.cwd(), TESTS, MAX_TEST_FILE_LINES)
    print("\n".join(found) if found else "sizes: all files and functions are within their limits")
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())
