import os
import subprocess
import time

import pytest

from assistant.errors import DocumentError
from ingest.loaders import conversion
from ingest.loading import load
from ingest.parsing import read_document
from tests.ingest.loaders.word_files import GRID, level, numbering, paragraph, run, table, write_word

FILTERS = {".doc": "doc:MS Word 97", ".rtf": "rtf:Rich Text Format", ".odt": "odt:writer8"}
RTF = (
    rb"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fnil .VnTime;}{\f1\fnil .VnTimeH;}{\f2\froman Times New Roman;}"
    rb"{\f3\fnil VNI-Times;}}\pard\f1 b\'b8o c\'b8o\par\f0 Ng\'ad\'eai \'ae\'ad\'eec b\'c7u\par"
    rb"\f3 \'d1a\'efi ho\'e4i\par\f2 \u272?\u7841?i h\u7897?i \'96 xong\par}"
)
RTF_TEXT = "BÁO CÁO\nNgười được bầu\nĐại hội\nĐại hội – xong"


def converted(soffice, source, suffix):
    """Write a Word file in another format, as an office does."""
    profile = f"-env:UserInstallation={(source.parent / 'office').as_uri()}"
    command = [soffice, "--headless", profile, "--convert-to", FILTERS[suffix], "--outdir", str(source.parent)]
    subprocess.run([*command, str(source)], check=True, capture_output=True, timeout=120)
    return source.with_suffix(suffix)


@pytest.mark.slow
@pytest.mark.parametrize("suffix", FILTERS)
def test_numbers_tables_notes_and_old_fonts_come_through(tmp_path, soffice, suffix):
    levels = level(0, "upperRoman", "%1."), level(1, "lowerLetter", "%2)")
    body = paragraph(run("chØ thÞ cña Ban", font=".VnTimeH")) + paragraph(run("Ng­êi ®­îc bÇu", font=".VnTime"))
    body += paragraph(run("Chuẩn bị"), '<w:r><w:footnoteReference w:id="2"/></w:r>', number=(1, 0))
    body += paragraph("văn kiện;", number=(1, 1)) + paragraph("nhân sự.", number=(1, 1))
    body += table([["Việc", "Hạn"], ["Kế hoạch", "1/3"]], properties=GRID) + paragraph("Hết.")
    notes = f'<w:footnote w:id="2">{paragraph("Theo sổ tay.")}</w:footnote>'
    source = write_word(tmp_path / "a.docx", body, numbering=numbering(*levels), footnotes=notes)

    loaded = load(converted(soffice, source, suffix))

    assert loaded.text == (
        "CHỈ THỊ CỦA BAN\nNgười được bầu\nI. Chuẩn bị[1]\na) văn kiện;\nb) nhân sự.\n"
        "| Việc | Hạn |\n| Kế hoạch | 1/3 |\nHết.\n[1] Theo sổ tay."
    )
    assert loaded.reading.encoding == "TCVN3"


@pytest.mark.slow
def test_rtf_written_with_codes_of_old_fonts_is_read(tmp_path, soffice):
    path = tmp_path / "tờ trình & báo cáo.rtf"
    path.write_bytes(RTF)

    assert load(path).text == RTF_TEXT
    assert [entry.name for entry in tmp_path.iterdir()] == [path.name]


@pytest.mark.slow
def test_old_word_file_of_an_office_becomes_an_official_document(tmp_path, soffice):
    head = ["HUYỆN UỶ HÀ MINH\n*\nSố 17-CT/HU", "ĐẢNG CỘNG SẢN VIỆT NAM\n\nHà Minh, ngày 3 tháng 4 năm 2009"]
    body = table([head]) + paragraph() + paragraph("CHỈ THỊ") + paragraph("về đại hội chi bộ") + paragraph()
    body += paragraph("Ban Thường vụ yêu cầu các chi bộ chuẩn bị đại hội từ sớm, chu đáo, đúng luật.")
    body += table([["Nơi nhận:\n- Như trên.", "T/M BAN THƯỜNG VỤ\nBÍ THƯ\n\nTrần Văn Mẫu"]]) + paragraph()
    source = write_word(tmp_path / "a.docx", body)

    document = read_document(converted(soffice, source, ".doc"), tmp_path).document

    assert (document.number, document.kind, document.signer) == ("17-CT/HU", "chỉ thị", "Trần Văn Mẫu")
    assert (document.title, document.issuer) == ("Về đại hội chi bộ", "Huyện uỷ Hà Minh")


@pytest.mark.slow
def test_a_broken_file_is_refused(tmp_path, soffice):
    path = tmp_path / "a.doc"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\xff" * 600)

    with pytest.raises(DocumentError, match=r"Không mở được tệp a\.doc"):
        load(path)


def test_missing_libreoffice_is_said_with_the_command_that_installs_it(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    (tmp_path / "a.rtf").write_bytes(RTF)

    with pytest.raises(DocumentError, match="sudo apt-get install libreoffice-writer-nogui"):
        load(tmp_path / "a.rtf")


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02", b"van ban"])
def test_what_libreoffice_would_take_for_plain_text_is_refused(tmp_path, content):
    (tmp_path / "a.doc").write_bytes(content)

    with pytest.raises(DocumentError, match=r"Không mở được tệp a\.doc"):
        load(tmp_path / "a.doc")


def test_a_web_page_that_calls_itself_a_word_file_is_read_as_a_page(tmp_path):
    (tmp_path / "a.doc").write_text("<html><body><p>Đại hội chi bộ</p></body></html>", encoding="utf-8")

    assert load(tmp_path / "a.doc").text == "Đại hội chi bộ"


def fake_office(folder, script):
    folder.mkdir()
    (folder / "soffice").write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    (folder / "soffice").chmod(0o755)
    return f"{folder}{os.pathsep}{os.environ['PATH']}"


def test_a_program_that_hangs_is_ended_with_its_children(tmp_path, monkeypatch):
    child = tmp_path / "child"
    monkeypatch.setenv("PATH", fake_office(tmp_path / "bin", f"sleep 60 & echo $! > '{child}'; wait"))
    monkeypatch.setattr(conversion, "TIMEOUT_SECONDS", 1.0)
    (tmp_path / "a.rtf").write_bytes(RTF)

    with pytest.raises(DocumentError, match=r"không đọc xong tệp a\.rtf sau 1 giây"):
        load(tmp_path / "a.rtf")

    assert has_ended(int(child.read_text()))


def has_ended(process):
    """Whether a process is gone or dead and only waits to be collected."""
    for _ in range(100):
        try:
            with open(f"/proc/{process}/stat", encoding="ascii") as stat:
                if stat.read().rpartition(")")[2].split()[0] == "Z":
                    return True
        except FileNotFoundError:
            return True
        time.sleep(0.05)
    return False


def test_profile_forbids_macros_and_links(tmp_path, monkeypatch):
    kept = tmp_path / "settings"
    script = 'for a in "$@"; do case "$a" in -env:UserInstallation=file://*) p="${a#*file://}";; esac; done\n'
    monkeypatch.setenv(
        "PATH", fake_office(tmp_path / "bin", f"{script}cp \"$p/user/registrymodifications.xcu\" '{kept}'")
    )
    (tmp_path / "a.rtf").write_bytes(RTF)

    with pytest.raises(DocumentError, match="Không mở được"):
        load(tmp_path / "a.rtf")

    settings = kept.read_text(encoding="utf-8")
    assert 'oor:name="DisableMacrosExecution" oor:op="fuse"><value>true<' in settings
    assert 'oor:name="Link" oor:op="fuse"><value>0<' in settings
