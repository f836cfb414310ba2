"""What a column of targets says beyond a figure with its sign."""

import pytest
from frameworks.invented import make_xlsx

from jixiao.frameworks.read_framework import read_framework
from jixiao.pack.loading import load_pack

STEPS = "达到目标值得满分，每低1个百分点扣1分"
SHARE = "实际值÷目标值×分值"


def rule(folder, target, standard, name="抽检合格率", sign=""):
    table = f"""项目支出绩效自评表
一级指标|三级指标|计算符号|年度指标值|分值|评分标准
产出|{name}|{sign}|{target}|100|{standard}"""
    (row,) = read_framework(make_xlsx(table, folder / "a.xlsx"), load_pack()).rows
    return row.rule


@pytest.mark.parametrize(
    ("target", "standard"), [("≥95%", STEPS), ("95%以上", STEPS), ("不低于95%", SHARE), ("95分", STEPS)]
)
def test_a_figure_with_its_sign_is_all(target, standard, tmp_path):
    assert rule(tmp_path, target, standard).sure


@pytest.mark.parametrize(
    ("target", "standard", "why"),
    [
        ("95%左右", STEPS, "没有全看懂（左右）"),
        ("95%↑", STEPS, "没有全看懂（↑）"),
        ("95%以上（不含）", STEPS, "没有全看懂（不含）"),
        ("-5%", STEPS, "不清楚高好还是低好"),
        ("≈95%", SHARE, "没有看懂"),
        ("95%-100%", SHARE, "没有看懂"),
        ("合格", SHARE, "没有看懂"),
        ("≤-5%", SHARE, "不能按比例计分"),
        ("不超过95%", SHARE, "实际越少得分越低"),
        ("≤5天", "达到目标值得满分，80%以上得60分，80%以下不得分", "怎么对应"),
    ],
)
def test_what_is_more_is_told(target, standard, why, tmp_path):
    assert why in "；".join(rule(tmp_path, target, standard).doubts)


@pytest.mark.parametrize(("sign", "sure"), [("≥", True), ("正向", True), ("≠", False), ("不等于", False)])
def test_a_sign_in_its_own_column_is_known_or_told(sign, sure, tmp_path):
    found = rule(tmp_path, "95%", STEPS, sign=sign)
    assert found.sure == sure
    assert sure or f"计算符号“{sign}”看不懂" in found.doubts


def test_ranges_in_per_cent_are_of_what_was_wanted(tmp_path):
    found = rule(tmp_path, "≥1200人", "完成目标得满分，80%以上得60分，80%以下不得分", name="培训人数")
    assert [band.get("upper") for band in found.parameters["bands"]] == ["0.8", "1", None]
