"""Points that are added up."""

from frameworks.reading import given, standard

from jixiao.frameworks.standards.checklist import read_checklist


def scores(text, full="6", beside=""):
    return [point["score"] for point in given(read_checklist(standard(text, full, "制度", beside)))["points"]]


def test_each_point_has_its_score():
    assert scores("①有制度，3分；②合规，2分；③执行，1分。") == ["3", "2", "1"]
    assert scores("按规定内容公开得4分；按规定时限公开得2分") == ["4", "2"]


def test_points_alike_may_stand_in_the_explanation():
    assert scores("每符合一项得2分", beside="①有制度；②合规；③执行") == ["2", "2", "2"]
    assert scores("①②③各2分", beside="①有制度；②合规；③执行") == ["2", "2", "2"]


def test_a_quarter_is_a_point():
    assert scores("每季度末达到序时进度的得1分，全年共4分；未达到的该季度不得分", "4") == ["1"] * 4


def test_points_that_do_not_come_to_the_weight_are_told_with_both_numbers():
    rule = read_checklist(standard("①有制度，3分；②合规，2分。", "6", "制度"))
    assert rule.doubts == ("分值是6分，各要点合计5分",)


def test_levels_are_no_points():
    assert read_checklist(standard("健全得6分；较健全得4分；不健全得0分", "6", "制度")) is None
