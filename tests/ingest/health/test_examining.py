"""A file's health as it comes out of reading it, and the floor below which it stays out."""

import pytest

from assistant.datatypes import Document
from assistant.errors import DocumentError
from ingest.health.examining import examine, refuse_below_floor
from ingest.health.findings import Finding, Health, health_from_json, health_to_json
from ingest.loaded import LoadedFile, Reading
from ingest.parsing import read_document
from tests.ingest.health import texts


@pytest.fixture
def health_of(tmp_path):
    def examined(text, name="tài liệu.txt", **options):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return health_from_json(read_document(path, tmp_path, **options).health)

    return examined


def codes(health):
    return {one.code for one in health.findings}


@pytest.mark.parametrize("text", [texts.HEALTHY, texts.ENGLISH, texts.OFFICIAL])
def test_a_healthy_file_wants_no_attention(health_of, text):
    assert not health_of(text).wants_attention


@pytest.mark.parametrize(
    "damaged",
    [
        texts.without_accents(texts.HEALTHY),
        texts.read_as_latin(texts.OFFICIAL).replace("\xba", "?"),  # whole, it would be repaired as it is read
        texts.split(texts.OFFICIAL, 0.8),
        "Bìa",
    ],
    ids=["no accents", "broken encoding", "split words", "nearly empty"],
)
def test_a_file_below_the_floor_is_refused_until_it_is_forced(health_of, damaged):
    with pytest.raises(
        DocumentError, match=r"tài liệu\.txt vì .*; hãy .* “Vẫn nạp tệp kém chất lượng” \(dòng lệnh: --force\)\.$"
    ):
        health_of(damaged)

    assert health_of(damaged, force=True).at("grave")


@pytest.mark.parametrize("text", ["Chi bo hop toi thu bay.\n", "Meeting on Saturday, room 5.\n"])
def test_a_short_note_without_accents_goes_in(health_of, text):
    assert not health_of(text).at("grave")


def test_an_official_document_without_number_and_day_is_told(health_of):
    text = texts.OFFICIAL.replace("Số 12-HD/TU\n", "").replace("Hà Minh, ngày 5 tháng 3 năm 2031\n", "")

    (found,) = (one for one in health_of(text).findings if one.code == "header_incomplete")

    assert "số hiệu, ngày ban hành" in found.text


def test_a_digest_may_leave_sections_out(health_of):
    front = "---\nid: a\ntitle: Thử\nprovenance: {}\n---\n"
    body = "## Điều 2. Một\n\n- Chi uỷ họp.\n\n## Điều 5. Hai\n\n- Đảng uỷ họp.\n"

    assert "numbering_gap" not in codes(health_of(front.format("lược thuật") + body, "a.md"))
    assert "numbering_gap" in codes(health_of(front.format("nguyên văn") + body, "a.md"))


def test_how_the_file_was_read_is_noted():
    loaded = LoadedFile(texts.HEALTHY, reading=Reading("TCVN3", remarks=("Một hình không đọc được.",)))

    told = [one.text for one in examine(loaded, _document(), None, (), ()).findings]

    assert told == ["Tệp dùng bảng mã TCVN3; nội dung đã được chuyển sang Unicode.", "Một hình không đọc được."]


def test_the_worst_comes_first_and_survives_the_catalogue():
    loaded = LoadedFile(texts.without_accents(texts.HEALTHY), reading=Reading("VNI"))

    health = examine(loaded, _document(), None, (), ())

    assert [one.severity for one in health.findings] == ["grave", "note"]
    assert health_from_json(health_to_json(health)) == health
    assert health_from_json("") == Health()


def test_all_reasons_stand_in_one_sentence():
    health = Health(
        (Finding("a", "grave", "Chữ mất dấu."), Finding("b", "grave", "Trang trống."), Finding("c", "note", "X."))
    )

    with pytest.raises(DocumentError) as refused:
        refuse_below_floor(health, "a.pdf")

    assert str(refused.value).startswith("Không nạp tệp a.pdf vì chữ mất dấu; trang trống; hãy ")


def _document():
    return Document("a", "Thử", "a.txt")
