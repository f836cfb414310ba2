"""Slots that a table leaves to the unit: one indicator for the points that are left."""

from decimal import Decimal

from frameworks.invented import make_xlsx

from jixiao.frameworks.made.own_framework import own_framework
from jixiao.methods.free_rows import FreeRows
from jixiao.pack.loading import load_pack

TABLE = """
部门整体支出绩效自评表
一级指标|二级指标|三级指标|指标值|实际完成值|分值|得分
产出指标（60分）|数量指标|培训人次|≥100人次||20|
^|^|||||
^|质量指标|||||
效益指标（40分）|社会效益指标|||||
"""


def test_a_level_with_slots_has_what_its_weight_leaves(tmp_path):
    own = own_framework(make_xlsx(TABLE, tmp_path / "自评表.xlsx"), load_pack())
    slots = [each for each in own.framework.indicators if isinstance(each.method, FreeRows)]
    assert [(each.id, each.level1, each.max_score) for each in slots] == [
        ("自定1", "产出指标", Decimal(40)),
        ("自定2", "效益指标", Decimal(40)),
    ]
    assert slots[0].measure == 'SUMIF(自定指标.一级指标, "产出指标", 自定指标.得分)'
    assert slots[0].level2 == "产出指标"
    assert own.framework.total == Decimal(100)
    assert own.framework.stated is None


def test_a_table_whose_rows_have_all_points_leaves_nothing(tmp_path):
    table = TABLE.replace("60分", "20分").replace("（40分）", "（0分）")
    own = own_framework(make_xlsx(table, tmp_path / "自评表.xlsx"), load_pack())
    assert [each.name for each in own.framework.indicators] == ["培训人次"]
