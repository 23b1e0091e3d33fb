from pathlib import Path

import pytest

from ingest.limits import MEGABYTE, limit_of, seconds_for
from ingest.loaders.ocr import MOST_PAGES

LIGHT_PAGE = 0.028 * MEGABYTE  # black and white at 200 dpi
SECONDS = 3.5  # in which a full page was recognised on a busy machine


@pytest.mark.parametrize("suffix", [".pdf", ".tif"])
@pytest.mark.parametrize("pages", [1, 20, MOST_PAGES])
def test_even_the_lightest_scans_have_time_for_three_times_as_slow_a_machine(suffix, pages):
    assert seconds_for(Path(f"a{suffix}"), int(pages * LIGHT_PAGE)) >= 3 * SECONDS * pages


def test_no_file_of_pages_may_take_longer_than_the_most_pages_would():
    limit = limit_of(Path("a.pdf"))

    assert seconds_for(Path("a.pdf"), limit.most_bytes) == limit.most_seconds < 2 * 3600


def test_larger_files_have_more_time():
    for name in ("a.txt", "a.pdf", "a.png", "a.docx"):
        assert seconds_for(Path(name), 2 * MEGABYTE) > seconds_for(Path(name), 0) > 0
