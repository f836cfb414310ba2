"""What a part of a step costs may stand below the table."""

import pytest
from frameworks.invented import make_xlsx

from jixiao.frameworks.read_framework import read_framework
from jixiao.pack.loading import load_pack

STEPS = "≥95%得满分，每低1个百分点扣1分"
UNSAID = "没有说不足一个步长怎么扣"


def read(folder, note, standard=STEPS):
    table = f"""部门整体支出绩效自评表
一级指标|三级指标|分值|评分标准
产出|项目支付情况|60|{standard}
产出|工程办结情况|40|好得40分，较好得30分，一般得20分
注：{note}"""
    found = read_framework(make_xlsx(table, folder / "a.xlsx"), load_pack())
    return found.rows[0].rule, "；".join(found.remarks)


@pytest.mark.parametrize(
    ("note", "rounding"),
    [
        ("不足1个百分点的不扣分。", "floor"),
        ("扣分时不足1个百分点的，按1个百分点计算。", "ceil"),
        ("不足1个百分点的，按比例计算。", "exact"),
        ("项目支付情况不足1个百分点的不扣分。", "floor"),
    ],
)
def test_it_is_taken_and_no_more_told(note, rounding, tmp_path):
    rule, remarks = read(tmp_path, note)
    assert rule.sure
    assert rule.parameters["rounding"] == rounding
    assert UNSAID not in remarks
    assert "没有纳入" not in remarks


def test_what_the_row_says_itself_goes_first(tmp_path):
    rule, _ = read(tmp_path, "不足1个百分点的不扣分。", f"{STEPS}，不足1个百分点按1个百分点计")
    assert rule.parameters["rounding"] == "ceil"


@pytest.mark.parametrize("note", ["工程办结情况不足1个百分点的不扣分。", "不足5个百分点的不扣分。"])
def test_of_another_row_or_another_step_it_says_nothing(note, tmp_path):
    rule, remarks = read(tmp_path, note)
    assert rule.parameters["rounding"] == "ceil"
    assert UNSAID in remarks


def test_two_ways_are_told(tmp_path):
    rule, _ = read(tmp_path, "不足1个百分点的不扣分；不足1个百分点的按1个百分点计。")
    assert "几种说法" in "；".join(rule.doubts)


@pytest.mark.parametrize("note", ["所有指标低于60%的，不得分。", "每项最低得分不低于分值的20%。"])
def test_a_threshold_of_all_rows_is_told(note, tmp_path):
    assert f"表下写着“注：{note.rstrip('。')}”" in read(tmp_path, note)[1]
