import numpy
import pytest
from PIL import Image

from ingest.paged.ruling import find_grids

LEFTS, TOPS = (200, 500, 900, 1500), (300, 420, 620, 740)


def paper():
    return numpy.full((1400, 1700), 235, dtype="uint8")


def ruled(shades, lefts=LEFTS, tops=TOPS):
    for y in tops:
        shades[y : y + 3, lefts[0] : lefts[-1]] = 30
    for x in lefts:
        shades[tops[0] : tops[-1] + 3, x : x + 3] = 30
    return shades


def spans(grid):
    """Each row's cells as the numbers of the lines around them: left, top, right, bottom."""
    return [[cell and tuple(map(nearest, cell, (LEFTS, TOPS, LEFTS, TOPS))) for cell in row] for row in grid]


def nearest(edge, places):
    return min(range(len(places)), key=lambda i: abs(places[i] - edge))


def test_each_cell_lies_between_its_lines():
    [grid] = find_grids(ruled(paper()), 1.0)

    assert spans(grid) == [[(x, y, x + 1, y + 1) for x in range(3)] for y in range(3)]
    assert grid[0][0] == pytest.approx((200, 300, 500, 420), abs=4)


def test_lengths_are_given_in_points():
    [grid] = find_grids(ruled(paper()), 72 / 300)

    assert grid[2][2] == pytest.approx((216, 148.8, 360, 177.6), abs=1)


def test_cells_without_a_line_between_them_are_one():
    shades = ruled(paper())
    shades[TOPS[0] + 3 : TOPS[1], LEFTS[1] : LEFTS[1] + 3] = 235  # the first two of the first row
    shades[TOPS[2] : TOPS[2] + 3, LEFTS[2] + 3 : LEFTS[3]] = 235  # the last two of the last column

    [grid] = find_grids(shades, 1.0)

    assert spans(grid) == [
        [(0, 0, 2, 1), None, (2, 0, 3, 1)],
        [(0, 1, 1, 2), (1, 1, 2, 2), (2, 1, 3, 3)],
        [(0, 2, 1, 3), (1, 2, 2, 3), None],
    ]


def test_lines_of_a_page_that_lies_askew_are_found():
    image = Image.fromarray(ruled(paper()))
    for angle in (-0.5, 0.5):
        [grid] = find_grids(numpy.asarray(image.rotate(angle, fillcolor=235)), 1.0)

        assert spans(grid) == [[(x, y, x + 1, y + 1) for x in range(3)] for y in range(3)]


def test_tables_stand_from_top_to_bottom():
    shades = ruled(ruled(paper(), tops=(900, 1000, 1100)))

    upper, lower = find_grids(shades, 1.0)

    assert (len(upper), len(lower)) == (3, 2)


def test_frames_underlines_and_photographs_are_no_tables():
    framed = ruled(paper(), lefts=(200, 1500), tops=(300, 740))
    underlined = paper()
    underlined[500:503, 300:900] = 30
    photograph = paper()
    photograph[200:1200, 200:1500] = numpy.random.default_rng(3).integers(0, 120, (1000, 1300), dtype="uint8")

    assert [find_grids(shades, 1.0) for shades in (framed, underlined, photograph, paper())] == [()] * 4
