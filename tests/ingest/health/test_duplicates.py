from datetime import date

import pytest

from assistant.datatypes import DIGEST, Document
from ingest.health.duplicates import Examined, find_duplicates
from ingest.health.findings import Finding, Health
from ingest.health.sketches import find_alike, sketch_of
from ingest.health.words import read_words
from tests.ingest.health import texts

LONG = texts.HEALTHY + texts.OFFICIAL
EDITED = LONG.replace("bến nước", "bãi đá").replace("hai tháng", "ba tuần")


def examined(identity, text, content_hash="", findings=(), **known):
    health = Health(tuple(findings), sketch_of(read_words(text)))
    document = Document(identity, identity, f"{identity}.txt", **known)
    return Examined(document, f"/kho/{identity}.txt", content_hash or identity, health)


def pairs(*documents):
    return [(one.keep, one.drop) for one in find_duplicates(documents)]


def test_nearly_equal_texts_are_found_with_their_likeness():
    (found,) = find_duplicates([examined("a", LONG), examined("b", EDITED), examined("c", texts.ENGLISH)])

    assert (found.keep, found.drop, found.is_exact) == ("a", "b", False)
    assert 0.85 < found.similarity < 1


def test_a_copy_that_lost_its_accents_is_a_copy():
    assert pairs(examined("a", LONG), examined("b", texts.without_accents(LONG))) == [("a", "b")]


def test_files_of_one_content_are_duplicates_however_short():
    (found,) = find_duplicates([examined("a", "Một câu.", "x"), examined("b", "Một câu.", "x")])

    assert (found.similarity, found.is_exact) == (1.0, True)


def test_short_texts_and_different_ones_are_not_compared_by_chance():
    assert pairs(examined("a", "Chi bộ họp."), examined("b", "Chi bộ họp."), examined("c", texts.HEALTHY)) == []


@pytest.mark.parametrize(
    "known",
    [
        pytest.param([{"provenance": DIGEST}, {}], id="an original and a digest"),
        pytest.param(
            [
                {"number": "35-CT/THU", "issued": date(2019, 5, 30)},
                {"number": "35-CT/THU", "issued": date(2024, 6, 14)},
            ],
            id="one number in two terms",
        ),
        pytest.param([{"number": "12-KH/THU"}, {"number": "15-KH/THU"}], id="two numbers"),
    ],
)
def test_different_documents_are_no_duplicates_however_alike(known):
    one, other = known

    assert pairs(examined("a", LONG, **one), examined("b", EDITED, **other)) == []


@pytest.mark.parametrize(
    "better",
    [
        {"number": "12-HD/TU", "issued": date(2031, 3, 5)},
        {"issued": date(2031, 3, 5)},
        {"issuer": "Tỉnh uỷ Hà Minh"},
    ],
)
def test_the_fuller_record_stays(better):
    assert pairs(examined("a", LONG), examined("b", EDITED, **better)) == [("b", "a")]


def test_the_file_in_the_better_state_stays():
    bad = examined("a", LONG, findings=[Finding("split_words", "warning", "Chữ bị tách.")])

    assert pairs(bad, examined("b", EDITED)) == [("b", "a")]


def test_of_many_copies_each_is_named_once():
    copies = [examined(f"d{number}", LONG + f"Bản sao số {number}.") for number in range(12)]

    assert [drop for _, drop in sorted(pairs(*copies), key=lambda pair: int(pair[1][1:]))] == [
        f"d{number}" for number in range(1, 12)
    ]


def test_the_likeness_told_is_near_the_share_of_common_rows():
    words = [f"từ{number}" for number in range(2_000)]
    other = [*words[:1_800], *(f"khác{number}" for number in range(200))]
    rows = [set(zip(one, one[1:], one[2:], strict=False)) for one in (words, other)]
    common = len(rows[0] & rows[1]) / len(rows[0] | rows[1])

    (found,) = find_alike({"a": sketch_of(_words(words)), "b": sketch_of(_words(other))})

    assert found.similarity == pytest.approx(common, abs=0.08)


def _words(words):
    return read_words(" ".join("".join(chr(ord("a") + int(d)) if d.isdigit() else d for d in word) for word in words))
