"""Rows of one indicator, each with points of its own."""

from decimal import Decimal

from frameworks.printed.test_row_parts import parts

from jixiao.frameworks.printed.sums import Points
from jixiao.frameworks.standards.rule_of_parts import each_ruled, rule_of_parts
from jixiao.frameworks.standards.standard import take_apart


def rule(*said):
    rows = parts(*said)
    together = take_apart("制度", Decimal(5), "\n".join(text for text, _ in said))
    return rule_of_parts("制度", rows, Points(percent=False, shares=False), together)


def test_all_or_nothing_in_each_row_is_a_list_of_points():
    found = rule(("符合得2分，不符合不得分", "2"), ("执行得3分，否则不得分", "3"))
    assert found.type == "checklist"
    assert [point["score"] for point in found.parameters["points"]] == ["2", "3"]


def test_rules_of_different_kinds_are_left_to_people():
    found = rule(("每少一项扣1分", "2"), ("完成率×3", "3"))
    assert not found.type
    assert found.doubts == (each_ruled([1, 2]),)
