"""The name of another project in the report on one."""

from __future__ import annotations

import pytest
from audit.reports import titled

TITLE = "产教融合实训基地建设项目绩效评价报告"
OWN = ("2023年产教融合实训基地建设项目由学校实施。", "产教融合实训基地建设项目总投资2700.00万元。")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("校企合作实训中心建设项目综合得分91.6分。", ["PROJECT-NAME"]),
        ("产教融合实训基地建设项目综合得分91.6分。", []),
        ("实训基地建设项目综合得分91.6分。", []),
        ("二期扩建项目总投资300.00万元。", []),
        ("该项目综合得分91.6分。", []),
        ("校企合作实训中心建设项目由另一所学校实施。", []),
    ],
)
def test_which_project_is_spoken_of(text: str, told: list[str]):
    assert titled(TITLE, *OWN, text) == told
