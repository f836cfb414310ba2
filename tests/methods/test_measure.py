"""What stops a measure from being had is told with the cell that it needs."""

import pytest

from jixiao.methods.measure import NotMeasurable
from jixiao.model.fact import Place
from jixiao.model.scorecard import Obstacle

OBSTACLE = Obstacle("目标值", Place("指标自评", "J5"), "还没有填写", "请补填。", blank=True)


def test_what_is_not_measurable_reads_as_the_problem_and_keeps_the_obstacle():
    with pytest.raises(NotMeasurable, match=r"^“目标值”（指标自评!J5）还没有填写$") as stopped:
        raise NotMeasurable(OBSTACLE)
    assert stopped.value.obstacle is OBSTACLE
