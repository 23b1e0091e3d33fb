import pytest

from tests.ingest.checks.sample import NEW, OLD, changed


@pytest.mark.parametrize(
    ("change", "line", "said"),
    [
        ((" đa số quá bán. [^2]", " đa số quá bán."), 26, "lỗi: câu này không có nguồn"),
        ((" đa số quá bán. [^2]", " đa số quá bán. [^3]"), 26, "lỗi: dấu nguồn [^3] không có trong phần sources"),
        ((" đa số quá bán. [^2]", " đa số [^2] quá bán. [^2]"), 26, "lỗi: dấu nguồn đứng giữa dòng"),
        ((" đa số quá bán. [^2]", " đa số quá bán. [^hai] [^2]"), 26, "lỗi: dấu nguồn viết sai: “[^hai]”"),
        ((" đa số quá bán. [^2]", " đa số quá bán. [2] [^2]"), 26, "lỗi: dấu nguồn viết sai: “[2]”"),
        ((" đa số quá bán. [^2]", " đa số quá bán. [^2] [^2]"), 26, "cảnh báo: dấu nguồn [^2] ghi hai lần"),
        (("- Bầu cử theo", "Bầu cử theo"), 26, "cảnh báo: dòng này không bắt đầu bằng “- ”"),
        (
            (
                '  2: {title: "Trang hai"',
                '  3: {title: "Trang ba", url: "https://vi-du.example/3"}\n  2: {title: "Trang hai"',
            ),
            18,
            "cảnh báo: nguồn 3 không được câu nào dùng",
        ),
        (("vi-du.example/2", "vi-du.example/1"), 18, "cảnh báo: nguồn 2 trùng địa chỉ với nguồn 1"),
        (("## Chưa có trong kho\n- Toàn văn các điều 4, 5.\n", ""), 1, "cảnh báo: không có mục “Chưa có trong kho”"),
    ],
    ids=["no source", "undefined", "middle", "broken", "without ^", "twice", "no item", "unused", "address", "no gaps"],
)
def test_fault_of_sources_is_found(corpus, change, line, said):
    found = corpus(old=OLD, new=changed(NEW, change))

    assert any(one.startswith(f"new.md:{line}: {said}") for one in found), found


def test_statements_of_an_original_need_no_source(corpus):
    original = changed(NEW, ("provenance: lược thuật", "provenance: nguyên văn"), ("quá bán. [^2]", "quá bán."))

    assert corpus(old=OLD, new=original) == []
