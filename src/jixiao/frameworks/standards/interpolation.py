"""(X－P1)÷(P2－P1)×W, “按线性插值计分”: a line between what earns nothing and what earns all."""

from __future__ import annotations

import re
from decimal import Decimal

from msgspec.structs import replace

from jixiao.frameworks.standards.proportion import earning
from jixiao.frameworks.standards.rate_span import RateSpan
from jixiao.frameworks.standards.rule import RuleReading, by_hand, full_doubts, weight_doubts
from jixiao.frameworks.standards.standard import Clause, Standard
from jixiao.model.figures import plain

_NUMBER = r"(\d+(?:\.\d+)?)(%?)"
_LINE = re.compile(rf"[-~]{_NUMBER}\)?[÷/]\(?{_NUMBER}[-~]{_NUMBER}\)?(?:×100%)?[×*]")
_FALL = re.compile(rf"\(?{_NUMBER}[-~][^()=,。;\d]+\)?[÷/]\(?{_NUMBER}[-~]{_NUMBER}\)?(?:×100%)?[×*]")
_RISE = re.compile(rf"[-~]{_NUMBER}\)?[÷/]{_NUMBER}(?:×100%)?[×*]")  # (X-70%)÷30%×W
_WEIGHT_FIRST = re.compile(r"(分值|权重分?|满分|\d+(?:\.\d+)?分?)[×*](\([^()]+\)[÷/]\([^()]+\))")


def read_line(standard: Standard) -> RuleReading | None:
    """None for a standard that neither interpolates nor has the formula of a line."""
    text = _WEIGHT_FIRST.sub(r"\2×\1", standard.text)
    line, rise = _LINE.search(text) or _FALL.search(text), _RISE.search(text)
    clauses = (clause for clause in standard.clauses if not _is_factor(clause))
    standard = replace(standard, clauses=tuple(map(_without_formula, clauses)))
    if line is None and rise is None and not standard.of("interpolated"):
        return None
    full = [span for clause in standard.of("award", "full") if (span := earning(clause, standard))]
    zero = [span for clause in standard.of("zero") if (span := earning(clause, standard))]
    doubts = full_doubts(standard, standard.of("award", "full"))
    ends = _ends(full, zero) or _ends_between(standard, zero)
    if line:
        falls = line.re is _FALL
        ends_at = (1, 3, 5) if falls else (1, 5, 3)
        low, also, high = (Decimal(line[i]) / (100 if line[i + 1] else 1) for i in ends_at)
        doubts += [] if low == also else [f"公式里两个下限不一样：{plain(low)}、{plain(also)}"]
        doubts += weight_doubts(text[line.end() :], standard)
        if ends and ends != (low, high):
            doubts.append("公式里的上下限与文字里的不一样")
        ends = (low, high)
    elif rise:
        low, up = (Decimal(rise[i]) / (100 if rise[i + 1] else 1) for i in (1, 3))
        doubts += weight_doubts(text[rise.end() :], standard)
        doubts += ["公式里的上下限与文字里的不一样"] if ends and ends != (low, low + up) else []
        ends = (low, low + up)
    if ends is None:
        return by_hand("没有说从多少到多少按插值计分")
    odd = [
        clause
        for clause in standard.clauses
        if clause.kind not in ("award", "full", "zero", "interpolated", "proportion")
    ]
    doubts += [f"“{clause.condition}{clause.text}”与插值的关系不清楚" for clause in odd]
    if len(standard.of("award", "full")) > 1:
        doubts.append("有几个得分点")
    return RuleReading("linear", {"zero_at": plain(ends[0]), "full_at": plain(ends[1])}, tuple(doubts))


def _is_factor(clause: Clause) -> bool:
    """“(X-90%)/(100%-90%)×4分”: the weight in the formula, and no award of its own."""
    return clause.kind == "award" and re.search(r"[÷/].*[×*]$", clause.condition) is not None


def _without_formula(clause: Clause) -> Clause:
    """“(X-60%)/(95%-60%)×10,X≥95%”: the condition behind the formula."""
    if not re.search(r"[×*]", clause.condition):
        return clause
    return replace(clause, condition=clause.condition.rpartition(",")[2])


def _ends(full: list[RateSpan], zero: list[RateSpan]) -> tuple[Decimal, Decimal] | None:
    if len(full) != 1 or len(zero) != 1:
        return None
    rising, falling = (zero[0].high, full[0].low), (zero[0].low, full[0].high)
    ends = rising if None not in rising else falling
    return (ends[0], ends[1]) if ends[0] is not None and ends[1] is not None else None


def _ends_between(standard: Standard, zero: list[RateSpan]) -> tuple[Decimal, Decimal] | None:
    """“90%—100%之间按插值计分，90%以下不得分”: what earns nothing tells which end that is."""
    spans = [span for clause in standard.of("interpolated") if (span := earning(clause, standard))]
    if len(spans) != 1 or len(zero) != 1 or spans[0].low is None or spans[0].high is None:
        return None
    low, high = spans[0].low, spans[0].high
    if zero[0].high == low:
        return low, high
    return (high, low) if zero[0].low == high else None
