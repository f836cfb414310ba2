"""What was made of a standard: a scoring method with its parameters, and why it is not sure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import msgspec

from jixiao.frameworks.standards.conditions import is_rest, says, subject_of
from jixiao.frameworks.standards.standard import Clause, Standard
from jixiao.frameworks.wording.words import score_table_words
from jixiao.model.figures import plain

Parameters = dict[str, Any]
_ROUNDINGS = (("round_down", "floor"), ("round_up", "ceil"), ("round_exact", "exact"))


class RuleReading(msgspec.Struct, frozen=True):
    """`type`: a tag of the scoring methods, or empty where people have to score."""

    type: str = ""
    parameters: Parameters = {}
    doubts: tuple[str, ...] = ()
    spared: str = ""  # what the text says of a unit that has no such case: it gets the full score
    silent: bool = False  # the text does not say what a part of a step costs

    @property
    def sure(self) -> bool:
        return bool(self.type) and not self.doubts


def by_hand(reason: str) -> RuleReading:
    """A row that people score."""
    return RuleReading(doubts=(reason,))


def with_doubts(rule: RuleReading, *doubts: str) -> RuleReading:
    """The rule with what more is unclear about it."""
    return msgspec.structs.replace(rule, doubts=(*rule.doubts, *doubts)) if doubts else rule


def share(score: Decimal, full: Decimal) -> str:
    """A score as a share of the full one, to four decimals."""
    return plain(round(score / full, 4)) if full else "0"


def full_doubts(standard: Standard, clauses: tuple[Clause, ...]) -> list[str]:
    """Where the highest award of a standard is not the weight of the row."""
    scores = [score for clause in clauses if (score := standard.score(clause)) is not None]
    if not scores or max(scores) == standard.full:
        return []
    return [f"分值是{plain(standard.full)}分，评分标准里最高是{plain(max(scores))}分"]


def several_subjects(standard: Standard, clauses: tuple[Clause, ...]) -> bool:
    """“半年达到45%得2分；三季度达到75%得2分”: points for different things that add up to the weight."""
    awards = [clause for clause in clauses if standard.score(clause)]
    subjects = {subject_of(clause.condition) for clause in awards}
    total = sum((standard.score(clause) or Decimal(0) for clause in awards), Decimal(0))
    return len(awards) > 1 and len(subjects) == len(awards) and "" not in subjects and total == standard.full


def has_points_of_own(standard: Standard) -> bool:
    """“相符2分、可行3分，缺一项扣除该项分值”: who misses a point loses what it gives, and no more."""
    awards = [score for clause in standard.of("award") if (score := standard.score(clause))]
    others = [clause for clause in standard.clauses if clause.kind not in ("award", "deduct_all")]
    loses = standard.of("deduct_all")
    return len(awards) > 1 and sum(awards) == standard.full and len(loses) == 1 and not others


def lesser(standard: Standard, clauses: tuple[Clause, ...], method: str) -> list[str]:
    """Awards of less than the weight beside a method that knows the full score only."""
    return [unexpected(clause, method) for clause in clauses if standard.score(clause) != standard.full]


def unexpected(clause: Clause, method: str) -> str:
    """A clause beside a method that has no place for it: a veto, or whatever else."""
    said = f"“{clause.condition}，{clause.text}”" if clause.condition else f"“{clause.text}”"
    veto = clause.kind == "zero" and not any(sign.isdigit() for sign in clause.condition)
    return f"{said}是一票否决，没有纳入{method}" if veto else f"{said}与{method}的关系不清楚"


def weight_doubts(part: str, standard: Standard) -> list[str]:
    """Where the weight in a formula is not that of the row."""
    match = re.match(r"\(?(\d+(?:\.\d+)?)", part)
    if match and Decimal(match[1]) != standard.full:
        return [f"分值是{plain(standard.full)}分，计分公式里是{match[1]}分"]
    return []


def unsaid_target(clause: Clause, standard: Standard) -> str:
    """“达到目标值得满分” of a rate that no target is given for; of a 完成率 it is 100%."""
    named = standard.target is None and says("target_value", clause.condition)
    return f"没有写“{clause.condition}”是多少" if named and not says("of_completion", standard.name) else ""


def exempted(clause: Clause) -> bool:
    """“经批准的不扣分”: an exception, unless it only says that who did nothing wrong loses nothing."""
    text = clause.condition
    harmless_words = not text or is_rest(text) or says("all_met", text) or says("no_breach", text)
    return clause.kind == "unharmed" and not harmless_words


def floor_of(standard: Standard) -> Parameters:
    """“最多扣2分” of 3: one point is left whatever happens."""
    words = score_table_words()
    for kind in ("floor", "least"):
        match = words.said(kind, standard.aside(kind)) if standard.aside(kind) else None
        if match:
            value = Decimal(match["n"])
            floor = standard.full - value if kind == "floor" else value
            if 0 < floor < standard.full:
                return {"floor": plain(floor)}
    return {}


def unclear_floor(standard: Standard) -> Iterator[str]:
    """“扣至5分为止” of 8: down to 5, or by 5."""
    said = standard.aside("floor")
    match = score_table_words().said("floor", said) if re.search("扣[至到](?!最|不超|满)", said) else None
    if match and 0 < (left := Decimal(match["n"])) < standard.full != 2 * left:
        yield f"“{said}”是扣到剩{plain(left)}分，还是最多扣{plain(left)}分，不清楚"


def unclear_part(standard: Standard) -> Iterator[str]:
    """“不足1%按0.5%计”: a part of a step counts as half of one."""
    figures = re.findall(r"(\d+(?:\.\d+)?)%", standard.aside("round_up"))
    if len(set(figures)) > 1:
        yield f"“{standard.aside('round_up')}”不是按一步计"


def rounding_of(standard: Standard) -> str:
    """Whether a part of a step counts as a step; empty where nothing is said."""
    return next((way for kind, way in _ROUNDINGS if standard.aside(kind)), "")


def rounding_named(sentence: str) -> str:
    """The same of a sentence outside a standard."""
    return next((way for kind, way in _ROUNDINGS if score_table_words().said(kind, sentence)), "")
