import re

import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from viparse.normalize.encodings import CHARMAPS

from assistant.errors import DocumentError
from ingest.loading import load
from ingest.parsing import read_document
from tests.ingest.loaders import office
from tests.ingest.loaders.sheets import LEFT, RIGHT, Sheets, font, font_file

SENTENCE = "Mỗi chi bộ phân công một đồng chí theo dõi tiến độ và báo cáo cấp trên vào thứ sáu hằng tuần."


@pytest.fixture
def sheets(tmp_path):
    return Sheets(tmp_path / "a.pdf")


@pytest.fixture(scope="module")
def letter(tmp_path_factory):
    return office.draw(tmp_path_factory.mktemp("office") / "hướng dẫn.pdf")


def without_blank_lines(text):
    return re.sub(r"\n+", "\n", text.replace("\f", ""))


def test_a_letter_is_read_in_whole_paragraphs_without_running_rows(letter):
    text = load(letter).text

    assert re.sub(r"\s+", " ", text) == re.sub(r"\s+", " ", office.TEXT)
    assert without_blank_lines(re.sub(r"(?<=\S)\f(?=\S)", " ", text)) == office.TEXT


def test_its_properties_and_pages_are_recognised(letter):
    parsed = read_document(letter, letter.parent)

    assert parsed.document.number == "15-HD/BTCHU"
    assert (parsed.document.kind, parsed.document.signer) == ("hướng dẫn", "Phạm Văn Mẫu")
    assert parsed.document.title == "Về chuẩn bị đại hội chi bộ, đảng bộ cơ sở nhiệm kỳ 2025 - 2030"
    assert [p.role for p in parsed.passages[-2:]] == ["signature", "signature"]
    pages = [p.page for p in parsed.passages]
    assert (pages[0], pages[-1]) == (1, 3)
    assert pages == sorted(pages)


def test_each_task_lies_on_the_page_where_it_begins(letter):
    import pdfplumber

    with pdfplumber.open(letter) as pdf:
        drawn = [page.extract_text() for page in pdf.pages]
    passages = read_document(letter, letter.parent).passages
    for number in range(1, 11):
        begin = f"\n{number}. "
        (page,) = [i for i, text in enumerate(drawn, 1) if begin in text and "Dự thảo" in drawn[0]]
        passage = next(p for p in passages if re.search(rf"^{number}\. ", p.text, re.MULTILINE))
        assert passage.page == page


def test_no_sentence_is_torn_by_the_end_of_a_page(letter):
    text = load(letter).text

    assert all(sentence in text for task in office.TASKS for sentence in re.split(r"(?<=[a-z]\.) ", task))


def test_two_columns_of_a_page_are_read_one_after_the_other(sheets):
    left, right = ("Cột trái: " + SENTENCE) * 2, ("Cột phải: " + SENTENCE) * 2
    sheets.center("BẢN TIN NỘI BỘ")
    top = sheets.y
    sheets.paragraph(left, right=300, indent=0)
    sheets.y = top + 7
    sheets.paragraph(right, x=330, indent=0)

    assert load(sheets.save()).text.split("\n") == ["BẢN TIN NỘI BỘ", left, right]


def test_footnotes_stand_below_and_their_numbers_in_brackets(sheets):
    sheets.paragraph(SENTENCE)
    sheets.at(LEFT, "Chi bộ ghép")
    end = LEFT + pdfmetrics.stringWidth("Chi bộ ghép", font(), 13)
    sheets.at(end, "1", y=sheets.y - 5, size=8)
    sheets.at(end + 8, "có diện tích 40 m")
    end += 8 + pdfmetrics.stringWidth("có diện tích 40 m", font(), 13)
    sheets.at(end, "2", y=sheets.y - 5, size=8)
    sheets.at(LEFT, "1", y=746, size=7)
    sheets.at(LEFT + 6, "Gồm đảng viên của hai thôn trở lên,", y=750, size=10)
    sheets.at(LEFT, "do đảng uỷ thành lập.", y=763, size=10)

    lines = load(sheets.save()).text.split("\n")

    assert lines == [
        SENTENCE,
        "Chi bộ ghép[1] có diện tích 40 m²",
        "[1] Gồm đảng viên của hai thôn trở lên, do đảng uỷ thành lập.",
    ]


def test_a_frame_around_text_is_no_table(sheets):
    sheets.canvas.rect(LEFT - 10, 700, RIGHT - LEFT + 20, 100)
    sheets.y = 80
    sheets.paragraph(SENTENCE)

    assert load(sheets.save()).text == SENTENCE


@pytest.mark.parametrize(("name", "encoding", "said"), [(".VnTime", "tcvn3", "TCVN3"), ("VNI-Times", "vni", "VNI")])
def test_fonts_from_before_unicode_are_turned_into_it(sheets, name, encoding, said):
    old = TTFont(f"Old{encoding}", font_file())
    old.face.name = name.encode()
    pdfmetrics.registerFont(old)
    letters = {target: source for source, target in reversed(CHARMAPS[encoding].pairs)}
    sheets.at(LEFT, "".join(letters.get(sign, sign) for sign in "Đại hội chi bộ bầu cấp uỷ"), name=old.fontName)
    sheets.y += 18
    sheets.at(LEFT, "Nhiệm kỳ mới")

    loaded = load(sheets.save())

    assert loaded.text.split("\n") == ["Đại hội chi bộ bầu cấp uỷ", "Nhiệm kỳ mới"]
    assert loaded.reading.encoding == said


def test_decomposed_letters_are_composed_also_with_marks_in_the_wrong_order(sheets):
    sheets.at(LEFT, "Đa\u0323i ho\u0302\u0323i ba\u0301\u0302u ca\u0302\u0301p uy\u0309")

    assert load(sheets.save()).text == "Đại hội bấu cấp uỷ"


def test_text_of_its_own_needs_no_recognition(letter):
    reading = load(letter).reading

    assert (reading.encoding, reading.confidences) == ("", ())


def test_locked_files_say_so(tmp_path):
    sheets = Sheets(tmp_path / "khoá.pdf", encrypt="123456")
    sheets.paragraph(SENTENCE)

    with pytest.raises(DocumentError, match=r"khoá\.pdf được khoá bằng mật khẩu"):
        load(sheets.save())


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"%PDF-1.7\nhong", id="a head alone"),
        pytest.param("Không phải PDF".encode(), id="text"),
    ],
)
def test_what_is_no_pdf_is_refused_in_one_sentence(tmp_path, content):
    path = tmp_path / "tệp lạ.pdf"
    path.write_bytes(content)

    with pytest.raises(DocumentError, match=r"tệp lạ\.pdf") as caught:
        load(path)

    assert str(caught.value).endswith(".")
    assert "\n" not in str(caught.value)


def test_a_cut_off_file_is_refused_or_read_without_a_crash(letter, tmp_path):
    content = letter.read_bytes()
    for share in (10, 50, 90):
        path = tmp_path / f"{share}.pdf"
        path.write_bytes(content[: len(content) * share // 100])
        with pytest.raises(DocumentError, match=rf"{share}\.pdf"):
            load(path)


def test_blank_pages_alone_are_no_document(sheets):
    sheets.new_page()

    with pytest.raises(DocumentError, match="không có nội dung"):
        load(sheets.save())


def test_too_many_pages_are_refused(sheets, monkeypatch):
    monkeypatch.setattr("ingest.loaders.pdf.MOST_PAGES", 1)
    sheets.new_page()
    sheets.paragraph(SENTENCE)

    with pytest.raises(DocumentError, match="có 2 trang, quá giới hạn 1 trang"):
        load(sheets.save())
