"""Linear forms: the same value as the evaluation, in every equation of every pack."""

from __future__ import annotations

from decimal import Decimal

import pytest
from balanced import Year, record_of

from jixiao.checks.confront import Verdict, confront
from jixiao.checks.network import linear_form
from jixiao.pack.loading import load_pack
from jixiao.relation.binding import bind
from jixiao.relation.functions.traits import NotLinear
from jixiao.relation.linear import linear
from jixiao.relation.scope import Scope

PACK = load_pack()
RECORD = record_of(Year(3, fiscal_only=False).filling("元"), "元")
ROOT = Scope(RECORD, PACK.vocabulary)


def form_of(text: str) -> dict[str, Decimal]:
    form = linear(bind(text, PACK.vocabulary).expression, ROOT, PACK.formulas)
    found = {fact.term: factor for fact, factor in form.cells.values()}
    return found | ({"": form.constant} if form.constant else {})


def test_addends_and_factors_are_collected():
    form = form_of("支出.基本支出 * 2 - (支出.项目支出 - 支出.基本支出) / 4 + 5")
    assert form == {"支出.基本支出": Decimal("2.25"), "支出.项目支出": Decimal("-0.25"), "": Decimal(5)}


def test_a_cell_that_stands_on_both_sides_drops_out():
    assert form_of("支出.合计 - 支出.合计")["支出.合计"] == 0


def test_sums_by_code_are_their_rows():
    form = linear(
        bind('SUMIF(功能分类.编码, "???", 功能分类.金额)', PACK.vocabulary).expression, ROOT, PACK.formulas
    )
    rows = [row for row in RECORD.groups["功能分类"] if len(row.fields["功能分类.编码"].text) == 3]
    assert list(form.cells) == [id(row.fields["功能分类.金额"]) for row in rows]


def test_a_computed_cell_stands_for_its_formula():
    assert form_of("预算调整.整体年初") == {"整体预算.年初预算数": Decimal(1)}


@pytest.mark.parametrize(
    "text",
    [
        "支出.合计 * 收入.合计",
        "1 / 支出.合计",
        "支出.合计 / 0",
        "执行率.年初预算",
        "MAX(支出.合计, 收入.合计)",
        "LEN(单位.名称)",
        "单位.名称",
    ],
)
def test_what_is_not_linear_is_refused(text: str):
    with pytest.raises(NotLinear):
        form_of(text)


def test_every_linear_relation_has_the_gap_that_the_evaluation_found():
    verdicts = confront(RECORD, PACK.checks, PACK.vocabulary, PACK.names_of_codes)
    compared = [verdict for verdict in verdicts if _agrees(verdict)]
    assert len(compared) > 130


def _agrees(verdict: Verdict) -> bool:
    """True if the relation is linear; fails if it then has another gap."""
    gap = verdict.comparison.difference
    form = None if gap is None else linear_form(verdict, PACK.formulas)
    if form is None or not form.cells:
        return False
    found = sum((factor * fact.number for fact, factor in form.cells.values()), form.constant)
    assert found == gap, verdict.key
    return True
