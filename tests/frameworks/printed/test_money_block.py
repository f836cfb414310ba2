"""The row of the budget's execution above the indicators of a form."""

from decimal import Decimal

from frameworks.invented import make_docx, make_xlsx

from jixiao.documents.reading import read_document
from jixiao.frameworks.printed.money_block import execution_in
from jixiao.frameworks.read_framework import read_framework
from jixiao.pack.loading import load_pack


def block(layout, tmp_path):
    table = next(read_document(make_xlsx(layout, tmp_path / "表.xlsx")).tables)
    return execution_in(table, 1, max(table.rows))


def test_the_row_of_the_whole_amount_has_the_points(tmp_path):
    head = "|年初预算数|全年预算数（A）|全年执行数（B）|分值|执行率（B/A）|得分"
    layout = f"{head}\n年度资金总额||||10||\n其中：财政拨款||||—|—|—"
    found = block(layout, tmp_path)
    assert (found.weight.value, found.opening) == (Decimal(10), False)


def test_money_may_be_listed_by_task_above_its_total(tmp_path):
    head = "年度任务|任务名称|完成情况|全年预算数|全年执行数|分值|执行率|得分"
    rows = "^|监管|完成|60|50|—|—|—\n^|其中：项目合计||60|50|5|0.8|4\n^|部门预算金额合计||60|50|10|0.8|8"
    layout = f"{head}\n{rows}"
    assert block(layout, tmp_path).weight.value == Decimal(10)


def test_the_points_may_stand_beside_the_block(tmp_path):
    layout = "预算执行情况（10分）|年初预算数|预算执行数|执行率\n^|100|90|90%"
    found = block(layout, tmp_path)
    assert (found.weight.value, found.opening) == (Decimal(10), True)


def test_other_tables_have_none(tmp_path):
    assert block("一级指标|分值|评分标准\n投入|10|好得10分", tmp_path) is None


def test_the_letters_of_the_rate_need_no_brackets(tmp_path):
    layout = "|年初预算数|全年预算数A|全年执行数B|分值|执行率B/A\n年度资金总额||||10|"
    assert block(layout, tmp_path).weight.value == Decimal(10)


FORM = """项目支出绩效自评表
资金|年初预算数|全年预算数|全年执行数|分值|执行率|得分
年度资金总额||||10||

二、绩效指标（90分）
一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分
产出指标|数量指标|巡查次数|≥100次||90|
合计|||||90|"""


def test_the_block_may_be_a_table_of_its_own_and_the_sum_leave_it_out(tmp_path):
    made = make_docx(FORM, tmp_path / "表.docx")
    found = read_framework(made, load_pack())
    assert [(each.row.name, each.weight) for each in found.rows] == [("预算执行率", 10), ("巡查次数", 90)]
    assert found.total == 100
    assert not any("不一致" in remark for remark in found.remarks)
