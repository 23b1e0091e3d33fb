import pytest

from tests.ingest.checks.sample import NEW, OLD, changed


@pytest.mark.parametrize(
    ("change", "line", "said"),
    [
        (("as_of: 2026-11", "as_of: 2026-12"), 12, "lỗi: as_of 2026-12 muộn hơn hôm nay"),
        (("as_of: 2026-11", "as_of: 2024-09"), 7, "lỗi: ngày ban hành 10/10/2024 muộn hơn as_of 2024-09"),
        (("effective: 2024-10-10", "effective: 2024-10-01"), 10, "cảnh báo: ngày có hiệu lực 01/10/2024 sớm hơn"),
        (("expired:\n", "expired: 2024-10-10\n"), 11, "lỗi: ngày hết hiệu lực 10/10/2024 không muộn hơn ngày bắt đầu"),
        (("expired:\n", "expired: 2026-01-01\n"), 9, "lỗi: ghi “còn hiệu lực” mà đã hết hiệu lực từ 01/01/2026"),
        (("id: quy-che-8-2024", "id: quy-che-8-2023"), 2, "lỗi: mã quy-che-8-2023 ghi năm 2023"),
        (
            ("68-QĐ/TW ngày 10/10/2024", "68-QĐ/TW ngày 11/10/2024"),
            5,
            "lỗi: ngày trong tên khác ngày ban hành 10/10/2024",
        ),
        (
            ("# Quy chế 68-QĐ/TW ngày 10/10/2024", "# Quy chế 68-QĐ/TW năm 2023"),
            20,
            "lỗi: ngày trong tên khác ngày ban hành",
        ),
        (("các cấp từ ngày 10/10/2024", "các cấp từ 31/9/2024"), 23, "lỗi: không có ngày “31/9/2024”"),
        (("các cấp từ ngày 10/10/2024", "ngày 30 tháng 2 năm 2024"), 23, "lỗi: không có ngày “30 tháng 2 năm 2024”"),
        (("các cấp từ ngày 10/10/2024", "các cấp từ ngày 31/4"), 23, "lỗi: không có ngày “ngày 31/4”"),
    ],
    ids=str,
)
def test_impossible_or_contradicting_date_is_found(corpus, change, line, said):
    found = corpus(old=OLD, new=changed(NEW, change))

    assert any(one.startswith(f"new.md:{line}: {said}") for one in found), found


@pytest.mark.parametrize("text", ["ngày 29/02/2024", "01–15/4/2020", "tỷ lệ 21/308", "ngày 29/2", "8/12/184 phiếu"])
def test_possible_date_or_share_is_no_fault(corpus, text):
    assert corpus(old=OLD, new=changed(NEW, ("các cấp từ ngày 10/10/2024", text))) == []


def test_date_of_another_document_in_the_title_is_no_fault(corpus):
    title = (
        "title: Quy chế mới, ban hành kèm Quyết định 68-QĐ/TW ngày 10/10/2024",
        "title: Thay Quy chế 57-QĐ/TW ngày 09/6/2014",
    )

    assert corpus(old=OLD, new=changed(NEW, title)) == []
