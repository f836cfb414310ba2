"""“优9-10；良7-8；差0-6”, “优10、良8、差0”: levels with bare figures, if these come down from the weight."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise

from jixiao.frameworks.conditions import says
from jixiao.frameworks.rule import RuleReading, share
from jixiao.frameworks.standard import Standard

_NUMBER = r"\d+(?:\.\d+)?"
_LEVEL = re.compile(rf"[,;、。\n]?([\u4e00-\u9fffA-D]{{1,6}})[:(]?({_NUMBER})(?:~({_NUMBER}))?\)?[,;、。\n]?")
_FEWEST = 3


def read_bare_levels(standard: Standard) -> RuleReading | None:
    """None for a standard that is anything else."""
    text = standard.text.replace("%", "") if standard.in_percent else standard.text
    found = list(_LEVEL.finditer(text))
    if standard.clauses or len(found) < _FEWEST or _LEVEL.sub("", text):
        return None
    if not all(says("levels", match[1]) or match[1] in "ABCD" for match in found):
        return None
    ends = [sorted((Decimal(match[2]), Decimal(match[3] or match[2]))) for match in found]
    falls = all(upper[0] > lower[1] for upper, lower in pairwise(ends))
    if ends[0][1] != standard.full or not falls:
        return None
    pairs = [(match[1], low, high) for match, (low, high) in zip(found, ends, strict=True)]
    if all(low == high for low, high in ends):
        grades = [{"name": name, "share": share(low, standard.full)} for name, low, _ in pairs]
        return RuleReading("graded", {"grades": grades})
    levels = [
        {"name": name, "low": share(low, standard.full), "high": share(high, standard.full)}
        for name, low, high in pairs
    ]
    return RuleReading("graded_range", {"levels": levels})
