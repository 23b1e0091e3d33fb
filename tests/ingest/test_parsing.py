import time
from datetime import date

import pytest

from assistant.datatypes import Relation, Source
from assistant.errors import DocumentError
from ingest.parsing import read_document, slug
from tests.ingest import pages, samples

DIGEST = """\
---
id: huong-dan-05-hd-thu-2031
number: 05-HD/THU
kind: hướng dẫn
title: Về đại hội chi bộ
issued: 2031-02-03
levels: [chi bộ]
authority: hướng dẫn
provenance: lược thuật
relations: [{type: bổ sung, target: huong-dan-01-hd-thu-2026}]
sources: {2: {title: Báo Thử, url: "https://example.vn"}}
---

## II.3. Nhân sự
### Cơ cấu

- Mỗi nhiệm kỳ đổi mới một phần ba số cấp uỷ viên. [^2]
- Đăng nhập phần mềm trước ngày họp. [^2]
"""


def test_front_matter_makes_the_document_and_leaves_the_stored_text(read):
    parsed = read(DIGEST, "huong-dan.md")

    document = parsed.document
    assert (document.id, document.number, document.issued) == (
        "huong-dan-05-hd-thu-2031",
        "05-HD/THU",
        date(2031, 2, 3),
    )
    assert (document.path, document.provenance, document.levels) == ("huong-dan.md", "lược thuật", ("chi bộ",))
    assert document.relations == (Relation("bổ sung", "huong-dan-01-hd-thu-2026"),)
    assert document.sources == (Source(2, "Báo Thử", "https://example.vn"),)
    assert parsed.text.lstrip().startswith("## II.3.")


def test_statements_of_a_digest_keep_their_marks_and_are_never_taken_for_a_web_page(read):
    (passage,) = read(DIGEST, "huong-dan.md").passages

    assert passage.text.count("[^2]") == 2
    assert "Đăng nhập" in passage.text
    assert passage.locator == "II.3. Nhân sự – Cơ cấu, gạch đầu dòng 1–2"
    assert passage.headings == ("II.3. Nhân sự", "Cơ cấu")
    assert passage.id.startswith("huong-dan-05-hd-thu-2031:")


def test_recognised_document_is_named_by_kind_number_and_year(read):
    document = read(samples.GUIDANCE, "tệp số 1.txt").document

    assert document.id == "huong-dan-12-hd-btctu-2020"
    assert (document.provenance, document.validity, document.path) == ("nguyên văn", "chưa rõ", "tệp số 1.txt")


def test_article_is_named_by_its_file_and_its_path_counts_from_the_root(read):
    parsed = read(pages.NEWSPAPER, "bài báo/Đại hội ở Minh Sơn.txt")

    assert parsed.document.id == "dai-hoi-o-minh-son"
    assert parsed.document.path == "bài báo/Đại hội ở Minh Sơn.txt"


def test_file_outside_the_root_is_known_by_its_name(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(samples.QUESTIONS, encoding="utf-8")

    assert read_document(path, tmp_path / "other").document.path == "a.txt"


def test_number_with_a_year_in_it_is_not_dated_twice(read):
    assert read(pages.PORTAL).document.id == "45-2019-nd-cp"


def test_offsets_count_in_composed_text_without_front_matter(read):
    for text, name in ((DIGEST, "a.md"), (pages.NEWSPAPER, "a.txt"), (samples.HANDBOOK, "b.md")):
        parsed = read(text, name)

        assert all(parsed.text[p.start : p.end] == p.text for p in parsed.passages)
        assert len({p.id for p in parsed.passages}) == len(parsed.passages)


def test_reading_twice_gives_the_same(read):
    assert read(samples.REGULATION) == read(samples.REGULATION)


@pytest.mark.parametrize(
    ("text", "name"), [("-----\n***\n", "a.txt"), ("# \n<!-- gì đó -->", "a.md"), ("---\nid: a\n---\n", "b.md")]
)
def test_file_without_a_word_is_refused(read, text, name):
    with pytest.raises(DocumentError, match=name):
        read(text, name)


@pytest.mark.parametrize(
    ("text", "identifier"),
    [("Chỉ thị 35-CT/TW 2019", "chi-thi-35-ct-tw-2019"), ("  Đại hội (điểm)! ", "dai-hoi-diem"), ("日本", "tai-lieu")],
)
def test_slug_is_folded_words_and_hyphens(text, identifier):
    assert slug(text) == identifier


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("a" * 1_000_000, id="a line of a million letters"),
        pytest.param("a" + " " * 500_000 + "b", id="half a million blanks"),
        pytest.param("(“" * 100_000, id="brackets that never close"),
        pytest.param("1." * 200_000, id="numbers and dots"),
        pytest.param("Đăng nhập\nTin tức\n" * 10_000, id="menus only"),
        pytest.param("Chi bộ họp bàn việc…\n" * 5_000, id="lines that break off"),
        pytest.param("- Chi bộ họp bàn việc lớn, việc nhỏ.\n" * 10_000, id="ten thousand items"),
    ],
)
def test_hostile_length_is_read_in_linear_time(read, text):
    started = time.perf_counter()

    try:
        longest = max(len(p.text) for p in read(text).passages)
    except DocumentError:  # of a page that holds nothing but furniture
        longest = 0

    assert longest <= 1_500
    assert time.perf_counter() - started < 30  # quadratic work would take many minutes
