"""Surroundings of a quotation: exact words inside, whole words and no storage signs outside."""

from assistant.rendering.excerpts import Excerpt, excerpt, readable
from assistant.rendering.html import excerpt_html

TEXT = (
    "## 2. Trang trí\n"
    "- Phông màu đỏ treo giữa hội trường. [^3] [^4]\n"
    "- Tượng đặt trên bục bên trái. [^3]\n"
    "- Hoa tươi đặt phía trước. [^5]\n"
)


def around(quote, **options):
    start = TEXT.index(quote)
    return excerpt(TEXT, start, start + len(quote), **options)


def test_quote_is_exact_and_surroundings_are_tidied():
    assert around("Tượng đặt trên bục bên trái.") == Excerpt(
        before="2. Trang trí\nPhông màu đỏ treo giữa hội trường.\n",
        quote="Tượng đặt trên bục bên trái.",
        after="\nHoa tươi đặt phía trước.",
    )


def test_cuts_fall_between_words_and_are_shown():
    result = around("Tượng đặt trên bục bên trái.", reach=20)

    assert result.before == "… trường.\n"
    assert result.after == "\nHoa tươi đặt …"


def test_dash_of_a_line_that_is_cut_off_is_dropped():
    assert around("Phông màu đỏ treo giữa hội trường.", reach=15).after == ""


def test_whole_text_has_no_surroundings():
    assert excerpt("Một câu.", 0, 8) == Excerpt("", "Một câu.", "")


def test_readable_leaves_words_and_numbers_alone():
    assert readable("- 5 - 3 = 2 [^1]\n# Tên [1]") == "5 - 3 = 2\nTên [1]"


def test_end_of_a_page_leaves_no_gap():
    text = "Trước.\n\n\fBảng:\n\n\f| Thôn | Số |\nSau.\n\n\fHết."
    start = text.index("Bảng")

    cut = excerpt(text, start, text.index("\nSau"))

    assert (cut.before, cut.after) == ("Trước.\n", "\nSau.\nHết.")
    assert "<mark>Bảng:\nThôn – Số</mark>" in excerpt_html(cut)


def test_rows_of_a_table_are_read_without_bars():
    text = "Bảng:\n| Thôn | Số |\n| Thượng | 12 |\n| Hạ | 9 |\n"
    start = text.index("| Thượng")

    cut = excerpt(text, start, text.index("\n| Hạ"))

    assert (cut.before, cut.quote, cut.after) == ("Bảng:\nThôn – Số\n", "| Thượng | 12 |", "\nHạ – 9")
    assert "<mark>Thượng – 12</mark>" in excerpt_html(cut)
