import pytest

from tests.ingest.checks.sample import NEW, OLD, changed


def test_duplicate_id_is_found(corpus):
    found = corpus(
        old=OLD, new=changed(NEW, ("id: quy-che-8-2024", "id: quy-che-7-2014"), ("target: quy-che-7-2014", "target: x"))
    )

    assert any(one.startswith("old.md:2: lỗi: mã quy-che-7-2014 đã dùng ở ") for one in found)


def test_two_digests_of_one_number_and_day_are_found_but_no_original_beside_a_digest(corpus):
    again = changed(NEW, ("id: quy-che-8-2024", "id: quy-che-8b-2024"), ("number: 68-QĐ/TW", "number: 68/QĐ-TW"))

    found = corpus(old=OLD, new=NEW, again=again)
    beside = corpus(again=changed(again, ("provenance: lược thuật", "provenance: nguyên văn")))

    assert any("cùng số 68-QĐ/TW và cùng ngày ban hành" in one for one in found)
    assert not any("cùng số" in one for one in beside)


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        (
            "Bầu cử theo nguyên tắc tập trung dân chủ, bình đẳng, trực tiếp và đa số quá bán.",
            "lỗi: câu này trùng câu ở ",
        ),
        (
            "Bầu cử theo nguyên tắc tập trung, dân chủ, bình đẳng, trực tiếp và theo đa số quá bán.",
            "cảnh báo: câu này gần như trùng",
        ),
        ("Bầu cử theo nguyên tắc tập trung dân chủ, bình đẳng, trực tiếp và đa số quá 2/3.", ""),
        ("Đại biểu trúng cử phải được quá một nửa số phiếu so với tổng số triệu tập.", ""),
    ],
    ids=["same", "nearly the same", "another figure", "something else"],
)
def test_statement_told_twice_in_a_file_is_found(corpus, sentence, said):
    found = corpus(old=OLD, new=changed(NEW, ("thông qua. [^1]\n", f"thông qua. [^1]\n- {sentence} [^2]\n")))

    assert [one.startswith(f"new.md:30: {said}") for one in found] == ([True] if said else [])


def test_statement_told_in_two_files_is_a_warning(corpus):
    copied = "- Bầu cử theo nguyên tắc tập trung dân chủ, bình đẳng, trực tiếp và đa số quá bán. [^1]\n## Chưa có"

    found = corpus(old=changed(OLD, ("## Chưa có", copied)), new=NEW)

    assert len(found) == 1
    assert found[0].startswith("old.md:18: cảnh báo: câu này trùng câu ở ")


def test_questions_with_answers_may_restate_a_rule(corpus):
    near = "- Bầu cử theo nguyên tắc tập trung, dân chủ, bình đẳng, trực tiếp và theo đa số quá bán. [^1]\n## Chưa có"
    restating = changed(OLD, ("## Chưa có", near), ("number: 57-QĐ/TW\nkind: quy chế", "kind: hỏi đáp"))

    assert corpus(old=restating, new=NEW) == []
