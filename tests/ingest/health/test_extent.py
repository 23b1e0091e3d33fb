import pytest

from assistant.datatypes import Passage
from ingest.health.extent import check_length, check_passages, check_recognition
from ingest.loaded import Reading

PAGE = "Trang này có đủ chữ để không ai nói là trống cả, lại thêm một câu nữa cho chắc chắn và dễ đọc."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bìa", ("nearly_empty", "grave")),
        ("Chi bộ họp mỗi tháng một lần.", ("short", "note")),
        (f"{PAGE}\f\f{PAGE}\n{PAGE}", ("blank_pages", "warning")),
        (f"{PAGE} {PAGE}" + "\f3" * 9, ("nearly_empty", "grave")),
    ],
)
def test_empty_texts_and_pages_are_told(text, expected):
    (found,) = check_length(text)

    assert (found.code, found.severity) == expected


def test_a_blank_back_of_the_last_sheet_is_usual():
    assert list(check_length(f"{PAGE}\n{PAGE}\f{PAGE}\f")) == []


def test_blank_pages_are_named():
    (found,) = check_length(f"{PAGE}\f\f{PAGE}\f\f\f{PAGE}\f{PAGE}\f{PAGE}")

    assert found.text == "Không có chữ ở trang 2 và 4–5."


@pytest.mark.parametrize(
    ("confidences", "severity", "said"),
    [
        ((93.0, 91.0), "note", "92%"),
        ((93.0, None, 61.4), "warning", "ở trang 3 (thấp nhất 61%)"),
        ((31.0, 42.0, 55.0), "grave", "43%"),
    ],
)
def test_pages_that_were_badly_recognised_are_named(confidences, severity, said):
    (found,) = check_recognition(Reading(confidences=confidences))

    assert found.severity == severity
    assert said in found.text


@pytest.mark.parametrize("confidences", [(), (None, None)])
def test_files_with_text_of_their_own_need_no_recognition(confidences):
    assert list(check_recognition(Reading(confidences=confidences))) == []


def test_passages_that_are_too_long_are_counted():
    passages = [Passage(str(size), "x", "a" * size, 0, size, "", 0) for size in (800, 1_501, 9_000)]

    (found,) = check_passages(passages)

    assert found.figures == {"passages": 2, "longest": 9_000}
