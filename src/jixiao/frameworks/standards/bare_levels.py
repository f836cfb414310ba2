"""“优9-10；良7-8；差0-6”, “健全满分，较健全60%，不健全0”: levels with figures that come down from all."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise

from jixiao.frameworks.standards.conditions import says
from jixiao.frameworks.standards.rule import RuleReading, share
from jixiao.frameworks.standards.standard import Standard

_NUMBER = r"\d+(?:\.\d+)?"
_MARK = r"(?:\(不?含\))?"
_WHOLE = "满分|全分|全部分值|权重分|分值|标准分"
_LEVEL = re.compile(
    rf"[,;、。\n]?(?P<name>[\u4e00-\u9fffA-D]{{1,10}}?)(?:的|者)?[:(,]?(?:各?得|计|给|为|按|记|赋)?"
    rf"(?:(?P<whole>{_WHOLE})|(?P<one>{_NUMBER})(?P<of>%|分)?{_MARK}(?:~(?P<other>{_NUMBER})(?P<also>%|分)?{_MARK})?)"
    rf"(?:的?(?:{_WHOLE}))?\)?(?=[,;、。\n\u4e00-\u9fffA-D]|$)[,;、。\n]?"
)
_DEGREE = re.compile(
    "^(?:很|非常|较为|比较|较|基本|大部分|部分|一般|不够|不太|不是很|欠|完全|全部|有所|明显|未|没有|无|不)+"
)
_FEWEST = 2


def are_levels(names: list[str]) -> bool:
    """优、良、差, and whatever says more or less of one thing: 完备、较完备、不完备."""
    known = all(says("levels", name) or name in "ABCD" for name in names)
    stems = {_DEGREE.sub("", name) for name in names}
    return (known and len(names) > _FEWEST) or (len(stems) == 1 and len(set(names)) == len(names))


def read_bare_levels(standard: Standard) -> RuleReading | None:
    """None for a standard that is anything else."""
    text = standard.text.replace("%", "") if standard.in_percent else standard.text
    found = list(_LEVEL.finditer(text))
    names = [match["name"] for match in found]
    if len(found) < _FEWEST or _LEVEL.sub("", text) or not are_levels(names):
        return None
    ends = [_ends(match, standard.full) for match in found]
    falls = all(upper[0] >= lower[1] and upper != lower for upper, lower in pairwise(ends))
    if ends[0][1] != standard.full or not falls:
        return None
    pairs = [(name, low, high) for name, (low, high) in zip(names, ends, strict=True)]
    if all(low == high for low, high in ends):
        grades = [{"name": name, "share": share(low, standard.full)} for name, low, _ in pairs]
        lettered = says("rate_names", standard.name) and all(name in "ABCD" for name in names)
        doubts = ("指标是比率，评分标准却没有写数",) if lettered else ()
        return RuleReading("graded", {"grades": grades}, doubts)
    levels = [
        {"name": name, "low": share(low, standard.full), "high": share(high, standard.full)}
        for name, low, high in pairs
    ]
    return RuleReading("graded_range", {"levels": levels})


def _ends(match: re.Match[str], full: Decimal) -> tuple[Decimal, Decimal]:
    """What a level gives, from least to most."""
    if match["whole"]:
        return full, full
    one, other = Decimal(match["one"]), Decimal(match["other"] or match["one"])
    in_percent = "%" in (match["of"], match["also"])
    low, high = sorted(each * full / 100 if in_percent else each for each in (one, other))
    return low, high
