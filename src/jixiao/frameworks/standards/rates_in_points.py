"""“满意度达到90分以上得8分”: the levels of a rate stand in points of a hundred, and are meant in per cent."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from msgspec.structs import replace

from jixiao.frameworks.standards.conditions import says
from jixiao.frameworks.standards.rate_span import HIGHEST_RATE
from jixiao.frameworks.standards.standard import Standard
from jixiao.frameworks.wording.words import score_table_words
from jixiao.model.figures import plain

_COMPARED = re.compile(r"[≥≤<>~]|以[上下内]|不足|[高低大小多少]于|超过|达到|达\d|不到")
_FORMULA = re.compile(r"[=÷×*/]")
_ANY = re.compile(r"\d+(?:\.\d+)?")
_HUNDRED = Decimal(100)


def in_per_cent(standard: Standard) -> tuple[Standard, tuple[str, ...]]:
    """The standard with its levels in per cent, and what is told of that; as it is where that cannot be."""
    conditions = [clause.condition for clause in standard.clauses]
    figures = [each for text in conditions for each in _ANY.findall(text)]
    meant = [each for text in conditions for each in _bare().findall(text)]
    of_rate = says("rate_names", standard.name) and not any("%" in text for text in conditions)
    fits = all(HIGHEST_RATE < Decimal(each) <= _HUNDRED for each in figures)
    fits = fits and not any(map(_FORMULA.search, conditions)) and any(map(_COMPARED.search, conditions))
    if not of_rate or not figures or figures != meant or not fits:
        return standard, ()
    clauses = (
        replace(clause, condition=_bare().sub(r"\1%", clause.condition)) for clause in standard.clauses
    )
    best = plain(max(map(Decimal, figures)))
    return replace(standard, clauses=tuple(clauses)), (f"“{best}”没有写“%”，按{best}%理解，请核对",)


@cache
def _bare() -> re.Pattern[str]:
    """A figure without its unit."""
    words = score_table_words()
    units = f"{words.any_of('measured_in')}|{words.filled_slots['unit']}|{words.filled_slots['counter']}"
    return re.compile(rf"(?<![\d.%])(\d+(?:\.\d+)?)(?![\d.%万亿]|{units})")
