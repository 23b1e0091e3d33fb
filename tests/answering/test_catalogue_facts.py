"""Questions about one document's identity, validity and relations, on the corpus that is shipped."""

from dataclasses import replace
from datetime import date

import pytest

from assistant.answering.catalogue_facts import document_facts
from assistant.datatypes import Document, Query
from tests.real_corpus import asked, documents

HEAD = "Theo danh mục của kho (tính đến 11/2026): "
CT35 = "Chỉ thị 35-CT/TW ngày 30/5/2019"
QC244 = "Quy chế 244-QĐ/TW ngày 09/6/2014"
QC190 = "Quy chế 190-QĐ/TW ngày 10/10/2024"
REPLACED_244 = f"{HEAD}{QC244} được thay thế bởi {QC190}, hết hiệu lực từ ngày 10/10/2024."
GUIDED = f"{HEAD}{CT35} được hướng dẫn bởi Hướng dẫn 26-HD/BTCTW ngày 18/10/2019."
DECISION = Document(
    id="x",
    title="Về thi đua",
    path="x.md",
    number="5-QĐ/TW",
    kind="quyết định",
    issuer="Ban",
    issued=date(2020, 1, 2),
    authority="quy định",
)


def facts(text):
    return document_facts(asked(text, documents()), documents())


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        (
            "Chỉ thị 35 năm 2019 còn hiệu lực không?",
            f"{HEAD}{CT35} đã thực hiện xong cùng kỳ Đại hội XIII; không ghi ngày hết hiệu lực.",
        ),
        ("văn bản nào thay thế Quy chế 244?", REPLACED_244),
        ("Quy chế 244 bị thay thế bởi văn bản nào?", REPLACED_244),
        ("Quy chế 244 về bầu cử còn áp dụng không, văn bản nào thay?", REPLACED_244),
        ("Văn bản nào được Quy chế 190 thay thế?", facts("Quy chế 190 thay thế văn bản nào?")),
        ("Quy chế 190 có thay thế Quy chế 244 không?", facts("Quy chế 190 thay thế văn bản nào?")),
        ("Hướng dẫn nào hướng dẫn Chỉ thị 35 (2019)?", GUIDED),
        ("Chỉ thị 35 năm 2019 được hướng dẫn bởi văn bản nào?", GUIDED),
        ("Chỉ thị 35 năm 2019 có hướng dẫn nào không?", GUIDED),
        ("Có văn bản nào hướng dẫn thực hiện Chỉ thị 35 năm 2019 chưa?", GUIDED),
        ("Hướng dẫn 26 hướng dẫn chỉ thị nào?", f"{HEAD}Hướng dẫn 26-HD/BTCTW ngày 18/10/2019 hướng dẫn {CT35}."),
        (
            "Hướng dẫn 24 căn cứ vào văn bản nào?",
            f"{HEAD}Hướng dẫn 24-HD/BTCTW ngày 06/3/2009 căn cứ Thông báo 210-TB/TW ngày 22/12/2008.",
        ),
        (
            "Quy chế bầu cử 244 còn hiệu lực không?",
            f"{HEAD}{QC244} đã được thay thế bởi {QC190}, hết hiệu lực từ ngày 10/10/2024.",
        ),
        (
            "Quy chế 244 có hiệu lực vào tháng 6/2020 không?",
            f"{HEAD}{QC244} có hiệu lực tháng 6/2020: văn bản này có hiệu lực từ ngày 09/6/2014 đến trước ngày"
            " 10/10/2024.",
        ),
        (
            "Hướng dẫn 32-HD/TW còn hiệu lực không?",
            f"{HEAD}chưa rõ Hướng dẫn 32-HD/TW ngày 25/9/2009 còn hiệu lực hay không.",
        ),
        (
            "Ai ký Công văn 11849?",
            f"{HEAD}Công văn 11849-CV/BTCTW do Ban Tổ chức Trung ương ban hành ngày 03/7/2020, Nguyễn Thanh Bình ký;"
            " trích yếu: “Rút kinh nghiệm qua đại hội đảng bộ, chi bộ cơ sở”.",
        ),
    ],
)
def test_catalogue_answers_in_exact_words(question, expected):
    assert facts(question) == expected


def test_replacing_document_names_all_that_it_replaced():
    assert facts("Quy chế 190 thay thế văn bản nào?") == (
        f"{HEAD}{QC190} thay thế {QC244} và Hướng dẫn 03-HD/TW ngày 20/3/2020."
    )


def test_unknown_successor_is_not_invented_and_validity_told_instead():
    assert facts("Văn bản nào thay thế Chỉ thị 35 năm 2019?") == (
        f"{HEAD}không ghi văn bản nào thay thế {CT35}. {CT35} đã thực hiện xong cùng kỳ Đại hội XIII;"
        " không ghi ngày hết hiệu lực."
    )


def test_number_of_two_documents_gets_a_sentence_for_each():
    text = facts("Chỉ thị 35 còn hiệu lực không?")

    assert "Chỉ thị 35-CT/TW ngày 14/6/2024 đã được thay thế bởi Chỉ thị 45-CT/TW ngày 14/4/2025" in text
    assert f"{CT35} đã thực hiện xong" in text


@pytest.mark.parametrize(
    "question",
    [
        "Chỉ thị 35 quy định số dư thế nào?",
        "Theo Quy chế 190, phiếu bầu có hiệu lực khi nào?",
        "Chỉ thị 35 hướng dẫn bí thư thế nào?",
        "Hướng dẫn 26 hướng dẫn thế nào?",
        "Hướng dẫn 26 có hiệu lực với chi bộ sinh viên không?",
        "Chỉ thị 45 quy định nhiệm kỳ thế nào?",
        "Hướng dẫn 34-HD/BTCTW còn hiệu lực không?",
        "Ai ký Chỉ thị 37?",
        "Đại hội chi bộ do ai triệu tập?",
    ],
)
def test_question_of_content_or_beyond_the_catalogue_is_left_to_the_passages(question):
    assert facts(question) is None


@pytest.mark.parametrize("follow_up", ["còn hiệu lực không?", "Văn bản này còn hiệu lực không?", "nó còn hiệu lực ko"])
def test_follow_up_is_answered_for_the_document_carried_over(follow_up):
    query = Query(follow_up, follow_up.replace("ko", "không"), documents=("quy-che-bau-cu-244-qd-tw-2014",))

    assert document_facts(query, documents()).startswith(f"{HEAD}{QC244} đã được thay thế bởi {QC190}")


def test_title_cannot_break_the_markdown():
    document = replace(DECISION, title="Về *sao* [1]")

    text = document_facts(asked("Quyết định 5 ban hành ngày nào?", (document,)), (document,))

    assert text == (
        "Theo danh mục của kho: Quyết định 5-QĐ/TW do Ban ban hành ngày 02/01/2020; trích yếu: “Về \\*sao\\* \\[1\\]”."
    )


def test_lesson_has_no_issue_to_tell():
    lesson = replace(DECISION, authority="tham khảo")

    assert document_facts(asked("Quyết định 5 ban hành ngày nào?", (lesson,)), (lesson,)) is None
