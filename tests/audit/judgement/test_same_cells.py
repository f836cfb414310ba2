"""A wrong cell of a score table is one slip, whichever relations it breaks."""

from __future__ import annotations

from audit.reports import ids

TABLE = [
    ["一级指标", "二级指标", "分值", "得分"],
    ["产出", "数量指标", "20", "20"],
    ["产出", "质量指标", "15", "14.5"],
    ["效益", "社会效益", "15", "{}"],
    ["满意度", "服务对象满意度", "50", "50"],
    ["合计", "", "100", "98.5"],
]
TEXT = "扣分情况：质量指标扣0.5分，社会效益扣1分。"


def _table(points: str) -> list[list[str]]:
    return [[cell.format(points) for cell in row] for row in TABLE]


def test_one_finding():
    assert ids(_table("14"), TEXT) == []
    assert len(ids(_table("15"), TEXT)) == 1
