"""Points that are lost by a slip of a figure alone stand behind what is told of the figure."""

from __future__ import annotations

from pathlib import Path

import pytest
from workbook.books import BALANCED, Typed, inspected, silent_sample, typed

from jixiao.model.finding import Finding


def found(folder: Path, **purchases: str) -> tuple[Finding, Finding]:
    """What is told of the figures of purchases, and of the points that are lost by them."""
    cells: dict[str, Typed] = {f"{year}.政府采购金额": figure for year, figure in purchases.items()}
    told = inspected(folder, typed(silent_sample(BALANCED), cells)).findings
    (size,) = (one for one in told if one.id == "SIZE-01-政府采购金额")
    (lost,) = (one for one in told if one.id == "SCORE-03" and "政府采购执行率" in one.message)
    return size, lost


def test_a_score_of_a_figure_in_the_wrong_unit_follows_what_is_told_of_the_figure(tmp_path: Path):
    size, lost = found(tmp_path, 上年决算="32.84", 本年预算="32.88", 本年决算="328800")
    assert size.suggestions
    assert lost.follows == size.key


@pytest.mark.parametrize("spent", ["258800", "3.29"])
def test_points_that_are_lost_all_the_same_stand_alone(tmp_path: Path, spent: str):
    _, lost = found(tmp_path, 上年决算="32.84", 本年预算="32.88", 本年决算=spent)
    assert lost.follows == ""
