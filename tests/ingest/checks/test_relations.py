import pytest

from tests.ingest.checks.sample import NEW, OLD, changed


@pytest.mark.parametrize(
    ("change", "line", "said"),
    [
        (
            ("target: quy-che-7-2014", "target: quy-che-7-2015"),
            14,
            "lỗi: quan hệ “thay thế” trỏ tới quy-che-7-2015 không có trong kho; có phải quy-che-7-2014?",
        ),
        (
            ("target: quy-che-7-2014", "target: xyz"),
            14,
            "lỗi: quan hệ “thay thế” trỏ tới xyz không có trong kho; hãy sửa target",
        ),
        (("target: quy-che-7-2014", "target: quy-che-8-2024"), 14, "lỗi: văn bản ghi quan hệ “thay thế” với chính nó"),
        (
            ("2014}\n", "2014}\n  - {type: thay thế, target: quy-che-7-2014}\n"),
            14,
            "lỗi: quan hệ “thay thế” với quy-che-7-2014 ghi hai lần",
        ),
    ],
    ids=["near", "far", "itself", "twice"],
)
def test_relation_that_leads_nowhere_is_found(corpus, change, line, said):
    found = corpus(old=OLD, new=changed(NEW, change))

    assert any(one.startswith(f"new.md:{line}: {said}") for one in found), found


def test_replacing_a_later_document_is_found(corpus):
    later = changed(
        OLD, ("2014-06-09", "2025-01-01"), ("expired: 2024-10-10\n", ""), ("id: quy-che-7-2014", "id: qc-7")
    )

    found = corpus(old=later, new=changed(NEW, ("target: quy-che-7-2014", "target: qc-7")))

    assert found == [
        "new.md:14: lỗi: “thay thế” qc-7 ban hành 01/01/2025, muộn hơn văn bản này (10/10/2024);"
        " hãy kiểm tra chiều quan hệ và ngày"
    ]


def test_relation_written_at_both_documents_is_found(corpus):
    back = changed(OLD, ("as_of", "relations: [{type: thay thế, target: quy-che-8-2024}]\nas_of"))

    found = corpus(old=back, new=NEW)

    assert "new.md:14: lỗi: hai văn bản cùng ghi “thay thế” lẫn nhau (quy-che-7-2014); hãy giữ một chiều" in found


def test_replaced_document_without_a_successor_is_a_warning(corpus):
    assert corpus(old=OLD) == [
        "old.md:9: cảnh báo: ghi “được thay thế” mà không văn bản nào trong kho ghi thay thế nó;"
        " hãy thêm quan hệ ở văn bản mới"
    ]


def test_document_with_a_successor_must_say_that_it_was_replaced(corpus):
    found = corpus(old=changed(OLD, ("validity: được thay thế", "validity: chưa rõ")), new=NEW)

    assert found == [
        "old.md:9: lỗi: quy-che-8-2024 ghi thay thế văn bản này mà ở đây ghi “chưa rõ”;"
        " hãy sửa validity hoặc bỏ quan hệ"
    ]


def test_expiry_that_differs_from_the_successors_start_is_a_warning(corpus):
    found = corpus(old=changed(OLD, ("expired: 2024-10-10", "expired: 2024-10-11")), new=NEW)

    assert found == [
        "old.md:10: cảnh báo: hết hiệu lực 11/10/2024 mà văn bản thay thế có hiệu lực 10/10/2024; hãy kiểm tra lại"
    ]
