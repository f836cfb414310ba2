"""A table that was pasted twice is one finding, and what comes of it follows."""

from __future__ import annotations

from pathlib import Path

import pytest
from balanced import record_of
from msgspec.structs import replace
from profiles import profile
from workbook.books import silent

from jixiao.building.workbook import built
from jixiao.checks.confront import confront
from jixiao.checks.pasted_twice import pasted_twice
from jixiao.inspection import Inspection
from jixiao.model.filling import Filling
from jixiao.model.finding import Finding
from jixiao.model.outcome import Outcome
from jixiao.pack.loading import load_pack
from jixiao.pipeline import inspect

PACK = load_pack()
SCHOOL = profile("school", 1)


def inspected(folder: Path, filling: Filling) -> Inspection:
    path = folder / "book.xlsx"
    path.write_bytes(built(silent(PACK), PACK.form.framework, filling))
    return inspect(path, PACK)


def with_rows(table: str, rows: tuple[Filling, ...], **entries: str) -> Filling:
    return replace(SCHOOL, groups={**SCHOOL.groups, table: rows})


def leading(inspection: Inspection) -> list[Finding]:
    return [each for each in inspection.findings if each.open and not each.follows]


@pytest.mark.parametrize("table", ["功能分类", "项目明细", "项目指标"])
def test_it_is_one_finding_and_all_else_follows_it(table, tmp_path):
    rows = SCHOOL.groups[table]
    (told,) = leading(done := inspected(tmp_path, with_rows(table, (*rows, *rows))))
    assert told.id == "ROWS-01"
    assert f"（{len(rows)}行）与第" in told.message
    assert "像是同一张表粘贴了两遍" in told.message
    assert len(told.suggestions[0].corrections) == len(rows)
    assert {each.follows for each in done.findings if each.open and each is not told} == {told.key}


def test_rows_are_named_as_the_sheet_numbers_them_whatever_stands_between(tmp_path):
    rows = SCHOOL.groups["项目明细"]
    (told,) = leading(inspected(tmp_path, with_rows("项目明细", (*rows, *rows[:4], *rows[6:10]))))
    start = 5 + len(rows)
    assert f"第{start}行至第{start + 3}行、第{start + 4}行至第{start + 7}行（8行）" in told.message
    assert "与第5行至第8行、第11行至第14行一模一样" in told.message


def test_three_times_is_one_finding_too(tmp_path):
    rows = SCHOOL.groups["功能分类"]
    (told,) = leading(inspected(tmp_path, with_rows("功能分类", rows * 3)))
    assert f"（{2 * len(rows)}行）" in told.message


def test_another_slip_is_still_told_by_itself(tmp_path):
    rows = SCHOOL.groups["功能分类"]
    wrong = with_rows("功能分类", (*rows, *rows))
    wrong = replace(wrong, entries={**wrong.entries, "收入.事业": wrong.entries["收入.事业"] + 1000})
    first, *others = leading(inspected(tmp_path, wrong))
    assert first.id == "ROWS-01"
    assert any(
        "收入.事业" in one.message or "事业收入" in one.message or "收入合计" in one.message for one in others
    )


def test_a_row_that_is_typed_twice_is_one_finding_too(tmp_path):
    rows = SCHOOL.groups["项目明细"]
    (told,) = leading(inspected(tmp_path, with_rows("项目明细", (*rows, rows[0]))))
    assert told.id == "ROWS-01"
    assert "第35行（1行）与第5行一模一样。清空第35行则" in told.message
    assert "像是同一行录了两遍" in told.message


def test_two_rows_that_are_alike_and_meant_are_no_paste():
    """A project may have two rows that say the same; the totals have both."""
    rows = SCHOOL.groups["项目明细"]
    record = record_of(with_rows("项目明细", (*rows, rows[0])), "元")
    verdicts = confront(record, PACK.checks, PACK.vocabulary, PACK.names_of_codes)
    few = [each for each in verdicts if each.outcome is Outcome.INCONSISTENT][:2]
    assert pasted_twice(few, record, PACK).findings == ()
