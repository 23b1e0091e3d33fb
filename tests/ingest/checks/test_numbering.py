import pytest

from tests.ingest.checks.sample import NEW, OLD, changed


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ([("điều 4, 5", "điều 4")], ["new.md:28: cảnh báo: thiếu Điều 5"]),
        ([("các điều 4, 5", "các phụ lục")], ["new.md:28: cảnh báo: thiếu Điều 4 và Điều 5"]),
        ([("các điều 4, 5", "các điều 4–5")], []),
        ([("các điều 4, 5", "Điều 4 và Điều 5")], []),
        ([("các điều 4, 5", "các điều từ 4 đến 7")], []),
        ([("## Điều 2–3. Nguyên tắc", "## Điều 2 và Điều 5. Nguyên tắc")], ["new.md:25: cảnh báo: thiếu Điều 3"]),
        (
            [("## Điều 1.", "## I."), ("## Điều 2–3.", "## II."), ("## Điều 6.", "## IV.")],
            ["new.md:28: cảnh báo: thiếu mục III"],
        ),
        (
            [("## Điều 1.", "## II.1."), ("## Điều 2–3.", "## II.3."), ("## Điều 6.", "## III.7.")],
            ["new.md:25: cảnh báo: thiếu mục II.2"],
        ),
        ([("## Điều 1.", "## II.1."), ("## Điều 2–3.", "## II.3."), ("các điều 4, 5", "mục II.2")], []),
        (
            [("## Điều 1.", "## 1."), ("## Điều 2–3.", "## 3."), ("## Điều 6.", "## 4.")],
            ["new.md:25: cảnh báo: thiếu mục 2"],
        ),
        (
            [("## Điều 1.", "## Chương I."), ("## Điều 2–3.", "## Chương IV."), ("## Điều 6.", "## Phần kết")],
            ["new.md:25: cảnh báo: thiếu chương II và chương III"],
        ),
    ],
)
def test_gap_in_the_numbering_is_a_warning_unless_explained(corpus, changes, found):
    told = corpus(old=OLD, new=changed(NEW, *changes))

    assert [one.split(";")[0] for one in told] == found


def test_missing_article_of_an_original_is_found_in_its_lines(corpus):
    original = changed(NEW, ("provenance: lược thuật", "provenance: nguyên văn"))
    body = "Điều 1. Phạm vi\nTheo Điều 9 thì khác.\nĐiều 2. Nguyên tắc\nĐiều 4. Hình thức\n"

    told = corpus(old=OLD, new=original[: original.index("# Quy chế")] + body)

    assert [one.split(";")[0] for one in told if "thiếu" in one] == ["new.md:23: cảnh báo: thiếu Điều 3"]
