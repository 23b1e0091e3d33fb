import unicodedata

import pytest

from assistant.errors import DocumentError
from ingest.loaders.encodings import decode
from ingest.loading import load

TEXT = "Đại hội “điểm” ở xã Thượng – bầu ban chấp hành mới.\nNgười được giới thiệu phải đủ tiêu chuẩn."

# The same two lines in the bytes of each old encoding, written by hand from the tables of the standards.
TCVN3 = (
    b"\xa7\xb9i h\xe9i \x93\xaei\xd3m\x94 \xeb x\xb7 Th\xad\xeeng \x96 b\xc7u ban ch\xcap h\xb5nh m\xedi.\r\n"
    b"Ng\xad\xeai \xae\xad\xeec gi\xedi thi\xd6u ph\xb6i \xae\xf1 ti\xaau chu\xc8n."
)
VNI = (
    b"\xd1a\xefi ho\xe4i \x93\xf1ie\xe5m\x94 \xf4\xfb xa\xf5 Th\xf6\xf4\xefng \x96 "
    b"ba\xe0u ban cha\xe1p ha\xf8nh m\xf4\xf9i.\r\n"
    b"Ng\xf6\xf4\xf8i \xf1\xf6\xf4\xefc gi\xf4\xf9i thie\xe4u pha\xfbi \xf1u\xfb tie\xe2u chua\xe5n."
)
WINDOWS_1258 = (
    b"\xd0a\xf2i h\xf4\xf2i \x93\xf0i\xea\xd2m\x94 \xf5\xd2 xa\xde Th\xfd\xf5\xf2ng \x96 "
    b"b\xe2\xccu ban ch\xe2\xecp ha\xccnh m\xf5\xeci.\r\n"
    b"Ng\xfd\xf5\xcci \xf0\xfd\xf5\xf2c gi\xf5\xeci thi\xea\xf2u pha\xd2i \xf0u\xd2 ti\xeau chu\xe2\xd2n."
)
VISCII = (
    b"\xd0\xd5i h\xb5i \xf0i\xacm \xb7 x\xe3 Th\xdf\xfeng b\xa5u ban ch\xa4p h\xe0nh m\xbei.\r\n"
    b"Ng\xdf\xb6i \xf0\xdf\xfec gi\xbei thi\xaeu ph\xe4i \xf0\xfc ti\xeau chu\xa6n."
)


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        pytest.param(TEXT.encode(), "UTF-8", id="UTF-8"),
        pytest.param(TEXT.encode("utf-8-sig"), "UTF-8", id="UTF-8 with mark"),
        pytest.param(unicodedata.normalize("NFD", TEXT).encode(), "UTF-8", id="decomposed"),
        pytest.param(TEXT.encode("utf-16"), "UTF-16", id="UTF-16 with mark"),
        pytest.param(b"\xfe\xff" + TEXT.encode("utf-16-be"), "UTF-16", id="big endian with mark"),
        pytest.param(TEXT.encode("utf-16-le"), "UTF-16", id="little endian without mark"),
        pytest.param(TEXT.encode("utf-16-be"), "UTF-16", id="big endian without mark"),
        pytest.param(TCVN3, "TCVN3", id="TCVN3"),
        pytest.param(VNI, "VNI", id="VNI"),
        pytest.param(WINDOWS_1258, "Windows-1258", id="Windows-1258"),
    ],
)
def test_each_encoding_gives_the_same_text_and_its_name(content, encoding):
    decoded = decode(content, "a.txt")

    assert decoded.text == TEXT
    assert decoded.encoding == encoding


def test_viscii_has_no_dashes_and_typographic_quotes():
    decoded = decode(VISCII, "a.txt")

    assert decoded.text == TEXT.replace("“", "").replace("”", "").replace(" –", "")
    assert decoded.encoding == "VISCII"


@pytest.mark.parametrize("content", [TCVN3, VNI, WINDOWS_1258, VISCII], ids=["TCVN3", "VNI", "1258", "VISCII"])
def test_eight_words_are_enough_to_tell_an_encoding(content):
    few = content.split(b"\r\n")[1]

    assert decode(few, "a.txt").text == TEXT.split("\n")[1]


def test_letters_that_only_few_words_have_are_read():
    assert decode("Ch\xfang ta ch\xbcng h\xe5i k\xfb s\xbdn s\xb5ng".encode("latin-1"), "a").text.endswith("sẵn sàng")
    assert decode(b"Cha\xfang le\xfb ta\xe1t ca\xfb sa\xfcn sa\xf8ng", "a").text == "Chẳng lẻ tất cả sẵn sàng"


def test_capitals_of_tcvn3_are_restored_in_words_of_capitals_only():
    content = b"B\xb8O C\xb8O\nv\xd2 \xa7\xb9i h\xe9i \xae\xb9i bi\xd3u\nB\xb5 L\xaa H\xb6i \xae\xe4c B\xb8O C\xb8O"

    assert decode(content, "a").text == "BÁO CÁO\nvề Đại hội đại biểu\nBà Lê Hải đọc BÁO CÁO"


def test_text_without_accents_keeps_its_windows_signs():
    decoded = decode(b"The \x93congress\x94 \x96 a guide", "a.txt")

    assert (decoded.text, decoded.encoding) == ("The “congress” – a guide", "Windows-1252")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        pytest.param("Größe, déjà vu, façade, naïve".encode("cp1252"), "Không nhận ra bảng mã", id="another language"),
        pytest.param(TEXT.encode()[:-3] + b"\xe1\xba", "UTF-8 nguyên vẹn", id="cut in a letter"),
        pytest.param(TEXT.encode("koi8-r", "ignore") + "Съезд партии".encode("koi8-r"), "bảng mã", id="Russian"),
        pytest.param(b"\xff\xd8\xff\xe0\x10JFIF\x01\x02\x03\x04" * 9, "nhị phân", id="a picture"),
        pytest.param(bytes(range(256)) * 4, "nhị phân", id="all bytes"),
        pytest.param(b"\xff\xfea", "UTF-16 nguyên vẹn", id="half a character"),
    ],
)
def test_what_nothing_tells_is_refused_in_one_sentence(content, said):
    with pytest.raises(DocumentError, match=said) as caught:
        decode(content, "tệp lạ.txt")

    message = str(caught.value)
    assert "tệp lạ.txt" in message
    assert message.count(".") - message.count(".txt") == 1


def test_markdown_in_an_old_encoding_keeps_its_front_matter_and_says_how_it_was_read(tmp_path):
    path = tmp_path / "a.md"
    path.write_bytes(
        b"---\r\ntitle: B\xb8o c\xb8o\r\n---\r\n# \xa7\xb9i h\xe9i\r\nNg\xad\xeai \xae\xad\xeec gi\xedi thi\xd6u.\r\n"
    )

    loaded = load(path)

    assert dict(loaded.metadata or {}) == {"title": "Báo cáo"}
    assert loaded.text == "# Đại hội\nNgười được giới thiệu.\n"
    assert loaded.reading.encoding == "TCVN3"
