"""The acceptance set: files as offices have them, each read and compared with what it must give.

The error counted is the Levenshtein distance over the length of the right text, see `judging.character_error`.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from assistant.errors import DocumentError
from ingest.loaded import PAGE_BREAK
from ingest.loading import load
from ingest.parsing import ParsedDocument, read_document
from tests.ingest.files.catalogue import CASES, Case
from tests.ingest.files.hostile_catalogue import HOSTILE
from tests.ingest.files.judging import character_error, misplaced, names, wrong_facts
from tests.ingest.files.making import Workshop, missing_tools

ReadCase = Callable[[Case], ParsedDocument]


def _parameters(cases=CASES):
    return [pytest.param(one, id=one.file_name, marks=[pytest.mark.slow] if one.is_slow else []) for one in cases]


def _set_with(test) -> list[pytest.ParameterSet]:
    return _parameters([one for one in CASES if test(one)])


@pytest.fixture(scope="module")
def read_case(tmp_path_factory) -> ReadCase:
    """Make and read the file of a case, once for all tests."""
    folder = tmp_path_factory.mktemp("files")
    workshop = Workshop(folder)

    @cache
    def read(case: Case) -> ParsedDocument | DocumentError:
        try:
            return read_document(workshop.file(case), folder)
        except DocumentError as refusal:
            return refusal

    def read_where_possible(case: Case) -> ParsedDocument:
        if lacking := missing_tools(case):
            message = f"missing on this machine: {', '.join(lacking)}"
            if os.environ.get("CI"):
                pytest.fail(message)
            pytest.skip(message)
        found = read(case)
        return pytest.fail(f"refused: {found}") if isinstance(found, DocumentError) else found

    return read_where_possible


def test_set_has_at_least_sixty_files_and_every_one_a_name_of_its_own():
    names_used = [one.file_name for one in CASES]

    assert len(names_used) >= 60
    assert len(set(names_used)) == len(names_used)
    assert len(HOSTILE) >= 20


def test_words_of_every_place_stand_in_the_text_that_must_be_given():
    for case in CASES:
        assert all(place.words in text for place in case.description.places for text in case.texts), case.id


@pytest.mark.parametrize("case", _parameters())
def test_text_is_given_to_the_letter(case: Case, read_case: ReadCase):
    error = character_error(read_case(case).text, case.texts)

    assert error <= case.allowed, f"character error {error:.2%}, at most {case.allowed:.2%}"


@pytest.mark.parametrize("case", _parameters())
def test_words_are_found_at_their_places(case: Case, read_case: ReadCase):
    passages = read_case(case).passages

    assert not [wrong for place in case.description.places if (wrong := misplaced(place, case, passages))]


@pytest.mark.parametrize("case", _parameters())
def test_passages_are_stretches_of_the_stored_text(case: Case, read_case: ReadCase):
    parsed = read_case(case)

    assert all(parsed.text[one.start : one.end] == one.text for one in parsed.passages)


@pytest.mark.parametrize("case", _set_with(lambda case: case.has_head and case.description.facts.number))
def test_head_is_recognised(case: Case, read_case: ReadCase):
    assert not wrong_facts(case, read_case(case))


@pytest.mark.parametrize("case", _set_with(lambda case: case.encoding))
def test_encoding_is_told(case: Case, read_case: ReadCase):
    assert case.encoding in read_case(case).reading.encoding.split(" + ")


@pytest.mark.parametrize("case", _set_with(lambda case: case.recognised))
def test_each_recognised_page_tells_how_sure_its_letters_are(case: Case, read_case: ReadCase):
    parsed = read_case(case)

    assert len(parsed.reading.confidences) == parsed.text.count(PAGE_BREAK) + 1
    recognised = [one for one in parsed.reading.confidences if one is not None]
    assert recognised
    assert all(50 < one <= 100 for one in recognised)


@pytest.mark.parametrize("case", _set_with(lambda case: case.address))
def test_saved_page_tells_its_address(case: Case, tmp_path: Path):
    case.write(case.description, tmp_path / case.file_name)

    assert load(tmp_path / case.file_name).address == case.address


@pytest.mark.parametrize(
    ("locator", "place", "right"),
    [
        ("Điều 5, khoản 2", "Điều 5, khoản 2", True),
        ("Điều 5, khoản 1–3", "Điều 5, khoản 2", True),
        ("Điều 5, khoản 3–4", "Điều 5, khoản 2", False),
        ("Điều 6, khoản 1–3", "Điều 5, khoản 2", False),
        ("mục II.1.1, điểm a–c", "mục II.1.1, điểm b", True),
        ("mục II.1.1, điểm a–c", "mục II.1.1", False),
        ("mục I.2 (phần 2)", "mục I.2", True),
        ("phần “QUYẾT NGHỊ”, mục III.3–4", "mục III.3", True),
        ("Điều 3, mục 1", "mục 1", False),
        ("mục III.1–2, trang 4", "mục III.2", True),
    ],
)
def test_place_is_named_by_itself_or_by_a_range_of_neighbours(locator: str, place: str, right: bool):
    assert names(locator, place) is right


def test_error_counts_letters_and_not_line_breaks(tmp_path: Path):
    assert character_error("một\nhai  | ba |", ["một hai ba"]) == 0
    assert character_error("mot hai ba", ["một hai ba"]) == pytest.approx(0.1)
    assert character_error("một hai", ["xyz", "một hai"]) == 0
