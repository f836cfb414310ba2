"""What an expression comes to does not hang on who has said it before, or with which figures."""

from decimal import Decimal

import pytest
from jinja2 import UndefinedError, nodes
from report.filled import PACK

from jixiao.pack.pack import Pack
from jixiao.report.language.environment import ReportEnvironment, make_environment
from jixiao.report.language.phrases import Phrases
from jixiao.report.language.style_file import load_style
from jixiao.report.language.values import numerals_of
from jixiao.report.lint.trial import evaluate, print_out
from jixiao.report.word.errors import BadExpression


def environment(pack: Pack = PACK) -> ReportEnvironment:
    style = load_style(pack.reports, pack.form.units.factors)
    return make_environment(Phrases(style, numerals_of(style, pack.form.units.factors)))


def said(text: str, of: ReportEnvironment) -> nodes.Node:
    """What stands in the braces, wherever it stands in a template."""
    return of.parse(f"甲\n乙{{{{ {text} }}}}").body[0].nodes[1]


def test_the_same_expression_is_worked_out_on_each_record():
    one, other = environment(), environment()
    assert evaluate(said("甲 + 1", one), {"甲": Decimal(1)}, one) == 2
    assert evaluate(said("甲 + 1", other), {"甲": Decimal(5)}, other) == 6


def test_a_filter_is_that_of_the_environment_even_behind_a_constant():
    one, other = environment(), environment()
    other.filters["abs"] = lambda number: f"其他{number}"
    assert evaluate(said("3|abs", one), {}, one) == 3
    assert evaluate(said("3|abs", other), {}, other) == "其他3"


def test_what_cannot_be_printed_can_still_be_looked_at():
    here = environment()
    table = (1, 2)
    assert evaluate(said("表", here), {"表": table}, here) == table
    with pytest.raises(BadExpression):
        print_out(said("表", here), {"表": table}, here)


def test_a_name_that_is_not_there_is_told_each_time():
    here = environment()
    for _ in range(2):
        with pytest.raises(UndefinedError):
            evaluate(said("乙", here), {"甲": 1}, here)
