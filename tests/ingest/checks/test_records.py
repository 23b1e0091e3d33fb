import pytest

from tests.ingest.checks.sample import NEW, OLD, changed


def test_good_documents_pass(corpus):
    assert corpus(old=OLD, new=NEW) == []


@pytest.mark.parametrize(
    ("change", "line", "said"),
    [
        (("kind: quy chế\n", "kind: lệnh\n"), 4, "lỗi: phần khai báo sai ở dòng 4, trường “kind”"),
        (("authority:", "quyền:"), 8, "lỗi: phần khai báo sai ở dòng 8, trường “quyền”"),
        (("issued: 2024-10-10", "issued: 10/10/2024"), 7, "lỗi: phần khai báo sai ở dòng 7, trường “issued”"),
        (("kind: quy chế\n", "kind:\n"), 4, "lỗi: chưa ghi trường “kind”"),
        (("as_of: 2026-11", "as_of:"), 12, "cảnh báo: chưa ghi trường “as_of”"),
        (
            ("number: 68-QĐ/TW", "number: 68/QĐ-TW"),
            3,
            "cảnh báo: số hiệu “68/QĐ-TW” viết khác lệ thường; nên viết 68-QĐ/TW",
        ),
        (("kind: quy chế\n", "kind: chỉ thị\n"), 4, "lỗi: loại “chỉ thị” không khớp số hiệu 68-QĐ/TW"),
    ],
    ids=["kind", "field", "date", "left out", "advised", "spelling", "kind and number"],
)
def test_fault_of_the_record_is_found(corpus, change, line, said):
    found = corpus(old=OLD, new=changed(NEW, change))

    assert any(one.startswith(f"new.md:{line}: {said}") for one in found), found


def test_file_without_front_matter_is_a_warning(corpus):
    assert corpus(plain="Điều 1. Phạm vi\n") == [
        "plain.md:1: cảnh báo: tệp không có phần khai báo; số hiệu, ngày và cơ quan ban hành sẽ được đoán từ nội dung"
        " khi nạp"
    ]
