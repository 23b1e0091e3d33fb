"""The style sheet: readable contrast in both modes, large text, nothing from elsewhere."""

import re
from itertools import pairwise

import pytest

from assistant.ui.frame import ASSETS

CSS = (ASSETS / "style.css").read_text(encoding="utf-8")
TEXT_ON_GROUND = [
    ("ink", "paper"), ("ink", "surface"), ("ink", "chip"), ("quiet", "paper"), ("quiet", "surface"),
    ("link", "paper"), ("link", "surface"), ("mark-ink", "mark"), ("warn", "warn-ground"), ("warn", "surface"),
    ("good", "surface"), ("ink", "warn-ground"),
]  # fmt: skip
EDGES = [("focus", "paper"), ("focus", "surface"), ("edge", "paper"), ("edge", "surface"), ("quiet", "surface")]


def colours(selector):
    block = re.search(rf"^{re.escape(selector)} {{(.*?)^}}", CSS, re.DOTALL | re.MULTILINE)[1]
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", block))


LIGHT = colours(":root")
MODES = {"light": LIGHT, "dark": LIGHT | colours(".dark")}


def luminance(colour):
    channels = [int(colour[at:to], 16) / 255 for at, to in pairwise((1, 3, 5, 7))]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(("text", "ground"), TEXT_ON_GROUND)
def test_text_meets_wcag_aa(mode, text, ground):
    assert contrast(MODES[mode][text], MODES[mode][ground]) >= 4.5


@pytest.mark.parametrize("mode", MODES)
def test_white_on_red_buttons_meets_wcag_aa(mode):
    assert contrast("#ffffff", MODES[mode]["press"]) >= 4.5
    assert contrast("#ffffff", MODES[mode]["press-hover"]) >= 4.5


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(("edge", "ground"), EDGES)
def test_edges_and_focus_meet_wcag_aa(mode, edge, ground):
    assert contrast(MODES[mode][edge], MODES[mode][ground]) >= 3


def test_text_is_at_least_17_px():
    assert int(re.search(r"--text: (\d+)px", CSS)[1]) >= 17


def test_assets_name_no_other_place():
    for path in ASSETS.iterdir():
        text = path.read_text(encoding="utf-8").replace("http://www.w3.org/2000/svg", "")
        assert not re.search(r"https?://|@import|url\(\s*['\"]?//", text), path.name
