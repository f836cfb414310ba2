"""“每少10人次扣0.5分” beside a target of 260: steps of a number, counted from what earns the full score."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from msgspec.structs import replace

from jixiao.frameworks.standards.conditions import harmless, is_rest, says
from jixiao.frameworks.standards.counted_units import SCALES, in_bare_figures
from jixiao.frameworks.standards.rule import (
    RuleReading,
    floor_of,
    full_doubts,
    lesser,
    rounding_of,
    unexpected,
)
from jixiao.frameworks.standards.span import span_in
from jixiao.frameworks.standards.standard import Clause, Standard
from jixiao.frameworks.wording.texts import POINT
from jixiao.frameworks.wording.words import score_table_words
from jixiao.model.figures import plain

_ONE = Decimal(1)
_SAID = re.compile(
    r"(?:目标|计划|任务)(?:值|数|任务|人数|数量)?(?:为|是|:|=)?(?:完成|培训|建设|发放|办理|培育)?(?P<n>\d+(?:\.\d+)?)(?P<scale>[万亿])?(?![\d.%]|项要点)"
)


def read_counted_steps(standard: Standard) -> RuleReading | None:
    """None for a standard without such steps, or that does not say from where they count."""
    taking = [clause for clause in standard.clauses if standard.lost(clause) is not None]
    match = _step().search(taking[0].condition) if len(taking) == 1 else None
    if match is None:
        return None
    size = Decimal(match["size"]) * SCALES.get(match["scale"] or "", _ONE)
    direction = "over" if match["over"] else "under"
    bare = _in_units(in_bare_figures(standard), match["unit"])
    limit, doubts = _limit(bare, direction)
    beyond, zeros = _zero_beyond(standard, bare, direction, limit)
    if limit is None or limit < size:
        return None
    if size == _ONE and not beyond and not _named(bare):
        return None  # 每少1项: what is missing is counted, like cases
    deduct = standard.lost(taking[0]) or Decimal(0)
    awards = standard.of("award", "full")
    doubts += full_doubts(standard, awards) or lesser(standard, awards, "按步扣分")
    known = (*awards, *taking, *zeros)
    doubts += [unexpected(clause, "按步扣分") for clause in standard.clauses if clause not in known]
    beside = POINT.sub("", taking[0].condition.replace(match[0], "")).strip(",:、")
    if beside and not (is_rest(beside) or harmless(beside, standard.name) or says("incomplete", beside)):
        doubts.append(f"“{beside}”与按步扣分的关系不清楚")
    if deduct > standard.full:
        doubts.append(f"每次扣{plain(deduct)}分，多于分值{plain(standard.full)}分")
    rounding = rounding_of(standard)
    parameters = {
        "limit": plain(limit),
        "direction": direction,
        "step": plain(size),
        "deduct": plain(deduct),
        "rounding": rounding or "ceil",
    } | beyond
    return RuleReading(
        "per_point", parameters | floor_of(standard), tuple(doubts), silent=not rounding and size != _ONE
    )


def _zero_beyond(
    standard: Standard, bare: Standard, direction: str, limit: Decimal | None
) -> tuple[dict[str, str], tuple[Clause, ...]]:
    """“低于4所不得分” beside a target of 8, and the clause that says so."""
    for clause, plain_one in zip(standard.clauses, bare.clauses, strict=True):
        span = span_in(plain_one.condition, standard.name) if clause.kind == "zero" else None
        end = (span.low if direction == "over" else span.high) if span and span.alone else None
        closed = span.low_in if span and direction == "over" else span.high_in if span else None
        if end is not None and limit is not None and not closed and (end > limit) == (direction == "over"):
            return {"zero_beyond": plain(end)}, (clause,)
    return {}, ()


@cache
def _step() -> re.Pattern[str]:
    words = score_table_words()
    slots = words.filled_slots
    unit = f"(?P<unit>个?(?:{words.any_of('measured_in')}|{slots['unit']}|{slots['counter']}))"
    target = "(?:目标值?|计划数?|指标值|预算数?|控制数|标准值?|任务数?)?的?"
    return re.compile(
        rf"每(?:再)?(?:(?P<over>{slots['over']})|(?P<under>{slots['under']})){target}(?:完成|办理|培训|发放)?"
        rf"(?P<size>\d+(?:\.\d+)?)(?P<scale>[万亿])?(?!%){unit}"
    )


def _limit(standard: Standard, direction: str) -> tuple[Decimal | None, list[str]]:
    """The number that still earns the full score: what the standard names, else the target beside it."""
    found: list[Decimal] = []
    doubts: list[str] = []
    for clause in standard.of("award", "full"):
        span = span_in(clause.condition, standard.name)
        end = (span.high if direction == "over" else span.low) if span else None
        if span and (end is None or not span.alone):
            doubts.append(f"得满分的条件“{clause.condition}”没有全看懂")
        elif not span and not _quiet(clause, standard):
            doubts.append(f"看不懂得满分的条件“{clause.condition}”")
        found += [end] if end is not None else []
    if len(set(found)) > 1:
        doubts.append("得满分的界限有几个")
    return (found[0] if found else standard.target or _said_target(standard.text)), doubts


def _named(standard: Standard) -> bool:
    """Whether an award says from which number on all is earned: 达到20个得满分, or 达到指标值 beside 20个."""
    awards = standard.of("award", "full")
    figures = (each for each in awards if re.search(r"\d", each.condition) and "%" not in each.condition)
    return any(span_in(each.condition, standard.name) is not None for each in figures)


def _in_units(standard: Standard, unit: str) -> Standard:
    """“签约达到20个”, “=3处” of steps of 1个, 1处: the figure alone, where it is the only one."""
    counted = re.compile(rf"(?<![\d.])(\d+(?:\.\d+)?)个?{re.escape(unit.lstrip('个') or unit)}")

    def bare(clause: Clause) -> Clause:
        text = counted.sub(r"\1", clause.condition)
        span = span_in(text, standard.name) if len(re.findall(r"\d+", POINT.sub("", text))) == 1 else None
        return replace(clause, condition=text) if span and span.alone else clause

    awards = standard.of("award", "full", "zero")
    return replace(
        standard, clauses=tuple(bare(each) if each in awards else each for each in standard.clauses)
    )


def _said_target(text: str) -> Decimal | None:
    """“年度目标300人。达到目标得满分”."""
    said = {Decimal(match["n"]) * SCALES.get(match["scale"] or "", _ONE) for match in _SAID.finditer(text)}
    return said.pop() if len(said) == 1 else None


def _quiet(clause: Clause, standard: Standard) -> bool:
    text = clause.condition
    return not text or says("complete", text) or says("all_met", text) or harmless(text, standard.name)
