"""“每发现一起扣2分”: points that are lost for each case."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from jixiao.frameworks.standards.conditions import is_rest, says, step_in
from jixiao.frameworks.standards.points_apiece import names_apiece, said_points
from jixiao.frameworks.standards.rule import (
    Parameters,
    RuleReading,
    by_hand,
    exempted,
    floor_of,
    has_points_of_own,
    unexpected,
)
from jixiao.frameworks.standards.span import span_in
from jixiao.frameworks.standards.standard import Clause, Standard
from jixiao.frameworks.wording.texts import POINT
from jixiao.frameworks.wording.words import score_table_words
from jixiao.model.figures import plain

_OFTEN = re.compile(r"(?<![\d.])(\d+)(?:例|起|次|项|处|笔|个|条|件|宗|份)(?:\(含\))?(?:及|或)?以上")
_SEVERAL = re.compile(r"(?<![\d.])([2-9]|[1-9]\d+)(?=[项次例起处笔个条件份户宗人])")
_LIST = re.compile(r"[^,;。:、()]{1,20}(?:、[^,;。:、()]{1,20})+")
_TAKING = ("deduct", "deduct_share", "deduct_percent", "deduct_all")


def read_violations(standard: Standard) -> RuleReading | None:
    """None for a standard that deducts nothing for cases."""
    taking = standard.of(*_TAKING)
    if has_points_of_own(standard):
        return None
    if not taking:
        return _one_case(standard)
    cases = [clause for clause in taking if _case(clause) is not None]
    if not cases:
        return None
    amounts = {standard.lost(clause) for clause in cases}
    if None in amounts or len(amounts) > 1 or len(cases) < len(taking):
        return by_hand("几种情形扣的分不一样，或有的扣分没有说按什么计次")
    deduct = next(iter(amounts)) or Decimal(0)
    if any(_case(clause) != 1 for clause in cases):
        return by_hand("不是每发生一次就扣")
    doubts = [
        unexpected(clause, "逐次扣分")
        for clause in standard.clauses
        if clause not in taking and not _quiet(clause, standard, deduct)
    ]
    if deduct > standard.full:
        doubts.append(f"每次扣{plain(deduct)}分，多于分值{plain(standard.full)}分")
    number = len(standard.points) or said_points(standard) or _listed(cases)
    if not number:
        beside = [said for clause in cases if (said := _figures_beside(clause))]
        doubts += [f"“{said}”里的数没有用上" for said in beside if not _all_of(said, deduct, standard.full)]
    total = deduct * number
    if total and total != standard.full and any(_of_points(clause) for clause in cases):
        doubts.append(
            f"分值是{plain(standard.full)}分，{number}个要点每项扣{plain(deduct)}分，合计{plain(total)}分"
        )
    if any(says("open_list", clause.condition) for clause in cases):
        doubts.append("“等”字后面没有列完，算不算一次要由人判断")
    listed = [
        clause
        for clause in standard.of("award")
        if (POINT.search(clause.condition) or names_apiece(clause)) and standard.score(clause) == deduct
    ]
    for clause in standard.of("award", "full"):
        if clause not in listed and (score := standard.score(clause)) != standard.full:
            doubts.append(f"分值是{plain(standard.full)}分，评分标准里得满分是{plain(score or Decimal(0))}分")
    found = {"deduct": plain(deduct)} | floor_of(standard) | _unit(cases)
    return RuleReading("each_violation", found, tuple(doubts))


def _unit(cases: Sequence[Clause]) -> Parameters:
    """“每推迟1天扣1分”: days are counted, and not cases."""
    words = score_table_words()
    units = [words.found(words.conditions, "each_late", clause.condition) for clause in cases]
    named = {match["unit"].lstrip("个") for match in units if match}
    return {"unit": named.pop()} if len(named) == 1 and all(units) else {}


def _case(clause: Clause) -> Decimal | None:
    """How many cases cost the deduction; None if it is not about cases."""
    words = score_table_words()
    step = step_in(clause.condition)
    if step is not None and (step.of_rate or not says("each_late", clause.condition)):
        return None
    match = words.found(words.conditions, "each_case", clause.condition) or words.found(
        words.conditions, "each_late", clause.condition
    )
    if match is None:
        return None
    return Decimal(match.groupdict().get("n") or 1)


def _figures_beside(clause: Clause) -> str:
    """“计划结项20项，每少1项扣0.5分”: the target of a count is none of the cases."""
    words = score_table_words()
    match = words.found(words.conditions, "each_case", clause.condition)
    if match is None:
        return ""
    beside = POINT.sub("", clause.condition[: match.start()] + clause.condition[match.end() :])
    same_unit = re.search(rf"\d{re.escape(match[0][-1])}", beside)
    return beside.strip(",:、") if same_unit else ""


def _listed(cases: Sequence[Clause]) -> int:
    """“目标、监控、自评按要求开展，缺一项扣2分”: how many things can be missing."""
    lists = [_LIST.findall(text) for each in cases for text in (each.condition, *each.before)]
    return next((found[-1].count("、") + 1 for found in lists if found), 0)


def _all_of(said: str, deduct: Decimal, full: Decimal) -> bool:
    """“共4项制度，每缺一项扣1分” of 4 points: who lacks all of them has none left."""
    figures = re.findall(r"\d+(?:\.\d+)?", said)
    return len(figures) == 1 and Decimal(figures[0]) * deduct == full


def _of_points(clause: Clause) -> bool:
    """“有一项不符合扣1分”, “不相符的，每项扣2分”: of the points that were named."""
    return says("item_failed", clause.condition) or says("each_item", clause.condition)


def _quiet(clause: Clause, standard: Standard, deduct: Decimal) -> bool:
    """What goes without saying beside deductions: who did nothing wrong gets all."""
    if clause.kind == "zero" and (match := _OFTEN.search(clause.condition)):
        return deduct * Decimal(match[1]) >= standard.full and not floor_of(standard)
    if exempted(clause):
        return False
    if clause.kind in ("award", "full", "unharmed"):
        figures = _SEVERAL.findall(POINT.sub("", clause.condition))
        allowed = any(deduct * Decimal(each) != standard.full for each in figures)  # 超编3人以内得满分
        said = any(sign.isdigit() for sign in clause.condition)
        return not allowed and (not said or span_in(clause.condition, standard.name) is None)
    return False


def _one_case(standard: Standard) -> RuleReading | None:
    """“发现一例即不得分” alone: the first case costs everything."""
    zeros = standard.of("zero")
    if len(zeros) != 1 or any(clause.kind not in ("zero", "award", "full") for clause in standard.clauses):
        return None
    clause = zeros[0]
    words = score_table_words()
    case = words.found(words.conditions, "each_case", clause.condition) or words.found(
        words.conditions, "any_case", clause.condition
    )
    others = standard.of("award", "full")
    case = case or (None if others else words.found(words.conditions, "bare_case", clause.condition))
    if (
        case is None
        or is_rest(clause.condition)
        or not all(_quiet(other, standard, standard.full) for other in others)
    ):
        return None
    if len(others) > 1 or any(standard.score(other) != standard.full for other in others):
        return None
    return RuleReading("each_violation", {"deduct": plain(standard.full)})
