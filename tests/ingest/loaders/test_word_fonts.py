import pytest

from ingest.loading import load
from ingest.parsing import read_document
from tests.ingest.loaders.word_files import paragraph, run, table, write_word

STYLE = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/>'
    '<w:rPr><w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="T"><w:name w:val="T"/>'
    '<w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/></w:rPr></w:style>'
)


def load_body(tmp_path, body, **parts):
    return load(write_word(tmp_path / "a.docx", body, **parts))


@pytest.mark.parametrize(
    ("typed", "font", "meant", "encoding"),
    [
        pytest.param("§¹i héi ®­îc bÇu", ".VnTime", "Đại hội được bầu", "TCVN3", id="TCVN3"),
        pytest.param("Sè 15-HD/TU", ".VnTime", "Số 15-HD/TU", "TCVN3", id="number"),
        pytest.param("ChØ thÞ cña Ban BÝ th­", ".VnTimeH", "CHỈ THỊ CỦA BAN BÍ THƯ", "TCVN3", id="capitals"),
        pytest.param("Ñaïi hoäi ñöôïc baàu, chaúng kî", "VNI-Times", "Đại hội được bầu, chẳng kỵ", "VNI", id="VNI"),
    ],
)
def test_runs_in_old_fonts_are_read_as_unicode(tmp_path, typed, font, meant, encoding):
    loaded = load_body(tmp_path, paragraph(run(typed, font=font)))

    assert loaded.text == meant
    assert loaded.reading.encoding == encoding
    assert loaded.reading.remarks == (f"Chữ theo phông cũ ({encoding}) đã được đổi sang Unicode.",)


def test_plain_letters_in_a_font_of_capitals_are_shown_as_capitals(tmp_path):
    assert load_body(tmp_path, paragraph(run("ban bi thu", font=".VnTimeH"))).text == "BAN BI THU"


def test_letter_written_as_an_optional_hyphen_is_kept(tmp_path):
    fonts = '<w:rPr><w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/></w:rPr>'
    broken = f"<w:r>{fonts}<w:t>n</w:t><w:softHyphen/><w:t>íc ta</w:t></w:r>"

    assert load_body(tmp_path, paragraph(broken)).text == "nước ta"


def test_letters_split_between_runs_come_together(tmp_path):
    halves = run("ho", font="VNI-Times"), run("äi", font="VNI-Times", properties="<w:b/>")

    assert load_body(tmp_path, paragraph(*halves)).text == "hội"


def test_fonts_come_from_styles_and_a_run_may_differ(tmp_path):
    unicode_run = '<w:r><w:rPr><w:rStyle w:val="T"/></w:rPr><w:t> – «đúng» hạn</w:t></w:r>'

    loaded = load_body(tmp_path, paragraph("§¹i héi", unicode_run), styles=STYLE)

    assert loaded.text == "Đại hội – «đúng» hạn"


@pytest.mark.parametrize("said", ["Đại hội đã bầu xong", "Các khoá trước cũ và cách làm", "© 2031, «mẫu»"])
def test_unicode_that_only_bears_an_old_fonts_name_stays(tmp_path, said):
    loaded = load_body(tmp_path, paragraph(run(said, font=".VnTime")))

    assert loaded.text == said
    assert loaded.reading.encoding == ""


def test_old_letters_in_an_unknown_font_are_repaired_by_evidence(tmp_path):
    loaded = load_body(tmp_path, paragraph(run("B¸o c¸o chÝnh trÞ", font="VNSTCVN3")))

    assert loaded.text == "Báo cáo chính trị"
    assert loaded.reading.encoding == "TCVN3"


def test_old_directive_is_recognised_as_an_official_document(tmp_path):
    capitals, plain = ".VnTimeH", ".VnTime"

    def one(typed, font=plain):
        return paragraph(run(typed, font=font))

    body = table([[one("huyÖn uû Hµ Minh", capitals) + one("Sè 17-CT/HU"), one("§¶ng Céng s¶n ViÖt Nam", capitals)]])
    body += one("Hµ Minh, ngµy 3 th¸ng 4 n¨m 2009") + one("chØ thÞ", capitals) + one("vÒ ®¹i héi chi bé")
    body += paragraph() + one("Ban Th­êng vô yªu cÇu c¸c chi bé chuÈn bÞ tèt.") + one("1. V¨n kiÖn ph¶i ng¾n gän.")

    document = read_document(write_word(tmp_path / "a.docx", body), tmp_path).document

    assert (document.number, document.kind) == ("17-CT/HU", "chỉ thị")
    assert (document.title, document.issuer) == ("Về đại hội chi bộ", "Huyện uỷ Hà Minh")
