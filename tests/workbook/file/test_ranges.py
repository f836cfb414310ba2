"""Cells named by as few ranges as possible."""

import pytest

from jixiao.workbook.file.ranges import ranges


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ((), []),
        (("C5",), ["C5"]),
        (("C5", "C6", "C7"), ["C5:C7"]),
        (("C7", "C5", "C6", "C5"), ["C5:C7"]),
        (("C5", "C13"), ["C5", "C13"]),
        (("B24", "C24", "B25", "C25"), ["B24:C25"]),
        (("B9", "B10", "C9", "D9"), ["B9:B10", "C9:D9"]),
        (("Z1", "AA1"), ["Z1:AA1"]),
    ],
)
def test_cells_beside_and_below_each_other_are_one_range(cells, said):
    assert ranges(cells) == said
