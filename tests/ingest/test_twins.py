"""Which file is the original of which digest: by number and day, in every spelling."""

from datetime import date

import pytest

from assistant.datatypes import DIGEST, Document
from ingest.twins import twin_of

DAY = date(2031, 5, 30)
HELD = Document(
    "chi-thi-35",
    "Chỉ thị",
    "a.md",
    number="35-CT/TW",
    kind="chỉ thị",
    issuer="Bộ Chính trị",
    issued=DAY,
    provenance=DIGEST,
)


def original(number, kind="chỉ thị", issued=DAY, **known):
    return Document("tep-moi", "Tệp mới", "b.txt", number=number, kind=kind, issued=issued, **known)


def digest(identity="van-ban", **known):
    return Document(identity, "Văn bản", f"{identity}.md", provenance=DIGEST, **known)


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        ("35-CT/TW", "chỉ thị"),
        ("35 CT/TW", "chỉ thị"),
        ("35- CT/TW", "chỉ thị"),
        ("35/CT-TW", "khác"),
        ("Số: 35-CT/TƯ", "khác"),
        ("35 ct-tw", "khác"),
        ("35", "chỉ thị"),
    ],
)
def test_the_same_number_and_day_is_the_same_document_in_any_spelling(number, kind):
    assert twin_of(original(number, kind), [HELD]) is HELD


def test_the_letterhead_of_another_central_body_changes_nothing():
    assert twin_of(original("35-CT/TW", issuer="Ban Chấp hành Trung ương"), [HELD]) is HELD


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(original("35-CT/TW", issued=date(2036, 6, 14)), id="the same number of another term"),
        pytest.param(original("35-CT/TW", issued=date(2031, 5, 31)), id="another day of the same year"),
        pytest.param(original("36-CT/TW"), id="another serial"),
        pytest.param(original("35-KL/TW", "kết luận"), id="another kind"),
        pytest.param(original("35-CT/TU"), id="another body's code"),
        pytest.param(original("35-CT/TW", issued=None), id="no day at all"),
        pytest.param(original("", issued=DAY), id="no number"),
        pytest.param(original("35", "khác"), id="a serial alone"),
    ],
)
def test_anything_less_is_another_document(other):
    assert twin_of(other, [HELD]) is None


@pytest.mark.parametrize(
    "held",
    [
        digest("chi-thi-35-2031", number="35-CT/TW", kind="chỉ thị"),
        digest(number="35-CT/TW", kind="chỉ thị", effective=date(2031, 7, 1)),
    ],
    ids=["in the id", "of the effect"],
)
def test_the_year_is_enough_where_the_digest_tells_no_day(held):
    assert twin_of(original("35-CT/TW"), [held]) is held
    assert twin_of(original("35-CT/TW", issued=date(2036, 1, 1)), [held]) is None


def test_a_state_number_tells_its_year():
    held = digest(number="45/2031/NĐ-CP", kind="nghị định")

    assert twin_of(original("45/2031/NĐ-CP", "khác"), [held]) is held


def test_a_decision_that_issues_rules_is_known_by_either_name():
    held = digest(number="90-QĐ/TW", kind="quy chế", issued=DAY)

    assert twin_of(original("90-QĐi/TW", "quy định"), [held]) is held


@pytest.mark.parametrize(
    ("issuer", "is_same"),
    [
        ("Huyện uỷ Hà Minh", True),
        ("BAN THƯỜNG VỤ HUYỆN ỦY HÀ MINH", True),
        ("", True),
        ("Huyện uỷ Minh Sơn", False),
    ],
)
def test_local_bodies_number_their_own_documents(issuer, is_same):
    held = digest(number="12-KH/HU", kind="kế hoạch", issued=DAY, issuer="Huyện ủy Hà Minh")

    assert (twin_of(original("12-KH/HU", "kế hoạch", issuer=issuer), [held]) is held) == is_same


def test_two_that_fit_are_none():
    assert twin_of(original("35-CT/TW"), [HELD, digest("hai", number="35-CT/TW", kind="chỉ thị", issued=DAY)]) is None
