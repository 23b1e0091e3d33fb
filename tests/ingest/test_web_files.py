"""What was fetched as a file: kind, name, where it came from, and text that every reader decodes alike."""

import pytest

from assistant.errors import DocumentError
from ingest.fetching import Fetched
from ingest.web_files import save

ADDRESS = "https://trang.example/tin/Chu%E1%BA%A9n%20b%E1%BB%8B.html?id=7"


@pytest.mark.parametrize(
    ("content", "media_type", "suffix"),
    [
        (b"<p>a</p>", "text/html", ".html"),
        (b"<p>a</p>", "application/xhtml+xml", ".html"),
        (b"a", "text/plain", ".txt"),
        (b"%PDF-1.7 a", "application/octet-stream", ".pdf"),
        (b"%PDF-1.7 a", "text/html", ".pdf"),
        (rb"{\rtf1 a}", "application/msword", ".rtf"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "", ".doc"),
        (b"PK\x03\x04 a word/document.xml", "application/zip", ".docx"),
        (b"PK\x03\x04 mimetypeapplication/vnd.oasis.opendocument.text", "", ".odt"),
    ],
)
def test_kind_is_told_by_the_content_before_the_name_that_the_server_gives_it(tmp_path, content, media_type, suffix):
    assert save(ADDRESS, Fetched(content, media_type), tmp_path).suffix == suffix


@pytest.mark.parametrize(
    ("content", "media_type"),
    [(b"PK\x03\x04 xl/workbook.xml", "application/zip"), (b"\x7fELF", "application/octet-stream"), (b"{}", "")],
)
def test_other_kinds_are_refused(tmp_path, content, media_type):
    with pytest.raises(DocumentError, match="không phải văn bản"):
        save(ADDRESS, Fetched(content, media_type), tmp_path)


def test_name_is_readable_and_the_same_for_the_same_address_only(tmp_path):
    page = Fetched(b"<p>a</p>", "text/html")
    names = [save(address, page, tmp_path).name for address in (ADDRESS, ADDRESS, ADDRESS + "8")]

    assert names[0].startswith("chuan-bi-")
    assert names[0] == names[1] != names[2]


@pytest.mark.parametrize(
    "address",
    [f"https://a.example{path}" for path in ("", "/", "/../../etc/passwd", "/%2e%2e%2f%2fa%00b", "/" + "dai" * 500)],
)
def test_name_stays_in_the_folder_and_short_whatever_the_address(tmp_path, address):
    file = save(address, Fetched(b"a", "text/plain"), tmp_path)

    assert file.resolve().parent == tmp_path.resolve()
    assert len(file.name) < 100


@pytest.mark.parametrize(
    ("encoding", "charset", "declared"),
    [
        ("utf-8", "", ""),
        ("utf-8-sig", "", ""),
        ("utf-8", "iso-8859-1", "windows-1252"),
        ("utf-16", "", ""),
        ("cp1258", "windows-1258", ""),
        ("cp1258", "", "windows-1258"),
        ("cp1258", "no-such-charset", "windows-1258"),
    ],
)
def test_page_is_kept_in_utf_8_whatever_it_came_in(tmp_path, encoding, charset, declared):
    head = f'<head><meta charset="{declared}">' if declared else "<head>"
    text = f"<html>{head}</head><body><p>Đưa tin đêm.</p></body></html>"  # in letters that Windows-1258 has whole

    lines = save(ADDRESS, Fetched(text.encode(encoding), "text/html", charset), tmp_path).read_bytes().split(b"\n", 2)

    assert lines[0].decode() == f"<!-- saved from url=({len(ADDRESS):04d}){ADDRESS} -->"
    assert lines[1] == b'<meta charset="utf-8">'
    assert lines[2].decode() == text


def test_page_of_no_known_charset_keeps_its_bytes_as_browsers_show_them(tmp_path):
    saved = save(ADDRESS, Fetched(b"<p>\xa7\xb6i h\xe9i</p>", "text/html"), tmp_path)

    assert "<p>§¶i héi</p>" in saved.read_text(encoding="utf-8")


def test_address_cannot_end_the_comment_that_names_it(tmp_path):
    first = (
        save("https://a.example/x--%3E<b>--", Fetched(b"<p>a</p>", "text/html"), tmp_path).read_text().split("\n")[0]
    )

    assert first.index("--", 4) == len(first) - 3


def test_plain_text_of_a_declared_charset_is_kept_in_utf_8_and_other_bytes_as_they_are(tmp_path):
    declared = save(ADDRESS, Fetched("Đảng".encode("cp1258", "ignore"), "text/plain", "windows-1258"), tmp_path)
    assert declared.read_bytes() == "Đảng".encode("cp1258", "ignore").decode("cp1258").encode()

    assert save(ADDRESS, Fetched(b"h\xe9i", "text/plain"), tmp_path).read_bytes() == b"h\xe9i"
