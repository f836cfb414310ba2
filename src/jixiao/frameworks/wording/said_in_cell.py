"""What a cell says beside its own: “执行率：反映…” explains a name, “（6分）…” is the weight."""

from __future__ import annotations

import re
from decimal import Decimal

from jixiao.frameworks.wording.names import Weight

LONGEST_NAME = 20  # characters in front of the colon
SHORTEST = 6  # characters of an explanation behind it
_COLON = re.compile(rf"^([^:：。；;=＝]{{2,{LONGEST_NAME}}})[:：](.{{{SHORTEST},}})$", re.DOTALL)
_CLASS = re.compile(
    r"(?:指标|目标|任务|项目|内容|要点|类)[一二三四五六七八九十\d]*$|^(?:其中|产出|效益|效果|成本|满意度)$"
)
_BRACKETED = re.compile(r"[（(【\[]\s*(?:满分|分值|共|计|本项)?[:：]?\s*(\d+(?:\.\d+)?)\s*分\s*[）)】\]]")
_LEADING = re.compile(r"^\s*(?:满分|分值|本项分值|标准分)[:：为]?\s*(\d+(?:\.\d+)?)\s*分[。，,；;：:]?")


def without_explanation(name: str) -> tuple[str, str]:
    """“控制率：反映部门对成本的控制程度” -> 控制率, and what stands behind the colon.

    In front of “数量指标：举办培训场次” stands a class, and the name behind.
    """
    match = _COLON.match(name)
    named = match is not None and not _CLASS.search(match[1].strip())
    return (match[1].strip(), match[2].strip()) if match and named else (name, "")


def weight_in_standard(text: str) -> tuple[Weight | None, str]:
    """The weight that a standard begins with or has alone in brackets, and the standard without it.

    Several such figures are the points of its parts.
    """
    found = list(_BRACKETED.finditer(text))
    match = _LEADING.match(text) or (
        found[0] if found and (len(found) == 1 or _begins(text, found)) else None
    )
    if match is None:
        return None, text
    return Weight(Decimal(match[1])), (text[: match.start()] + text[match.end() :]).strip()


def _begins(text: str, found: list[re.Match[str]]) -> bool:
    """Whether the first stands in front, and is what the others come to."""
    others = sum((Decimal(each[1]) for each in found[1:]), Decimal(0))
    return not text[: found[0].start()].strip() and Decimal(found[0][1]) == others
