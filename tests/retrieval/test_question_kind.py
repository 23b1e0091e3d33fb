import pytest

from assistant.retrieval.question_kind import question_kind

QUESTIONS = [
    ("Tỷ lệ nữ tối thiểu là bao nhiêu?", "percent"),
    ("Bầu mấy đại biểu?", "number"),
    ("Ban hành ngày nào?", "date"),
    ("Đại hội kéo dài bao lâu?", "duration"),
    ("Ai ký văn bản này?", "who"),
    ("Đơn vị nào chủ trì?", "who"),
    ("Ở đâu làm điểm?", "where"),
    ("Văn bản nào quy định?", "document"),
    ("Vì sao không trúng cử?", "why"),
    ("Có được đề cử thêm không?", "yesno"),
    ("Kiểm phiếu thế nào?", "how"),
    ("Gồm những nội dung gì?", "list"),
    ("“Một câu dài trong văn bản” – câu này nằm trong bài nào?", "quote"),
    ("Chỉ thị 35 và 37 khác nhau thế nào?", "compare"),
    ("How many delegates?", "number"),
    ("Nhân sự", "other"),
]


@pytest.mark.parametrize(("question", "kind"), QUESTIONS, ids=[question for question, _ in QUESTIONS])
def test_kind_is_read_from_the_question_words(question, kind):
    assert question_kind(question) == kind
