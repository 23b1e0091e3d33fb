from ingest.paged.furniture import find_running_rows
from ingest.paged.words import Row, Word

HEIGHT = 842.0


def row(text, y):
    return Row((Word(text, 85, 200, y - 6, y + 6, 12),))


def running(*pages):
    return sorted(find_running_rows(pages, [HEIGHT] * len(pages)))


def test_numbers_that_count_the_pages_are_found_in_each_form():
    for form in ("{}", "- {} -", "Trang {}/3", "{}/3", "trang {}"):
        pages = [[row("Lời văn", 300), row(form.format(i), 800)] for i in (1, 2, 3)]

        assert running(*pages) == [(0, 1), (1, 1), (2, 1)], form


def test_a_number_that_does_not_count_the_pages_stays():
    assert running([row("Năm", 100), row("2025", 800)]) == []


def test_a_book_may_begin_with_any_number():
    pages = [[row("Lời văn", 300), row(str(i), 800)] for i in (41, 42)]

    assert running(*pages) == [(0, 1), (1, 1)]


def test_words_that_come_back_at_the_same_height_are_a_running_head():
    pages = [[row("Văn phòng Huyện uỷ", 40), row(f"Đoạn {word}", 300)] for word in ("một", "hai", "ba", "bốn")]

    assert running(*pages) == [(i, 0) for i in range(4)]


def test_the_same_words_in_the_middle_of_the_page_or_numbered_stay():
    assert running([row("Ghi chú", 400)], [row("Ghi chú", 400)]) == []
    assert running([row("Điều 5.", 60)], [row("Điều 9.", 60)]) == []
    assert running([row("Ghi chú", 60)], [row("Ghi chú", 100)]) == []
