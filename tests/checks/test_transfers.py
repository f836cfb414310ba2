"""Of a sum: what is broken or blank because of transfers between its units is no slip."""

from __future__ import annotations

from decimal import Decimal

from jixiao.checks.confront import confront
from jixiao.checks.transfers import about_budgets, of_transfers
from jixiao.checks.unit import Unit
from jixiao.model.fact import Fact, Place, Record, State
from jixiao.model.finding import Finding
from jixiao.model.outcome import Outcome, Severity
from jixiao.pack.loading import load_pack

PACK = load_pack()
WAN = Unit("万元", Decimal(10_000))
SUMS = tuple(check for check in PACK.checks if check.data.id == "FUNC-01")
BALANCE = tuple(check for check in PACK.checks if check.data.id == "BUD-01")
TOTAL, ROW = "功能分类合计.金额", "功能分类.金额"
BLANK = Finding(
    "BLANK-01",
    Severity.ERROR,
    Outcome.NOT_CHECKED,
    "收支总表",
    "没有填。",
    mend="请补填。",
    cells=(Place("收支总表", "B33"),),
    key="BLANK-01@收支总表",
)


def fact(term: str, value: int | str | None, place: Place | None = None) -> Fact:
    there = Decimal(value) if isinstance(value, int) else value
    state = State.BLANK if value is None else State.FILLED
    return Fact(term, term, PACK.vocabulary[term].kind, place, there, Decimal(200), state)


def record(left: int, gap: int, budget: int | None = None) -> Record:
    """A sum whose rows have more than its total has."""
    rows = ("201", 1_000_000 + gap), ("20101", 1_000_000 + gap)
    of_rows = tuple(
        Record(
            {"功能分类.编码": fact("功能分类.编码", code), ROW: fact(ROW, amount, Place("功能分类", "C9"))}
        )
        for code, amount in rows
    )
    fields = [
        fact(TOTAL, 1_000_000, Place("功能分类", "C5")),
        fact("支出.合计", 1_000_000),
        fact("整体预算.年初预算数", budget, Place("收支总表", "B33")),
        fact("整体预算.全年预算数", 500_000),
        fact("整体预算.调整数", 1),
        fact("汇总抵销.支出", left or None),
        fact("汇总抵销.功能分类", left or None),
        fact("汇总抵销.经济分类", None),
        fact("未带全.功能分类", None),
    ]
    return Record({one.term: one for one in fields}, {"功能分类": of_rows})


def told(left: int, gap: int) -> list[tuple[str, str]]:
    found = record(left, gap)
    verdicts = confront(found, SUMS, PACK.vocabulary, PACK.names_of_codes)
    return [(hint.ending, hint.mend) for hint in of_transfers(verdicts, (), found, WAN, PACK).values()]


def test_rows_that_still_contain_a_transfer_are_no_slip() -> None:
    ((ending, mend),) = told(300_000, 300_000)
    assert "差的是内部往来的抵销数（30.00万元）" in ending
    assert "不是填错" in ending
    assert "请不要在这里改数" in mend
    assert "--row 功能分类=编码" in mend
    assert len(told(300_000, 300_200)) == 1  # rounding


def test_another_gap_and_that_of_a_single_unit_are_judged_as_ever() -> None:
    assert told(300_000, 301_000) == told(300_000, -300_000) == told(0, 300_000) == []


def test_a_budget_that_a_sum_leaves_blank_says_why() -> None:
    (said,) = about_budgets([BLANK], record(300_000, 0), WAN, PACK)
    assert "汇总时从“支出.合计”抵销了内部往来 30.00万元，预算数里有多少是它" in said.message
    assert said.mend == "预算数请填扣除内部往来以后的数（各单位之和见“…-汇总说明.xlsx”）；请补填。"
    assert list(about_budgets([BLANK], record(0, 0), WAN, PACK)) == [BLANK]
    assert list(about_budgets([BLANK], record(300_000, 0, budget=5), WAN, PACK)) == [BLANK]


def test_what_is_broken_because_a_sum_has_no_budget_waits_for_it() -> None:
    def follows(left: int) -> list[str]:
        found = record(left, 0)
        verdicts = confront(found, BALANCE, PACK.vocabulary, PACK.names_of_codes)
        assert [verdict.outcome for verdict in verdicts] == [Outcome.INCONSISTENT]
        return [hint.follows for hint in of_transfers(verdicts, (BLANK,), found, WAN, PACK).values()]

    assert follows(300_000) == ["BLANK-01@收支总表"]
    assert follows(0) == []
