"""Slips that satisfy every equation: told where they are made, and nowhere in a year that holds together."""

from __future__ import annotations

from decimal import Decimal

import pytest
from balanced import Year, record_of
from msgspec.structs import replace

from jixiao.checks.acceptance import explained
from jixiao.checks.confront import confront
from jixiao.checks.findings import findings_of
from jixiao.checks.unit import Unit
from jixiao.model.fact import Fact, Record
from jixiao.model.finding import Finding
from jixiao.model.outcome import Outcome, Severity
from jixiao.model.written_explanation import WrittenExplanation
from jixiao.pack.loading import load_pack

PACK = load_pack()
WAN = Unit("万元", Decimal(10000))


def broken(record: Record, unit: Unit = WAN) -> tuple[Finding, ...]:
    """What is found beyond rounding."""
    verdicts = confront(record, PACK.checks, PACK.vocabulary, PACK.names_of_codes)
    return tuple(f for f in findings_of(verdicts, unit) if f.outcome is not Outcome.ROUNDING)


def book(seed: int = 3) -> dict[str, Fact]:
    """The single cells of a consistent year."""
    fields = record_of(Year(seed).filling("万元"), "万元").fields
    assert isinstance(fields, dict)
    return fields


def ids(fields: dict[str, Fact], **typed: Decimal | str) -> list[str]:
    """The checks that fail with other figures in some cells; an underscore stands for the dot."""
    changed = {name.replace("_", ".", 1): value for name, value in typed.items()}
    facts = {name: replace(fields[name], value=value) for name, value in changed.items()}
    whole = record_of(Year(3).filling("万元"), "万元")
    return [finding.id for finding in broken(replace(whole, fields={**fields, **facts}))]


@pytest.mark.parametrize("seed", range(30))
@pytest.mark.parametrize("fiscal_only", [True, False])
def test_a_year_that_holds_together_gives_no_finding_at_all(seed: int, fiscal_only: bool):
    name, factor = (("元", Decimal(1)), ("万元", Decimal(10000)))[seed % 2]
    year = Year(seed, fiscal_only=fiscal_only)
    found = broken(record_of(year.filling(name), name), Unit(name, factor))
    asked = [] if fiscal_only or year.told else ["ECON-26"]  # which of it is the general budget's
    assert [finding.id for finding in found] == asked


@pytest.mark.parametrize("column", ["上年决算", "本年预算", "本年决算"])
@pytest.mark.parametrize("power", [-2, -1, 1, 2])
@pytest.mark.parametrize("item", ["水费", "培训费", "公务接待", "业务工作专项"])
def test_a_slipped_point_is_told_in_every_column(column: str, power: int, item: str):
    fields = book()
    slipped = fields[f"{column}.{item}"].number.scaleb(power)
    assert f"SIZE-01-{item}" in ids(fields, **{f"{column}_{item}": slipped})


def test_an_item_that_does_not_exist_this_year_is_no_slip():
    assert not any(check.startswith("SIZE") for check in ids(book(), 本年决算_水费=Decimal(0)))


def test_a_whole_column_of_totals_with_a_slipped_point_is_told():
    fields = book()
    parts = {
        f"上年支出_{name}": fields[f"上年支出.{name}"].number * 100
        for name in ("基本支出", "项目支出", "合计")
    }
    assert {"SIZE-02-支出", "SIZE-02-基本支出"} <= {*ids(fields, **parts)}


def test_a_reason_closes_a_true_jump():
    fields = book()
    whole = record_of(Year(3).filling("万元"), "万元")
    jumped = replace(fields["上年决算.水费"], value=fields["上年决算.水费"].number / 3)
    found = broken(replace(whole, fields={**fields, "上年决算.水费": jumped}))
    assert [finding.id for finding in found] == ["SIZE-01-水费"]
    (closed,) = explained(found, {found[0].key: WrittenExplanation("上年水费由出租方缴纳。")})
    assert (closed.severity, closed.outcome) == (Severity.WARNING, Outcome.EXPLAINED)


def test_parts_are_held_against_their_own_budgets():
    fields = book()
    basic, whole = fields["基本预算.全年预算数"], fields["整体预算.全年预算数"]
    assert "BUD-09" in ids(fields, 基本预算_全年预算数=basic.number / 4)
    assert "BUD-10" in ids(fields, 基本预算_全年预算数=whole.number)
    for item in ("公务接待", "会议费"):
        assert f"DATA-30-{item}" in ids(
            fields, **{f"本年预算_{item}": fields[f"本年决算.{item}"].number - 1000}
        )


@pytest.mark.parametrize("factor", [-1, 1000])
def test_the_adjustment_by_policy_is_part_of_the_adjustment(factor: int):
    fields = book()
    assert "BUD-11" in ids(fields, 整体预算_政策性调整数=fields["整体预算.政策性调整数"].number * factor)


@pytest.mark.parametrize(
    ("last", "reason", "told"),
    [
        ("0.5", "调整减少了预算指标", True),
        ("0.5", "人员减少但工资增长", False),
        ("0.5", "压减项目支出", True),
        ("0.5", "压减一般性支出，新增校舍维修", False),
        ("0.5", "项目变化", False),
        ("2", "年中追加了经费", True),
        ("2", "上年追加了一次性经费", False),
        ("2", "压减一般性支出", False),
    ],
)
def test_a_reason_does_not_contradict_its_figures(last: str, reason: str, told: bool):
    fields = book()
    was = fields["一般公共预算.支出"].number * Decimal(last)
    found = ids(fields, 上年一般公共预算_支出=was, 一般公共预算增减原因_支出=reason)
    assert any(check.startswith(("TEXT-12", "TEXT-13")) for check in found) == told


def test_a_unit_of_many_people_does_not_live_on_a_few_yuan():
    spent = {"支出_合计": Decimal(19000), "实有数_合计": Decimal(61)}
    assert "UNIT-01" in ids(book(), **spent)
    assert "UNIT-01" not in ids(book(), **{**spent, "实有数_合计": Decimal(3)})


@pytest.mark.parametrize(
    "term",
    ["整体预算.年初预算数", "整体预算.全年预算数", "基本预算.全年预算数", "结转结余.动用非财政结余"],
)
def test_what_cannot_be_negative_is_not_let_pass_for_its_neighbours(term: str):
    assert PACK.vocabulary[term].low == 0
    assert PACK.vocabulary["整体预算.调整数"].low is None
