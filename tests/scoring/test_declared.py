"""A reason that declares something: a veto, or that an indicator does not apply, whatever is filled in."""

import pytest
from scoring.records import ASSESSMENT, scored

from jixiao.scoring.declared import veto_hint


def test_a_veto_costs_all_points_whatever_else_is_filled_in_and_is_printed():
    score = scored("D2", rows={"D2": {"违规次数": "0", "扣分原因": "一票否决：挪用专项资金"}})
    assert (score.score, score.measure, score.obstacle) == (0, "一票否决", None)
    assert score.working == "一票否决，得0分"
    assert score.reason == "一票否决：挪用专项资金"
    assert scored("D2", rows={"D2": {"违规次数": "0", "扣分原因": "没有一票否决的情形"}}).score == 2


def test_how_to_enter_it_is_said_where_the_standard_knows_a_veto():
    assert "写“一票否决：事由”" in veto_hint("“存在挪用的”是一票否决，没有纳入逐次扣分", ASSESSMENT)
    assert veto_hint("“综合评定”要由人判断", ASSESSMENT) == ""


@pytest.mark.parametrize(
    ("reason", "vetoed"),
    [
        ("一票否决：无", False),
        ("一票否决事项未发生", False),
        ("一票否决情形没有，附件不全", False),
        ("一票否决：没有按规定招标", True),
        ("一票否决（挪用）", True),
        ("一票否决", True),
    ],
)
def test_who_writes_that_there_was_none_is_not_vetoed(reason, vetoed):
    score = scored("D2", rows={"D2": {"违规次数": "0", "扣分原因": reason}})
    assert (score.score == 0) is vetoed
