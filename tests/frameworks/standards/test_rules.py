"""Wordings of standards and what must be made of them."""

import pytest
from frameworks.projection import case_line, read_case, wordings


@pytest.mark.parametrize(("case", "expected"), wordings(), ids=lambda value: value[:40])
def test_a_standard_is_read_as_it_is_worded(case, expected):
    assert case_line(case) == expected


def test_a_rule_that_the_points_contradict_is_never_sure():
    sure = [case for case, _ in wordings() if read_case(case).sure]
    doubled = [case.replace(f"|{case.split('|')[1]}|", "|97|", 1) for case in sure if "分值" not in case]
    silent = ("满分", "得分", "扣")
    asks_points = [case for case in doubled if "分，" in case and not any(word in case for word in silent)]
    wrong = [
        case for case in asks_points if (rule := read_case(case)).sure and rule.type in ("band", "graded")
    ]
    assert asks_points
    assert wrong == []
