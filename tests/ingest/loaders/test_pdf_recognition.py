"""Which pages of a PDF file are recognised from their picture, although they hold text."""

from __future__ import annotations

import pytest

from ingest.loaders.pdf import needs_recognition
from ingest.loaders.pdf_words import RawPage
from ingest.paged.words import Word

SENTENCE = "Đại hội chi bộ bầu cấp uỷ bằng phiếu kín theo danh sách đã thông qua"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(SENTENCE, False, id="its own letters"),
        pytest.param(SENTENCE.replace("ạ", "\0").replace("ỷ", "\0").replace("ế", "\0"), True, id="letters of no glyph"),
        pytest.param(SENTENCE.replace("ạ", "\ue001").replace("ế", "\ue002"), True, id="letters of a private font"),
        pytest.param("Congress of a party cell: ballots are secret, as the statutes say.", False, id="English"),
    ],
)
def test_letters_that_the_font_does_not_know_send_a_page_to_recognition(text: str, expected: bool) -> None:
    words = [Word(one, 10.0, 20.0, 10.0, 20.0, 10.0) for one in text.split()]

    assert needs_recognition(RawPage((), (), 595, 842, 0.0, has_drawing=False), words) is expected
