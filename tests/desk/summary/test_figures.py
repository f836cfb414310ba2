"""Which figures of units have a column."""

from __future__ import annotations

from jixiao.desk.examined import ExaminedBook, PlainRecord
from jixiao.desk.standing import Arrival, Standing
from jixiao.desk.summary.figures import FiguresOfUnits
from jixiao.pack.loading import DEFAULT, load_pack


def table(**typed: str) -> dict[str | None, list[object]]:
    """The columns of 主要数据: their sum, and what one unit says."""
    fields = {term.replace("_", "."): (value, "1") for term, value in typed.items()}
    figures = FiguresOfUnits(load_pack)
    row = Standing("甲局", "01", Arrival.CAME, form=DEFAULT)
    figures.add(row, ExaminedBook("a.xlsm", "1", figures=PlainRecord(fields)))
    (sheet,) = figures.sheets()
    (said,) = sheet.rows
    totals = sheet.total or []
    return {
        column.label: [total, one] for column, total, one in zip(sheet.columns, totals, said, strict=True)
    }


def test_heads_that_a_total_contains_have_a_column_where_anybody_has_them() -> None:
    found = table(编制数_行政="175", 编制数_全额="254", 编制数_合计="429")
    heads = {name: said for name, said in found.items() if name and "编制" in name and said[1]}
    assert [int(str(said[0])) for said in heads.values()] == [175, 254, 429]
    assert not [name for name in table(编制数_合计="429") if name and name.startswith("行政编制")]


def test_settings_and_what_only_a_sum_says_are_no_figures_of_a_unit() -> None:
    plain = table(编制数_合计="429")
    assert (
        plain.keys()
        == table(编制数_合计="429", 自评_字数上限="2000", 单位_汇总户数="3", 汇总抵销_支出="5").keys()
    )
