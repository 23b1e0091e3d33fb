"""What a question takes for granted is compared with the sources."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.answering.evidence import Evidence
from assistant.answering.premises import check_premises, figures
from assistant.datatypes import Document, DocumentReference, Passage, Query
from assistant.language.document_numbers import find_references

GUIDANCE = Document(
    "hd-77",
    "Hướng dẫn mẫu",
    "hd.md",
    "77-HD/BTCTW",
    "hướng dẫn",
    "Ban Tổ chức Trung ương",
    issued=date(2009, 3, 6),
    signer="Trần Văn Bình",
)


def said(*sentences: str) -> list[Evidence]:
    passage = Passage("p", GUIDANCE.id, " ".join(sentences), 0, 1, "mục 1", 0)
    return [Evidence(passage, GUIDANCE, 0, len(text), text, 1.0, 0.9, 0.8) for text in sentences]


def asked(text: str, **fields: object) -> Query:
    return Query(text, text, **fields)  # type: ignore[arg-type]


def line(query: Query, *sentences: str) -> str:
    correction = check_premises(query, (GUIDANCE,), said(*sentences))
    return correction.line if correction else ""


def test_wrong_share_is_corrected_with_the_one_that_the_source_states() -> None:
    query = asked("Tỷ lệ nữ trong cấp uỷ không dưới 25%, còn cán bộ trẻ bao nhiêu?")

    assert line(query, "Tỷ lệ nữ trong cấp uỷ không dưới 15%.") == "Câu hỏi nêu 25%, văn bản nêu 15%:"


def test_wrong_figure_is_corrected_where_the_number_stands_only_in_a_date() -> None:
    query = asked("Phiếu bầu phải giữ 12 tháng rồi ai cho huỷ?")

    sources = ("Từ 31/12/2024, phiếu bầu phải giữ sáu tháng. [^12]",)
    assert line(query, *sources) == "Câu hỏi nêu 12 tháng, văn bản nêu 6 tháng:"


@pytest.mark.parametrize(
    ("question", "source"),
    [
        ("Tỷ lệ nữ trong cấp uỷ không dưới 15% có đúng không?", "Tỷ lệ nữ trong cấp uỷ không dưới 15%."),
        ("Chi bộ có 30 đảng viên thì bầu ai?", "Tỷ lệ nữ trong cấp uỷ không dưới 15%."),
        ("Chi bộ có 9 đảng viên thì họp mấy ngày?", "Đảng bộ có dưới 200 đảng viên mở đại hội đảng viên."),
        ("Hết tháng 6 năm 2020 đại hội xong chưa?", "Đại hội xong sau 5 năm."),
    ],
)
def test_figure_is_left_alone_where_no_source_contradicts_it(question: str, source: str) -> None:
    assert line(asked(question), source) == ""


def test_figure_inside_a_quotation_is_left_alone() -> None:
    query = asked("“Tỷ lệ nữ trong cấp uỷ 25%” ở đâu?", quoted=("Tỷ lệ nữ trong cấp uỷ 25%",))

    assert line(query, "Tỷ lệ nữ trong cấp uỷ 15%.") == ""


def test_wrong_signer_is_corrected_from_the_catalogue() -> None:
    query = asked("Hướng dẫn 77-HD/BTCTW do đồng chí Lê Văn An ký có hiệu lực khi nào?", documents=("hd-77",))

    expected = "Hướng dẫn 77-HD/BTCTW do đồng chí Trần Văn Bình ký, không phải Lê Văn An."
    assert line(query) == expected


@pytest.mark.parametrize("asker", ["do ai ký", "do đồng chí Trần Văn Bình ký", "do đồng chí nào ký"])
def test_signer_asked_for_or_rightly_named_is_no_premise(asker: str) -> None:
    assert line(asked(f"Hướng dẫn 77-HD/BTCTW {asker}?", documents=("hd-77",))) == ""


def test_wrong_year_of_a_document_is_corrected_with_its_date() -> None:
    text = "Hướng dẫn 77-HD/BTCTW năm 2015 nói gì?"
    references: tuple[DocumentReference, ...] = find_references(text)

    corrected = line(asked(text, references=references, missing=references))

    assert corrected.startswith("Kho không có Hướng dẫn 77-HD/BTCTW năm 2015; đúng là")
    assert "06/3/2009" in corrected


def test_figures_read_numerals_and_skip_dates() -> None:
    assert [(one.value, one.unit) for one in figures("Ngày 31/12/2024 có bốn huyện và 1,5 phần trăm")] == [
        ("4", "huyen"),
        ("1.5", "%"),
    ]
