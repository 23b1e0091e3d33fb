"""Questions about the collection, answered from the catalogue: which rules held when, on the corpus that is shipped."""

from datetime import date

import pytest

from assistant.answering.collection import answer_about_collection
from assistant.datatypes import Document, Relation
from tests.real_corpus import TODAY, asked, documents

IN_2020 = ["Quy chế 244-QĐ/TW", "Hướng dẫn 03-HD/TW"]
IN_2026 = ["Quy chế 190-QĐ/TW", "Hướng dẫn 04-HD/TW"]


def rule(number, title, kind, **fields):
    return Document(
        number, title, f"{number}.md", number, kind, issued=date(2020, 1, 1), validity="còn hiệu lực", **fields
    )


def answer(text, among=None):
    among = documents() if among is None else among
    query = asked(text, among)
    assert query.intent == "collection", text
    return answer_about_collection(query, among, TODAY)


def listed(text, among=None):
    lines = answer(text, among).text.splitlines()
    return [line.removeprefix("- ").split(" (")[0] for line in lines if line.startswith("- ")]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("văn bản nào có hiệu lực về bầu cử trong Đảng vào tháng 6/2020?", IN_2020),
        ("Tháng 6 năm 2020 văn bản nào về bầu cử trong Đảng còn hiệu lực?", IN_2020),
        ("Văn bản nào về bầu cử trong Đảng đang áp dụng hồi 6/2020?", IN_2020),
        ("Ngày 15/6/2020 quy định nào về bầu cử trong Đảng đang có hiệu lực?", IN_2020),
        ("van ban nao co hieu luc ve bau cu trong dang vao thang 6 nam 2020", IN_2020),
        ("văn bản nào có hiệu lực về bầu cử trong Đảng vào tháng 11/2026?", IN_2026),
        ("Hiện nay văn bản nào về bầu cử trong Đảng đang áp dụng?", IN_2026),
        ("Quy định nào về bầu cử trong Đảng còn hiệu lực hiện nay?", IN_2026),
        ("Quy chế bầu cử hiện hành là văn bản nào?", IN_2026),
        ("Đang áp dụng quy chế nào về bầu cử trong Đảng?", IN_2026[:1]),
        ("Quy chế bầu cử nào đang áp dụng?", IN_2026[:1]),
        ("Hướng dẫn nào về bầu cử trong Đảng còn hiệu lực vào tháng 6/2020?", IN_2020[1:]),
        ("Văn bản nào về bầu cử có hiệu lực cho nhiệm kỳ 2020-2025?", IN_2020),
    ],
)
def test_election_rules_of_a_time_are_listed_and_nothing_else(question, expected):
    assert listed(question) == expected


def test_change_within_the_period_is_told_with_its_day():
    text = answer("Văn bản nào về bầu cử trong Đảng có hiệu lực tháng 10/2024?").text

    assert "190-QĐ/TW (10/10/2024, bản lược thuật)" in text
    assert "– có hiệu lực từ 10/10/2024" in text
    assert "– hết hiệu lực từ 10/10/2024" in text


def test_carried_out_directive_is_not_given_an_invented_day():
    text = answer("Chỉ thị nào có hiệu lực tháng 6/2020?").text

    assert "35-CT/TW (30/5/2019" in text
    assert "đã thực hiện xong cùng Đại hội XIII" in text
    assert "28/02/2021" not in text


def test_subject_without_rules_at_that_time_says_so_and_names_those_of_other_times():
    text = answer("Văn bản nào về bầu cử trong Đảng có hiệu lực năm 2010?").text

    assert text.startswith("Danh mục của kho không ghi văn bản nào về điều đó có hiệu lực năm 2010")
    assert "32-HD/TW" in text
    assert "chưa rõ hiệu lực" in text


def test_subject_that_no_title_names_is_not_denied():
    text = answer("Văn bản nào về kết nạp đảng viên có hiệu lực hiện nay?").text

    assert text.startswith("Không văn bản nào trong kho có tên nói đến điều đồng chí hỏi")
    assert "190-QĐ/TW" in text


def test_guidance_is_listed_with_what_it_guides_whatever_its_title():
    rules = rule("1-QĐ/TW", "Quy chế thi đua", "quy chế", authority="quy định")
    guidance = Relation("hướng dẫn", rules.id)
    guide = rule("2-HD/TW", "Một số việc cần làm", "hướng dẫn", authority="hướng dẫn", relations=(guidance,))

    assert listed("Văn bản nào về thi đua còn hiệu lực?", (guide, rules)) == ["Quy chế 1-QĐ/TW", "Hướng dẫn 2-HD/TW"]


def test_question_about_one_document_is_answered_for_that_document():
    text = answer("Văn bản nào thay thế Quy chế 244 đang áp dụng?").text

    assert "Quy chế 244-QĐ/TW ngày 09/6/2014 được thay thế bởi Quy chế 190-QĐ/TW ngày 10/10/2024" in text


def test_all_documents_are_listed_newest_first():
    names = listed("Kho có những văn bản nào?")

    assert len(names) == len(documents())
    assert names[0] == "Chỉ thị 45-CT/TW"


def test_empty_collection_says_so():
    assert answer("Kho có những văn bản nào?", ()).text == "Kho chưa có văn bản nào."
