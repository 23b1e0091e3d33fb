"""Pairs of a source sentence and what may or may not be said with it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answering.clauses import follows

COMMITTEE = "- Ban kiểm phiếu gồm 3 đảng viên chính thức, do chi bộ bầu. [^1]"
SHARE = "Đến hết ngày 30/6/2020, 99,8% tổ chức cơ sở đảng trong cả nước đã đại hội thành công."
STEERED = "Tỉnh uỷ chọn 5 đảng bộ làm điểm, phân công cấp uỷ viên theo dõi, lập tổ công tác."
AGREED = "Bí thư trình đề án, sau khi được cấp trên đồng ý."
FIFTH = "Thứ năm là cử người xuống giúp các chi bộ yếu, gỡ vướng từ sớm."
TALLY = "Đại hội bầu bí thư, phó bí thư, ban kiểm phiếu."
SPARE = "Nhân sự ban chấp hành có số dư ít nhất là 15%; nhân sự ban thường vụ có số dư ít nhất 20%."

SAID = [
    (COMMITTEE, "Ban kiểm phiếu gồm 3 đảng viên chính thức, do chi bộ bầu."),
    (COMMITTEE, "ban kiểm phiếu bao gồm 3 đảng viên chính thức, do chi bộ bầu"),
    (SHARE, "Đến hết ngày 30/06/2020, 99,8 % tổ chức cơ sở đảng trong cả nước đại hội thành công."),
    (SHARE, "99,8% các tổ chức cơ sở đảng trong cả nước đã đại hội thành công đến hết ngày 30/6/2020."),
    (STEERED, "Tỉnh ủy chọn 5 đảng bộ làm điểm."),
    (STEERED, "Tỉnh uỷ chọn 5 đảng bộ làm điểm và lập tổ công tác."),
    (STEERED, "Tỉnh uỷ chọn 5 đảng bộ làm điểm, phân công cấp uỷ viên theo dõi"),
    (FIFTH, "Cử người xuống giúp các chi bộ yếu, gỡ vướng từ sớm."),
    (FIFTH, "Thứ năm là cử người xuống giúp chi bộ yếu, gỡ vướng từ sớm."),
    (AGREED, "Sau khi được cấp trên đồng ý, bí thư trình đề án."),
    (AGREED, "Bí thư trình đề án sau khi được cấp trên đồng ý."),
    (TALLY, "Đại hội bầu bí thư và ban kiểm phiếu."),
    (SPARE, "Nhân sự ban chấp hành có số dư tối thiểu 15%."),
    ("Ban thường vụ (15 người) bầu bí thư.", "Ban thường vụ bầu bí thư."),
    ("Ban thường vụ (15 người) bầu bí thư.", "Ban thường vụ (15 người) bầu bí thư."),
    ("Đại hội có hai việc: bầu cử và thông qua nghị quyết.", "Đại hội có hai việc: bầu cử và thông qua nghị quyết."),
]
NOT_SAID = {
    "another number": (COMMITTEE, "Ban kiểm phiếu gồm 5 đảng viên chính thức, do chi bộ bầu."),
    "another date": (SHARE, "Đến hết ngày 30/7/2020, 99,8% tổ chức cơ sở đảng trong cả nước đã đại hội thành công."),
    "a number of another clause": (SPARE, "Nhân sự ban chấp hành có số dư ít nhất 20%."),
    "a sign before a number": (SPARE, "Nhân sự ban chấp hành có số dư ít nhất là >15%."),
    "a body swapped": (COMMITTEE, "Ban kiểm phiếu gồm 3 đảng viên chính thức, do đảng uỷ bầu."),
    "two clauses joined to one": (SPARE, "Nhân sự ban thường vụ có số dư ít nhất là 15%."),
    "denied": (COMMITTEE, "Ban kiểm phiếu không gồm 3 đảng viên chính thức, do chi bộ bầu."),
    "a denial left out": ("Đảng viên dự bị không tham gia ban kiểm phiếu.", "Đảng viên dự bị tham gia ban kiểm phiếu."),
    "a kind left out": ("Đảng viên dự bị không được biểu quyết.", "Đảng viên không được biểu quyết."),
    "a denial in a clause left out": ("Chi bộ bầu bí thư, không bầu phó bí thư.", "Chi bộ bầu bí thư."),
    "a condition left out": ("Nếu đại hội đồng ý, chi bộ bầu thêm 2 người.", "Chi bộ bầu thêm 2 người."),
    "a condition behind left out": (AGREED, "Bí thư trình đề án."),
    "a time left out": (SHARE, "99,8% tổ chức cơ sở đảng trong cả nước đã đại hội thành công."),
    "an exception left out": ("Đại biểu dự đủ, trừ người bị ốm.", "Đại biểu được triệu tập dự đủ."),
    "only": ("Chi bộ chỉ bầu bí thư, phó bí thư.", "Chi bộ chỉ bầu bí thư."),
    "a verdict left out": ("Một số nơi bầu bằng giơ tay, là sai quy định.", "Một số nơi bầu bằng giơ tay."),
    "who says so left out": ("Có ý kiến cho rằng: đại hội bầu trực tiếp bí thư.", "Đại hội bầu trực tiếp bí thư."),
    "an announced list cut": ("Đại hội có hai việc: bầu cử, thông qua nghị quyết.", "Đại hội có hai việc: bầu cử."),
    "a counted list cut": ("Đại hội có ba nhiệm vụ, tổng kết, bầu cử, góp ý.", "Đại hội có ba nhiệm vụ, tổng kết."),
    "part of a clause": (COMMITTEE, "Ban kiểm phiếu gồm 3 đảng viên, do chi bộ bầu."),
    "a year left out": ("Cấp uỷ quán triệt Chỉ thị 35 (2019), làm đề án.", "Cấp uỷ quán triệt Chỉ thị 35, làm đề án."),
    "a limit in brackets left out": ("Đại biểu (trừ người bị ốm) dự đủ.", "Đại biểu dự đủ."),
    "roles swapped": ("Đảng uỷ phê duyệt đề án của chi bộ.", "Chi bộ phê duyệt đề án của đảng uỷ."),
    "may for must": ("Cấp uỷ phải báo cáo cấp trên.", "Cấp uỷ được báo cáo cấp trên."),
    "most for least": (SPARE, "Nhân sự ban chấp hành có số dư nhiều nhất là 15%."),
    "after for before": ("Họp trù bị trước đại hội 1 ngày.", "Họp trù bị sau đại hội 1 ngày."),
    "will for has": (SHARE, SHARE.replace("đã", "sẽ")),
    "has added": ("Chi bộ tổ chức đại hội điểm.", "Chi bộ đã tổ chức đại hội điểm."),
    "a list turned into a title": (TALLY, "Đại hội bầu bí thư phó bí thư."),
    "a title turned into a list": ("Bí thư đảng uỷ dự đại hội chi bộ.", "Bí thư, đảng uỷ dự đại hội chi bộ."),
    "and for or": ("Bầu bằng phiếu kín hoặc giơ tay.", "Bầu bằng phiếu kín và giơ tay."),
    "an ordinal changed": (FIFTH, FIFTH.replace("năm", "sáu")),
    "afterwards turned round": (
        "Chi bộ giới thiệu nhân sự, sau đó cấp uỷ thẩm định.",
        "Sau đó cấp uỷ thẩm định, chi bộ giới thiệu nhân sự.",
    ),
    "something added": (TALLY, "Đại hội bầu bí thư, phó bí thư, ban kiểm phiếu, thư ký."),
    "a question": (TALLY, "Đại hội bầu bí thư, phó bí thư, ban kiểm phiếu?"),
    "nothing of it": (TALLY, "Cấp uỷ cấp trên phê duyệt đề án nhân sự."),
    "a scrap": (TALLY, "Phó bí thư."),
    "no words": (TALLY, "…"),
}


@pytest.mark.parametrize(("source", "text"), SAID, ids=[text for _, text in SAID])
def test_a_sentence_follows_from_a_source_that_says_it(source, text):
    assert follows(text, source)


@pytest.mark.parametrize(("source", "text"), NOT_SAID.values(), ids=NOT_SAID)
def test_a_sentence_does_not_follow_where_the_meaning_may_change(source, text):
    assert not follows(text, source)


WORDS = st.sampled_from(["chi bộ", "bầu", "bí thư", "cấp uỷ", "3", "15%", "không", "phải", ",", ";", "và", "nếu"])
SENTENCES = st.lists(WORDS, min_size=4, max_size=14).map(" ".join)


@given(SENTENCES, st.integers(0, 13), WORDS.filter(lambda word: word not in (",", ";", "và")))
def test_one_word_more_is_never_proved(sentence, place, word):
    words = sentence.split()

    assert not follows(" ".join([*words[:place], word, *words[place:]]), sentence)


@given(SENTENCES)
def test_every_sentence_proves_itself(sentence):
    assert follows(f"Đồng chí Bí thư {sentence}", f"Đồng chí Bí thư {sentence}")
