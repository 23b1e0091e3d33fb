from ingest.sections.packing import LONGEST_CHARS
from tests.ingest import pages, samples


def places(parsed, role="body"):
    return [(p.locator, p.text.split("\n")[-1][:24]) for p in parsed.passages if p.role == role]


def roles(parsed):
    return [p.role for p in parsed.passages]


def test_directive_is_read_by_numeral_number_letter_and_dash(read):
    assert [locator for locator, _ in places(read(samples.DIRECTIVE))] == [
        "phần mở đầu",
        "mục I.1–2",
        "mục II.1.1, điểm a",
        "mục II.1.1, điểm b, gạch đầu dòng 1–2",
        "mục II.1.2",
        "mục II.2",
        "mục III",
    ]


def test_heading_path_runs_from_the_outermost_section(read):
    passage = next(p for p in read(samples.DIRECTIVE).passages if p.locator == "mục II.1.2")

    assert passage.headings == ("II- NỘI DUNG", "1- Về văn kiện", "1.2- Báo cáo kiểm điểm")


def test_regulation_is_cited_by_article_clause_and_point(read):
    assert places(read(samples.REGULATION))[2:] == [
        ("Điều 2", "Điều 2. Quyết định có hi"),
        ("phần “QUY CHẾ THỬ NGHIỆM TRONG ĐẢNG”", "(Kèm theo Quyết định số "),
        ("Điều 1, khoản 1", "1. Quy chế này áp dụng c"),
        ("Điều 1, khoản 2, điểm a–c", "c) Chi bộ khác."),
        ("Điều 2", "Đảng viên có quyền đề cử"),
        ("Điều 3, khoản 1–2", "2. Trường hợp đặc biệt d"),
        ("Phụ lục 1, mục 1", "1. Phiếu bầu in trên giấ"),
    ]


def test_title_on_the_line_below_a_chapter_belongs_to_it(read):
    passage = next(p for p in read(samples.REGULATION).passages if p.locator == "Điều 1, khoản 1")

    assert passage.headings == ("Chương I QUY ĐỊNH CHUNG", "Điều 1. Phạm vi")


def test_head_date_signature_and_recipients_have_roles_and_places_of_their_own(read):
    parsed = read(samples.GUIDANCE)

    assert roles(parsed)[:3] == ["header", "date", "header"]
    assert [(p.role, p.locator) for p in parsed.passages[-2:]] == [("signature", "chữ ký"), ("signature", "nơi nhận")]
    assert parsed.passages[-2].text.endswith("Phạm Thị Mẫu")


def test_starred_groups_hold_their_dashes(read):
    assert ("mục I.2, ý 1, gạch đầu dòng 1–2", "- Không kéo dài.") in places(read(samples.GUIDANCE))


def test_article_is_read_by_its_headings_with_captions_apart(read):
    parsed = read(pages.NEWSPAPER)

    assert places(parsed) == [
        ("phần mở đầu", "(BMS) - Các chi bộ ở xã "),
        ("phần “Chọn người có tâm”, đoạn 1", "Bí thư Đảng uỷ xã cho bi"),
        ("phần “Chọn người có tâm”, đoạn 2", "Chi bộ thôn Thượng có 45"),
        ("phần “Viết văn kiện ngắn”", "Văn kiện của chi bộ chỉ "),
    ]
    assert places(parsed, "caption") == [("chú thích ảnh", "Các đại biểu bỏ phiếu tạ")]
    assert places(parsed, "signature") == [("tác giả", "Lê Hạ")]


def test_questions_are_cited_by_number(read):
    assert [locator for locator, _ in places(read(samples.QUESTIONS))] == ["câu hỏi 1", "câu hỏi 2"]


def test_lines_broken_to_fit_a_page_are_one_paragraph(read):
    body = [p for p in read(samples.BROKEN_LINES).passages if p.role == "body"]

    assert [p.locator for p in body] == ["phần mở đầu, đoạn 1–2", "mục 1–2"]
    assert body[1].text.startswith("1. Kết quả bầu cử")


def test_markdown_headings_lists_and_tables_are_read(read):
    parsed = read(samples.HANDBOOK, "sổ tay.md")

    assert parsed.document.title == "Sổ tay đại hội"
    assert places(parsed) == [
        ("phần mở đầu", "cách dùng."),
        ("Chuẩn bị, mục 1", "1. Lập kế hoạch."),
        ("Chuẩn bị, mục 2", "| Báo cáo | 1/4 |"),
        ("Điều 5, khoản 1–2", "2. Kiểm phiếu công khai."),
        ("Điều 5, phần “Lưu ý”", "Không dùng bút chì.[^1]"),
    ]
    assert places(parsed, "footnote") == [("chú thích [1]", "[^1]: Theo quy định chun")]
    assert not any("#" in p.text or "<!--" in p.text for p in parsed.passages)


def test_footnotes_below_the_signature_are_cited_by_number(read):
    parsed = read(samples.DIRECTIVE + "\n[1] Số liệu của huyện.\n(2) Số liệu của tỉnh.\n")

    assert places(parsed, "footnote") == [
        ("chú thích [1]", "[1] Số liệu của huyện."),
        ("chú thích [2]", "(2) Số liệu của tỉnh."),
    ]


def test_ordinals_in_running_text_are_cited_as_points(read):
    lesson = "cấp uỷ phải chuẩn bị kỹ văn kiện và nhân sự, lắng nghe ý kiến của đảng viên và nhân dân. " * 3
    parsed = read(
        f"Những bài học của chi bộ\n\nBài học\n\nMột là, {lesson}\n\nHai là, {lesson}\n\nNhìn chung, {lesson}"
    )

    assert [locator for locator, _ in places(parsed)] == [
        "phần “Bài học”, ý thứ nhất",
        "phần “Bài học”, ý thứ hai",
        "phần “Bài học”, đoạn 3",
    ]


def test_dashes_go_on_counting_past_a_sentence_between_them(read):
    item = "chi bộ phải bàn kỹ từng việc và phân công rõ người làm, thời hạn, cách kiểm tra, cách báo cáo kết quả. " * 4
    parsed = read(f"1. Hạn chế\n- Một, {item}\n- Hai, {item}\nNguyên nhân là do:\n- Ba, {item}\nViệc khác: {item}")

    assert [locator for locator, _ in places(parsed)] == [
        "mục 1, gạch đầu dòng 1",
        "mục 1, gạch đầu dòng 2",
        "mục 1, gạch đầu dòng 3",
        "mục 1, đoạn 5",
    ]
    assert "Nguyên nhân là do:\n- Ba" in parsed.passages[2].text


def test_no_passage_is_longer_than_the_limit(read):
    for text in (samples.DIRECTIVE, samples.REGULATION, samples.GUIDANCE, pages.NEWSPAPER, pages.PORTAL):
        assert all(len(p.text) <= LONGEST_CHARS for p in read(text).passages)
