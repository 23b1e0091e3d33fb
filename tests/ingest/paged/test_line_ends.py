import pytest

from ingest.paged.line_ends import join_lines


@pytest.mark.parametrize(
    ("line", "following", "joined"),
    [
        ("tổ", "chức đại hội", "tổ chức đại hội"),
        ("phát triển nông ngh-", "iệp bền vững", "phát triển nông nghiệp bền vững"),
        ("phát triển nông ngh", "iệp bền vững", "phát triển nông nghiệp bền vững"),
        ("kinh tế-", "xã hội", "kinh tế-xã hội"),
        ("kinh tế -", "xã hội", "kinh tế - xã hội"),
        ("chủ nghĩa Mác-", "Lênin", "chủ nghĩa Mác-Lênin"),
        ("tổ\u00ad", "chức", "tổchức"),
        ("theo điểm b", "an toàn", "theo điểm b an toàn"),
        ("năm 2020-", "2025", "năm 2020- 2025"),
        ("Kế hoạch số 187-", "KH/TU", "Kế hoạch số 187-KH/TU"),
        ("UBND", "tỉnh", "UBND tỉnh"),
    ],
)
def test_lines_are_joined_as_the_words_ask(line, following, joined):
    assert join_lines(line, following) == joined
