"""More points than there are, in running text."""

from __future__ import annotations

import pytest
from audit.reports import ids


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        ("投入10分，得10分；过程40分，得{}分；产出30分，得29.5分。", "38", "41"),
        ("预算执行率指标分值10分，得{}分。", "9.75", "10.75"),
        ("满意度指标满分6分，得{}分。", "5.5", "6.5"),
        ("满意度（6分）：实际得分{}分。", "5.5", "6.5"),
        ("满意度指标权重10分，自评{}分。", "9.8", "10.8"),
        ("预算管理12分（得{}分）。", "11.5", "12.5"),
    ],
)
def test_more_points_than_there_are(text: str, right: str, wrong: str):
    assert ids(text.format(right)) == []
    assert ids(text.format(wrong)) == ["SCORE-OVER"]


@pytest.mark.parametrize(
    "text",
    [
        "投入（10分）：控制率5分，变动率5分，得10分；过程20分，得18分。",
        "过程扣2分，得38分。",
        "自评得分38分，得分率95.00%，产出得49分。",
        "创新工作满分5分，加分2分，得7分。",
        "投入指标得10分，产出指标得49分。",
    ],
)
def test_silent_of_other_points(text: str):
    assert ids(text) == []
