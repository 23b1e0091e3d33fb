import zipfile
from datetime import date

import pytest
from docx import Document

from assistant.errors import DocumentError
from ingest.loading import load
from ingest.parsing import read_document
from tests.ingest.loaders.word_files import GRID, level, numbering, paragraph, run, table, write_word

HEADING = '<w:style w:type="paragraph" w:styleId="{id}"><w:name w:val="{name}"/>{more}</w:style>'
OPENING = "Thực hiện kế hoạch đại hội, Ban Tổ chức Tỉnh uỷ hướng dẫn các cấp uỷ một số nội dung như sau:"
STYLES = "".join(
    HEADING.format(id=f"M{i}", name=f"heading {i}", more=f'<w:pPr><w:outlineLvl w:val="{i - 1}"/></w:pPr>')
    for i in range(1, 5)
)


def text(tmp_path, body, **parts):
    return load(write_word(tmp_path / "a.docx", body, **parts)).text


def test_runs_breaks_tabs_and_hyphens_become_one_line_of_text(tmp_path):
    body = paragraph(
        run("Đại hội "),
        run("chi bộ", properties="<w:b/>"),
        "<w:r><w:tab/><w:t>năm</w:t><w:noBreakHyphen/><w:t>mới</w:t><w:softHyphen/></w:r>",
        run("ẩn", properties="<w:vanish/>"),
        run(" đã xong", properties="<w:caps/>"),
    )

    assert text(tmp_path, body) == "Đại hội chi bộ\tnăm-mới ĐÃ XONG"


def test_a_break_parts_lines_unless_the_sentence_goes_on(tmp_path):
    broken = "<w:r><w:t>{}</w:t><w:br/><w:t>{}</w:t></w:r>"
    body = paragraph(broken.format("ĐẢNG BỘ XÃ THƯỢNG", "CHI BỘ THÔN HẠ"))
    body += paragraph(broken.format("Chi bộ họp vào", "ngày mồng ba."))

    assert text(tmp_path, body) == "ĐẢNG BỘ XÃ THƯỢNG\nCHI BỘ THÔN HẠ\nChi bộ họp vào ngày mồng ba."


def test_tracked_changes_are_read_as_if_accepted(tmp_path):
    removed = "<w:del><w:r><w:delText>cũ</w:delText></w:r></w:del>"
    moved = f"<w:moveFrom>{run(' chuyển đi')}</w:moveFrom><w:moveTo>{run(' chuyển đến')}</w:moveTo>"
    body = paragraph(run("Bầu "), removed, f"<w:ins>{run('mới')}</w:ins>", moved)
    body += paragraph("nối", properties="<w:rPr><w:del/></w:rPr>") + paragraph(" liền")

    assert text(tmp_path, body) == "Bầu mới chuyển đến\nnối liền"


def test_links_fields_controls_and_formulas_keep_their_words_and_forms_their_emptiness(tmp_path):
    field = '<w:r><w:instrText>PAGE</w:instrText></w:r><w:fldSimple w:instr="DATE">' + run("3/4") + "</w:fldSimple>"
    empty = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{run('Bấm vào đây')}</w:sdtContent></w:sdt>"
    filled = f"<w:sdt><w:sdtPr/><w:sdtContent>{run(' Lan')}</w:sdtContent></w:sdt>"
    body = paragraph(f"<w:hyperlink>{run('Xem')}</w:hyperlink>", run(" "), field, empty, filled)
    body = f"<w:sdt><w:sdtContent>{body}</w:sdtContent></w:sdt>" + paragraph(
        "<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>"
    )

    assert text(tmp_path, body) == "Xem 3/4 Lan\na+b"


def test_text_box_follows_its_paragraph_once(tmp_path):
    box = f"<w:txbxContent>{paragraph('Trong khung')}</w:txbxContent>"
    drawing = f"<w:drawing><wps:txbx>{box}</wps:txbx></w:drawing>"
    choice = f"<mc:Choice>{drawing}</mc:Choice>"
    fallback = f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
    both = f"<mc:AlternateContent>{choice}{fallback}</mc:AlternateContent>"
    body = paragraph(run("Ngoài khung"), f"<w:r>{both}</w:r>") + paragraph("Sau")

    assert text(tmp_path, body) == "Ngoài khung\nTrong khung\nSau"


def test_notes_are_marked_where_they_belong_and_stand_at_the_end(tmp_path):
    notes = '<w:footnote w:id="0" w:type="separator"><w:p/></w:footnote>'
    notes += f'<w:footnote w:id="7">{paragraph(run(" Theo sổ tay,"))}{paragraph("trang 3.")}</w:footnote>'
    ends = f'<w:endnote w:id="7">{paragraph("Phỏng theo.")}</w:endnote>'
    first, second = '<w:r><w:endnoteReference w:id="7"/></w:r>', '<w:r><w:footnoteReference w:id="7"/></w:r>'
    body = paragraph(run("Bầu kín"), first, run(", kiểm phiếu"), second, run("."))

    found = text(tmp_path, body, footnotes=notes, endnotes=ends)

    assert found == "Bầu kín[1], kiểm phiếu[2].\n[1] Phỏng theo.\n[2] Theo sổ tay, trang 3."


def test_rows_of_a_table_are_lines_and_each_row_says_what_a_merged_cell_says_of_it(tmp_path):
    wide = f'<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{paragraph("Việc và hạn")}</w:tc>'
    top = f'<w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>{paragraph("Quý I")}</w:tc>'
    below = "<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>"
    rows = [[wide, "Ghi chú"], [top, "Kế hoạch", "1/3\nsáng"], [below, "Báo cáo", ""]]

    found = text(tmp_path, table(rows, properties=GRID))

    assert found == "| Việc và hạn | Ghi chú |\n| Quý I | Kế hoạch | 1/3 sáng |\n| Quý I | Báo cáo |  |"


def test_a_cell_goes_on_in_its_column_only_and_a_long_one_is_not_said_again(tmp_path):
    wide = f'<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{paragraph("Cả hai cột")}</w:tc>'
    tops = [
        f'<w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>{paragraph(words)}</w:tc>'
        for words in ("Việc chung", "Giải thích dài " * 20)
    ]
    below = "<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>"
    rows = [["a", "b", tops[0]], [wide, below], ["c", tops[1], below], ["d", below, "e"]]

    found = text(tmp_path, table(rows, properties=GRID)).split("\n")

    assert found[:2] == ["| a | b | Việc chung |", "| Cả hai cột | Việc chung |"]
    assert found[2].endswith("Giải thích dài | Việc chung |")
    assert found[3] == "| d |  | e |"


def test_automatic_numbers_count_through_cells(tmp_path):
    rows = [["TT", "Việc"], [paragraph(number=(1, 0)), "Kế hoạch"], [paragraph(number=(1, 0)), "Báo cáo"]]

    found = text(tmp_path, table(rows, properties=GRID), numbering=numbering(level(0, "decimal", "%1")))

    assert found == "| TT | Việc |\n| 1 | Kế hoạch |\n| 2 | Báo cáo |"


def test_styles_tell_headings_and_their_paths_come_out_right(tmp_path):
    body = paragraph("Sổ tay đại hội chi bộ", style="M1") + paragraph("Sổ tay này nói về cách dùng.")
    body += paragraph("Chuẩn bị", style="M2") + paragraph("Lập kế hoạch từ sớm, phân công rõ người.")
    body += paragraph("Nhân sự", style="M3") + paragraph("chọn người có tâm") + paragraph("chọn người có tài")
    body += paragraph("Điều 5. Bầu cử", style="M2") + paragraph("Bầu bằng phiếu kín.")
    path = write_word(tmp_path / "a.docx", body, styles=STYLES)

    loaded, parsed = load(path), read_document(path, tmp_path)

    starts = {loaded.text[start:].split("\n")[0]: at for start, at in loaded.headings.items()}
    assert starts == {"Sổ tay đại hội chi bộ": 1, "Chuẩn bị": 2, "Nhân sự": 3, "Điều 5. Bầu cử": 2}
    assert parsed.document.title == "Sổ tay đại hội chi bộ"
    body_passages = [(p.locator, p.headings, p.text) for p in parsed.passages if p.role == "body"]
    assert body_passages == [
        ("phần mở đầu", (), "Sổ tay này nói về cách dùng."),
        ("Chuẩn bị, đoạn 1", ("Chuẩn bị",), "Lập kế hoạch từ sớm, phân công rõ người."),
        ("Chuẩn bị – Nhân sự, đoạn 1–2", ("Chuẩn bị", "Nhân sự"), "chọn người có tâm\nchọn người có tài"),
        ("Điều 5", ("Điều 5. Bầu cử",), "Bầu bằng phiếu kín."),
    ]


def test_many_short_paragraphs_stay_paragraphs(tmp_path):
    said = [f"Chi bộ {i} báo cáo kết quả kiểm điểm năm qua trước đại hội của xã" for i in range(20)]
    path = write_word(tmp_path / "a.docx", paragraph("Biên bản đại hội chi bộ") + "".join(map(paragraph, said)))

    locators = [p.locator for p in read_document(path, tmp_path).passages if p.role == "body"]

    assert locators[-1].endswith("–20")


def test_localized_styles_direct_levels_and_the_table_of_contents(tmp_path):
    styles = HEADING.format(id="D2", name="Tiêu đề 2", more="") + HEADING.format(id="T1", name="toc 1", more="")
    body = paragraph("I. Mục tiêu\t3", style="T1") + paragraph("Mục tiêu", style="D2")
    body += paragraph("Việc", properties='<w:outlineLvl w:val="2"/>') + paragraph("Lời", style="none")

    loaded = load(write_word(tmp_path / "a.docx", body, styles=styles))

    assert loaded.text == "Mục tiêu\nViệc\nLời"
    assert dict(loaded.headings) == {0: 2, 9: 3}
    assert loaded.reading.remarks == ("Mục lục tự động không được lấy vào nội dung.",)


def official(tmp_path, number_in_row=False):
    left, right = "TỈNH ỦY HÀ MINH\nBAN TỔ CHỨC\n*", "ĐẢNG CỘNG SẢN VIỆT NAM"
    last = ["Số 12-HD/BTCTU", "Hà Minh, ngày 3 tháng 4 năm 2031"]
    head = [[left, right], last] if number_in_row else [[f"{left}\n{last[0]}", f"{right}\n\n{last[1]}"]]
    body = table(head) + paragraph() + paragraph("HƯỚNG DẪN", style="M1") + paragraph("về đại hội chi bộ", style="M1")
    body += paragraph("nhiệm kỳ 2030 - 2035") + paragraph() + paragraph(OPENING)
    body += paragraph("MỤC ĐÍCH", number=(1, 0)) + paragraph("Giúp chi bộ.", number=(1, 1))
    body += paragraph("NỘI DUNG", number=(1, 0)) + paragraph("Chuẩn bị:", number=(1, 1))
    body += paragraph("văn kiện;", number=(1, 2)) + paragraph("nhân sự.", number=(1, 2))
    body += table([["Nơi nhận:\n- Như trên,\n- Lưu.", "KT. TRƯỞNG BAN\nPHÓ TRƯỞNG BAN\n\nPhạm Thị Mẫu"]])
    levels = level(0, "upperRoman", "%1."), level(1, "decimal", "%2."), level(2, "lowerLetter", "%3)")
    path = write_word(tmp_path / "a.docx", body, styles=STYLES, numbering=numbering(*levels))
    return read_document(path, tmp_path)


@pytest.mark.parametrize("number_in_row", [False, True], ids=["one row", "two rows"])
def test_official_document_in_layout_tables_is_recognised_whole(tmp_path, number_in_row):
    parsed = official(tmp_path, number_in_row)

    document = parsed.document
    assert (document.number, document.kind, document.issued) == ("12-HD/BTCTU", "hướng dẫn", date(2031, 4, 3))
    assert (document.issuer, document.signer) == ("Ban Tổ chức Tỉnh ủy Hà Minh", "Phạm Thị Mẫu")
    assert document.title == "Về đại hội chi bộ nhiệm kỳ 2030 - 2035"
    assert [p.locator for p in parsed.passages if p.role == "body"] == [
        "phần mở đầu",
        "mục I.1",
        "mục II.1, điểm a–b",
    ]
    ends = [p.text for p in parsed.passages if p.role == "signature"]
    assert ends == ["Nơi nhận:\n- Như trên,\n- Lưu.", "KT. TRƯỞNG BAN\nPHÓ TRƯỞNG BAN\nPhạm Thị Mẫu"]
    assert "|" not in parsed.text


def test_borderless_data_stay_rows_and_a_frame_of_one_cell_becomes_lines(tmp_path):
    body = table([["Xã Thượng", "12"], ["Xã Hạ", "15"]]) + table([["Lưu ý:\nBầu kín."]], properties=GRID)

    assert text(tmp_path, body) == "| Xã Thượng | 12 |\n| Xã Hạ | 15 |\nLưu ý:\nBầu kín."


def test_page_headers_are_left_out_and_python_docx_files_are_read(tmp_path):
    document = Document()
    document.sections[0].header.paragraphs[0].text = "Trang đầu trang"
    document.add_heading("Bầu cử", level=1)
    document.add_paragraph("Bầu kín.", style="List Number")
    document.add_paragraph("Kiểm phiếu.", style="List Number")
    document.add_paragraph("Công khai.", style="List Bullet")
    document.save(tmp_path / "a.docx")

    loaded = load(tmp_path / "a.docx")

    assert loaded.text == "Bầu cử\n1. Bầu kín.\n2. Kiểm phiếu.\n• Công khai."
    assert dict(loaded.headings) == {0: 1}


@pytest.mark.parametrize(
    ("content", "said"),
    [
        pytest.param(b"PK\x03\x04 c\xe1t", "hỏng", id="cut"),
        pytest.param(b"van ban", "hỏng", id="text"),
        pytest.param(
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "mật khẩu", id="locked"
        ),
        pytest.param(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 99, "đuôi tên tệp thành .doc", id="old"),
    ],
)
def test_what_is_no_word_file_is_refused_in_one_sentence(tmp_path, content, said):
    path = tmp_path / "tờ trình.docx"
    path.write_bytes(content)

    with pytest.raises(DocumentError, match=said) as caught:
        load(path)

    assert str(caught.value).startswith("Tệp tờ trình.docx ")


def test_an_archive_without_word_in_it_and_broken_xml_are_refused(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.docx", "w") as archive:
        archive.writestr("a.txt", "a")
    write_word(tmp_path / "b.docx", "<w:p>")

    for name in ("a.docx", "b.docx"):
        with pytest.raises(DocumentError, match="hỏng"):
            load(tmp_path / name)


def test_entities_of_a_hostile_file_are_not_followed(tmp_path):
    (tmp_path / "secret").write_text("bí mật", encoding="utf-8")
    path = write_word(tmp_path / "a.docx", paragraph("Mở. &x;"))
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["word/document.xml"] = (
        f'<!DOCTYPE a [<!ENTITY x SYSTEM "file://{tmp_path}/secret">]>'.encode() + parts["word/document.xml"]
    )
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)

    assert "bí mật" not in load(path).text
