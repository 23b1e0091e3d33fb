"""Pages laid out in other ways: what each gives as a document and as passages, furniture left out."""

from __future__ import annotations

from datetime import date

ONE = "Các chi bộ trong xã chuẩn bị đại hội từ sớm, phân công rõ người làm, thời hạn và cách kiểm tra từng việc một."
TWO = "Qua đại hội điểm, đảng uỷ rút ra nhiều kinh nghiệm, trong đó việc lấy ý kiến nhân dân được đánh giá cao nhất."
THREE = "Thời gian tới, các chi bộ còn lại sẽ tổ chức đại hội, xong trước ngày 30 tháng 6 theo kế hoạch đã ban hành."


def body(parsed):
    return [(p.locator, p.text) for p in parsed.passages if p.role == "body"]


def words(parsed):
    return "\n".join(p.text for p in parsed.passages)


def test_document_reprinted_below_a_news_item_is_the_document(read):
    parsed = read(f"""\
Quy định số 97-QĐ/TV của Ban Thử: những điểm mới về chi bộ
(Mặt trận) - Tại Quy định số 97-QĐ/TV ngày 7/2/2031 của Ban Thử có nhiều điểm mới, xin đăng toàn văn.
Chỉ thị của Ban Thử về việc tổ chức Tết
BAN CHẤP HÀNH TRUNG ƯƠNG
-------
ĐẢNG CỘNG SẢN VIỆT NAM
---------------
Số: 98-QĐ/TW
Hà Nội, ngày 07 tháng 03 năm 2031
QUY ĐỊNH
CHỨC NĂNG CỦA CHI BỘ
- Căn cứ Điều lệ Đảng và Quy định số 24-QĐ/TW, ngày 30/7/2021 của Ban Chấp hành Trung ương,
Điều 1. Phạm vi
{ONE}
T/M BỘ CHÍNH TRỊ
TỔNG BÍ THƯ
(đã ký)
Trần Văn Mẫu
Bình luận
""")

    assert (parsed.document.number, parsed.document.issued) == ("98-QĐ/TW", date(2031, 3, 7))
    assert (parsed.document.signer, parsed.document.title) == ("Trần Văn Mẫu", "CHỨC NĂNG CỦA CHI BỘ")
    assert "xin đăng toàn văn" not in words(parsed)
    assert "tổ chức Tết" not in words(parsed)


def test_table_of_properties_below_the_document_is_read(read):
    parsed = read(f"""\
Công văn 259/BNV-TCBC về quản lý biên chế
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Kính gửi: - Các Bộ;
          - Uỷ ban nhân dân các tỉnh.
{ONE}
Nơi nhận:
- Như trên;
- Lưu: VT.
KT. BỘ TRƯỞNG
THỨ TRƯỞNG
Trần Văn Mẫu
Thuộc tính văn bản
Cơ quan ban hành: Bộ Thử\tNgười ký: Trần Văn Mẫu
Số hiệu: 259/BNV-TCBC\tLĩnh vực: Đang cập nhật
Ngày ban hành: 21/05/2031\tNgày hiệu lực: Đang cập nhật
""")

    document = parsed.document
    assert (document.number, document.kind, document.issuer) == ("259/BNV-TCBC", "công văn", "Bộ Thử")
    assert (document.issued, document.effective, document.signer) == (date(2031, 5, 21), None, "Trần Văn Mẫu")


def test_journal_article_has_author_above_captions_headings_and_notes(read):
    parsed = read(f"""\
Bảo đảm chất lượng đại hội ở cơ sở
TS. Trần Văn Mẫu
08:21, ngày 16-04-2031

TCTM - {ONE}

Bí thư Tỉnh uỷ kiểm tra công tác chuẩn bị tại phường Thượng, thành phố Hà Minh_Ảnh: Minh Tâm

Từ một số quy định chung…

{TWO}

Đến kinh nghiệm của cơ sở

{THREE}

-----------------
(1) Sổ tay đại hội, Nxb. Thử, H. 2031, tr. 5.
""")

    assert (parsed.document.issued, parsed.document.signer) == (date(2031, 4, 16), "Trần Văn Mẫu")
    assert [locator for locator, _ in body(parsed)] == [
        "phần mở đầu",
        "phần “Từ một số quy định chung…”",
        "phần “Đến kinh nghiệm của cơ sở”",
    ]
    assert [p.locator for p in parsed.passages if p.role in ("caption", "footnote")] == [
        "chú thích ảnh",
        "chú thích [1]",
    ]


def test_headline_is_taken_from_below_the_last_stretch_of_the_page_above_the_date(read):
    parsed = read(f"""\
Ca khúc: Tự hào người làm báo Thử
Theo dõi Báo Thử trên
Tận tâm với việc chung
Thứ tư, 02/10/2030 - 10:12
(Thử) - {ONE}
Ông Trần Văn Mẫu, Ủy viên Uỷ ban Kiểm tra xã
{TWO}
Minh Tâm
Chia sẻ:
Từ khóa:
chi bộ
""")

    assert (parsed.document.title, parsed.document.signer) == ("Tận tâm với việc chung", "Minh Tâm")
    assert [locator for locator, _ in body(parsed)] == ["đoạn 1", "đoạn 2"]
    assert not [word for word in ("Ca khúc", "Theo dõi", "Chia sẻ", "Từ khóa") if word in words(parsed)]


def test_interview_keeps_each_question_with_its_answer(read):
    parsed = read(f"""\
CHUẨN BỊ ĐẠI HỘI
Ở XÃ THƯỢNG
Minh Tâm - 08:15 13/03/2031
{ONE}
- Thưa ông, việc gì khó nhất?
{TWO}
- Việc gì sẽ làm tiếp?
{THREE}
""")

    assert (parsed.document.title, parsed.document.issued) == ("CHUẨN BỊ ĐẠI HỘI Ở XÃ THƯỢNG", date(2031, 3, 13))
    assert parsed.document.signer == "Minh Tâm"
    assert [text.split("\n")[0] for _, text in body(parsed)] == [
        ONE,
        "- Thưa ông, việc gì khó nhất?",
        "- Việc gì sẽ làm tiếp?",
    ]


def test_ordinals_on_lines_of_their_own_title_what_follows(read):
    parsed = read(
        f"Mấy việc để đại hội thành công\n\n{ONE}\n\nMột là, chọn người\n\n{TWO}\n\nHai là, viết ngắn\n\n{THREE}\n"
    )

    assert [locator for locator, _ in body(parsed)] == ["đoạn 1", "ý thứ nhất", "ý thứ hai"]


def test_blog_loses_its_comment_form_and_portal_its_statistics(read):
    blog = read(
        f"Thứ Ba, 4 tháng 10, 2031\nMấy việc để thành công\n{ONE}\n{TWO}\nKhông có nhận xét nào:\nĐăng nhận xét\n"
    )
    portal = read(f"""\
Xã Thượng tổ chức đại hội điểm chi bộ
content:
{ONE}
{TWO}
( Trung tâm Văn hoá thực hiện )
Các tin khác
Xã Hạ làm đường (12/03/2031)
Thống kê truy cập
Đang truy cập: 12
""")

    assert [text for _, text in body(blog)] == [f"{ONE}\n{TWO}"]
    assert blog.document.issued == date(2031, 10, 4)
    assert [text for _, text in body(portal)] == [f"{ONE}\n{TWO}"]
    assert "truy cập" not in words(portal)


def test_programme_of_short_items_is_the_text(read):
    parsed = read(
        "Chương trình đại hội chi bộ\n1. Chào cờ\n2. Bầu đoàn chủ tịch\n3. Báo cáo\n- Bí thư trình bày\n4. Bầu cử\n"
    )

    assert [locator for locator, _ in body(parsed)] == ["mục 1–2", "mục 3, gạch đầu dòng 1", "mục 4"]
    assert parsed.passages[-1].headings == ()


def test_list_of_words_is_read_below_its_title(read):
    parsed = read("Việc cần chuẩn bị\nHội trường\nHoa\nPhiếu bầu\n")

    assert body(parsed) == [("đoạn 1–3", "Hội trường\nHoa\nPhiếu bầu")]
