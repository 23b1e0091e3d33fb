"""The reader: a document in full, the asked stretch highlighted, search inside, and nothing of it run."""

import re
from html import unescape

import pytest

from assistant.errors import CorpusError
from assistant.ui.links import document_link, place_link
from assistant.ui.reader import Place, hits, reader_page
from tests.ui.sample import DECORATION, DIRECTIVE, HOSTILE, TEXTS, SampleAssistant, passages_of

ASSISTANT = SampleAssistant()


def marked(page):
    return [unescape(one) for one in re.findall(r"<mark[^>]*>(.*?)</mark>", page)]


def test_link_to_a_citation_highlights_its_quote():
    passage = passages_of(DIRECTIVE)[1]

    page = reader_page(ASSISTANT, DIRECTIVE.id, Place(passage.start, passage.end))

    assert marked(page) == [passage.text]


def test_link_to_a_passage_highlights_it():
    passage = passages_of(DECORATION)[2]

    assert marked(reader_page(ASSISTANT, DECORATION.id, Place(passage_id=passage.id))) == [passage.text]


@pytest.mark.parametrize("place", [Place(), Place(50, 10), Place(5, 10**9), Place(passage_id="gone")])
def test_link_to_nothing_opens_the_document_without_highlights(place):
    assert marked(reader_page(ASSISTANT, DECORATION.id, place)) == []


def test_relations_are_shown_from_both_sides():
    page = unescape(reader_page(ASSISTANT, DIRECTIVE.id, Place()))

    assert "Thay thế:" in page
    assert "Được hướng dẫn bởi:" in page
    assert 'href="/van-ban/hd-7"' in page


def test_document_cannot_bring_markup_or_scripts():
    page = reader_page(ASSISTANT, HOSTILE.id, Place(words="<script>"))

    assert re.findall(r"<script(?! src=\"/giao-dien/)", page) == []
    assert "<img src=x" not in page
    assert 'href="javascript' not in page


def test_unknown_document_is_said():
    with pytest.raises(CorpusError):
        reader_page(ASSISTANT, "unknown", Place())


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("hội trường", ["hội trường"]),
        ("PHONG  hoi truong", ["Phông hội trường"]),
        ("phía trước", []),
        ("hoi truon", []),
        ("", []),
        ("(", []),
    ],
    ids=["as written", "no accents, other case and spaces", "not there", "half a word", "nothing", "a sign"],
)
def test_search_inside_finds_words_however_typed(words, found):
    text = TEXTS[DECORATION.id]

    assert [text[a:b] for a, b in hits(text, words)] == found


def test_search_inside_tells_how_often():
    page = reader_page(ASSISTANT, DECORATION.id, Place(words="bục"))

    assert "Có 3 chỗ:" in page
    assert 'href="#trich-3"' in page
    assert "Không thấy “khinh khí cầu”" in reader_page(ASSISTANT, DECORATION.id, Place(words="khinh khí cầu"))


def test_addresses_survive_any_id():
    assert document_link("la-<b>/x?y") == "/van-ban/la-%3Cb%3E%2Fx%3Fy"
    assert place_link("a", 3, 9) == "/van-ban/a?tu=3&den=9#trich"
