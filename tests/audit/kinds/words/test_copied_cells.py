"""The name of another row as the purpose of a row."""

from __future__ import annotations

from audit.reports import said

HEAD = ["序号", "项目名称", "预算数", "主要用途"]


def _table(used: str) -> list[list[str]]:
    return [
        HEAD,
        ["1", "人居环境整治", "320.00", used],
        ["2", "小学教学楼维修", "90.00", "小学教学楼维修"],
        ["3", "村级组织运转", "176.00", "村干部报酬和办公经费"],
    ]


def test_copied_from_another_row():
    assert said(_table("小学教学楼维修")) == [("PURPOSE-COPIED", "小学教学楼维修", "人居环境整治")]


def test_a_purpose_of_its_own():
    assert said(_table("户厕改造和垃圾清运")) == []
    assert said(_table("人居环境整治")) == []
