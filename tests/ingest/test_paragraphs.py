from ingest.looks.lines import split_lines
from ingest.roles import label_trusted
from ingest.sections.paragraphs import read_paragraphs

BROKEN = """\
Sau sáu tháng triển khai, toàn đảng bộ đã tổ chức xong đại hội ở các
chi bộ trực thuộc, bảo đảm đúng tiến độ và đúng quy định của cấp trên
Đảng uỷ đã phân công từng đồng chí theo dõi chi bộ, kịp thời tháo gỡ
khó khăn và báo cáo hằng tuần.
Trong quá trình chuẩn bị, cấp uỷ lấy ý kiến của nhân dân vào dự thảo
Báo cáo chính trị, tổ chức hội nghị ở từng thôn, ghi lại từng ý kiến
và trả lời ngay những việc thuộc thẩm quyền, không để kéo dài sang kỳ
sau, nhất là việc đất đai.
- Gạch đầu dòng này dài hơn một dòng của trang giấy nên phải xuống
dòng như thế này.
- Gạch đầu dòng sau thì ngắn.
"""


def paragraphs(text, *, is_markdown=False):
    labelled = label_trusted(split_lines(text, is_markdown=is_markdown), frozenset())
    return [one.text for one in read_paragraphs(labelled, is_markdown=is_markdown)]


def test_lines_as_wide_as_the_page_are_joined_and_a_short_line_ends_the_paragraph():
    assert [text[:12] for text in paragraphs(BROKEN)] == [
        "Sau sáu thán",
        "Trong quá tr",
        "- Gạch đầu d",
        "- Gạch đầu d",
    ]


def test_each_line_of_an_ordinary_text_is_a_paragraph():
    text = "Chi bộ họp.\nCấp uỷ bàn việc.\nMọi người góp ý.\n" * 4

    assert len(paragraphs(text)) == 12


def test_line_that_goes_on_in_small_letters_is_joined():
    assert paragraphs("Chi bộ họp bàn\nviệc chuẩn bị.\n\ntiếp theo") == ["Chi bộ họp bàn việc chuẩn bị.", "tiếp theo"]


def test_lines_of_markdown_are_joined_until_a_blank_line_a_list_or_a_heading():
    text = "Chi bộ họp.\nCấp uỷ bàn.\n\n# Việc\nMột.\n- Hai.\n  Ba.\n> Bốn.\n"

    assert paragraphs(text, is_markdown=True) == ["Chi bộ họp. Cấp uỷ bàn.", "Việc", "Một.", "- Hai. Ba. Bốn."]
