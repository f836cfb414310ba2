"""Cells between ruled lines: merged ones, open sides, grids apart, frames."""

from __future__ import annotations

from jixiao.documents.document import Merge
from jixiao.documents.pdf.grids import RuledGrid, grids_of
from jixiao.documents.pdf.rules import RuledLine, Rules


def ruled(xs: list[float], ys: list[float]) -> Rules:
    return Rules(
        tuple(RuledLine(y, xs[0], xs[-1]) for y in ys),
        tuple(RuledLine(x, ys[0], ys[-1]) for x in xs),
    )


def spans(grid: RuledGrid) -> set[tuple[int, int, int, int]]:
    return {(m.top, m.left, m.bottom, m.right) for m in grid.cells.values()}


def test_every_field_of_a_full_grid_is_a_cell():
    (grid,) = grids_of(ruled([0, 50, 100], [0, 20, 40]))
    assert spans(grid) == {(r, c, r, c) for r in (1, 2) for c in (1, 2)}
    assert [grid.cell_at(60, 30), grid.cell_at(150, 30), grid.cell_at(60, -1)] == [
        Merge(2, 2, 2, 2),
        None,
        None,
    ]


def test_a_cell_grows_while_no_rule_divides_it():
    horizontal = (RuledLine(0, 0, 150), RuledLine(20, 50, 150), RuledLine(40, 0, 150))
    vertical = (RuledLine(0, 0, 40), RuledLine(50, 0, 40), RuledLine(100, 20, 40), RuledLine(150, 0, 40))
    (grid,) = grids_of(Rules(horizontal, vertical))
    assert spans(grid) == {(1, 1, 2, 1), (1, 2, 1, 3), (2, 2, 2, 2), (2, 3, 2, 3)}


def test_a_grid_may_be_open_at_its_sides():
    (grid,) = grids_of(Rules((RuledLine(0, 0, 100), RuledLine(20, 0, 100)), (RuledLine(50, 0, 60),)))
    assert (grid.xs, grid.ys) == ((0, 50, 100), (0, 20, 60))


def test_grids_that_do_not_touch_are_apart_from_top_to_bottom():
    lower, upper = ruled([0, 50, 100], [200, 220]), ruled([0, 30, 90], [0, 20])
    both = Rules(lower.horizontal + upper.horizontal, lower.vertical + upper.vertical)
    assert [grid.top for grid in grids_of(both)] == [0, 200]


def test_a_frame_and_lines_under_words_are_no_grids():
    assert grids_of(ruled([0, 500], [0, 800])) == []
    assert grids_of(Rules((RuledLine(10, 0, 50), RuledLine(30, 0, 50)), ())) == []


def test_rules_that_nearly_meet_touch():
    vertical = (RuledLine(0, 2, 40), RuledLine(50, 2, 40), RuledLine(100, 2, 40))
    (grid,) = grids_of(Rules((RuledLine(0, 1, 99), RuledLine(40, 1, 99)), vertical))
    assert len(spans(grid)) == 2
