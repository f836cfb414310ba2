"""The row of the budget's execution above the indicators of a form."""

from decimal import Decimal

from frameworks.invented import make_xlsx

from jixiao.documents.reading import read_document
from jixiao.frameworks.money_block import execution_in


def block(layout, tmp_path):
    table = next(read_document(make_xlsx(layout, tmp_path / "表.xlsx")).tables)
    return execution_in(table, 1, max(table.rows))


def test_the_row_of_the_whole_amount_has_the_points(tmp_path):
    head = "|年初预算数|全年预算数（A）|全年执行数（B）|分值|执行率（B/A）|得分"
    layout = f"{head}\n年度资金总额||||10||\n其中：财政拨款||||—|—|—"
    found = block(layout, tmp_path)
    assert (found.weight.value, found.opening) == (Decimal(10), False)


def test_the_points_may_stand_beside_the_block(tmp_path):
    layout = "预算执行情况（10分）|年初预算数|预算执行数|执行率\n^|100|90|90%"
    found = block(layout, tmp_path)
    assert (found.weight.value, found.opening) == (Decimal(10), True)


def test_other_tables_have_none(tmp_path):
    assert block("一级指标|分值|评分标准\n投入|10|好得10分", tmp_path) is None
