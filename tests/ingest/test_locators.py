import pytest

from ingest.sections.locators import LONGEST, Step, counted, locate

HEADING = Step("", title="II.3. Nhân sự và bầu cử cấp uỷ")


@pytest.mark.parametrize(
    ("steps", "last", "name"),
    [
        pytest.param([counted("đoạn", 4)], None, "đoạn 4", id="paragraph"),
        pytest.param([counted("đoạn", 2)], counted("đoạn", 3), "đoạn 2–3", id="range"),
        pytest.param([Step("mục", "3"), counted("gạch đầu dòng", 2)], None, "mục 3, gạch đầu dòng 2", id="dash"),
        pytest.param([Step("mục", "II"), Step("mục", "3")], None, "mục II.3", id="number in numeral"),
        pytest.param([Step("mục", "II"), Step("mục", "1"), Step("mục", "1.2")], None, "mục II.1.2", id="dotted number"),
        pytest.param([Step("mục", "1"), Step("mục", "2")], Step("mục", "4"), "mục 1.2–4", id="range of numbers"),
        pytest.param(
            [Step("Chương", "II"), Step("Mục", "1"), Step("Điều", "14"), Step("khoản", "2"), Step("điểm", "a")],
            Step("điểm", "c"),
            "Điều 14, khoản 2, điểm a–c",
            id="article without chapter",
        ),
        pytest.param([Step("Phụ lục", "1"), Step("mục", "2")], None, "Phụ lục 1, mục 2", id="annex"),
        pytest.param(
            [Step("phần", title="Kinh nghiệm"), counted("đoạn", 4)], None, "phần “Kinh nghiệm”, đoạn 4", id="title"
        ),
        pytest.param(
            [HEADING, Step("", title="Cơ cấu"), counted("gạch đầu dòng", 2)],
            None,
            "II.3. Nhân sự và bầu cử cấp uỷ – Cơ cấu, gạch đầu dòng 2",
            id="headings of a digest",
        ),
        pytest.param(
            [HEADING, Step("", title="Số lượng cấp uỷ viên và cơ cấu ba độ tuổi"), counted("gạch đầu dòng", 12)],
            None,
            "II.3 – Số lượng cấp uỷ viên và cơ cấu ba độ tuổi, gạch đầu dòng 12",
            id="outer heading cut to its number",
        ),
    ],
)
def test_place_is_named_for_people(steps, last, name):
    assert locate(steps, last) == name


def test_long_title_is_cut_at_a_word_and_the_place_in_it_stays():
    name = locate([Step("phần", title="Một tiêu đề dài " * 10), counted("đoạn", 4)])

    assert len(name) <= LONGEST
    assert name.startswith("phần “Một tiêu đề dài")
    assert name.endswith("…”, đoạn 4")


@pytest.mark.parametrize("depth", [1, 3, 9])
def test_name_is_never_too_long(depth):
    steps = [Step("", title="chữ" * 40)] * depth + [counted("gạch đầu dòng", 1234)]

    assert len(locate(steps, longest=70)) <= 70
