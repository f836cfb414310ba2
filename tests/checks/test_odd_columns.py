"""A column whose figures all stand out is told of once; few of them are told of one by one."""

from __future__ import annotations

from decimal import Decimal

from jixiao.checks.acceptance import explained
from jixiao.checks.confront import confront
from jixiao.checks.findings import findings_of
from jixiao.checks.odd_columns import COLUMN
from jixiao.checks.unit import Unit
from jixiao.model.finding import Finding
from jixiao.model.written_explanation import WrittenExplanation
from jixiao.pack.example import record_of_example
from jixiao.pack.loading import load_pack

PACK = load_pack()
WAN = Unit("万元", Decimal(10000))
ITEMS = ("水费", "电费", "差旅费", "会议费")


def findings(odd: int, last: str = "1.20") -> dict[str, Finding]:
    """The first `odd` items were about a tenth last year."""
    given = {f"上年决算.{item}": last if number < odd else "12.10" for number, item in enumerate(ITEMS)}
    for item in ITEMS:
        given |= {f"本年预算.{item}": "12.40", f"本年决算.{item}": "12.20"}
    record = record_of_example(given, PACK, WAN.factor)
    told = findings_of(confront(record, PACK.checks, PACK.vocabulary, PACK.names_of_codes), WAN)
    return {finding.key: finding for finding in told if finding.id == COLUMN or finding.id.startswith("SIZE")}


def test_two_odd_figures_are_told_of_one_by_one():
    assert set(findings(2)) == {"SIZE-01-水费", "SIZE-01-电费"}


def test_an_odd_column_is_one_finding_that_names_its_figures():
    [(key, finding)] = findings(4).items()
    assert key == "COLUMN-01@基础数据表“上年决算数”"
    assert "有4个数与同一行的其他数相差悬殊：“水费（上年决算数）”1.20万元、" in finding.message
    assert finding.message.endswith("等。")


def test_odd_figures_of_two_columns_are_not_put_together():
    given = {f"上年决算.{item}": "1.20" if item in ITEMS[:2] else "12.10" for item in ITEMS}
    for item in ITEMS:
        given |= {f"本年预算.{item}": "12.40", f"本年决算.{item}": "1.20" if item in ITEMS[2:] else "12.20"}
    record = record_of_example(given, PACK, WAN.factor)
    told = findings_of(confront(record, PACK.checks, PACK.vocabulary, PACK.names_of_codes), WAN)
    assert COLUMN not in {finding.id for finding in told}


def test_one_reason_closes_the_whole_column_until_a_figure_changes():
    [finding] = findings(4).values()
    [told] = explained([finding], {finding.key: WrittenExplanation("上年下半年才设立")}, PACK.fillers)
    assert not told.open
    [later] = findings(4, last="1.10").values()
    kept = WrittenExplanation(told.explanation, told.figures)
    assert explained([later], {later.key: kept}, PACK.fillers)[0].open
