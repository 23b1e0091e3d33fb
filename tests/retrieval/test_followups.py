import pytest

from assistant.retrieval.followups import is_follow_up


@pytest.mark.parametrize(
    "text",
    ["Thế còn cấp huyện?", "Đó là những nơi nào?", "Vậy năm 2024 thì sao?", "thế còn chi bộ thì sao", "Ai ký?"],
)
def test_a_question_that_leans_on_the_last_one_is_a_follow_up(text):
    assert is_follow_up(text, names_something=False)


@pytest.mark.parametrize(
    "text",
    [
        "Ban kiểm phiếu do ai giới thiệu và đại hội biểu quyết như thế nào?",
        "Danh sách bầu cử phải nhiều hơn số lượng cần bầu bao nhiêu phần trăm theo quy chế?",
    ],
)
def test_a_question_that_stands_alone_is_none(text):
    assert not is_follow_up(text, names_something=False)


def test_a_question_that_names_its_own_document_is_none():
    assert not is_follow_up("Chỉ thị 37 quy định mấy yêu cầu khi chuẩn bị đại hội?", names_something=True)
