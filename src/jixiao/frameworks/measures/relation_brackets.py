"""The brackets of a relation that was made of a formula."""

from __future__ import annotations

import re


def without_needless(relation: str) -> str:
    """Single figures and the whole need no brackets."""
    shorter = re.sub(r"\( ([^()\s]+) \)", r"\1", relation)
    shorter = re.sub(r"\( ", "(", re.sub(r" \)", ")", shorter))
    while shorter.startswith("(") and shorter.endswith(")") and _one_pair(shorter):
        shorter = shorter[1:-1]
    return re.sub(r"\(\(([^()]*)\)\)", r"(\1)", shorter)


def _one_pair(text: str) -> bool:
    """Whether the first bracket is closed by the last one."""
    depth = 0
    for place, sign in enumerate(text):
        depth += {"(": 1, ")": -1}.get(sign, 0)
        if depth == 0:
            return place == len(text) - 1
    return False
