"""What a question wants filled in, and what fills it."""

from __future__ import annotations

import pytest

from assistant.answering.fillers import fills
from assistant.answering.people import names_person
from assistant.answering.slots import DAY, Slot, slots_of


@pytest.mark.parametrize(
    ("question", "slot"),
    [
        ("Đại hội tỉnh có bao nhiêu đại biểu?", Slot("count", "dai bieu")),
        ("dai hoi tinh co bao nhieu dai bieu", Slot("count", "dai bieu")),
        ("Xe loa phát bằng mấy thứ tiếng?", Slot("count", "tieng")),
        ("Lớp tập huấn mất bao nhiêu tiền?", Slot("money")),
        ("Tỷ lệ cán bộ trẻ là bao nhiêu?", Slot("percent")),
        ("Đại hội khai mạc ngày nào?", Slot("date", DAY)),
        ("Đại hội xong khi nào?", Slot("date")),
        ("Chi bộ được hoãn bao lâu?", Slot("duration")),
        ("Bí thư Huyện uỷ là ai?", Slot("person", "bi thu")),
        ("Hướng dẫn này do ai ký?", Slot("person", "ky")),
        ("Chương trình do ai quyết?", Slot("actor", "quyet")),
        ("Nơi chưa có thì ai làm?", Slot("actor")),
    ],
)
def test_slots_are_found_where_a_question_wants_one_thing(question: str, slot: Slot) -> None:
    assert slots_of(question) == (slot,)


@pytest.mark.parametrize(
    "question",
    [
        "Mấy ông thường vụ kèm cấp dưới kiểu gì?",
        "Vì sao phải bầu lại?",
        "Hồ sơ có mấy thứ giấy gì?",
        "Những người đứng đầu các tổ xuống thôn là ai?",
    ],
)
def test_slots_are_none_where_a_list_a_reason_or_several_people_are_asked_for(question: str) -> None:
    assert slots_of(question) == ()


def test_slots_of_an_english_question_count_what_the_glossary_knows() -> None:
    assert Slot("count", "dang vien") in slots_of("How many party members took part?", english=True)
    assert Slot("date") in slots_of("When was the congress held?", english=True)


@pytest.mark.parametrize(
    ("slot", "sentence"),
    [
        (Slot("count", "dai bieu"), "Đại hội triệu tập 248 đại biểu."),
        (Slot("count", "dai bieu"), "Số lượng đại biểu: tối đa 300."),
        (Slot("count", "van ban"), "Đảng uỷ đã ban hành 52 văn bản chỉ đạo."),
        (Slot("count", "to cong"), "Tỉnh uỷ lập bốn tổ để giúp cơ sở."),
        (Slot("count", "nguoi"), "Ban gồm 12 đồng chí."),
        (Slot("money"), "Mỗi đại biểu được 150.000 đồng một ngày."),
        (Slot("percent"), "Tỷ lệ nữ đạt 21,5% trở lên."),
        (Slot("date", DAY), "Hội nghị họp chiều 07/7/2020."),
        (Slot("date"), "Việc này làm từ năm 2018."),
        (Slot("duration"), "Phiếu được giữ sáu tháng."),
    ],
)
def test_sentence_fills_a_slot_when_it_holds_that_thing(slot: Slot, sentence: str) -> None:
    assert fills(slot, sentence)


@pytest.mark.parametrize(
    ("slot", "sentence"),
    [
        (Slot("count", "dai bieu"), "21 đại hội điểm đã xong."),
        (Slot("count", "dai bieu"), "Theo Chỉ thị 35 đại biểu phải gương mẫu."),
        (Slot("count", "dang vien"), "Trong năm 2020 đảng viên đều được học tập."),
        (Slot("count", "can bo"), "Cán bộ chủ trì đạt từ 94 - 100% số phiếu."),
        (Slot("money"), "Đoàn gồm 12 đồng chí."),
        (Slot("percent"), "Tỷ lệ nữ cao hơn nhiệm kỳ trước."),
        (Slot("date", DAY), "Nhiệm kỳ 2020 - 2025 đã chuẩn bị xong."),
        (Slot("duration"), "Phiếu được giữ lâu dài."),
    ],
)
def test_sentence_does_not_fill_a_slot_with_another_thing(slot: Slot, sentence: str) -> None:
    assert not fills(slot, sentence)


def test_person_holds_the_office_asked_for_and_not_its_deputy() -> None:
    deputy = "Theo đồng chí Nguyễn Văn An, Phó Bí thư Huyện uỷ, đại hội đã xong."
    holder = "Theo đồng chí Nguyễn Văn An, Bí thư Huyện uỷ, đại hội đã xong."

    assert not fills(Slot("person", "bi thu"), deputy)
    assert fills(Slot("person", "bi thu"), holder)


def test_name_of_a_school_is_no_person() -> None:
    assert not names_person("Ảnh chụp tại Trường chính trị Hoàng Văn Thụ.")
    assert names_person("Người chủ trì là đồng chí Hoàng Văn Thụ.")


def test_signer_is_the_one_beside_the_signature() -> None:
    assert fills(Slot("person", "ky"), "Người ký: Trần Thị Bình")
    assert not fills(Slot("person", "ky"), "Đồng chí Trần Thị Bình chủ trì hội nghị.")


@pytest.mark.parametrize(
    ("sentence", "answers"),
    [
        ("Cấp trên quyết định việc phân bổ đại biểu.", True),
        ("Số đại biểu do chi uỷ cấp trên quyết định.", True),
        ("Đại biểu thảo luận ở tổ.", False),
    ],
)
def test_how_many_each_gets_is_answered_by_who_settles_it(sentence: str, answers: bool) -> None:
    slots = slots_of("Mỗi tổ được bầu bao nhiêu đại biểu?")
    assert any(fills(slot, sentence) for slot in slots) is answers


def test_minimum_is_not_answered_by_who_settles_the_number() -> None:
    slots = slots_of("Phải có ít nhất bao nhiêu đại biểu?")
    assert not any(fills(slot, "Số đại biểu do cấp trên quyết định.") for slot in slots)


def test_who_acts_is_answered_by_a_body_that_does_so() -> None:
    assert fills(Slot("actor", "quyet"), "Đại hội biểu quyết số lượng.")
    assert not fills(Slot("actor", "quyet"), "Đại hội nghe báo cáo.")
