"""Filters: what fits, what can be chosen, and what a browser may send."""

import pytest

from assistant.ui.filters import Filters, choices, filters_from
from tests.ui.sample import DOCUMENTS


@pytest.mark.parametrize(
    ("filters", "kept"),
    [
        pytest.param(Filters(), {"ct-2", "hd-7", "ct-1", "bai-hoc", "la-<b>"}, id="nothing chosen"),
        pytest.param(Filters(documents=("hd-7", "ct-1")), {"hd-7", "ct-1"}, id="documents"),
        pytest.param(Filters(kinds=("chỉ thị",)), {"ct-2", "ct-1"}, id="kind"),
        pytest.param(Filters(terms=("XIII",)), {"ct-1", "bai-hoc"}, id="term"),
        pytest.param(Filters(levels=("cơ sở",)), {"ct-2"}, id="level"),
        pytest.param(Filters(kinds=("chỉ thị",), terms=("XIII",)), {"ct-1"}, id="both must fit"),
        pytest.param(Filters(kinds=("kế hoạch",)), set(), id="nothing fits"),
    ],
)
def test_filters_keep_what_fits_every_part(filters, kept):
    assert filters.ids(DOCUMENTS) == kept
    assert filters.is_empty == (filters == Filters())


def test_choices_are_what_the_collection_holds():
    result = choices(DOCUMENTS)

    assert [value for _, value in result.documents] == ["hd-7", "ct-2", "ct-1", "la-<b>", "bai-hoc"]
    assert result.terms == (("Đại hội XIV", "XIV"), ("Đại hội XIII", "XIII"))
    assert ("chỉ thị", "chỉ thị") in result.kinds
    assert result.levels == (("chi bộ", "chi bộ"), ("cơ sở", "cơ sở"))


def test_long_title_is_shortened_in_a_choice():
    label = choices(DOCUMENTS).documents[0][0]

    assert label.startswith("Hướng dẫn 7-HD/ĐU (09/3/2021): Về việc trang trí")
    assert len(label) < 110


def test_what_a_browser_sends_is_read_tolerantly():
    assert filters_from([["a"], None, "XIII", ["chi bộ"]]) == Filters(documents=("a",), levels=("chi bộ",))
