"""“3月末25%、6月末50%，每达到一个时点要求得2分”: points of the same worth, each with its day and its rate."""

from __future__ import annotations

import re

from jixiao.frameworks.standards.standard import Clause

_ITEM = r"\d{1,2}月(?:份|末|底|\d{1,2}日)?(?:[^、,;。\d]{0,8})\d+(?:\.\d+)?%(?:以上)?"
_DATED = re.compile(
    rf"^(?P<list>(?:{_ITEM}[、,;])+{_ITEM})[,;:]?"
    r"每[^\d%,;。]{0,6}1?(?:个|次|项)?(?:时点|时间点|时间节点|节点|阶段|时段)的?(?:要求|目标|进度|序时进度|标准)?的?$"
)


def dated_points(clause: Clause) -> list[str]:
    """The points that a clause lists; none where it is about anything else."""
    match = _DATED.match(clause.condition)
    return re.findall(_ITEM, match["list"]) if match else []
