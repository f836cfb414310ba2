"""The last row of a score table that was handed out: 合计 with the points and the score."""

from __future__ import annotations

from msgspec.structs import replace
from report.filled import THE_2022_REPORT, scorecard, text

COLUMNS = (("一级", "level1"), ("指标", "name"), ("分值", "max_score"), ("得分", "score"))
COLUMNS += (("说明", "reason"), ("完成值", "measure"))
TOTAL = "| 合计 |  | 100 | 99 |  |  |"


def test_a_table_that_was_handed_out_ends_with_its_total() -> None:
    assert TOTAL in text(THE_2022_REPORT, replace(scorecard(), columns=COLUMNS))


def test_what_is_scaled_or_not_all_scored_is_no_sum_of_its_rows() -> None:
    card = replace(scorecard(), columns=COLUMNS)
    first, *others = card.scores
    for changed in (replace(first, applies=False, score=None), replace(first, score=None)):
        assert "| 合计 |  | 100 |" not in text(THE_2022_REPORT, replace(card, scores=(changed, *others)))
