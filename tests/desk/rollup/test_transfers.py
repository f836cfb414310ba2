"""What the workbook of a sum says of transfers between its units."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from msgspec.structs import replace
from workbook.books import silent

from jixiao.desk.examined import PlainRecord
from jixiao.desk.rollup.adding import Adding
from jixiao.desk.rollup.against import differences
from jixiao.desk.rollup.eliminating import Eliminated
from jixiao.desk.rollup.levels import SummedLevel
from jixiao.desk.rollup.proof_sheets import UNKNOWN, proof_sheets
from jixiao.desk.rollup.rolled_workbook import SumToWrite, alone, write_sums
from jixiao.desk.rollup.total import Total
from jixiao.desk.rollup.transfers import about_budgets, as_written
from jixiao.model.filling import Filling
from jixiao.model.outcome import Severity
from jixiao.pack.framework import Framework
from jixiao.pack.loading import load_pack
from jixiao.pack.pack import Pack
from jixiao.pack.rollup_file import load_rollup
from jixiao.pipeline import inspect
from jixiao.workbook.written.build import build_workbook

PACK = load_pack()
SAID = PACK.form.transfers
BUDGET, ADJUSTED, WHOLE = "整体预算.年初预算数", "整体预算.调整数", "整体预算.全年预算数"
FIGURES = {"支出.合计": Decimal(80), BUDGET: Decimal(100), ADJUSTED: Decimal(0), WHOLE: Decimal(100)}
TAKEN = Eliminated("甲局", "补助", Decimal(20), {}, {}, ("支出.合计",), left=("功能分类",))
LAST_YEARS = replace(TAKEN, terms=("上年支出.合计",), left=())


def level(*eliminated: Eliminated, **more: int) -> SummedLevel:
    figures = {**FIGURES, **{term.replace("_", "."): Decimal(value) for term, value in more.items()}}
    total = Total(figures)
    return SummedLevel("甲局", "01", total, total, (), eliminated, units=2)


def test_a_budget_from_which_nobody_can_take_the_transfer_is_left_empty_and_told() -> None:
    written = as_written(level(TAKEN), SAID).figures
    assert written == {
        "支出.合计": 80,
        ADJUSTED: 0,  # of nothing it is nothing
        "汇总抵销.支出": 20,
        "汇总抵销.功能分类": 20,
    }
    why, sums = about_budgets(level(TAKEN), PACK)
    assert "预算数空着，执行率和有关的得分、勾稽关系都不计算" in why
    assert "甲局：各单位预算数之和 年初预算数（部门整体支出） 100.00 元" in sums
    assert "调整数" not in sums
    assert "抵销的支出 20.00 元" in sums
    area = replace(level(), name="某县", below=(level(TAKEN),))
    assert BUDGET not in as_written(area, SAID).figures  # it contains the department's


def test_where_nothing_was_taken_out_of_this_years_spending_the_budget_stands() -> None:
    for one in (level(), level(LAST_YEARS), level(replace(TAKEN, taken=Decimal(0), left=()))):
        assert as_written(one, SAID).figures == FIGURES
        assert list(about_budgets(one, PACK)) == []


def test_a_sum_that_is_added_up_hands_on_what_it_says_until_people_have_filled_in_its_budget() -> None:
    adding = Adding(PACK, load_rollup(PACK), [])
    said = {"汇总抵销.支出": ("20", "1"), "汇总抵销.功能分类": ("7", "1")}
    assert adding.total_of(PlainRecord(said)).figures.keys() == said.keys()
    settled = adding.total_of(PlainRecord({**said, BUDGET: ("90", "1")}))
    assert "汇总抵销.支出" not in settled.figures
    again = as_written(level(汇总抵销_支出=20, 汇总抵销_功能分类=7), SAID).figures
    assert BUDGET not in again
    assert (again["汇总抵销.支出"], again["汇总抵销.功能分类"]) == (20, 7)


def test_the_account_and_the_comparison_say_of_budgets_that_nothing_was_taken_out() -> None:
    one = level(TAKEN)
    (page,) = (page for page in proof_sheets(one, [("甲", one.total)], PACK) if page.name == "汇总抵销")
    assert [row[1] for row in page.rows if row[-1] == UNKNOWN] == [
        PACK.vocabulary[BUDGET].label,
        PACK.vocabulary[WHOLE].label,
    ]
    own = Total({**FIGURES, BUDGET: Decimal(85), "汇总抵销.支出": Decimal(20)})
    (found,) = differences(own, one, [("甲", one.total)], PACK)
    assert (found.term, found.suspected) == (BUDGET, "单位汇总的预算数没有扣除内部往来")


def test_the_workbook_of_the_sum_prints_no_rate_and_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def build(pack: Pack, framework: Framework | None, filling: Filling) -> bytes:
        return build_workbook(silent(pack), framework, filling)

    monkeypatch.setattr("jixiao.desk.rollup.rolled_workbook.build_workbook", build)
    for one, rate in ((level(TAKEN), None), (level(), Decimal("0.8"))):
        out = tmp_path / f"{rate}.xlsm"
        write_sums(
            [SumToWrite(str(out), alone(one, PACK), PACK.form.id, PACK.framework(PACK.form.framework))]
        )
        seen = inspect(out)
        assert seen.record.fields["执行率.年初预算"].value == rate
        said = [finding for finding in seen.findings if "抵销了内部往来 20.00元" in finding.message]
        assert [finding.severity for finding in said] == ([] if rate else [Severity.ERROR])
