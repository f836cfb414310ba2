"""“计划完整，2%；有记录，1%”, “扣1%”: points, in a table whose weights are percent."""

from __future__ import annotations

import re
from decimal import Decimal

_FIGURE = r"(?P<n>\d+(?:\.\d+)?)%(?!\d|的?(?:分值|权重|满分|标准分|总分|全部|该|本|此)|个|以[上下内]|及|~)"
_BEHIND_VERB = re.compile(
    r"(?P<lead>(?:得|计(?!划)|记|赋|给|扣(?:减|除|掉)?|各占?|每项|每个|每条|占)分?(?:值)?)" + _FIGURE
)
_ALONE = re.compile(r"(?P<lead>[,;(])" + _FIGURE + r"(?=[)。;,\n]|$)")
_NAMED = re.compile(r"(?P<lead>[\u4e00-\u9fff])" + _FIGURE + r"(?=[。;,、\n]|$)")
_NOTHING = re.compile(r"(?<![为是于到过达约即≤≥<>=])(?<=[\u4e00-\u9fff])0%(?=[。;,、\n]|$)")  # 不合理0%
_AWARDED = re.compile(r"[得计记赋给扣]\D{0,4}\d|[<>≤≥=±]|[高低大小少多]于|超过|不足|达到|以[上下内]")


def in_points(text: str, full: Decimal) -> str:
    """The prose of a standard with its points written as points. A figure above the weight is a rate."""

    def points(match: re.Match[str]) -> str:
        return match[0] if Decimal(match["n"]) > full else f"{match['lead']}{match['n']}分"

    def alone(match: re.Match[str]) -> str:
        lead = "(" if match["lead"] == "(" else f"{match['lead']}得"
        return match[0] if Decimal(match["n"]) > full else f"{lead}{match['n']}分"

    text = _ALONE.sub(alone, _BEHIND_VERB.sub(points, text))
    text = _NOTHING.sub("得0分", text)
    named = len(_NAMED.findall(text)) > 1 and _AWARDED.search(text) is None  # 目标明确2%，指标量化3%
    return _NAMED.sub(points, text) if named else text
