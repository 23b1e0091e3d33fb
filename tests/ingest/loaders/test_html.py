from datetime import date

import pytest

from assistant.errors import DocumentError
from ingest.loading import load
from ingest.parsing import read_document

ONE = "Các chi bộ trong xã chuẩn bị đại hội từ sớm, phân công rõ người làm, thời hạn và cách kiểm tra từng việc một."
TWO = "Qua đại hội điểm, đảng uỷ rút ra nhiều kinh nghiệm, trong đó việc lấy ý kiến nhân dân được đánh giá cao nhất."
THREE = "Thời gian tới, các chi bộ còn lại sẽ tổ chức đại hội, xong trước ngày 30 tháng 6 theo kế hoạch đã ban hành."
MENU = "".join(f'<li><a href="/{i}">{word}</a></li>' for i, word in enumerate(("Trang chủ", "Thời sự", "Kinh tế")))
OTHERS = "".join(f'<li><a href="/t{i}">Xã số {i} ra quân làm đường giao thông nông thôn mới</a></li>' for i in range(6))

NEWS = f"""<!DOCTYPE html>
<!-- saved from url=(0031)https://bao.example/tin/dai-hoi -->
<html><head><meta charset="utf-8"><title>Đại hội điểm ở xã Thượng - Báo Hà Minh</title>
<style>p {{ color: red }}</style><script>var a = "không phải chữ";</script></head>
<body><div id="nav-top" class="menu"><ul>{MENU}</ul></div>
<div class="main"><h1>Đại hội điểm ở xã Thượng</h1><div class="date">Thứ Sáu, 13/3/2031, 08:15</div>
<div class="content"><p><b>{ONE}</b></p><script>quang_cao()</script>
<p>{TWO}</p><h2>Chọn người &amp; việc</h2><p style="display:none">Chữ ẩn</p><p>{THREE}</p>
<p>Bí thư nói:&nbsp;&ldquo;D&agrave;i th&igrave; không ai đọc&rdquo;, và cả hội trường cùng cười vì ai cũng hiểu.</p>
</div><p class="author">Trần Minh Tâm</p></div>
<div class="related"><h3>Tin liên quan</h3><ul>{OTHERS}</ul></div>
<div class="comments"><p>Bạn đọc A: {TWO[:60]} nhưng tôi không đồng ý chút nào với bài này đâu.</p></div>
<footer>© 2031 Báo Hà Minh</footer></body></html>"""


def write(tmp_path, page, encoding="utf-8"):
    path = tmp_path / "a.html"
    path.write_bytes(page.encode(encoding))
    return path


def lines(tmp_path, body):
    page = f"<html><body>{body}<p>{ONE}</p><p>{TWO}</p></body></html>"
    found = load(write(tmp_path, page)).text.split("\n")
    assert found[-2:] == [ONE, TWO]
    return found[:-2]


def test_article_comes_without_the_page_around_it(tmp_path):
    loaded = load(write(tmp_path, NEWS))

    assert loaded.text.split("\n") == [
        "Đại hội điểm ở xã Thượng",
        "Thứ Sáu, 13/3/2031, 08:15",
        ONE,
        TWO,
        "Chọn người & việc",
        THREE,
        "Bí thư nói:\xa0“Dài thì không ai đọc”, và cả hội trường cùng cười vì ai cũng hiểu.",
        "Trần Minh Tâm",
    ]
    assert dict(loaded.headings) == {loaded.text.index("Chọn"): 2}
    assert loaded.address == "https://bao.example/tin/dai-hoi"
    assert loaded.reading.encoding == "UTF-8"


def test_article_is_recognised_with_its_headline_day_and_author(tmp_path):
    parsed = read_document(write(tmp_path, NEWS), tmp_path)

    assert (parsed.document.title, parsed.document.issued) == ("Đại hội điểm ở xã Thượng", date(2031, 3, 13))
    assert parsed.document.signer == "Trần Minh Tâm"
    assert [p.locator for p in parsed.passages if p.role == "body"] == [
        "phần mở đầu, đoạn 1–2",
        "Chọn người & việc, đoạn 1–2",
    ]


def test_title_of_the_page_stands_first_where_the_text_lacks_a_headline(tmp_path):
    page = (
        f"<html><head><title>Mấy việc cần nhớ | Báo Hà Minh</title></head><body><p>{ONE}</p><p>{TWO}</p></body></html>"
    )

    assert load(write(tmp_path, page)).text == f"Mấy việc cần nhớ\n{ONE}\n{TWO}"


DIRECTIVE = f"""<html><head><title>Chỉ thị 98 - Cổng thông tin</title></head><body>
<table width="100%"><tr><td class="left-menu"><ul>{MENU}</ul></td><td>
<table border="0"><tr><td>BAN CHẤP HÀNH TRUNG ƯƠNG<br>*<br>Số: 98-CT/TW</td>
<td>ĐẢNG CỘNG SẢN VIỆT NAM<p>Hà Nội, ngày 7 tháng 3 năm 2031</p></td></tr></table>
<p>&nbsp;</p><p align="center"><b>CHỈ THỊ</b></p><p>về đại hội chi bộ</p><p>&nbsp;</p>
<p>{ONE}</p><ol type="I"><li>YÊU CẦU<ol><li>Đại hội phải thiết thực.</li><li>Văn kiện phải ngắn gọn.</li></ol></li>
<li value="3">THỰC HIỆN<ul><li>Các cấp uỷ;</li><li>- các đoàn thể.</li></ul></li></ol>
<table border="1"><tr><th>Việc</th><th>Hạn</th></tr><tr><td rowspan="2">Văn kiện</td><td>1/3</td></tr>
<tr><td>1/4</td></tr></table>
<table><tr><td>Nơi nhận:<br>- Các tỉnh uỷ,<br>- Lưu.</td><td>T/M BỘ CHÍNH TRỊ<br>TỔNG BÍ THƯ<br><br>Lê Văn Thử</td></tr>
</table></td></tr></table>
<div id="binh-luan"><p>Một bạn đọc viết: chỉ thị này rất hay và cần phổ biến rộng rãi cho mọi chi bộ.</p></div>
</body></html>"""


def test_official_document_in_nested_tables_comes_whole(tmp_path):
    parsed = read_document(write(tmp_path, DIRECTIVE), tmp_path)

    assert parsed.text.split("\n") == [
        "BAN CHẤP HÀNH TRUNG ƯƠNG",
        "*",
        "Số: 98-CT/TW",
        "ĐẢNG CỘNG SẢN VIỆT NAM",
        "Hà Nội, ngày 7 tháng 3 năm 2031",
        "",
        "CHỈ THỊ",
        "về đại hội chi bộ",
        "",
        ONE,
        "I. YÊU CẦU",
        "1. Đại hội phải thiết thực.",
        "2. Văn kiện phải ngắn gọn.",
        "III. THỰC HIỆN",
        "- Các cấp uỷ;",
        "- các đoàn thể.",
        "| Việc | Hạn |",
        "| Văn kiện | 1/3 |",
        "| Văn kiện | 1/4 |",
        "Nơi nhận:",
        "- Các tỉnh uỷ,",
        "- Lưu.",
        "T/M BỘ CHÍNH TRỊ",
        "TỔNG BÍ THƯ",
        "Lê Văn Thử",
    ]
    document = parsed.document
    assert (document.number, document.kind, document.issued) == ("98-CT/TW", "chỉ thị", date(2031, 3, 7))
    assert (document.title, document.signer) == ("Về đại hội chi bộ", "Lê Văn Thử")
    body = [p.locator for p in parsed.passages if p.role == "body"]
    assert "mục I.1–2" in body


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("<ol start=4><li>Bốn<li>Năm</ol>", ["4. Bốn", "5. Năm"], id="start"),
        pytest.param("<ol type=a><li><p>Một</p><p>tiếp</p></ol>", ["a. Một", "tiếp"], id="letters"),
        pytest.param("<ul><li>Một<ul><li>Hai</ul></ul>", ["- Một", "+ Hai"], id="bullets in bullets"),
        pytest.param("<ul style='list-style: none'><li>Một</ul>", ["Một"], id="no bullets"),
        pytest.param("<p>Ông\n   A&amp;B <i>và</i><b>bà</b></p>", ["Ông A&B vàbà"], id="inline and blanks"),
        pytest.param("<p>MỘT<br>HAI<br>ba</p>", ["MỘT", "HAI ba"], id="breaks"),
        pytest.param("<pre>một\n  hai</pre>", ["một", "hai"], id="preformatted"),
        pytest.param("<p hidden>ẩn</p><p>hiện<!-- lời --><script>x</script></p>", ["hiện"], id="hidden"),
        pytest.param("<p>đ&#7841;i h&#x1ed9;i, nư&shy;ớc</p>", ["đại hội, nước"], id="entities"),
        pytest.param("<table border=1><tr><td>Xã<p>Thượng</p><td>12</table>", ["| Xã Thượng | 12 |"], id="rows"),
        pytest.param(
            "<p>Bầu kín<sup><a href='#n1'>1</a></sup>.</p><ol><li id=n1>Theo sổ tay.</ol>",
            ["Bầu kín[1].", "[1] Theo sổ tay."],
            id="notes",
        ),
    ],
)
def test_elements_become_lines(tmp_path, body, found):
    # a head of its own makes the page an official document, so that all of it is read
    head = "<p>ĐẢNG CỘNG SẢN VIỆT NAM</p><p>Số 98-CT/TW</p>"

    assert lines(tmp_path, head + body)[2:] == found


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-8-sig"])
def test_pages_in_unicode_are_read_whatever_they_say(tmp_path, encoding):
    page = f"<html><head><meta charset='windows-1252'></head><body><p>{ONE}</p><p>{TWO}</p></body></html>"

    assert load(write(tmp_path, page, encoding)).text == f"{ONE}\n{TWO}"


def test_page_set_in_an_old_font_is_read_as_unicode(tmp_path):
    body = (
        "<p>C&eacute;ng ho&micro; x&middot; h&eacute;i chñ nghÜa ViÖt Nam</p><p>B¸o c¸o tæng kÕt cña §¶ng bé tØnh</p>"
    )

    loaded = load(write(tmp_path, f"<html><body>{body}</body></html>"))

    assert loaded.text == "Cộng hoà xã hội chủ nghĩa Việt Nam\nBáo cáo tổng kết của Đảng bộ tỉnh"
    assert loaded.reading.encoding == "UTF-8 + TCVN3"


def test_few_damaged_letters_do_not_lose_a_page(tmp_path):
    path = tmp_path / "a.htm"
    page = f"<html><head><meta charset=utf-8></head><body>{f'<p>{ONE}</p>' * 20}<p>{TWO}".encode()
    path.write_bytes(page.replace(" từng".encode(), b" t\xe1\xbb ng", 1) + b"</p></body></html>")

    loaded = load(path)

    assert "t\ufffd ng" in loaded.text
    assert loaded.reading.remarks == ("Có 1 chữ hỏng trong tệp, hiện bằng dấu “\ufffd”.",)


@pytest.mark.parametrize("page", ["", "<html></html>", "<!-- a -->"])
def test_a_page_without_text_is_refused(tmp_path, page):
    with pytest.raises(DocumentError):
        load(write(tmp_path, page))


def test_a_page_nested_without_end_is_read_or_refused(tmp_path):
    page = f"<html><body>{'<div>' * 20_000}<p>{ONE}</p></body></html>"

    try:
        found = load(write(tmp_path, page)).text
    except DocumentError as refused:
        found = str(refused)

    assert found
