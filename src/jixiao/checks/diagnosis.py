"""Broken relations -> which side is probably wrong, said only where other relations bear it out."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from jixiao.checks.confront import Verdict
from jixiao.checks.sentences import Unit
from jixiao.model.fact import Fact, Kind
from jixiao.model.outcome import Outcome
from jixiao.relation.syntax import Binary, Name


def hints(verdicts: Iterable[Verdict], unit: Unit) -> dict[int, str]:
    """For each broken total (by position in `verdicts`): a sentence, where one side is confirmed elsewhere."""
    listed = list(verdicts)
    confirmed = _confirmed(listed)
    found = {}
    for index, verdict in enumerate(listed):
        hint = _hint(verdict, confirmed, unit)
        if hint:
            found[index] = hint
    return found


def _confirmed(verdicts: list[Verdict]) -> dict[int, str]:
    """Facts that take part in an equation of amounts that holds: id of the fact -> title of the check."""
    confirmed: dict[int, str] = {}
    for verdict in verdicts:
        tree = verdict.check.relation.expression
        if verdict.outcome is Outcome.PASSED and isinstance(tree, Binary) and tree.operator == "=":
            for fact in verdict.comparison.facts:
                if fact.number:
                    confirmed.setdefault(id(fact), verdict.check.data.title)
    return confirmed


def _hint(verdict: Verdict, confirmed: dict[int, str], unit: Unit) -> str:
    tree = verdict.check.relation.expression
    if verdict.outcome is not Outcome.INCONSISTENT or not isinstance(tree, Binary):
        return ""
    if tree.operator != "=" or not isinstance(tree.left, Name):
        return ""
    total = verdict.scope.cell(tree.left.term)
    parts = [fact for fact in verdict.comparison.facts if fact is not total and fact.number]
    if total.kind is not Kind.AMOUNT or not total.number:
        return ""
    return _sentence(verdict, total, parts, confirmed, unit)


def _sentence(
    verdict: Verdict, total: Fact, parts: list[Fact], confirmed: dict[int, str], unit: Unit
) -> str:
    gap = verdict.comparison.difference or Decimal(0)
    amount = unit.full(unit.digits(abs(gap), Kind.AMOUNT), Kind.AMOUNT)
    parts_confirmed = bool(parts) and all(id(part) in confirmed for part in parts)
    if id(total) in confirmed and not parts_confirmed:
        slip = "少列一项或少填" if gap > 0 else "多列一项或多填"
        return f"合计与“{confirmed[id(total)]}”相符，问题更可能在明细：{slip} {amount}。"
    if parts_confirmed and id(total) not in confirmed:
        return f"各项明细都与别处相符，合计可能有误，应为 {unit.show(verdict.comparison.right, Kind.AMOUNT)}。"
    return ""
