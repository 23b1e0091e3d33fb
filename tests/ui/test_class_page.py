"""The address on the wall: what the others in the room have to type."""

import pytest

from assistant.ui.class_page import class_page, room_address


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        ("192.168.1.9", "http://192.168.1.9:7860"),
        ("may-chu.lan", "http://may-chu.lan:7860"),
        ("fd00::1", "http://[fd00::1]:7860"),
    ],
)
def test_chosen_address_is_the_one_to_type(host, expected):
    assert room_address(host, 7860) == expected


def test_page_shows_the_address_without_what_nobody_types():
    page = class_page("http://192.168.1.9:7860")

    assert '<p class="address">192.168.1.9:7860</p>' in page


def test_page_of_a_closed_app_tells_how_to_open_it():
    assert "app.py --class" in class_page("")
