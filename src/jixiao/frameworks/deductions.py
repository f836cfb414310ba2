"""“60%以下扣5分，60%—80%扣2分，80%以上不扣分”: deductions for ranges, as what is left of the weight."""

from __future__ import annotations

from msgspec.structs import replace

from jixiao.frameworks.conditions import says, step_in
from jixiao.frameworks.span import span_in
from jixiao.frameworks.standard import Clause, Standard

_TAKING = ("deduct", "deduct_share")
_BESIDE = ("award", "full", "zero", "unharmed", *_TAKING)
_FEWEST = 2
_REST = Clause("full", (), "否则", (), "不扣分")


def as_awards(standard: Standard) -> Standard:
    """Who loses all gets nothing; where every deduction is for a range, each leaves so many points."""
    clauses = [_nothing_left(clause, standard) for clause in standard.clauses]
    taking = [clause for clause in clauses if clause.kind in _TAKING]
    ranges = len(taking) >= _FEWEST and all(_of_range(clause, standard) for clause in taking)
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
    return replace(clause, kind="zero") if whole and _of_range(clause, standard) else clause


def _left(clause: Clause, standard: Standard) -> Clause:
    if clause.kind == "unharmed":
        return replace(clause, kind="full")
    lost = standard.lost(clause) if clause.kind in _TAKING else None
    return clause if lost is None else replace(clause, kind="award", amounts=(standard.full - lost,))
