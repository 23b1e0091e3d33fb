"""Documents that texts mention and the collection does not hold: gathered, merged, described."""

from datetime import date

import pytest

from assistant.datatypes import Document
from assistant.gaps import MissingDocument, described, find_missing, missing_documents
from assistant.language.document_numbers import find_references
from assistant.wording import document_name
from tests import real_corpus

HELD = Document(
    "held", "Quy chế", "held.md", "244-QĐ/TW", "quy chế", issuer="Ban Chấp hành Trung ương", issued=date(2014, 6, 9)
)


def missing(*lines, **more):
    return missing_documents({"a": "\n".join(lines), **more}, (HELD,))


def only(*lines):
    (found,) = missing(*lines)
    return found


@pytest.mark.parametrize(
    "line",
    [
        "- Quy chế kèm Quyết định 244-QĐ/TW ngày 09/6/2014 đã hết hiệu lực.",
        "- Theo Quy chế 244, bầu bằng phiếu kín.",
        "- Quy chế 244 nên từ 10/10/2024 chỉ dùng khi giữ cùng nội dung.",
        "- Quyết định 244-QĐ/TW, Ban Tổ chức Trung ương có hướng dẫn.",
        "- Lưu ý lỗi nguồn: một trang ghi Hướng dẫn 9-HD/TW ngày 31/12/2025.",
        "- Năm 2020 có 35 đảng bộ, đạt 99,8%.",
    ],
    ids=["number and date", "short", "a date of something else", "another body behind it", "a slip", "no document"],
)
def test_what_is_held_or_no_document_is_not_reported(line):
    assert missing(line) == ()


def test_all_that_the_text_tells_is_gathered():
    found = only("- Hướng dẫn 34-HD/BTCTW ngày 08/10/2009 về thí điểm bầu trực tiếp bí thư, gồm ba phần. [^1]")

    assert found == MissingDocument(
        kind="hướng dẫn",
        serial="34",
        symbol="HD/BTCTW",
        year=2009,
        issued=date(2009, 10, 8),
        issuer="Ban Tổ chức Trung ương",
        subject="về thí điểm bầu trực tiếp bí thư",
        mentions=1,
        mentioned_by=("a",),
    )
    assert found.number == "34-HD/BTCTW"


def test_spellings_of_one_document_are_counted_together():
    found = only(
        "- Hướng dẫn số 34-HD/BTCTW ngày 08/10/2009.",
        "- Theo HD 34 của Ban Tổ chức Trung ương thì lấy phiếu.",
        "- Xem 34/HD-BTCTƯ năm 2009.",
        "- Hướng dẫn 34-HD/BTCTW có mẫu; Hướng dẫn 34-HD/BTCTW có phụ lục.",
    )

    assert (found.number, found.issued, found.mentions) == ("34-HD/BTCTW", date(2009, 10, 8), 4)


def test_same_number_of_other_years_stays_apart():
    found = missing("- Quy định 29-QĐ/TW năm 2016.", "- Quy định 29-QĐ/TW ngày 02/6/1997.", "- Quy định 29-QĐ/TW.")

    assert sorted((one.year or 0, one.mentions) for one in found) == [(0, 1), (1997, 1), (2016, 1)]


def test_same_number_of_another_year_than_the_held_one_is_missing():
    assert only("- Quyết định 244-QĐ/TW ngày 08/12/2022 về việc khác.").year == 2022


def test_issuer_that_the_number_contradicts_is_not_taken_over():
    assert only("- Quy định 294-QĐ/TW, Tỉnh uỷ quán triệt.").issuer == "Trung ương"


def test_term_of_the_body_is_kept_with_the_body():
    assert only("- Chỉ thị 45-CT/TW ngày 20/6/2020 (khoá XII).").issuer == "Trung ương khoá XII"


def test_most_often_mentioned_comes_first():
    found = missing("- Kết luận 60-KL/TW.", "- Kết luận 64-KL/TW.", b="- Kết luận 64-KL/TW.\n- Kết luận 64-KL/TW.")

    assert [(one.number, one.mentions, one.mentioned_by) for one in found] == [
        ("64-KL/TW", 3, ("b", "a")),
        ("60-KL/TW", 1, ("a",)),
    ]


@pytest.mark.parametrize(
    ("question", "year"), [("Quy định 29 năm 2016 nói gì?", 2016), ("Quy định 29 nói gì?", None)], ids=["one", "two"]
)
def test_question_finds_the_missing_document_it_means(question, year):
    known = missing("- Quy định 29-QĐ/TW năm 2016.", "- Quy định 29-QĐ/TW ngày 02/6/1997.")

    found = find_missing(find_references(question)[0], known)

    assert (found.year if found else None) == year


def test_description_says_what_is_known_and_where_it_is_mentioned():
    found = only("- Hướng dẫn 34-HD/BTCTW ngày 08/10/2009 về thí điểm.")

    assert described(found, {"a": document_name(HELD)}) == (
        "Hướng dẫn 34-HD/BTCTW ngày 08/10/2009 của Ban Tổ chức Trung ương, về thí điểm"
        " – được nhắc 1 lần trong Quy chế 244-QĐ/TW."
    )


def test_description_of_a_bare_mention_stays_short():
    assert described(only("- Theo Nghị quyết 18 thì gọn."), {}) == "Nghị quyết 18 – được nhắc 1 lần trong a."


def test_shipped_corpus_names_what_it_lacks():
    found = missing_documents(real_corpus.texts(), real_corpus.documents())
    numbers = [one.number for one in found]

    assert found[0].mentions >= found[-1].mentions
    assert {"34-HD/BTCTW", "220-QĐ/TW", "60-KL/TW"} <= set(numbers)
    held = {(one.number, one.issued.year) for one in real_corpus.documents() if one.number and one.issued}
    assert not {(one.number, one.year) for one in found} & held
