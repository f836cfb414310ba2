"""A row's own target beside a standard that gives full marks elsewhere, or counts otherwise."""

import pytest
from frameworks.invented import make_xlsx

from jixiao.frameworks.read_framework import read_framework
from jixiao.pack.loading import load_pack

RANGES = "90%及以上得100分；80%（含）—90%得60分；80%以下不得分"
FEW = "5%以内得100分；5%—10%（含）得60分；10%以上不得分"
STEPS = "达到指标值得满分；每超过10%扣1分，扣完为止"
CASES = "每发生一起扣1分，扣完为止"


def rule(folder, sign, target, unit, standard, name="抽检情况"):
    table = f"""项目支出绩效自评表
一级指标|三级指标|指标性质|指标值|计量单位|权重|评分标准
产出|{name}|{sign}|{target}|{unit}|100|{standard}"""
    (row,) = read_framework(make_xlsx(table, folder / "a.xlsx"), load_pack()).rows
    return row.rule


@pytest.mark.parametrize(
    ("sign", "target", "unit", "standard"),
    [
        ("≥", "90", "%", RANGES),
        ("", "90%", "", RANGES),
        ("≤", "5", "%", FEW),
        ("≥", "95", "%", "达到指标值得满分，未达到的按实际值÷指标值×分值计分"),
        ("≥", "400", "人", "400人以上得100分；300人（含）—400人得60分；300人以下不得分"),
        ("≤", "2", "%", "不超过2%得满分，每超过1个百分点扣10分"),
        ("≥", "95", "%", "90%（含）—100%（含）得100分，其余不得分"),
        ("", "3.2万亩", "", "完成率100%得满分，每降低1%扣1分"),
        ("=", "0", "起", CASES),
        ("≥", "10", "场", "每少1场扣10分，扣完为止"),
        ("=", "100", "%", "每发现一例不合格扣1分，扣完为止"),
    ],
)
def test_a_target_that_the_standard_counts_from_is_silent(sign, target, unit, standard, tmp_path):
    found = rule(tmp_path, sign, target, unit, standard)
    assert found.sure, found.doubts


@pytest.mark.parametrize(
    ("sign", "target", "unit", "standard", "why"),
    [
        ("≥", "92", "%", RANGES, "指标值是“≥92%”，评分标准却是达到90%得满分"),
        ("", "92%", "", RANGES, "指标值是“92%”，评分标准却是达到90%得满分"),
        ("≥", "98", "%", "达到95%得满分，每低1个百分点扣1分", "却是达到95%得满分"),
        ("≥", "98", "%", "达到95%得满分，未达到的按实际值÷95%×分值计分", "却是达到95%得满分"),
        ("≥", "95", "%", "按完成率×分值计分", "却是达到100%得满分"),
        ("≥", "95", "%", "60%以下得0分，60%—90%按直线内插法计分，90%以上得满分", "却是达到90%得满分"),
        ("≤", "3", "%", FEW, "却是不超过5%得满分"),
        (
            "≥",
            "500",
            "人",
            "400人以上得100分；300人（含）—400人得60分；300人以下不得分",
            "却是达到400得满分",
        ),
        ("≤", "500", "元", "≤600元得满分，每超过10元扣1分", "却是不超过600得满分"),
        ("≥", "85", "%", "90%（含）—100%（含）得100分，其余不得分", "达到90%、不超过100%得满分"),
        ("≥", "5", "%", FEW, "方向相反"),
        ("≤", "90", "%", RANGES, "方向相反"),
        ("≥", "≤3%", "", "达到指标值得满分；每超过1个百分点扣1分", "“≥”与指标值“≤3%”不一致"),
        ("≤", "2", "万元", STEPS, "每步是指标值“≤2万元”的百分之几"),
        ("≤", "2", "万元", "未超过指标值的得满分；每超过10%扣1分", "每步是指标值“≤2万元”的百分之几"),
        ("≤", "30", "分钟", STEPS, "每步是指标值“≤30分钟”的百分之几"),
        ("≤", "2", "起", CASES, "指标值是“≤2起”，评分标准却从第一次就扣分"),
        ("≥", "98", "%", "每发现一例不合格扣1分，扣完为止", "却从第一次就扣分"),
    ],
)
def test_a_target_that_says_otherwise_is_told(sign, target, unit, standard, why, tmp_path):
    assert why in "；".join(rule(tmp_path, sign, target, unit, standard).doubts)


def test_a_target_that_was_said_beside_is_told_with_the_figure_of_the_standard(tmp_path):
    table = """项目支出绩效评价指标体系
一级指标|三级指标|分值|指标说明|评分标准
产出|苗木成活率|100|造林后当年苗木成活率，目标值为85%|成活率达到90%得满分；每低2个百分点扣1分"""
    (row,) = read_framework(make_xlsx(table, tmp_path / "a.xlsx"), load_pack()).rows
    (doubt,) = row.rule.doubts
    assert "85%" in doubt
    assert "90%" in doubt


@pytest.mark.parametrize(
    ("name", "standard", "odd"),
    [
        ("产品合格率", "≤95%得满分，每超1个百分点扣1分", True),
        ("产品合格率", "≥95%得满分，每低1个百分点扣1分", False),
        ("设备故障率", "≥5%得100分，否则不得分", True),
        ("设备故障率", "≤5%得100分，否则不得分", False),
        ("群众满意度", "不超过90%得满分，每超1个百分点扣1分", True),
        ("产品不合格率", "≤5%得满分，每超1个百分点扣1分", False),
        ("公用经费控制率", "≤100%得满分，每超1个百分点扣1分", False),
        ("预算编制准确率", "≤10%得满分，每超1个百分点扣1分", False),
        ("产品合格率", "90%—95%（含）得100分，其余不得分", False),
    ],
)
def test_a_direction_that_the_name_forbids_is_told(name, standard, odd, tmp_path):
    assert ("好坏方向不合" in "；".join(rule(tmp_path, "", "", "", standard, name).doubts)) is odd


def test_a_target_printed_with_the_name_is_held_against_the_standard(tmp_path):
    told = rule(tmp_path, "", "", "", "达到90%得满分，每低1个百分点扣1分", "抽检完好率（≥95%）")
    assert "95%" in "；".join(told.doubts)
    assert rule(tmp_path, "", "", "", "达到95%得满分，每低1个百分点扣1分", "抽检完好率（≥95%）").sure


def test_a_unit_of_its_own_belongs_to_the_target(tmp_path):
    found = rule(tmp_path, "≥", "5000", "万元", "达到目标得满分，每少100万元扣1分", "完成投资")
    assert found.sure, found.doubts
