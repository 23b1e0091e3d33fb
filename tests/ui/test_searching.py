"""Looking up: by words, by sentence, by number; narrowed, grouped, sorted, shown."""

from html import unescape

import pytest

from assistant.language.folding import syllables
from assistant.ui.filters import EVERYTHING, Filters
from assistant.ui.search_screen import ORDERS, WAYS, Asked, results_html
from assistant.ui.searching import by_number, by_sentence, by_words, highlights, newest_first
from tests.ui.sample import DECORATION, DIRECTIVE, HOSTILE, OLD_DIRECTIVE, TEXTS, SampleAssistant

ASSISTANT = SampleAssistant()


def shown(text, way=WAYS[0], order=ORDERS[0], filters=EVERYTHING):
    return unescape(results_html(ASSISTANT, Asked(text, way, order, filters)))


def test_words_are_grouped_by_document_and_narrowed():
    found = by_words(ASSISTANT, "báo cáo chính trị", EVERYTHING)

    assert {group.document.id for group in found.groups} == {"ct-2", "ct-1", "bai-hoc"}
    assert by_words(ASSISTANT, "báo cáo chính trị", Filters(terms=("XIV",))).groups == found.groups[:1]


def test_newest_documents_first_and_unknown_dates_last():
    groups = newest_first(by_words(ASSISTANT, "báo cáo chính trị", EVERYTHING).groups)

    assert [group.document.id for group in groups] == ["ct-2", "ct-1", "bai-hoc"]


@pytest.mark.parametrize(
    ("words", "marked"),
    [
        ("bao cao chinh tri", ["báo cáo chính trị"]),
        ("năm ngày", ["năm ngày"]),
        ("số dư", ["số dư"]),
        ("trước khi bầu", []),
        ("bầu", ["bầu"]),
    ],
    ids=["accents aside", "run", "two words", "single common words stay plain", "a word alone"],
)
def test_hits_are_highlighted_where_words_stand_together(words, marked):
    text = TEXTS[DIRECTIVE.id]

    assert [text[a:b] for a, b in highlights(text, frozenset(syllables(words)))] == marked


def test_sentence_is_found_in_the_document_that_has_it():
    found = by_sentence(ASSISTANT, "“Danh sách bầu chi uỷ có số dư ít nhất một người.”", EVERYTHING)

    assert [(one.document.id, one.likeness) for one in found.located] == [("ct-2", "exact")]
    assert TEXTS["ct-2"][found.located[0].start : found.located[0].end] == found.sentence


def test_changed_sentence_is_shown_with_its_differences():
    page = shown("Danh sách bầu chi uỷ có số dư ít nhất hai người.", WAYS[1])

    assert "Không văn bản nào có đúng câu này" in page
    assert "<del>hai</del>" in page
    assert "<ins>một</ins>" in page


def test_found_texts_are_shown_without_the_signs_of_their_storage():
    for way, asked in ((WAYS[0], "báo cáo chính trị"), (WAYS[1], "Danh sách bầu chi uỷ có số dư ít nhất hai người.")):
        page = shown(asked, way)

        assert "số dư" in page or "báo cáo chính trị" in page
        assert "[^" not in page
        assert 'class="excerpt">- ' not in page


def test_sentence_typed_without_accents_is_shown_as_it_stands():
    page = shown("danh sach bau chi uy co so du it nhat mot nguoi", WAYS[1])

    assert "<mark>Danh sách bầu chi uỷ có số dư ít nhất một người</mark>" in page
    assert "<del>" not in page


@pytest.mark.parametrize("spelling", ["2-CT/HU", "chỉ thị 2", "CT 2", "chi thi so 2 ct/hu", "2", "2CTHU"])
def test_number_in_any_spelling_finds_all_documents_that_bear_it(spelling):
    found = by_number(ASSISTANT, spelling, EVERYTHING)

    assert [one.id for one in found.documents] == [DIRECTIVE.id, OLD_DIRECTIVE.id]


def test_number_of_a_replaced_document_tells_what_replaced_it():
    page = shown("chỉ thị 2", WAYS[2])

    assert page.count("Được thay thế bởi:") == 1
    assert 'Được thay thế bởi: <a href="/van-ban/ct-2">Chỉ thị 2-CT/HU (15/01/2021' in page


def test_unknown_number_shows_the_nearest():
    found = by_number(ASSISTANT, "Hướng dẫn 8-HD/ĐU", EVERYTHING)

    assert found.documents == ()
    assert found.nearest[0] is DECORATION
    assert "Kho không có văn bản mang số này; gần nhất là:" in shown("Hướng dẫn 8-HD/ĐU", WAYS[2])
    assert "Chưa đọc được số hiệu nào" in shown("đại hội", WAYS[2])


def test_results_cannot_bring_markup_or_scripts():
    page = results_html(ASSISTANT, Asked("biển hiệu ghi chữ đậm", WAYS[0], ORDERS[0], EVERYTHING))

    assert HOSTILE.number in page
    assert "<img" not in page
    assert "<script" not in page


@pytest.mark.parametrize("way", WAYS)
def test_nothing_found_is_said(way):
    assert 'class="said nothing"' in shown("khinh khí cầu sao Hoả", way)
