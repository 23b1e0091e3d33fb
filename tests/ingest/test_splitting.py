import itertools
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.looks.lines import split_lines
from ingest.roles import label_trusted
from ingest.sections.locators import LONGEST
from ingest.sections.paragraphs import read_paragraphs
from ingest.splitting import LONGEST_SENTENCE, split_passages
from ingest.structure import read_structure

SENTENCE = "Chi bộ bàn kỹ từng việc, phân công rõ người làm và thời hạn hoàn thành. "


def passages_of(text, *, is_markdown=False):
    labelled = label_trusted(split_lines(text, is_markdown=is_markdown), frozenset())
    blocks = read_structure(read_paragraphs(labelled, is_markdown=is_markdown), is_official=False)
    return split_passages(text, blocks, "thu")


def test_long_paragraph_is_cut_at_sentence_ends_into_even_parts():
    passages = passages_of(SENTENCE * 30)

    assert [p.locator for p in passages] == [f"đoạn 1 (phần {n})" for n in range(1, len(passages) + 1)]
    assert all(p.text.startswith("Chi bộ") and p.text.endswith("hoàn thành.") for p in passages)
    assert all(350 <= len(p.text) <= 750 for p in passages)


def test_one_sentence_stays_whole_up_to_the_limit():
    sentence = "Chi bộ bàn " + "việc lớn và việc nhỏ, " * 48 + "rồi kết luận."

    assert [p.text for p in passages_of(sentence)] == [sentence]


def test_endless_sentence_is_cut_at_signs_or_blanks():
    by_signs = passages_of("Chi bộ bàn " + "việc lớn; " * 300)
    by_blanks = passages_of("chữ " * 1000)
    unbroken = passages_of("a" * 5000)

    assert all(p.text.endswith(";") for p in by_signs)
    assert all(set(p.text.split()) == {"chữ"} for p in by_blanks)
    assert "".join(p.text for p in unbroken) == "a" * 5000
    assert max(len(p.text) for p in by_signs + by_blanks + unbroken) <= LONGEST_SENTENCE


def test_short_lines_of_one_list_are_packed_and_named_as_a_range():
    statements = "\n".join(f"- Câu thứ {n}: {SENTENCE}[^{n}]" for n in range(1, 8))

    passages = passages_of(f"## Việc chung\n{statements}\n## Việc riêng\n- {SENTENCE}", is_markdown=True)

    assert [p.locator for p in passages] == [
        "Việc chung, gạch đầu dòng 1–5",
        "Việc chung, gạch đầu dòng 6–7",
        "Việc riêng, gạch đầu dòng 1",
    ]
    assert all(p.text.startswith("- ") for p in passages)
    assert passages[0].headings == ("Việc chung",)


def test_numbered_items_stay_apart_unless_they_are_short():
    item = SENTENCE * 6

    passages = passages_of(f"Điều 3. Việc chung\n1. {item}\n2. {item}\n3. Việc ngắn.\n4. Việc gọn.")

    assert [p.locator for p in passages] == ["Điều 3, khoản 1", "Điều 3, khoản 2", "Điều 3, khoản 3–4"]


def test_title_goes_with_the_first_passage_of_its_section():
    first, second = passages_of(f"1. Việc chung\n- {SENTENCE * 5}\n- {SENTENCE * 5}")

    assert first.text.startswith("1. Việc chung\n- Chi bộ")
    assert second.text.startswith("- Chi bộ")
    assert first.headings == second.headings == ("1. Việc chung",)


def test_title_without_text_is_a_passage_of_its_own():
    passages = passages_of(f"I. Việc chung\n1. Việc một\nII. Việc riêng\n- {SENTENCE}")

    assert [(p.text.split("\n")[0], p.locator) for p in passages] == [
        ("I. Việc chung", "mục I.1"),
        ("II. Việc riêng", "mục II, gạch đầu dòng 1"),
    ]


def test_ids_stay_when_the_text_around_them_changes_and_differ_when_text_repeats():
    before = passages_of(f"{SENTENCE * 6}\n\n{'Câu khác hẳn câu trên. ' * 20}")
    after = passages_of(f"Thêm một đoạn mới ở đầu. {SENTENCE * 8}\n\n{'Câu khác hẳn câu trên. ' * 20}")
    repeated = passages_of(f"## Một\n- {SENTENCE}\n## Hai\n- {SENTENCE}", is_markdown=True)

    assert before[-1].id == after[-1].id
    assert re.fullmatch(r"thu:[0-9a-f]{10}", repeated[0].id)
    assert repeated[1].id == f"{repeated[0].id}-2"


def test_page_is_counted_from_page_breaks():
    passages = passages_of(f"{SENTENCE * 6}\n\f{SENTENCE * 6}\n\f\n{SENTENCE * 6}")

    assert [p.page for p in passages] == [1, 2, 3]
    assert passages_of(SENTENCE)[0].page is None


LINES = st.lists(
    st.one_of(
        st.sampled_from(
            [
                "I. PHẦN MỘT",
                "1. Việc chung",
                "Điều 5. Bầu cử",
                "a) điểm",
                "- gạch",
                "+ cộng",
                "## Mục",
                "| a | b |",
                "",
                "\f",
            ]
        ),
        st.text(alphabet="aăâđêôơư ẤỪ.,;:!()[]^1“”\t\u00a0", max_size=80),
        st.integers(1, 40).map(lambda n: SENTENCE * n),
        st.integers(1, 3000).map(lambda n: "x" * n),
    ),
    max_size=25,
)


@settings(max_examples=60, deadline=None)
@given(LINES, st.booleans())
def test_passages_are_exact_ordered_stretches_that_hold_all_words(lines, is_markdown):
    text = "\n".join(lines)

    passages = passages_of(text, is_markdown=is_markdown)

    assert all(text[p.start : p.end] == p.text and p.text.strip() for p in passages)
    assert all(before.end <= after.start for before, after in itertools.pairwise(passages))
    assert [p.order for p in passages] == list(range(len(passages)))
    assert len({p.id for p in passages}) == len(passages)
    assert all(0 < len(p.locator) <= LONGEST for p in passages)
    assert all(len(p.text) <= LONGEST_SENTENCE + 300 for p in passages)
    if not is_markdown:
        left_out = [
            text[a:b]
            for a, b in zip([0, *(p.end for p in passages)], [*(p.start for p in passages), len(text)], strict=True)
        ]
        assert not any(sign.isalnum() for sign in "".join(left_out))


@pytest.mark.parametrize("size", [10, 499, 750])
def test_short_paragraph_stays_whole(size):
    text = ("từ " * size)[:size].strip()

    assert [p.text for p in passages_of(text)] == [text]


def test_each_part_of_a_paragraph_over_two_pages_names_the_page_where_it_begins():
    text = SENTENCE * 6 + SENTENCE.rstrip() + "\f" + SENTENCE * 13

    passages = passages_of(text)

    assert [p.page for p in passages] == [1 if p.start < text.index("\f") else 2 for p in passages]
    assert {p.page for p in passages} == {1, 2}
    assert all(p.text.endswith("hoàn thành.") and text[p.start : p.end] == p.text for p in passages)
