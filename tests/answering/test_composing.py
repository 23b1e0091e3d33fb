from dataclasses import replace
from datetime import date

from assistant.answering.composing import quoted_lines
from assistant.answering.evidence import Evidence
from assistant.answering.lines import Frame, compose_lines, escaped
from assistant.datatypes import Document, Passage, Relation, Source

RULE = Document(
    id="quy-che",
    title="Quy chế mẫu",
    path="q.md",
    number="900-QĐ/TW",
    kind="quyết định",
    issued=date(2014, 6, 9),
    authority="quy định",
    validity="được thay thế",
    provenance="lược thuật",
    sources=(Source(3, "Trang tin mẫu", "https://example.org/3"), Source(4, "Báo mẫu", "https://example.org/4")),
)
LESSON = Document(id="bai", title="Bài học từ một xã", path="b.md", kind="bài học kinh nghiệm", authority="tham khảo")
TEXTS = {
    "quy-che": "- Danh sách bầu có số dư. [^4]\n- Phiếu kín. [^3]",
    "bang": "| 1 | Thôn *Thượng* | 03/4 |",
    "bai": "Xã làm *kỹ* khâu nhân sự [1].",
}


def quote(document, text, score=1.0, locator="mục 1, đoạn 2"):
    start = TEXTS[document.id].index(text)
    whole = TEXTS[document.id]
    passage = Passage(f"{document.id}:1", document.id, whole, 0, len(whole), locator, 0)
    return Evidence(passage, document, start, start + len(text), text, score, score, score)


def compose(*quotes, replaced_by=None):
    return compose_lines(quoted_lines(quotes), Frame(replaced_by or {}))


def test_rules_come_before_lessons_and_lessons_stand_under_their_heading():
    composed = compose(quote(LESSON, "Xã làm *kỹ* khâu nhân sự [1].", 2.0), quote(RULE, "Phiếu kín."))

    assert composed.text.index("900-QĐ/TW") < composed.text.index("**Kinh nghiệm tham khảo**")
    assert [one.document.id for one in composed.citations] == ["quy-che", "bai"]


def test_lessons_alone_need_no_heading_inside_the_answer():
    composed = compose(quote(LESSON, "Xã làm *kỹ* khâu nhân sự [1]."))

    assert "**Kinh nghiệm tham khảo**" not in composed.text


def test_a_replaced_digest_is_named_as_both():
    composed = compose(quote(RULE, "Phiếu kín."), replaced_by={"quy-che": "Quyết định 901-QĐ/TW (10/10/2024)"})

    lead = composed.text.splitlines()[0]
    assert "Quyết định 900-QĐ/TW (09/6/2014, bản lược thuật), mục 1, đoạn 2" in lead
    assert "đã được thay thế bởi Quyết định 901-QĐ/TW (10/10/2024)" in lead


def test_each_quote_has_its_mark_and_the_sources_of_its_line():
    composed = compose(quote(RULE, "Phiếu kín."), quote(RULE, "Danh sách bầu có số dư."))

    assert "- “Danh sách bầu có số dư.” [1]" in composed.text
    assert "- “Phiếu kín.” [2]" in composed.text
    assert [[source.key for source in one.sources] for one in composed.citations] == [[4], [3]]


def test_markup_and_marks_inside_a_quotation_are_shown_and_not_read():
    composed = compose(quote(LESSON, "Xã làm *kỹ* khâu nhân sự [1]."))

    assert r"\*kỹ\*" in composed.text
    assert r"\[1\]" in composed.text


def test_what_was_done_somewhere_stands_apart_from_the_rule_and_says_so():
    rule = quote(RULE, "Phiếu kín.", 2.0)
    done = quote(RULE, "Danh sách bầu có số dư.")
    done = replace(done, passage=replace(done.passage, headings=("Ví dụ thực tế (không phải điều khoản)",)))

    told, practice = compose(rule, done).text.split("\n\n")

    assert "không phải điều khoản" not in told
    assert "không phải điều khoản" in practice.splitlines()[0]
    assert "Danh sách bầu có số dư." in practice


def test_escaping_brings_a_quotation_on_one_line():
    assert escaped("a\n  b_c") == r"a b\_c"


def test_table_rows_are_shown_as_cells_and_quoted_as_they_stand():
    row = TEXTS["bang"]
    composed = compose(quote(replace(RULE, id="bang"), row))

    assert "“1 – Thôn \\*Thượng\\* – 03/4”" in composed.text
    assert composed.citations[0].quote == row


def test_lead_names_section_and_page():
    one = quote(RULE, "Phiếu kín.")

    assert ", mục 1, đoạn 2, trang 3 – văn bản" in compose(replace(one, passage=replace(one.passage, page=3))).text


def test_an_example_does_not_speak_before_the_rule():
    text = "Ví dụ: 11 người dự thì cần 6 phiếu.\nPhải được quá nửa số phiếu.\nTrước 01/02/2020, tính theo phiếu thu về."
    passage = Passage("q:1", RULE.id, text, 0, len(text), "mục 2", 0)
    example, rule, over = (
        Evidence(passage, RULE, text.index(line), text.index(line) + len(line), line, score, score, score)
        for line, score in zip(text.splitlines(), (1.0, 0.9, 0.95), strict=True)
    )

    assert quoted_lines([example, rule, over])[0].text == "“Phải được quá nửa số phiếu.”"
    assert "Ví dụ" in quoted_lines([example, over])[0].text
    assert "Ví dụ" in quoted_lines([example, rule], newest_first=False)[0].text


def test_what_was_replaced_speaks_after_what_replaced_it():
    newer = replace(RULE, id="moi", number="901-QĐ/TW", validity="", relations=(Relation("thay thế", RULE.id),))
    old, new = quote(RULE, "Phiếu kín.", 3.0), replace(quote(RULE, "Danh sách bầu có số dư.", 0.5), document=newer)

    def order(*asked_of, newest_first=True):
        lines = quoted_lines([old, new], asked_of, newest_first=newest_first)
        return [one.citations[0].document.id for one in lines]

    assert order() == ["moi", RULE.id]
    assert order(RULE.id) == [RULE.id, "moi"]
    assert order(newest_first=False) == [RULE.id, "moi"]
