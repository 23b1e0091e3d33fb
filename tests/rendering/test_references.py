"""References in writing: issuer, kind, number, date, subject, place."""

from dataclasses import replace
from datetime import date

import pytest

from assistant.datatypes import Citation, Document, Passage
from assistant.rendering.references import citation_reference, reference

RULES = Document(
    id="q", title="Về trang trí hội trường", path="q.md", number="7-HD/BTC", kind="hướng dẫn", issuer="Ban Tổ chức"
)


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        pytest.param(
            replace(RULES, issued=date(2021, 3, 9)),
            "Ban Tổ chức: Hướng dẫn số 7-HD/BTC, ngày 09/3/2021, về trang trí hội trường",
            id="all known",
        ),
        pytest.param(RULES, "Ban Tổ chức: Hướng dẫn số 7-HD/BTC, về trang trí hội trường", id="date unknown"),
        pytest.param(
            replace(RULES, title="Trang trí hội trường", provenance="lược thuật"),
            "Ban Tổ chức: Hướng dẫn số 7-HD/BTC, “Trang trí hội trường” (bản lược thuật)",
            id="digest with a plain title",
        ),
        pytest.param(replace(RULES, number="", issuer=""), "“Về trang trí hội trường”", id="title alone"),
        pytest.param(replace(RULES, kind="khác", title=""), "Ban Tổ chức: số 7-HD/BTC", id="kind unknown"),
    ],
)
def test_reference_names_what_is_known(document, expected):
    assert reference(document) == expected


def test_citation_reference_ends_with_the_place():
    passage = Passage("p", "q", "Có hoa.", 0, 7, "mục 2", 0)

    digest = replace(RULES, provenance="lược thuật")

    assert citation_reference(Citation(1, passage, digest, "Có hoa.", 0, 7)).endswith("trường (bản lược thuật), mục 2")


def test_reference_to_a_file_with_pages_names_the_page():
    passage = Passage("p", "q", "Có hoa.", 0, 7, "mục 2", 0, page=3)

    assert citation_reference(Citation(1, passage, RULES, "Có hoa.", 0, 7)).endswith(", mục 2, trang 3")
