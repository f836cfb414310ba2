"""Cells of a score table that do not say what they seem to say: each is told, with its place."""

from datetime import date

import openpyxl
import pytest
from frameworks.invented import make_xlsx
from openpyxl.styles import Font

from jixiao.frameworks.read_framework import read_framework
from jixiao.model.errors import UnusableInput
from jixiao.pack.loading import load_pack

TABLE = """一级指标|三级指标|分值|评分标准
管理|控制率|40|≤100%得满分，否则不得分
管理|执行率|60|≥95%得满分，否则不得分"""


def read(folder, change=lambda book: None):
    book = openpyxl.load_workbook(make_xlsx(TABLE, folder / "a.xlsx"))
    change(book)
    book.save(folder / "a.xlsx")
    return read_framework(folder / "a.xlsx", load_pack())


def put(address, value, look=None):
    def change(book):
        cell = book.active[address]
        cell.value = value
        cell.number_format = look or cell.number_format

    return change


def strike(*addresses):
    def change(book):
        for each in addresses:
            book.active[each].font = Font(strike=True)

    return change


def told(found):
    return "\n".join(found.remarks)


def test_a_table_without_any_is_silent(tmp_path):
    found = read(tmp_path, put("C2", 40.0, "0.00"))
    assert not [each for each in found.remarks if "Sheet1" in each]


@pytest.mark.parametrize("wrong", ["inf", "十分", "四十", True, "10-20", date(2024, 1, 10)])
def test_a_weight_that_is_no_figure_is_quoted(wrong, tmp_path):
    said = {True: "TRUE", date(2024, 1, 10): "2024-01-10"}.get(wrong, wrong)
    found = read(tmp_path, put("C2", wrong))
    assert found.rows[0].weight is None
    assert f"没有分值：那一格写的是“{said}”，要写成数，例如 10" in told(found)


@pytest.mark.parametrize("place", ["B2", "C2"])
def test_a_formula_that_was_never_calculated_is_told(place, tmp_path):
    assert f"“Sheet1”{place}：公式没有算出结果，请用 Excel 打开保存一次" in told(
        read(tmp_path, put(place, "=1+1"))
    )


def test_an_indicator_whose_name_was_never_calculated_has_no_other_name(tmp_path):
    assert [each.row.name for each in read(tmp_path, put("B2", "=1+1")).rows] == [
        "第2行（名称读不出）",
        "执行率",
    ]


@pytest.mark.parametrize(
    ("value", "look", "said"), [(40.4, "0", "显示40，存的是40.4"), (39.996, "0.00", "显示40，")]
)
def test_a_weight_that_is_shown_rounded_is_told_with_both(value, look, said, tmp_path):
    assert said in told(read(tmp_path, put("C2", value, look)))


@pytest.mark.parametrize(("total", "names"), [(60, ["执行率"]), (100, ["控制率", "执行率"])])
def test_a_row_that_is_struck_out_is_left_out_and_told_unless_only_it_makes_the_whole(total, names, tmp_path):
    def change(book):
        book.active.append(["合计", None, total])
        strike("A2", "B2", "C2", "D2")(book)

    found = read(tmp_path, change)
    assert [each.row.name for each in found.rows] == names
    assert "第2行划了删除线（管理 控制率 40 ≤100%得满分，否则不得分）" in told(found)
    assert ("要读请先去掉删除线" in told(found)) == (total == 60)


def test_a_single_cell_that_is_struck_out_is_told(tmp_path):
    assert "“Sheet1”C2：划了删除线，仍当作有效读入，请核对" in told(read(tmp_path, strike("C2")))


def test_a_weight_below_nothing_is_told_and_a_deduction_is_beside_the_total(tmp_path):
    assert "的分值是负数，没有作为指标" in told(read(tmp_path, put("C2", -40)))

    def deduct(book):
        put("C2", -40)(book)
        put("D2", "发现一次扣5分")(book)

    assert "不在总分之内" in told(read(tmp_path, deduct))


def test_a_table_on_a_hidden_sheet_alone_is_named(tmp_path):
    def hide(book):
        book.create_sheet("说明")["A1"] = "见附件"
        book["Sheet1"].sheet_state = "hidden"

    with pytest.raises(UnusableInput, match="在隐藏的工作表“Sheet1”里"):
        read(tmp_path, hide)
