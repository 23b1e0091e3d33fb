import pytest

from ingest.boilerplate import find_furniture
from ingest.headers import read_header
from ingest.health.gaps import check_gaps
from ingest.looks.lines import split_lines
from ingest.roles import label_lines
from ingest.sections.paragraphs import read_paragraphs
from ingest.structure import read_structure
from tests.ingest.health import texts

LAW = "\n".join(
    f"Điều {number}. Việc thứ {number} của thôn\n1. Chi uỷ lo việc này trong tháng.\n2. Đảng viên giúp chi uỷ một tay."
    for number in range(1, 9)
)


def gaps(text):
    lines = split_lines(text, is_markdown=False, headings={})
    furniture = find_furniture(lines)
    header = read_header(lines, furniture)
    paragraphs = read_paragraphs(label_lines(lines, furniture, header), is_markdown=False)
    return [one.text for one in check_gaps(read_structure(paragraphs, is_official=True))]


@pytest.mark.parametrize("text", [texts.OFFICIAL, LAW, texts.HEALTHY])
def test_whole_numbering_is_left_alone(text):
    assert gaps(text) == []


@pytest.mark.parametrize(
    ("text", "lost", "named"),
    [
        (texts.OFFICIAL, "III. TỔ CHỨC THỰC HIỆN", "mục III"),
        (texts.OFFICIAL, "I. MỤC ĐÍCH", "mục I"),
        (texts.OFFICIAL, "b) Văn kiện in một mặt giấy.", "điểm b mục 2 mục II"),
        (LAW, "Điều 4. Việc thứ 4 của thôn", "Điều 4"),
    ],
)
def test_what_is_missing_is_named(text, lost, named):
    (told,) = gaps(text.replace(f"{lost}\n", ""))

    assert f"thiếu {named};" in told


def test_neighbours_are_named_together():
    whole, _, rest = LAW.partition("Điều 3.")

    assert "thiếu Điều 3–5;" in gaps(whole + rest[rest.index("Điều 6.") :])[0]


def test_a_list_that_counts_without_the_barred_letter_is_whole():
    assert gaps(texts.OFFICIAL.replace("c) Văn kiện có", "c) Một\nd) Hai\ne) Ba\ng) Văn kiện có")) == []
