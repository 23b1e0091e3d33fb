"""The documentation keeps up with the code: settings, make targets, versions, links."""

from __future__ import annotations

import re
import subprocess
import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from assistant.settings import PREFIX, PROJECT_ROOT, Settings

TARGETS = (
    *("help", "install", "run", "test", "test-fast", "check", "format"),
    *("ingest", "eval", "bench", "bundle", "clean"),
)
PROJECT = tomllib.loads((PROJECT_ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def text_of(name: str) -> str:
    return (PROJECT_ROOT / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", Settings.model_fields)
def test_the_readme_tells_every_setting_and_its_default(name: str) -> None:
    (row,) = re.findall(rf"^\| `{PREFIX}{name.upper()}` \| (.+?) \|", text_of("README.md"), re.MULTILINE)

    default = Settings.model_fields[name].default
    written = f"{default:g}" if isinstance(default, float) else str(default)
    assert row.lower() == f"`{written}`".lower() or written in ("", "None")


def test_the_readme_tells_no_setting_that_does_not_exist() -> None:
    told = set(re.findall(PREFIX + "[A-Z_]+", text_of("README.md") + text_of("README.vi.md")))

    assert told == {PREFIX + name.upper() for name in Settings.model_fields}


def test_make_without_a_target_lists_them_all() -> None:
    listed = subprocess.run(["make"], cwd=PROJECT_ROOT, capture_output=True, text=True, check=True).stdout

    assert re.findall(r"^  make (\S+)", listed, re.MULTILINE) == list(TARGETS)


@pytest.mark.parametrize("target", TARGETS)
def test_the_readme_tells_every_make_target(target: str) -> None:
    assert f"| `make {target}` |" in text_of("README.md")


@pytest.mark.parametrize("name", ["README.md", "README.vi.md", "CONTRIBUTING.md", "CHANGELOG.md"])
def test_no_document_names_a_make_target_that_does_not_exist(name: str) -> None:
    told = re.findall(r"(?:`|^ *)make ([a-z-]+)", text_of(name), re.MULTILINE)

    assert set(told) <= set(TARGETS)


@pytest.mark.parametrize("name", ["README.md", "README.vi.md", "CONTRIBUTING.md"])
def test_links_lead_to_files(name: str) -> None:
    links = re.findall(r"(?<!!)\[[^]]+\]\((?!https?:|#)([^)#]+)", text_of(name))

    assert [link for link in links if not (PROJECT_ROOT / link).is_file()] == []


def test_the_changelog_tells_the_version() -> None:
    assert f"## [{PROJECT['version']}] - 20" in text_of("CHANGELOG.md")


def pins() -> dict[str, str]:
    lines = [line for line in text_of("constraints.txt").splitlines() if not line.startswith("#")]
    requirements = [Requirement(line) for line in lines]
    return {canonicalize_name(r.name): str(r.specifier) for r in requirements if r.url is None}


def test_constraints_pin_one_public_version_of_everything_wherever_it_comes_from() -> None:
    lines = [line for line in text_of("constraints.txt").splitlines() if not line.startswith("#")]

    assert [line for line in lines if not re.fullmatch(r"[\w.-]+==[\w.]+", line)] == []
    assert pins()["torch"] == "==2.13.0"


def test_constraints_fit_the_dependencies() -> None:
    optional = [line for group in PROJECT["optional-dependencies"].values() for line in group]

    for wanted in map(Requirement, PROJECT["dependencies"] + optional):
        pinned = pins()[canonicalize_name(wanted.name)].removeprefix("==")
        assert wanted.specifier.contains(pinned), f"{wanted} against {pinned}"
