import pytest

from ingest.loaders.mojibake import repair
from ingest.loading import load


@pytest.mark.parametrize(
    ("shown", "meant", "encoding"),
    [
        pytest.param("B¸o c¸o", "Báo cáo", "TCVN3", id="two words"),
        pytest.param("Céng hoµ x· héi chñ nghÜa ViÖt Nam", "Cộng hoà xã hội chủ nghĩa Việt Nam", "TCVN3", id="TCVN3"),
        pytest.param("Coäng hoøa xaõ hoäi chuû nghóa", "Cộng hòa xã hội chủ nghĩa", "VNI", id="VNI"),
        pytest.param("®­îc bÇu, kh«ng ®­îc uû quyÒn", "được bầu, không được uỷ quyền", "TCVN3", id="soft hyphen is ư"),
        pytest.param("Ä\x90áº¡i há»\x99i Ä\x91áº£ng", "Đại hội đảng", "UTF-8 hai lần", id="UTF-8 coded twice"),
    ],
)
def test_letters_of_an_old_encoding_become_unicode(shown, meant, encoding):
    repaired = repair(shown)

    assert (repaired.text, repaired.encodings, repaired.lines) == (meant, (encoding,), 1)


@pytest.mark.parametrize(
    "text",
    [
        "Đại hội chi bộ bầu cấp uỷ – “đúng luật”.",
        "5 µm và 10 µm, 20 °C, 3 m², ½ số phiếu, §2",
        "© 2031 Báo Hà Minh\n· Nội dung thứ nhất\n® đã đăng ký",
        "Café Noël, déjà vu, façade",
        "El niño español está aquí, mañana también",
        "die Größe der Bühne für Mädchen",
        "Văn kiện «Đường cách mệnh»",
        "lé\ntó\nmé\nhé\nlín",
        "",
    ],
)
def test_good_text_stays_as_it_is(text):
    assert repair(text) == repair(text).__class__(text)


def test_lines_are_repaired_each_for_itself_and_short_ones_follow_the_clear_ones():
    text = "Đảng bộ xã Thượng, ngày 3 tháng 4.\nB¸o c¸o tæng kÕt\nMôc 1\nĐại hội bÇu cö xong"

    repaired = repair(text)

    assert repaired.text == "Đảng bộ xã Thượng, ngày 3 tháng 4.\nBáo cáo tổng kết\nMục 1\nĐại hội bầu cử xong"
    assert repaired.remarks == ("3 dòng hiện chữ của bảng mã cũ (TCVN3) đã được đổi sang Unicode.",)


def test_repair_is_told_in_the_reading(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("B¸o c¸o chÝnh trÞ", encoding="utf-8")

    loaded = load(path)

    assert loaded.text == "Báo cáo chính trị"
    assert loaded.reading.encoding == "UTF-8 + TCVN3"
    assert loaded.reading.remarks == ("1 dòng hiện chữ của bảng mã cũ (TCVN3) đã được đổi sang Unicode.",)
