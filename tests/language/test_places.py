"""Places: read as written, each once."""

from assistant.language.places import load_places


def test_places_are_read_as_written_without_comments():
    places = load_places()

    assert {"Đắk Lắk", "Hà Tĩnh", "Lạng Sơn", "Đắk Song", "Ea H'leo"} <= set(places)
    assert len(places) == len(set(places))
    assert not any("#" in place or place != place.strip() for place in places)
