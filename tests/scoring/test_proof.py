"""A framework's own examples: those that do not come out, and rules that the form cannot hold, are named."""

from decimal import Decimal
from pathlib import Path

import pytest
from refusals import refused
from scoring.records import ASSESSMENT, VOCABULARY, framework, with_indicator

from jixiao.methods.grades import GradedRange, GradeRange
from jixiao.methods.judgements import Checklist, Point
from jixiao.methods.shares import Execution
from jixiao.pack.framework import IndicatorExample
from jixiao.scoring.proof import prove_framework

FILE = Path("some.toml")


def prove(framework):
    prove_framework(framework, VOCABULARY, ASSESSMENT, FILE)


def prove_example(id_, score, value="", **given):
    example = IndicatorExample(value=value, given=given, score=Decimal(score))
    prove(with_indicator(id_, examples=(example,)))


def test_the_shipped_framework_is_proven():
    prove(framework())


@pytest.mark.parametrize(
    ("id_", "value", "score"),
    [
        ("B1", "106.96%", "4"),
        ("B1", "1.0696", "4"),
        ("A1", "是、是、否", "2"),
        ("G1", "较好", "5.6"),
        ("F1", "35/36", "7.78"),
        ("F1", "35%/36%", "7.78"),
        ("C2", "1", "1"),
    ],
)
def test_an_example_is_read_as_people_write_its_measure(id_, value, score):
    prove_example(id_, score, value)


@pytest.mark.parametrize(
    ("id_", "value", "reason"),
    [
        ("B1", "106.96%", "B1: the example 106.96% should score 5, the rule gives 4.00"),
        ("B1", "约107%", "B1: the example 约107% is nothing that its method can score"),
        ("A1", "是、是", "A1: the example 是、是 is nothing that its method can score"),
        ("A1", "是、是、也许", "A1: the example 是、是、也许 is nothing that its method can score"),
        ("G1", "很好", "G1: the example 很好 is nothing that its method can score"),
        ("F1", "36", "F1: the example 36 is nothing that its method can score"),
    ],
)
def test_an_example_that_does_not_come_out_is_named(id_, value, reason):
    with refused(reason):
        prove_example(id_, "5", value)


def test_every_example_of_an_indicator_counts():
    right, wrong = (IndicatorExample(value="106.96%", score=Decimal(score)) for score in (4, 3))
    with refused("B1: the example 106.96% should score 3"):
        prove(with_indicator("B1", examples=(right, wrong)))


def test_an_example_may_give_the_figures_of_the_relation():
    prove_example("B1", "4", **{"支出.合计": "106.96", "整体预算.年初预算数": "100"})
    with refused("B1: the example 支出.合计 = 106.96; 整体预算.年初预算数 = 100 should score 5"):
        prove_example("B1", "5", **{"支出.合计": "106.96", "整体预算.年初预算数": "100"})


def test_a_figure_that_an_example_leaves_out_is_blank():
    with refused("B1: the example 支出.合计 = 1 has no measure: “年初预算数"):
        prove_example("B1", "5", **{"支出.合计": "1"})


def checklist(number):
    points = tuple(Point(text="要点", score=Decimal(3) / number) for _ in range(number))
    examples = (IndicatorExample(value="、".join("是" * number), score=Decimal(3)),)
    return with_indicator("A1", method=Checklist(points=points), examples=examples)


def test_a_checklist_may_have_as_many_points_as_the_form_has_columns():
    prove(checklist(3))
    with refused("A1: 有 4 个要点，表样只有 3 列可填"):
        prove(checklist(4))


def test_a_score_outside_the_range_of_its_level_is_no_example():
    levels = (GradeRange(name="好", low=Decimal("0.8"), high=Decimal(1)),)
    example = IndicatorExample(value="好/5", score=Decimal(5))
    with refused("G1: the example 好/5 is nothing that its method can score"):
        prove(with_indicator("G1", method=GradedRange(levels=levels), examples=(example,)))


@pytest.mark.parametrize(("zero_base", "score"), [("0", "0"), ("1", "5")])
def test_without_a_budget_the_method_says_what_execution_scores(zero_base, score):
    given = {"支出.合计": "1", "整体预算.年初预算数": "0"}
    example = IndicatorExample(given=given, score=Decimal(score))
    prove(with_indicator("B1", method=Execution(zero_base=Decimal(zero_base)), examples=(example,)))
