import subprocess
import sys
import unicodedata

import pytest

from assistant.errors import DocumentError
from ingest.loading import SUFFIXES, load

TEXT = "Đại hội chi bộ bầu cấp uỷ."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_text_is_read_in_each_encoding(tmp_path, encoding):
    path = tmp_path / "a.txt"
    path.write_bytes(TEXT.encode(encoding))

    assert load(path).text == TEXT


def test_big_endian_text_with_mark_is_read(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xfe\xff" + TEXT.encode("utf-16-be"))

    assert load(path).text == TEXT


def test_stored_text_is_composed_with_plain_line_ends(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(unicodedata.normalize("NFD", "Bầu cử.\r\nKiểm phiếu.\rHết.  ").encode())

    assert load(path).text == "Bầu cử.\nKiểm phiếu.\nHết.  "


def test_suffix_may_be_in_capitals(tmp_path):
    path = tmp_path / "A.TXT"
    path.write_text(TEXT, encoding="utf-8")

    assert load(path).text == TEXT
    assert {".md", ".txt"} <= SUFFIXES


def test_only_markdown_has_markup_and_front_matter(tmp_path):
    content = f"---\ntitle: Thử\n---\n{TEXT}"
    for name in ("a.txt", "a.md"):
        (tmp_path / name).write_text(content, encoding="utf-8")

    plain, markdown = load(tmp_path / "a.txt"), load(tmp_path / "a.md")

    assert (plain.text, plain.metadata, plain.is_markdown) == (content, None, False)
    assert (markdown.text, dict(markdown.metadata or {}), markdown.is_markdown) == (TEXT, {"title": "Thử"}, True)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        pytest.param(b"", "không có nội dung", id="empty"),
        pytest.param(b" \n\t\r\n", "không có nội dung", id="blanks only"),
        pytest.param("﻿".encode(), "không có nội dung", id="mark only"),
        pytest.param("Đại hội".encode("cp1258", "replace") + b"\xc3", "UTF-8", id="other encoding"),
        pytest.param(b"\xff\xfea", "UTF-16", id="half a character"),
        pytest.param(b"PK\x03\x04\x00\x00\x00\x00", "nhị phân", id="an archive"),
        pytest.param(b"abc\x00def", "nhị phân", id="a zero byte"),
        pytest.param(b"\x01\x02\x03" * 50, "nhị phân", id="control characters"),
    ],
)
def test_what_is_no_text_is_refused_in_one_sentence(tmp_path, content, said):
    path = tmp_path / "tệp lạ.txt"
    path.write_bytes(content)

    with pytest.raises(DocumentError, match=said) as caught:
        load(path)

    message = str(caught.value)
    assert "tệp lạ.txt" in message
    assert "\n" not in message
    assert message.endswith(".")


def test_a_stray_control_character_is_tolerated(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(TEXT * 30 + "\x1f" + TEXT, encoding="utf-8")

    assert load(path).text.count(TEXT) == 31


def test_missing_file_folder_and_unknown_format_are_refused_by_name(tmp_path):
    (tmp_path / "folder.txt").mkdir()

    for name in ("missing.txt", "folder.txt", "table.xyz"):
        with pytest.raises(DocumentError, match=name):
            load(tmp_path / name)


def test_importing_the_table_of_loaders_brings_no_library_of_a_single_format():
    heavy = ("docx", "lxml", "pdfplumber", "PIL", "trafilatura", "viparse")
    code = f"import sys, ingest.loading; print([name for name in {heavy!r} if name in sys.modules])"

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"
