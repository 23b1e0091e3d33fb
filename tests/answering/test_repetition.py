from assistant.answering.repetition import says_again

RULE = "Điều 4 Quy chế 901-QĐ/TW: tổ kiểm phiếu do chủ toạ giới thiệu, hội nghị biểu quyết thông qua."


def test_the_same_rule_told_by_another_document_is_said_again():
    assert says_again("Từ 05/3/2022 (Điều 4), tổ kiểm phiếu do chủ toạ giới thiệu và hội nghị biểu quyết.", RULE)


def test_another_figure_is_another_statement():
    quoted = "Người tái cử phải còn công tác ít nhất 40 tháng khi họp đại hội."

    assert not says_again("Người tái cử phải còn công tác ít nhất 25 tháng khi họp đại hội.", quoted)
    assert says_again("Theo quy chế cũ, người tái cử phải còn công tác ít nhất 40 tháng.", quoted)


def test_what_adds_something_is_not_said_again():
    added = "Tổ kiểm phiếu do chủ toạ giới thiệu, làm việc ở phòng riêng và niêm phong toàn bộ phiếu sau khi đếm."

    assert not says_again(added, RULE)


def test_a_text_without_words_repeats_nothing():
    assert not says_again("(…)", RULE)
