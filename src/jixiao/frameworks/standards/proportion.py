"""“未完成的按比例计分”: the score follows the rate, without a formula."""

from __future__ import annotations

import re
from decimal import Decimal

from jixiao.frameworks.standards.conditions import harmless, is_rest, says
from jixiao.frameworks.standards.counted_units import in_bare_figures
from jixiao.frameworks.standards.rate_span import RateSpan
from jixiao.frameworks.standards.rule import Parameters, RuleReading, full_doubts, lesser
from jixiao.frameworks.standards.span import ONE, span_in
from jixiao.frameworks.standards.standard import Clause, Standard
from jixiao.model.figures import plain

_UNCLEAR = "按比例计分是实际值×分值，还是实际值÷{}%×分值，不清楚"
_EACH = re.compile(r"每(?:达到|完成|有|增加)?(\d+(?:\.\d+)?)%")


def read_proportion(standard: Standard) -> RuleReading | None:
    """None for a standard that gives no points in proportion."""
    if not standard.of("proportion", "deduct_proportion"):
        return _each_percent(standard)
    bare = in_bare_figures(standard)
    counted, standard = bare is not standard, bare
    full = standard.of("award", "full")
    zero, doubts = zero_below(standard)
    doubts += full_doubts(standard, full) or lesser(standard, full, "按比例计分")
    parts = standard.of("proportion", "deduct_proportion")
    odd = [clause for clause in standard.clauses if clause not in (*full, *parts, *standard.of("zero"))]
    doubts += [f"“{clause.condition}{clause.text}”与按比例计分的关系不清楚" for clause in odd]
    if len(full) > 1 or len(parts) > 1:
        doubts.append("有几条得分规则")
    inverse, target, more = _aim(standard, full, counted)
    doubts += more
    if standard.of("deduct_proportion"):
        doubts.append("按比例扣分没有写公式")
    doubts += [
        f"按比例计分的条件“{clause.condition}”没有全看懂"
        for clause in parts
        if clause.condition and not _under(clause, standard)
    ]
    doubts += zero_of_what(standard, target) if zero else []
    parameters: Parameters = {"inverse": inverse} | ({"target": plain(target)} if target is not None else {})
    return RuleReading("proportional", parameters | zero, tuple(doubts))


def zero_of_what(standard: Standard, target: Decimal | None) -> list[str]:
    """“完成比例低于60%” beside a target of 90%: less than 60%, or than 54%."""
    asked = [clause.condition for clause in standard.of("zero") if "完成" in clause.condition]
    if not asked or target is None or target >= ONE or says("of_completion", standard.name):
        return []
    return [f"“{asked[0]}”是实际值，还是实际值÷{plain(target * 100)}%，不清楚"]


def _each_percent(standard: Standard) -> RuleReading | None:
    """“每1个百分点得0.12分” of 12: the rate times the weight."""
    awards = standard.of("award")
    match = _EACH.search(awards[0].condition) if len(awards) == 1 else None
    alone = (
        match is not None
        and len(standard.clauses) == 1
        and harmless(_EACH.sub("", awards[0].condition), standard.name)
    )
    if match is None or not alone or awards[0].amount * 100 != standard.full * Decimal(match[1]):
        return None
    doubt = f"“{match[0]}{awards[0].text}”，不足{match[1]}%的部分得不得分，不清楚"
    return RuleReading("execution", doubts=(doubt,) if Decimal(match[1]) > 1 else ())


def _under(clause: Clause, standard: Standard) -> bool:
    text = clause.condition
    if is_rest(text) or says("incomplete", text) or says("complete", text) or harmless(text, standard.name):
        return True
    span = span_in(text, standard.name)
    return span is not None and span.clear and span.low is None


def _aim(
    standard: Standard, full: tuple[Clause, ...], counted: bool
) -> tuple[bool, Decimal | None, list[str]]:
    """Whether less is better, what earns the full score, and what is unclear about it."""
    if not full:
        return False, standard.target, _of_what(standard)
    span = earning(full[0], standard)
    if span is None:
        quiet = (
            not full[0].condition
            or says("all_met", full[0].condition)
            or harmless(full[0].condition, standard.name)
        )
        return False, standard.target, [] if quiet else [f"看不懂得满分的条件“{full[0].condition}”"]
    if says("complete", full[0].condition) and span_in(full[0].condition, standard.name) is None:
        return False, standard.target, []
    if not (span.clear or (counted and span.alone)) or span.away:
        return False, span.low, [f"得满分的条件“{full[0].condition}”没有全看懂"]
    if span.low is None:
        return True, span.high, ["“不超过”的目标按比例计分，没有写公式"]
    return False, span.low, [] if span.low == ONE or counted else [_UNCLEAR.format(plain(span.low * 100))]


def _of_what(standard: Standard) -> list[str]:
    """“按结案率计分” beside ≥95%: of the target, or the rate itself."""
    target = standard.target
    of_target = any("完成" in clause.text for clause in standard.of("proportion"))
    return [_UNCLEAR.format(plain(target * 100))] if target and target < ONE and not of_target else []


def earning(clause: Clause, standard: Standard) -> RateSpan | None:
    """The values that earn an award; “全部完成” is 100% and more."""
    span = span_in(clause.condition, standard.name)
    if span is None and says("complete", clause.condition):
        return RateSpan(ONE, None, True)
    return span


def zero_below(standard: Standard) -> tuple[Parameters, list[str]]:
    """“低于60%不得分” beside a proportion."""
    values, doubts = [], []
    for clause in standard.of("zero"):
        span = span_in(clause.condition, standard.name)
        if span is None or span.high is None or span.high_in or not span.clear:
            doubts.append(f"“{clause.condition}{clause.text}”与按比例计分的关系不清楚")
        else:
            values.append(span.high)
    return ({"zero_below": plain(values[0])} if len(values) == 1 else {}), doubts
