"""Rows and columns of a worksheet that nobody sees, in a score table."""

from pathlib import Path

import openpyxl
import pytest
from frameworks.invented import make_xlsx

from jixiao.frameworks.read_framework import FrameworkRead, read_framework
from jixiao.pack.loading import load_pack

TABLE = """一级指标|二级指标|三级指标|分值|评分标准
管理|预算|（停用）存量资金|10|本年不考核
^|^|控制率|40|≤100%得40分，否则不得分
^|^|执行率|60|≥95%得60分，否则不得分
合计|||{total}|"""


def read(total: int, path: Path) -> FrameworkRead:
    make_xlsx(TABLE.format(total=total), path)
    book = openpyxl.load_workbook(path)
    book.active.row_dimensions[2].hidden = True
    book.save(path)
    return read_framework(path, load_pack())


def test_a_hidden_row_is_left_out_and_told_and_its_level_goes_on_below_it(tmp_path):
    found = read(100, tmp_path / "a.xlsx")
    rows = [(each.row.level1, each.row.level2, each.row.name) for each in found.rows]
    assert rows == [("管理", "预算", "控制率"), ("管理", "预算", "执行率")]
    assert [each for each in found.remarks if "第2行是隐藏的（管理 预算 （停用）存量资金 10" in each]


@pytest.mark.parametrize(("total", "rows"), [(110, 3), (90, 2)])
def test_a_hidden_row_is_read_if_the_table_adds_up_only_with_it(total, rows, tmp_path):
    found = read(total, tmp_path / "a.xlsx")
    assert len(found.rows) == rows
    assert found.remarks[0].endswith("已读入，请核对" if rows == 3 else "要读请先取消隐藏")


@pytest.mark.parametrize(("hidden", "told"), [("A", "要读请先取消隐藏"), ("E", "已读入，请核对")])
def test_a_hidden_column_is_left_out_and_told_unless_only_it_has_weights(hidden, told, tmp_path):
    table = f"""{"旧分值" if hidden == "A" else "备注"}|一级指标|二级指标|三级指标|分值|评分标准
    50|管理|<|控制率|40|≤100%得40分，否则不得分
    50|^|<|执行率|60|≥95%得60分，否则不得分"""
    book = openpyxl.load_workbook(make_xlsx(table, tmp_path / "a.xlsx"))
    book.active.column_dimensions[hidden].hidden = True
    book.save(tmp_path / "a.xlsx")
    found = read_framework(tmp_path / "a.xlsx", load_pack())
    assert [str(each.weight) for each in found.rows] == ["40", "60"]
    assert f"{hidden}列是隐藏的" in found.remarks[0]
    assert found.remarks[0].endswith(told)
