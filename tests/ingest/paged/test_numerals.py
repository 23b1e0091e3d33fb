import pytest

from ingest.paged.numerals import mend_numerals


@pytest.mark.parametrize(
    ("read", "mended"),
    [
        ("I. ĐẦU\nII. GIỮA\n\fII. CUỐI", "I. ĐẦU\nII. GIỮA\n\fIII. CUỐI"),
        ("I. ĐẦU\nII. GIỮA\nHI. CUỐI", "I. ĐẦU\nII. GIỮA\nIII. CUỐI"),
        ("V. ĐẦU\nVI. GIỮA\nVI. CUỐI", "V. ĐẦU\nVI. GIỮA\nVII. CUỐI"),
        ("I. A\nII. B\nI. A\nII. B", "I. A\nII. B\nI. A\nII. B"),
        ("II. Hai\n11. Mười một\nH. Chữ cái\nII của văn bản", "II. Hai\n11. Mười một\nH. Chữ cái\nII của văn bản"),
    ],
)
def test_numerals_go_on_counting_where_a_stroke_was_lost(read, mended):
    assert mend_numerals(read) == mended
