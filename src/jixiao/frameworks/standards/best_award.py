"""Whether the best that a standard gives is the weight of its row, also where people score by it."""

from __future__ import annotations

from jixiao.frameworks.standards.rule import full_doubts
from jixiao.frameworks.standards.span import span_in
from jixiao.frameworks.standards.standard import Standard

_AWARDS = ("award", "full", "half", "share")


def best_award_doubts(standard: Standard) -> list[str]:
    """“达到95%得10分” of 12; silent where several things have points, which may come to it."""
    awards = standard.of(*_AWARDS)
    scores = [standard.score(clause) or 0 for clause in awards]
    of_rate = bool(awards) and all(span_in(clause.condition, standard.name) for clause in awards)
    several = "每" in standard.text or "各" in standard.text or len(standard.points) > 1
    if not of_rate or several or sum(scores) == standard.full or standard.of("range", "share_range"):
        return []
    return full_doubts(standard, awards)
