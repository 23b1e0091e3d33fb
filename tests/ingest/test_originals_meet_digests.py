"""An original that is added takes the place of its digest, whatever id each would give the document."""

import pytest

from assistant.build import Assistant
from assistant.index.reader import open_reader
from ingest.pipeline import Tools, ingest_paths, remove_document

DIGEST = """\
---
id: quy-dinh-mau-ve-dieu
number: 77-CT/TW
kind: chỉ thị
title: Chỉ thị mẫu về hội diều
issuer: Bộ Chính trị
issued: 2031-05-30
validity: được thay thế
authority: chỉ đạo
relations: [{type: thay thế, target: chi-thi-mau-cu}]
provenance: lược thuật
sources: {1: {title: Trang tin mẫu, url: "https://example.org/1"}}
---
## Hội diều

- Mỗi xã chỉ cử ba người thả diều giấy ở hội diều. [^1]
"""
ORIGINAL = """\
ĐẢNG CỘNG SẢN VIỆT NAM
BAN CHẤP HÀNH TRUNG ƯƠNG
*
Số 77 -CT/TW
Hà Nội, ngày 30 tháng 5 năm 2031
CHỈ THỊ
về hội diều mẫu của các xã
I- YÊU CẦU
1- Hội diều phải vui, tiết kiệm và an toàn cho trẻ em.
2- Mỗi xã cử đúng ba người lớn thả diều giấy, trẻ em đứng xem ngoài vạch vôi.
T/M BỘ CHÍNH TRỊ
"""
QUESTION = "Theo Chỉ thị 77, mỗi xã cử mấy người thả diều giấy?"


class Desk:
    def __init__(self, settings, embeddings, folder):
        self.settings = settings
        self.embeddings = embeddings
        self.folder = folder
        settings.corpus_dir.mkdir()

    def write_digest(self):
        (self.settings.corpus_dir / "dieu.md").write_text(DIGEST, encoding="utf-8")

    def ingest(self, *paths, rebuild=False):
        report = ingest_paths(self.settings, paths, rebuild=rebuild, tools=Tools(embeddings=self.embeddings))
        assert report.failures == ()
        return report

    def add_original(self, text=ORIGINAL, name="ban quet.txt"):
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return self.ingest(path)

    def cited(self):
        reader = open_reader(self.settings, self.embeddings)
        try:
            return Assistant(reader).ask(QUESTION).citations[0]
        finally:
            reader.close()

    def documents(self):
        reader = open_reader(self.settings, self.embeddings)
        try:
            return reader.documents()
        finally:
            reader.close()


@pytest.fixture
def desk(settings, embeddings, tmp_path):
    return Desk(settings, embeddings, tmp_path)


def assert_is_original(desk):
    (document,) = desk.documents()
    assert (document.id, document.provenance) == ("quy-dinh-mau-ve-dieu", "nguyên văn")
    assert (document.validity, document.title) == ("được thay thế", "Chỉ thị mẫu về hội diều")
    assert [one.target for one in document.relations] == ["chi-thi-mau-cu"]
    citation = desk.cited()
    assert "cử đúng ba người lớn thả diều giấy" in citation.quote
    assert citation.document.provenance == "nguyên văn"
    assert citation.passage.id.startswith("quy-dinh-mau-ve-dieu:")


def assert_is_digest(desk):
    (document,) = desk.documents()
    assert (document.id, document.provenance) == ("quy-dinh-mau-ve-dieu", "lược thuật")
    assert "Mỗi xã chỉ cử ba người" in desk.cited().quote


def test_the_original_is_quoted_until_it_is_removed(desk):
    desk.write_digest()
    desk.ingest()
    assert_is_digest(desk)

    assert desk.add_original().documents == 1
    assert_is_original(desk)

    assert desk.ingest().unchanged == 1
    desk.ingest(rebuild=True)
    assert_is_original(desk)

    remove_document(desk.settings, "quy-dinh-mau-ve-dieu", tools=Tools(embeddings=desk.embeddings))
    assert_is_digest(desk)


def test_a_better_copy_of_the_original_keeps_what_the_digest_told(desk):
    desk.write_digest()
    desk.ingest()
    desk.add_original(ORIGINAL.replace("trẻ em đứng xem ngoài vạch vôi", "trẻ em đứng xem"))

    desk.add_original(name="ban go lai.txt")

    assert_is_original(desk)


def test_a_digest_that_comes_later_gives_its_id_and_record_to_the_original(desk):
    desk.add_original()
    assert [one.id for one in desk.documents()] == ["chi-thi-77-ct-tw-2031"]
    desk.write_digest()

    desk.ingest()

    assert_is_original(desk)
    assert desk.ingest().unchanged == 1
    remove_document(desk.settings, "quy-dinh-mau-ve-dieu", tools=Tools(embeddings=desk.embeddings))
    assert_is_digest(desk)


def test_the_same_number_of_another_term_is_another_document(desk):
    desk.write_digest()
    desk.ingest()

    desk.add_original(ORIGINAL.replace("2031", "2036"))

    assert {(one.id, one.provenance) for one in desk.documents()} == {
        ("quy-dinh-mau-ve-dieu", "lược thuật"),
        ("chi-thi-77-ct-tw-2036", "nguyên văn"),
    }
