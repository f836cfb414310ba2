"""A column of remarks that adds to a standard: told, unless somebody has filled the table in."""

import pytest
from frameworks.invented import make_xlsx

from jixiao.frameworks.read_framework import read_framework
from jixiao.pack.loading import load_pack

STEPS = "≥95%得满分，每低1个百分点扣1分"
CASES = "每发现一处扣1分，扣完为止"


def rule(folder, remark, standard, score="", head="备注"):
    table = f"""部门整体支出绩效自评表
一级指标|三级指标|分值|评分标准|自评得分|{head}
产出|项目支付情况|100|{standard}|{score}|{remark}"""
    (row,) = read_framework(make_xlsx(table, folder / "a.xlsx"), load_pack()).rows
    return row.rule


@pytest.mark.parametrize(
    ("remark", "standard"),
    [
        ("低于80%的不得分", STEPS),
        ("最多扣3分", STEPS),
        ("不足1个百分点的不扣分", STEPS),
        ("目标值98%", STEPS),
        ("上级要求90%以上", STEPS),
        ("情节严重的本项不得分", CASES),
        ("同类问题按一处计", CASES),
        ("超过3处的全扣", CASES),
        ("挪用资金的一票否决", CASES),
    ],
)
def test_a_rule_in_the_remarks_is_told(remark, standard, tmp_path):
    assert "“备注”栏里写着" in "；".join(rule(tmp_path, remark, standard).doubts)


@pytest.mark.parametrize(
    ("remark", "standard"),
    [
        ("数据取自决算报表", STEPS),
        ("由财务科提供", CASES),
        ("目标值95%", STEPS),
        ("见附件1", CASES),
        ("2025年新增指标", STEPS),
        ("每季度统计一次", STEPS),
        ("抽样不少于50份", STEPS),
    ],
)
def test_what_says_nothing_of_points_is_silent(remark, standard, tmp_path):
    found = rule(tmp_path, remark, standard)
    assert found.sure, found.doubts


def test_the_reasons_of_who_filled_it_in_are_no_rules(tmp_path):
    assert rule(tmp_path, "支付率94%，扣1分", STEPS, score="99").sure
    assert rule(tmp_path, "扣1分：合同未归档", CASES, head="扣分原因").sure
