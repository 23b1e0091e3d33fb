"""The Word file as LibreOffice prints it: pages, their numbers, fonts, and every word still there."""

import os
import re
import shutil
import subprocess
from datetime import datetime

import pdfplumber
import pytest

from assistant.rendering.handout import Handout, annex_entries
from assistant.rendering.references import citation_reference
from assistant.rendering.word import handout_docx
from tests.ui.sample import SampleAssistant

pytestmark = pytest.mark.slow
POINTS_A_MILLIMETRE = 72 / 25.4
QUESTIONS = (
    "gửi báo cáo chính trị trước mấy ngày?",
    "Phông hội trường màu gì?",
    "Danh sách bầu chi uỷ có số dư bao nhiêu?",
    "biển hiệu ghi chữ đậm",
    "giá vàng hôm nay",
)
ANSWERS = tuple(SampleAssistant().ask(question) for question in QUESTIONS * 3)
HANDOUT = Handout(ANSWERS, datetime(2026, 11, 5, 14, 30), "Kho có 5 văn bản, 1 bản lược thuật.")


@pytest.fixture(scope="module")
def printed(tmp_path_factory):
    """The pages of a long conversation."""
    soffice = shutil.which("soffice")
    if soffice is None:
        message = "no LibreOffice on this machine: apt-get update && apt-get install libreoffice-writer"
        if os.environ.get("CI") == "true":
            pytest.fail(message)
        pytest.skip(message)
    folder = tmp_path_factory.mktemp("word")
    (folder / "a.docx").write_bytes(handout_docx(HANDOUT))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [soffice, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(folder / "a.docx")]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    with pdfplumber.open(folder / "a.pdf") as pdf:
        yield pdf.pages


def squeezed(text):
    return re.sub(r"\s+", "", text)


def test_pages_are_a4_numbered_in_the_middle_at_the_top_from_the_second(printed):
    assert len(printed) >= 4
    for number, page in enumerate(printed, start=1):
        assert (round(page.width), round(page.height)) == (595, 842)
        above = [one for one in page.extract_words() if one["bottom"] < 20 * POINTS_A_MILLIMETRE]
        assert [one["text"] for one in above] == ([] if number == 1 else [str(number)])
        for one in above:
            written = (30 * POINTS_A_MILLIMETRE, page.width - 15 * POINTS_A_MILLIMETRE)
            assert (one["x0"] + one["x1"]) / 2 == pytest.approx(sum(written) / 2, abs=3)


def test_text_keeps_within_the_margins(printed):
    for page in printed:
        words = page.extract_words()
        assert min(one["x0"] for one in words) >= 30 * POINTS_A_MILLIMETRE - 1
        assert max(one["x1"] for one in words) <= page.width - 15 * POINTS_A_MILLIMETRE + 2
        assert max(one["bottom"] for one in words) <= page.height - 20 * POINTS_A_MILLIMETRE + 1


def test_font_is_times_or_its_equal_and_embedded(printed):
    letters = [one for page in printed for one in page.chars if one["text"].isalpha()]
    families = {one["fontname"].partition("+")[2].partition("-")[0] for one in letters}

    assert families & {"LiberationSerif", "TimesNewRoman", "TimesNewRomanPSMT"}
    assert all(re.fullmatch(r"[A-Z]{6}\+.+", one["fontname"]) for one in letters)  # the sign of an embedded subset
    assert {round(one["size"]) for one in letters} == {14}


def test_every_question_reference_and_quotation_is_on_paper(printed):
    text = squeezed("".join(re.sub(r"^\d+\n", "", page.extract_text()) for page in printed))

    for answer in ANSWERS:
        assert squeezed(answer.question) in text
        for citation in answer.citations:
            assert squeezed(citation_reference(citation)) in text
    for entry in annex_entries(ANSWERS):
        assert squeezed(entry.source_line) in text
        assert squeezed("".join(piece.text for piece in entry.pieces())) in text
    assert "[^" not in text


def test_annex_begins_on_a_page_of_its_own(printed):
    (annex,) = [page for page in printed if "PHỤ LỤC" in page.extract_text()]

    lines = annex.extract_text().splitlines()
    assert lines[1] == "PHỤ LỤC: CÁC ĐOẠN ĐƯỢC TRÍCH"
