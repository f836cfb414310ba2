"""What a text takes off a measure or adds to it: held by the measure, or told."""

from types import SimpleNamespace

import pytest

from jixiao.frameworks.measures.measure_scope import scope_doubt
from jixiao.pack.loading import load_pack
from jixiao.pack.measure_words import load_measure_words

WORDS = load_measure_words(load_pack())
ADJUSTED = "ABS(整体预算.调整数) / 整体预算.年初预算数"
WITHOUT_POLICY = "ABS(整体预算.调整数 - 整体预算.政策性调整数) / 整体预算.年初预算数"
EXECUTION = "支出.合计 / 整体预算.全年预算数"


def doubt(
    relation: str, text: str = "", notes: str = "", name: str = "预算执行率", others: tuple = ()
) -> str:
    table = SimpleNamespace(notes=notes, rows=[SimpleNamespace(name=each) for each in (name, *others)])
    return scope_doubt(relation, name, (text,), table, WORDS)


@pytest.mark.parametrize(
    "text",
    [
        "执行率＝支出决算数÷全年预算数×100%，不含结转资金",
        "涉密项目支出不纳入计算",
        "剔除12月下达的资金",
        "军转干部除外",
        "仅考核项目支出",
        "只统计一般公共预算资金",
        "数据截至11月底",
        "下属单位取平均值",
        "节约资金视同执行",
        "含编外聘用人员",
        "采购节约部分计入实际采购金额",
        "不考虑中央专款",
        "除上级专款以外的支出",
        "驻村工作队差旅费另计",
        "主管部门统一组织的培训单列",
        "追加数、追减数的绝对值之和",
    ],
)
def test_a_clause_that_changes_what_is_counted_is_told(text):
    assert doubt(EXECUTION, text)


@pytest.mark.parametrize(
    "text",
    [
        "支出决算数÷全年预算数（含追加）×100%",
        "支出包括基本支出和项目支出",
        "以财政部门确定的部门决算口径为准",
        "90%（含）以上得5分，80%（含）—90%（不含）得3分",
        "超过10%的，超出部分不计分；不足1%的按比例折算",
        "因公出国（境）费、公务用车购置及运行费和公务接待费包括在内",
        "支出数是否包括在预算中",
    ],
)
def test_what_changes_nothing_is_not(text):
    assert doubt(EXECUTION, text) == ""


def test_without_what_policy_asks_for_is_held_by_the_measure_that_leaves_it_out():
    text = "因落实国家政策、发生不可抗力、上级部门或本级党委政府临时交办而产生的调整除外"
    assert doubt(WITHOUT_POLICY, text) == ""
    assert doubt(ADJUSTED, text)
    assert doubt(WITHOUT_POLICY, "剔除政策性因素和基建专款后计算")


def test_a_note_is_about_the_row_it_names_or_about_all():
    note = "注：三公经费控制率不考核因公出国费用。"
    assert doubt(EXECUTION, notes=note, others=("三公经费控制率",)) == ""
    assert doubt(EXECUTION, notes="注：预算执行率不含涉密经费。")
    assert doubt(EXECUTION, notes="注：涉密事项不纳入评价。", others=("三公经费控制率",))
    assert doubt(EXECUTION, notes="注：表中数据仅统计一般公共预算财政拨款。")
    assert doubt(EXECUTION, notes="注：三公经费含会议费。“以上”含本数。没有相应业务的不纳入评价。") == ""
    assert doubt(EXECUTION, notes="注：自评材料包括自评报告和佐证材料。数据截至12月31日。") == ""
    assert doubt(EXECUTION, notes="注：各项指标均不含涉密经费。", others=("三公经费控制率",))
