"""The reading of real pages, which are no part of the project: checked by structure, skipped where they are missing."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from ingest.parsing import ParsedDocument, read_document

SEEDS = Path(__file__).resolve().parents[3] / "shared" / "seeds"

pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the folder ../shared/seeds with real pages is missing")

LETTER = "cong-van-11849-cv-btctw-2020"
PILOTS = "bai-hoc-dai-hoi-diem-lang-son"
PEOPLE = "bai-hoc-yeu-to-con-nguoi-dak-song-2020"
RESOLUTION = "kinh-nghiem-nghi-quyet-22-dak-lak"
MILITARY = "rut-kinh-nghiem-dai-hoi-quan-su-ha-tinh-2020"
ALL = (LETTER, PILOTS, PEOPLE, RESOLUTION, MILITARY)
FURNITURE = re.compile(
    r"Đăng [Nn]hập|Thành Viên|Đang tải|Từ khoá: Số|DMCA|IP:|hỗ trợ bạn|781|Ý kiến bạn đọc|Viết bình luận|1,881"
    r"|EmailPrint|ỨNG DỤNG ĐỌC|CHỌN GIỌNG|Âm thanh|Phản hồi|Các tin khác|Mới nhất|Xem nhiều|Tiếng Anh"
)


@pytest.fixture(scope="module")
def seeds() -> dict[str, ParsedDocument]:
    return {name: read_document(SEEDS / f"{name}.txt", SEEDS) for name in ALL}


def locators(parsed: ParsedDocument, role: str = "body") -> list[str]:
    return [p.locator for p in parsed.passages if p.role == role]


@pytest.mark.parametrize("name", ALL)
def test_passages_are_exact_and_of_a_readable_size(seeds, name):
    parsed = seeds[name]

    assert parsed.document.id == name
    assert all(parsed.text[p.start : p.end] == p.text for p in parsed.passages)
    assert all(len(p.text) <= 850 and len(p.locator) <= 80 for p in parsed.passages)
    body = [len(p.text) for p in parsed.passages if p.role == "body"]
    assert 350 <= sum(body) / len(body) <= 600


@pytest.mark.parametrize("name", ALL)
def test_no_passage_holds_anything_of_the_page(seeds, name):
    assert not [p.text for p in seeds[name].passages if FURNITURE.search(p.text)]


@pytest.mark.parametrize("name", ALL)
def test_no_passage_repeats_another(seeds, name):
    texts = ["".join(p.text.split()) for p in seeds[name].passages if len(p.text) > 60]

    assert not [one for i, one in enumerate(texts) for other in texts[i + 1 :] if one[:60] == other[:60]]


def test_letter_is_recognised_from_its_head(seeds):
    document = seeds[LETTER].document

    assert (document.number, document.kind, document.authority) == ("11849-CV/BTCTW", "công văn", "hướng dẫn")
    assert (document.issuer, document.issued) == ("Ban Tổ chức Trung ương", date(2020, 7, 3))
    assert (document.signer, document.congress) == ("Nguyễn Thanh Bình", ("XIII",))
    assert document.title.startswith("Rút kinh nghiệm qua đại hội")


def test_letter_has_opening_three_sections_and_two_notes(seeds):
    parsed = seeds[LETTER]
    sections = [re.sub(r" \(phần \d\)", "", locator) for locator in locators(parsed)]

    assert list(dict.fromkeys(sections)) == [
        "phần mở đầu",
        *(f"mục 1, gạch đầu dòng {n}" for n in range(1, 5)),
        *(f"mục 2, gạch đầu dòng {n}" for n in range(1, 9)),
        *(f"mục 3, gạch đầu dòng {n}" for n in range(1, 7)),
    ]
    assert locators(parsed, "footnote") == ["chú thích [1]", "chú thích [2]"]
    assert locators(parsed, "signature") == ["chữ ký"]
    assert locators(parsed, "date") == ["dòng ghi ngày"]


@pytest.mark.parametrize(
    ("name", "issued", "author", "congress"),
    [
        (PILOTS, date(2022, 12, 7), "Hùng Tráng", ()),  # the day on which the page was saved; the article has none
        (PEOPLE, date(2020, 3, 2), "Hoàng Hoài", ("XIII",)),
        (RESOLUTION, None, "", ()),
        (MILITARY, date(2020, 7, 9), "Lê Xuân Liệu", ("XIII",)),
    ],
)
def test_article_is_a_lesson_with_author_and_day_and_no_number_of_its_own(seeds, name, issued, author, congress):
    document = seeds[name].document

    assert (document.kind, document.authority, document.number) == ("bài học kinh nghiệm", "tham khảo", "")
    assert (document.issued, document.signer, document.congress) == (issued, author, congress)


def test_articles_with_headings_are_cited_by_them(seeds):
    experience = [locator for locator in locators(seeds[RESOLUTION]) if "Kinh nghiệm" in locator]
    titled = {locator.split("”")[0] for locator in locators(seeds[PEOPLE])}

    assert experience == [f"phần “Kinh nghiệm”, ý thứ {n}" for n in ("nhất", "hai", "ba", "tư", "năm", "sáu")]
    assert len(titled) == 4  # three headings and the opening


@pytest.mark.parametrize(
    ("name", "photographs"), [(PILOTS, 1), (PEOPLE, 1), (RESOLUTION, 1), (MILITARY, 2), (LETTER, 0)]
)
def test_captions_are_told_from_headings(seeds, name, photographs):
    assert len(locators(seeds[name], "caption")) == photographs


def test_articles_without_headings_are_cited_by_paragraph(seeds):
    for name, paragraphs in ((PILOTS, 4), (MILITARY, 6)):
        counted = {re.sub(r" \(phần \d\)", "", locator) for locator in locators(seeds[name])}

        assert counted == {f"đoạn {n}" for n in range(1, paragraphs + 1)}
