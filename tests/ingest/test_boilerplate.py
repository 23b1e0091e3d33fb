import docx
import pytest

from ingest.boilerplate import find_furniture, is_furniture
from ingest.looks.lines import split_lines
from ingest.parsing import read_document
from tests.ingest import pages, samples

PROSE = "Chi bộ thôn Thượng họp bàn việc chuẩn bị đại hội, phân công từng đảng viên phụ trách một phần việc cụ thể."
MORE = "Sau cuộc họp, chi uỷ gửi dự thảo báo cáo đến từng đảng viên, để mọi người đọc và góp ý trước một tuần."


def left(text):
    lines = split_lines(text)
    furniture = find_furniture(lines)
    return [line.text for i, line in enumerate(lines) if i not in furniture]


@pytest.mark.parametrize(
    "text",
    [
        "Đăng nhập",
        "Trang chủ",
        "Ý kiến bạn đọc (3)",
        "Bình luận (0)",
        "Tin liên quan:",
        "1,881",
        "24114 Lượt xem",
        "Lượt xem: 128",
        "EmailPrintAa",
        "Facebook Twitter Zalo In bài viết",
        "0:00 / 3:45",
        "2 tháng 2 tuần trước",
        "toasoan@example.vn",
        "https://example.vn/bai-viet",
        "Hà Minh 25°C",
        "Chia sẻ",
        "A- A A+",
        "Trang chủ > Tin tức > Xây dựng Đảng",
        "Trang chủ    Tin tức    Xây dựng Đảng",
        "Thời sự | Chính trị | Kinh tế",
        "© 2031 Báo Minh Sơn",
        "Tổng Biên tập: Trần Văn Mẫu",
        "Ghi rõ nguồn khi phát lại thông tin",
        "Email của bạn sẽ không được hiển thị công khai.",
        "Tổng số điểm của bài viết là: 0 trong 0 đánh giá",
        "Những tin mới hơn",
        "IP: 10.0.0.1",
    ],
)
def test_line_of_a_web_page_is_known_by_its_words(text):
    assert is_furniture(split_lines(text)[0])


@pytest.mark.parametrize(
    "text",
    [
        "Kinh nghiệm",
        "Nội dung thứ hai",
        "1. Ưu điểm",
        "09:28 09/07/2031",
        "Kính gửi: Các chi bộ",
        "Số: 12-HD/THU",
        "Chi bộ phải đăng nhập phần mềm quản lý trước ngày họp.",
        "Đồng chí Trần Văn Mẫu",
        "In phiếu bầu",
        "- Lưu.",
        "THÔNG BÁO",
        "BÁO CÁO",
    ],
)
def test_line_of_a_document_is_kept(text):
    assert not is_furniture(split_lines(text)[0])


def test_newspaper_page_leaves_its_article():
    assert [text[:20] for text in left(pages.NEWSPAPER)] == [
        "Năm việc cần làm trư",
        "Thứ Sáu, 13/3/2020, ",
        "(BMS) - Các chi bộ ở",
        "Chọn người có tâm",
        "Bí thư Đảng uỷ xã ch",
        "Các đại biểu bỏ phiế",
        "Chi bộ thôn Thượng c",
        "Viết văn kiện ngắn",
        "Văn kiện của chi bộ ",
        "Lê Hạ",
    ]


def test_office_text_loses_only_rules():
    for text in (samples.DIRECTIVE, samples.REGULATION, samples.GUIDANCE, samples.BROKEN_LINES):
        whole = [line.text for line in split_lines(text)]
        assert [line for line in whole if line not in left(text)] in ([], ["*"], ["*", "-----"])


def test_cut_off_lead_that_the_page_repeats_is_dropped():
    glued = f"{PROSE}{MORE}"
    lead = glued[:150] + "..."

    assert left(f"Tiêu đề của bài viết này\n{lead}\n{PROSE}\n\n{MORE}") == ["Tiêu đề của bài viết này", PROSE, MORE]


def test_paragraph_that_ends_with_an_ellipsis_is_kept_where_nothing_repeats_it():
    text = f"{PROSE[:-1]}…\n{MORE}"

    assert left(text) == text.split("\n")


def test_comments_below_the_text_are_dropped_whatever_their_length():
    comment = "Tôi rất đồng tình với cách làm này của chi bộ thôn Thượng, mong các nơi khác cũng làm theo như vậy."

    assert left(f"{PROSE}\n{MORE}\n{PROSE[:90]}, hết.\nÝ kiến bạn đọc\n{comment}") == [
        PROSE,
        MORE,
        f"{PROSE[:90]}, hết.",
    ]


def test_word_that_could_open_the_tail_is_only_a_line_where_most_text_follows():
    assert left(f"{PROSE}\nTin liên quan\nXã Minh Sơn làm đường\n{MORE}\n{MORE[:95]}.\nLê Hạ") == [
        PROSE,
        MORE,
        f"{MORE[:95]}.",
        "Lê Hạ",
    ]


def test_line_that_comes_again_and_again_is_dropped_from_a_web_page():
    box = "Mời bạn nhận bản tin của chúng tôi"
    text = "\n".join(["Đăng nhập", PROSE, box, MORE, box, PROSE[:90], box])

    assert box not in left(text)


def test_items_that_repeat_are_kept():
    text = "\n".join(["Đăng nhập", PROSE, "- Lưu Văn phòng;", MORE, "- Lưu Văn phòng;", "- Lưu Văn phòng;"])

    assert left(text).count("- Lưu Văn phòng;") == 3


def test_word_that_titles_a_section_is_kept_there_and_dropped_from_a_menu():
    text = f"Trang chủ\nKinh tế\nVăn hóa\nMùa đại hội ở xã Thượng\n{PROSE}\nKinh tế\n{MORE}\nKinh tế\nĐăng nhập"

    assert left(text) == ["Mùa đại hội ở xã Thượng", PROSE, "Kinh tế", MORE]


def test_word_that_titles_a_section_of_an_office_text_is_kept():
    text = f"Nội dung\n{PROSE}\nThời gian\n{MORE}"

    assert left(text) == text.split("\n")


def test_address_in_a_form_is_kept_and_that_of_a_newspaper_is_dropped():
    assert "Địa chỉ: thôn Thượng" in left(f"Đăng nhập\n{PROSE}\nĐịa chỉ: thôn Thượng\n{MORE}\n{PROSE[:90]}, hết.")
    assert "Địa chỉ: số 1" not in left(f"{PROSE}\n{MORE}\nĐiện thoại: 0123\nĐịa chỉ: số 1\n© 2031 Báo Thử")


def test_box_that_asks_to_sign_in_does_not_cut_the_rest_of_a_document_off():
    box = "Bạn chưa Đăng nhập thành viên!"

    assert left(f"{PROSE}\n{MORE}\n{box}\n1. {PROSE[:95]}.") == [PROSE, MORE, f"1. {PROSE[:95]}."]
    assert left(f"{PROSE}\n{MORE}\n{box}\nTiêu đề lặp lại của văn bản") == [PROSE, MORE]


def test_lines_that_repeat_in_an_office_text_with_a_date_are_kept():
    text = "\n".join(["Ngày 12/3/2031", "Đồng ý", PROSE, "Đồng ý", MORE, "Đồng ý"])

    assert left(text) == text.split("\n")


NUMBERED = f"BÁO CÁO\n128\n{PROSE}\n{MORE}\n{PROSE}"


@pytest.mark.parametrize(("name", "kept"), [("chép.txt", 1), ("hai trang.txt", 2), ("văn phòng.docx", 2)])
def test_only_copies_of_web_pages_are_searched_for_what_surrounds_the_document(tmp_path, name, kept):
    path = tmp_path / name
    if path.suffix == ".docx":
        document = docx.Document()
        for line in NUMBERED.split("\n"):
            document.add_paragraph(line)
        document.save(str(path))
    else:
        path.write_text(NUMBERED.replace(f"\n{MORE}", f"\n\f{MORE}") if "trang" in name else NUMBERED, "utf-8")

    passages = read_document(path, tmp_path).passages

    assert sum(one.text.count(PROSE) for one in passages) == kept
