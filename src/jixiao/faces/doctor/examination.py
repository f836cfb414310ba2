"""All that the doctor looks at, in the order in which people should read it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from jixiao.faces.doctor.child_processes import child_processes
from jixiao.faces.doctor.installation import installation
from jixiao.faces.doctor.machine import Machine
from jixiao.faces.doctor.macros import macros
from jixiao.faces.doctor.observation import Condition, Observation, button_works
from jixiao.faces.doctor.offices import offices

_MARKS = {Condition.FINE: "正常", Condition.NOTE: "注意", Condition.ABSENT: "没有", Condition.TROUBLE: "问题"}
_WORKS = "结论：工作簿里的按钮可以用。"
_FAILS = "结论：工作簿里的按钮现在还不能用，请按上面“怎样办”处理；不用按钮也可以运行 jixiao run 工作簿。"


def examine(machine: Machine, books: tuple[str, ...] = ()) -> tuple[Observation, ...]:
    """Everything about the machine, and whether macros may run in these workbooks."""
    return (*installation(machine), *offices(machine), *child_processes(machine), *macros(machine, books))


def as_text(findings: tuple[Observation, ...]) -> Iterator[str]:
    """One line for each finding, one for what to do about it, and the verdict."""
    for finding in findings:
        yield f"[{_MARKS[finding.state]}] {finding.about}：{finding.says}"
        if finding.todo:
            yield f"       怎样办：{finding.todo}"
    yield _WORKS if button_works(findings) else _FAILS


def as_json(findings: tuple[Observation, ...]) -> dict[str, Any]:
    """The contract with scripts; states and needs are English words."""
    lines = [
        {
            "about": finding.about,
            "state": str(finding.state),
            "says": finding.says,
            "todo": finding.todo,
            "serves": str(finding.serves) if finding.serves else None,
        }
        for finding in findings
    ]
    return {"button": button_works(findings), "findings": lines}
