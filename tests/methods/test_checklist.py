"""Points that are met or not."""

from decimal import Decimal

from jixiao.methods.checklist import Checklist, Point

D = Decimal


def test_a_missed_point_is_named():
    method = Checklist(points=(Point(text="按规定内容公开", score=D(2)), Point(text="按时公开", score=D(1))))
    result = method.mark((False, True), D(3))
    assert result.score == 1
    assert result.working == "第1项“按规定内容公开”不符合，扣2分，得1分"
