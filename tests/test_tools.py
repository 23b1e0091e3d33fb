"""The size check finds what is too long, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools.check_sizes import complaints, functions_of

CODE = ["code"]


def function(name: str, lines: int, *, docstring: str = "") -> str:
    """A function of so many lines, its docstring not counted."""
    body = [f'    """{docstring}"""'] if docstring else []
    return "\n".join([f"def {name}():", *body, *["    x = 1"] * (lines - 1)]) + "\n"


def project(root: Path, source: str) -> Path:
    (root / "code" / "inner").mkdir(parents=True)
    (root / "code" / "inner" / "module.py").write_text(source, encoding="utf-8")
    return root


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        ("def f():\n    return 1\n", 2),
        ('def f():\n    """Says."""\n    return 1\n', 2),
        ('def f():\n    """Says\n\n    at length.\n    """\n    return 1\n', 2),
        ("@cache\n@other\ndef f():\n    return 1\n", 2),
        ("async def f(\n    a,\n    b,\n):\n    return 1\n", 5),
    ],
    ids=["plain", "docstring", "long docstring", "decorators", "arguments count"],
)
def test_a_function_is_measured_without_docstring_and_decorators(source: str, lines: int) -> None:
    (found,) = functions_of(source, "module.py")

    assert (found.name, found.lines) == ("f", lines)


def test_methods_and_inner_functions_are_measured_too() -> None:
    source = "class A:\n    def outer(self):\n        def inner():\n            return 1\n        return inner\n"

    assert {(f.name, f.lines) for f in functions_of(source, "module.py")} == {("outer", 4), ("inner", 2)}


def test_what_is_just_within_the_limits_passes(tmp_path: Path) -> None:
    short = "".join(function(f"short_{i}", 2) for i in range(9))
    source = short + function("longest", 50, docstring="Not counted.")
    source += "x = 1\n" * (250 - len(source.splitlines()))

    assert complaints(project(tmp_path, source), CODE) == []


def test_a_long_file_is_named(tmp_path: Path) -> None:
    assert complaints(project(tmp_path, "x = 1\n" * 251), CODE) == ["code/inner/module.py: 251 lines, at most 250"]


def test_a_long_function_is_named_with_its_place(tmp_path: Path) -> None:
    source = "".join(function(f"short_{i}", 2) for i in range(9)) + function("long", 51)

    assert complaints(project(tmp_path, source), CODE) == ["code/inner/module.py:19: long has 51 lines, at most 50"]


def test_too_many_middling_functions_are_named_longest_first(tmp_path: Path) -> None:
    source = "".join(function(f"short_{i}", 25) for i in range(5)) + function("middling", 26) + function("longer", 27)

    (found,) = complaints(project(tmp_path, source), CODE)

    assert found.startswith("2 of 7 functions have over 25 lines")
    assert found.index("longer (27)") < found.index("middling (26)")


def test_single_files_are_read_and_missing_places_passed_over(tmp_path: Path) -> None:
    (tmp_path / "app.py").write_text("x = 1\n" * 300, encoding="utf-8")

    assert complaints(tmp_path, ["app.py", "bench"]) == ["app.py: 300 lines, at most 250"]
