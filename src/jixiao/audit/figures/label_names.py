"""The name in the words before a figure: without years, fillers and connecting words."""

from __future__ import annotations

import re

_FILLERS = re.compile(
    r"(?:金额|总额|总量|数额|合计|共计|总计|累计|共有|共|约|近|达到|达|为|是|计|有|：|“|”|的|了|至|一共|分别)+$"
)
_LEADING = re.compile(
    r"^(?:其中|同时|另外|此外|另|并|且|和|与|及|以及|分别|即|如|用于|主要用于|包括|本年|当年|本年度|今年|全年|我单位|本单位|本部门|我部门|我局|我中心)+"
)
_YEARS = re.compile(r"(?:(?:19|20)\d\d)年?度?|(?:19|20)\d\d")


def cleaned(before: str) -> str:
    """The name in a label: without years, fillers at its end and connecting words at its beginning."""
    text = _YEARS.sub("", before)
    text = _FILLERS.sub("", text)
    text = _LEADING.sub("", text.strip("“”\"'《》 "))
    return text.strip("“”\"' 、，。")
