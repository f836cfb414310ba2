"""“每超过1个百分点扣0.5分”: full up to a limit, then so many points for each step beyond."""

from __future__ import annotations

from decimal import Decimal

from jixiao.frameworks.standards.conditions import (
    Step,
    bare_step_in,
    harmless,
    is_rest,
    number,
    says,
    step_in,
)
from jixiao.frameworks.standards.counted_units import names_number
from jixiao.frameworks.standards.full_score_edges import full_score_doubts
from jixiao.frameworks.standards.rate_span import RateSpan
from jixiao.frameworks.standards.rule import (
    Parameters,
    RuleReading,
    by_hand,
    exempted,
    floor_of,
    full_doubts,
    lesser,
    rounding_of,
    unexpected,
    unsaid_target,
)
from jixiao.frameworks.standards.span import span_in
from jixiao.frameworks.standards.standard import Clause, Standard
from jixiao.frameworks.wording.words import score_table_words
from jixiao.model.figures import plain

_ONE, _TENTH, _POINT = Decimal(1), Decimal("0.1"), Decimal("0.01")
_TAKING = ("deduct", "deduct_share", "deduct_percent")


def read_per_point(standard: Standard) -> RuleReading | None:
    """None for a standard that deducts nothing by steps of a rate."""
    stepped = [(clause, step) for clause in standard.of(*_TAKING) if (step := step_in(clause.condition))]
    bare = [] if stepped else _bare_steps(standard)
    stepped = stepped or bare
    if not stepped:
        return None
    if any(step.size >= _ONE for _, step in stepped if step.of_rate):
        return by_hand("一步就是100个百分点或更多，看不懂按什么计步")
    if not all(step.of_rate for _, step in stepped):
        if all(says("each_late", clause.condition) for clause, _ in stepped):
            return None  # 每超编1人, 每推迟1天: counted like cases
        return by_hand("按人数、金额、天数等绝对数扣分，不是按比率")
    direction = _direction(standard, [step for _, step in stepped])
    deduct = standard.lost(stepped[0][0])
    if direction is None or deduct is None or len({standard.lost(clause) for clause, _ in stepped}) > 1:
        return by_hand("一条标准里有几种步长或扣法")
    if len(stepped) > 1 and len(standard.of("award")) > 1 and _come_to_weight(standard):
        return by_hand("几个部分各有得分和扣法，要由人评分")
    step = stepped[0][1]
    limit, doubts = _limit(standard, step, direction)
    beyond, more = _zero_beyond(standard, direction, limit)
    rest = [clause for clause in standard.of(*_TAKING) if all(clause is not each for each, _ in stepped)]
    odd = [
        *rest,
        *standard.of("range", "share", "half", "deduct_range", "proportion", "share_range", "deduct_all"),
    ]
    awards = standard.of("award", "full")
    doubts += more + (full_doubts(standard, awards) or lesser(standard, awards, "按步扣分"))
    doubts += [unexpected(clause, "按步扣分") for clause in odd]
    doubts += full_score_doubts(standard, direction)
    doubts += (
        [f"每步“{plain(step.size)}”没有写单位，不清楚是几个百分点"] if _without_unit(step, standard) else []
    )
    if deduct > standard.full:
        doubts.append(f"每次扣{plain(deduct)}分，多于分值{plain(standard.full)}分")
    doubts += ["没有写“每”，按每超一步扣一次理解"] if bare and not standard.aside("cap") else []
    parameters: Parameters = {
        "limit": plain(limit),
        "direction": direction,
        "step": plain(step.size),
        "deduct": plain(deduct),
        "rounding": rounding_of(standard) or "ceil",
    } | beyond
    silent = not rounding_of(standard)
    return RuleReading("per_point", parameters | floor_of(standard), tuple(doubts), silent=silent)


def _without_unit(step: Step, standard: Standard) -> bool:
    """“每超0.5扣1分” beside ≤100%: half a point of them, or fifty; beside a rate of 1 it is one, too."""
    return not step.percent and ("%" in standard.text or step.size >= _TENTH)


def _come_to_weight(standard: Standard) -> bool:
    """“6月底达到50%得2分，每低…；9月底达到75%得2分，每低…” of 4 points."""
    return sum((clause.amount for clause in standard.of("award")), Decimal(0)) == standard.full


def _bare_steps(standard: Standard) -> list[tuple[Clause, Step]]:
    """“超1%扣1分，扣完为止”: the only deduction, or it would be one of several ranges."""
    taking = standard.of(*_TAKING)
    step = bare_step_in(taking[0].condition) if len(taking) == 1 else None
    return [(taking[0], step)] if step and (standard.aside("cap") or step.size == _POINT) else []


def _direction(standard: Standard, steps: list[Step]) -> str | None:
    """None where the steps are of different kinds."""
    if len({step.size for step in steps}) > 1:
        return None
    said = {step.direction for step in steps}
    if said == {"over"} and says("saving", standard.name) and _from_full(standard) == "under":
        return "under"  # 节约率≥0得满分，每超支1%扣1分
    if said == {"over", "under"}:
        return "both"
    if len(said) > 1:
        return None
    if any(says("to_both_sides", step.beside) for step in steps):
        return "both"  # 高于或低于100%，每1个百分点扣1分
    return said.pop() or _direction_of(span_in(steps[0].beside, standard.name)) or _from_full(standard)


def _direction_of(span: RateSpan | None) -> str:
    if span is None or (span.low is None) == (span.high is None):
        return ""
    return "over" if span.low is not None else "under"


def _from_full(standard: Standard) -> str | None:
    """Beyond what earns the full score."""
    for clause in standard.of("award", "full"):
        span = span_in(clause.condition, standard.name)
        if span and span.exact and span.low == 0:
            return "over"  # 占比为0得满分，每1个百分点扣1分
        if span and span.high is not None and span.low is None:
            return "over"
        if span and span.low is not None and span.high is None:
            return "under"
    return None


def _limit(standard: Standard, step: Step, direction: str) -> tuple[Decimal, list[str]]:
    """Where the full score ends, from every place that names it."""
    doubts: list[str] = []
    found: list[Decimal] = [step.limit] if step.limit is not None else []
    based = bool(standard.aside("base"))
    for clause in standard.of("award", "full", "unharmed"):
        if based and span_in(clause.condition, standard.name) is None and says("complete", clause.condition):
            continue  # 达到目标值: the base that was said
        value, doubt = _full_limit(clause, standard, direction)
        found += [value] if value is not None else []
        doubts += [doubt] if doubt else []
    if match := score_table_words().said("base", standard.aside("base")) if standard.aside("base") else None:
        found.append(number(match["n"].rstrip("%"), "%"))
    beside = span_in(step.beside, standard.name)
    bound = (beside.low if direction == "over" else beside.high) if beside else None
    if bound is not None:
        found.append(bound)
    elif step.beside and beside is None and not _quiet(step.beside, standard.name):
        doubts.append(f"“{step.beside}”与按步扣分的关系不清楚")
    if len(set(found)) > 1:
        doubts.append(
            "得满分的界限与开始扣分的界限不一样："
            + "、".join(f"{plain(each * 100)}%" for each in dict.fromkeys(found))
        )
    if not found and standard.target is not None:
        found.append(standard.target)  # 每低1个百分点扣1分 beside ≥98%
    if not found:
        doubts.append("没有说达到多少得满分，暂按100%")
    return (found[0] if found else _ONE), doubts


def _quiet(text: str, name: str) -> bool:
    return is_rest(text) or harmless(text, name) or says("incomplete", text)


def _full_limit(clause: Clause, standard: Standard, direction: str) -> tuple[Decimal | None, str]:
    """The limit that a condition of the full score names, or what is unclear about it."""
    span = span_in(clause.condition, standard.name)
    if span is None:
        if says("complete", clause.condition):
            return (_ONE if standard.target is None else standard.target), unsaid_target(clause, standard)
        if names_number(clause.condition):
            return _ONE, ""  # 达到500人得10分，每少10%扣1分: of these
        if exempted(clause):
            return None, unexpected(clause, "按步扣分")
        quiet = (
            not clause.condition
            or says("all_met", clause.condition)
            or _quiet(clause.condition, standard.name)
        )
        return None, "" if quiet else f"看不懂得满分的条件“{clause.condition}”"
    if span.away and says("around_zero", standard.name + clause.condition):
        return span.high, ""
    if span.away:
        return None, f"“{clause.condition}”是一个区间"
    if not span.clear:
        return span.high if direction == "over" else span.low, f"得满分的条件“{clause.condition}”没有全看懂"
    if span.exact:
        return span.low, ""
    if span.low is not None and span.high is not None:
        return (span.high if direction == "over" else span.low), f"得满分的是一个区间“{clause.condition}”"
    value = span.high if direction == "over" else span.low
    if direction == "both" or value is None:
        return (
            span.low if span.low is not None else span.high
        ), f"得满分的条件“{clause.condition}”与扣分的方向不合"
    return value, ""


def _zero_beyond(standard: Standard, direction: str, limit: Decimal) -> tuple[Parameters, list[str]]:
    """“低于80%不得分” beside the steps."""
    values, doubts = [], []
    for clause in standard.of("zero"):
        span = span_in(clause.condition, standard.name)
        value = (span.low if direction == "over" else span.high) if span else None
        if value is not None and direction == "over" and value * 2 < limit == _ONE:
            value += limit  # 超过10%不得分, of 100%: beyond 110%
        closed = (span.low_in if direction == "over" else span.high_in) if span else None
        if (
            span is None
            or value is None
            or not span.clear
            or direction == "both"
            or len(standard.of("zero")) > 1
        ):
            doubts.append(unexpected(clause, "按步扣分"))
            continue
        beyond = value > limit if direction == "over" else value < limit
        doubts += (
            [] if beyond else [f"“{clause.condition}不得分”从{plain(value * 100)}%算起还是从界限算起，不清楚"]
        )
        doubts += [f"正好{plain(value * 100)}%时得不得分，不清楚"] if closed else []
        values.append(value)
    return ({"zero_beyond": plain(values[0])} if values else {}), doubts
