"""One workbook, one number of relations that do not hold: in the run and on the workbook's own sheets."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from workbook.books import (
    BALANCED,
    REAL,
    Typed,
    after_run,
    inspected,
    read,
    sample,
    shown,
    structure_of,
    typed,
)

from jixiao.checks.tally import Tally, tally_of
from jixiao.model.outcome import Severity
from jixiao.pack.loading import load_pack
from jixiao.relation.agreement import INCONSISTENT, PASSED, ROUNDING
from jixiao.workbook.sheets.calculation import Calculation
from jixiao.workbook.sheets.relation_summary import first_row

PACK = load_pack()
SEVERAL_ROWS: dict[str, Typed] = {f"功能分类.金额#{row}": 1 for row in (1, 2, 3, 4)}
BOOKS: dict[str, tuple[str, dict[str, Typed]]] = {
    "one of each": (REAL, {}),
    "one explainable": (BALANCED, {}),
    "several rows of a table": (BALANCED, SEVERAL_ROWS),
    "a second fund": (REAL, {"社保基金_2.名称": "失业保险基金", "社保基金_2.支出合计": 5}),
    "rounding": (BALANCED, {"收入.合计": Decimal("346.081")}),
    "words": (BALANCED, {"收入.合计": "见附表"}),
}


@pytest.mark.parametrize("name", BOOKS)
def test_a_run_counts_as_the_sheet_of_relations_does(tmp_path: Path, name: str):
    which, cells = BOOKS[name]
    book = typed(sample(which), cells)
    tally, sheet = inspected(tmp_path, book).tally, Calculation(PACK, read(book).record)
    assert tally.checks == sheet.counts.total()
    assert tally.passed == sheet.count(PASSED)
    assert tally.rounding == sheet.count(ROUNDING)
    for severity in Severity:
        assert tally.broken[severity] == sheet.count(INCONSISTENT, severity)


def test_broken_rows_of_a_table_are_one_relation_and_several_findings(tmp_path: Path):
    inspection = inspected(tmp_path, typed(sample(BALANCED), SEVERAL_ROWS))
    assert inspection.tally.inconsistent < sum(finding.open for finding in inspection.findings)


def test_the_counts_over_the_findings_are_those_of_the_run(tmp_path: Path):
    book = after_run(tmp_path, typed(sample(BALANCED), SEVERAL_ROWS))
    counts = inspected(tmp_path, book).counts
    cells = shown(book, "校验结果")
    names = {"勾稽关系": "checks", "不平": "inconsistent", "尾差": "rounding", "未检查": "not_checked"}
    for label, name in names.items():
        assert cells[structure_of(book).names[f"校验结果.{label}"].cell] == str(counts[name])


def test_all_outcomes_together_are_all_relations():
    tally = Tally(checks=10, passed=4, rounding=1, broken={Severity.ERROR: 2, Severity.WARNING: 1})
    assert (tally.inconsistent, tally.not_checked) == (3, 2)
    assert (tally + tally).broken == {Severity.ERROR: 4, Severity.WARNING: 2, Severity.NOTE: 0}


def test_of_an_empty_workbook_nothing_is_checked():
    tally = tally_of((), PACK.checks, PACK)
    assert tally.not_checked == tally.checks > len(PACK.checks)  # a relation of a fund stands there for each


def test_a_hint_is_counted_apart_from_what_does_not_balance(tmp_path: Path):
    book = typed(sample(BALANCED), {"文字材料.正文#1": "与去年持平。"})  # TEXT-07
    tally, before = (inspected(tmp_path, each).tally for each in (book, sample(BALANCED)))
    assert (tally.inconsistent, tally.hints) == (before.inconsistent, before.hints + 1)
    assert tally.not_checked == before.not_checked
    calc = Calculation(PACK, read(book).record)
    assert first_row(calc) == first_row(Calculation(PACK, read(sample(BALANCED)).record))
