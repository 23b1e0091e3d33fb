"""Counts: read from the package, usual spelling only, added to by texts."""

from assistant.language.syllable_counts import TEXT_WEIGHT, load_counts, usual_spelling


def test_counts_of_the_package_hold_syllables_and_pairs():
    counts = load_counts()

    assert counts.singles["ủy"] > counts.singles["xã"] > 0
    assert counts.pairs["đại hội"] > 0
    assert "uỷ" not in counts.singles


def test_texts_add_their_words_and_pairs():
    before, after = load_counts(), load_counts(["Krông Búk, Krông Búk"])

    assert after.pairs["krông búk"] - before.pairs["krông búk"] == 2 * TEXT_WEIGHT
    assert after.singles["búk"] - before.singles["búk"] == 2 * TEXT_WEIGHT
    assert after.pairs.get("búk krông", 0) == before.pairs.get("búk krông", 0)


def test_usual_spelling_moves_the_tone_only():
    assert [usual_spelling(word) for word in ("uỷ", "hoà", "đắk", "ubnd")] == ["ủy", "hòa", "đắk", "ubnd"]
