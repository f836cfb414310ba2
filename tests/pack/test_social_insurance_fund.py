"""The pack of 社会保险基金预算绩效自评: goals with indicators of their own; points are the unit's."""

from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from msgspec.structs import replace
from workbook.books import silent

from jixiao.building.workbook import built
from jixiao.model.filling import Filling
from jixiao.pack.filling import read_filling
from jixiao.pack.loading import load_pack
from jixiao.pipeline import inspect
from jixiao.reporting import report_of

PACK = load_pack("social-insurance-fund")
YEAR = read_filling(Path(__file__).with_name("social-insurance-fund.toml"), PACK)


def inspected(folder: Path, filling: Filling = YEAR):
    book = folder / "基金2024.xlsx"
    book.write_bytes(built(silent(PACK), PACK.form.framework, filling))
    return inspect(book, PACK)


def with_row(table: str, number: int, **cells: object) -> Filling:
    rows = list(YEAR.groups[table])
    entries = {**rows[number].entries, **{f"{table}.{name}": value for name, value in cells.items()}}
    rows[number] = replace(rows[number], entries=entries)
    return replace(YEAR, groups={**YEAR.groups, table: tuple(rows)})


def ids(found) -> set[str]:
    return {each.id for each in found.findings}


def test_a_balanced_year_is_consistent_and_scored(tmp_path):
    found = inspected(tmp_path)
    assert not found.findings
    assert (found.scorecard.total, found.scorecard.grade) == (Decimal(98), "优")


def test_each_goal_knows_the_points_of_its_own_indicators(tmp_path):
    goals = inspected(tmp_path).record.groups["基金目标"]
    points = [
        (row.fields["基金目标.分值"].number, row.fields["基金目标.得分"].number) for row in goals if row.used
    ]
    assert points == [(Decimal(60), Decimal(60)), (Decimal(40), Decimal(38))]


@pytest.mark.parametrize(
    ("filling", "told"),
    [
        (with_row("自定指标", 0, 目标="目标3"), "GOAL-01"),
        (with_row("基金目标", 1, 目标="目标3"), "GOAL-02"),
        (with_row("自定指标", 0, 一级指标="过程"), "GOAL-03-决策"),
        (with_row("自定指标", 0, 分值=Decimal(14)), "SELF-06-全部"),
        (replace(YEAR, entries={**YEAR.entries, "全年执行.年末结余": Decimal(12800)}), "FUND-02-全年执行"),
    ],
)
def test_what_does_not_hold_is_told(filling, told, tmp_path):
    assert told in ids(inspected(tmp_path, filling))


def test_the_printed_table_has_the_indicators_below_their_goals(tmp_path):
    table = Document(BytesIO(report_of(inspected(tmp_path)))).tables[-1]
    column = [row.cells[0].text.partition("（")[0] for row in table.rows]
    assert column == [
        "一级指标",
        "目标1",
        "决策",
        "过程",
        "效益",
        "目标2",
        "产出",
        "",
        "总分　评价等级：优",
    ]
