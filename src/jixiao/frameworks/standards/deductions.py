"""“60%以下扣5分，60%—80%扣2分，80%以上不扣分”: deductions for ranges, as what is left of the weight."""

from __future__ import annotations

import re

from msgspec.structs import replace

from jixiao.frameworks.standards.conditions import says, step_in
from jixiao.frameworks.standards.grades import level_name
from jixiao.frameworks.standards.span import span_in
from jixiao.frameworks.standards.standard import Clause, Standard
from jixiao.frameworks.wording.words import score_table_words

_TAKING = ("deduct", "deduct_share")
_BESIDE = ("award", "full", "zero", "unharmed", *_TAKING)
_FEWEST = 2
_REST = Clause("full", (), "否则", (), "不扣分")


def as_awards(standard: Standard) -> Standard:
    """Who loses all gets nothing; where every deduction is for a range, each leaves so many points."""
    clauses = [_nothing_left(clause, standard) for clause in standard.clauses]
    taking = [clause for clause in clauses if clause.kind in _TAKING]
    whole = [each for each in clauses if each.kind == "zero" and each not in standard.clauses]
    ranges = len(taking) + len(whole) >= _FEWEST and all(
        _of_range(clause, standard) or _of_level(clause) for clause in taking
    )
    if ranges and all(clause.kind in _BESIDE for clause in clauses):
        clauses = [_left(clause, standard) for clause in clauses]
        spared = any(standard.score(clause) == standard.full for clause in clauses)
        clauses += [] if spared else [_REST]
    return replace(standard, clauses=tuple(clauses))


def _of_range(clause: Clause, standard: Standard) -> bool:
    """Whether it takes points for a range of the rate, not for each step or case."""
    text = clause.condition
    return not step_in(text) and not says("each_case", text) and span_in(text, standard.name) is not None


def _nothing_left(clause: Clause, standard: Standard) -> Clause:
    whole = clause.kind in _TAKING and standard.lost(clause) == standard.full
    spoken = _of_range(clause, standard) or _of_level(clause) or _failed(clause, standard)
    return replace(clause, kind="zero") if whole and spoken else clause


def _of_level(clause: Clause) -> bool:
    """“良的扣2分”."""
    levels = score_table_words().any_of("levels")
    return re.fullmatch(levels, level_name(clause.condition).rpartition("为")[2]) is not None


def _failed(clause: Clause, standard: Standard) -> bool:
    """“公开得4分，未公开扣4分”: all or nothing."""
    text = clause.condition
    earned = any(standard.score(other) == standard.full for other in standard.of("award", "full"))
    return earned and says("failing", text) and not step_in(text) and not says("each_case", text)


def _left(clause: Clause, standard: Standard) -> Clause:
    if clause.kind == "unharmed":
        return replace(clause, kind="full")
    lost = standard.lost(clause) if clause.kind in _TAKING else None
    return clause if lost is None else replace(clause, kind="award", amounts=(standard.full - lost,))
