"""The figures that an explanation stands for, as a text that a workbook keeps: 元 with their precision."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from jixiao.checks.confront import Verdict
from jixiao.model.fact import Fact, Kind
from jixiao.model.figures import plain, round_half_up
from jixiao.relation.comparison import Comparison
from jixiao.relation.dimension import power_of
from jixiao.relation.quantity import Quantity, Result
from jixiao.relation.scope import Scope
from jixiao.relation.syntax import Binary, Name, parse, walk

SEPARATOR = "；"
_FINEST = Decimal("0.000001")
_SET = re.compile(r"\{(.*)\}")
_FIGURE = re.compile(r"(-?\d+(?:\.\d+)?)(?:±(\d+(?:\.\d+)?))?")


def figures_of(verdict: Verdict) -> str:
    """Both sides of the relation; where it compares no figures, also those that make it apply.

    Of a ratio, the figures behind it: twice the amounts are another matter, and another unit rounds it
    otherwise.

    In 元, so that another unit of the workbook changes nothing. Of rows that have one name, what tells them
    apart is among it: the number that their keys get is no more than their order.
    """
    sides: list[Result] = [Quantity.given(fact.number, fact.quantum) for fact in _behind_ratio(verdict)]
    sides = sides or list(_sides(verdict.comparison))
    if not any(fact.kind.numeric for fact in verdict.comparison.facts):
        sides += [Quantity.given(fact.number, fact.quantum) for fact in _conditions(verdict)]
    return SEPARATOR.join(_written(side) for side in (*sides, *_texts_of_namesake(verdict.scope)))


def set_of(names: Iterable[str]) -> str:
    """What a finding about several cells stands for; with fewer of them it is still the same."""
    return f"{{{' '.join(names)}}}"


def rows_and_figures(verdicts: Iterable[Verdict]) -> str:
    """What one finding about several rows stands for: another row, or figure in one, is another matter."""
    rows = (f"{verdict.scope.key}={figures_of(verdict)}" for verdict in verdicts)
    return set_of("".join(row.split()).replace(SEPARATOR, "，") for row in rows)


def same_figures(old: str, new: str) -> bool:
    """True if both can be the same figures, written with their own precision."""
    pairs = list(zip(old.split(SEPARATOR), new.split(SEPARATOR), strict=False))
    return old.count(SEPARATOR) == new.count(SEPARATOR) and all(_same(*pair) for pair in pairs)


def _sides(comparison: Comparison) -> Iterator[Result]:
    for member in comparison.members:
        yield from _sides(member)
    for side in (comparison.left, comparison.right):
        if side is not None:
            yield side


def _conditions(verdict: Verdict) -> Iterator[Fact]:
    """The cells with figures that the conditions name one by one."""
    scope = verdict.scope
    for term in dict.fromkeys(term for condition in verdict.check.when for term in condition.terms):
        known = scope.vocabulary[term]
        if known.kind.numeric and (not known.path or known.path[-1] in scope.current):
            yield scope.cell(term)


def _behind_ratio(verdict: Verdict) -> list[Fact]:
    """The typed figures of a relation that compares ratios; none of another."""
    relation, scope = verdict.check.relation.expression, verdict.scope
    if not isinstance(relation, Binary) or power_of(relation, scope.vocabulary):
        return []
    facts = [fact for fact in verdict.comparison.facts if fact.kind.numeric]
    typed = list({id(one): one for fact in facts for one in _typed(fact, scope)}.values())
    computed = any(scope.vocabulary[fact.term].formula for fact in facts)
    return typed if computed or any(fact.kind is Kind.AMOUNT for fact in typed) else []


def _typed(fact: Fact, scope: Scope) -> Iterator[Fact]:
    """The cell itself; of a computed one, those that go into it."""
    formula = scope.vocabulary[fact.term].formula
    if not formula:
        yield fact
        return
    for part in walk(parse(formula)):
        if isinstance(part, Name) and scope.vocabulary[part.term].kind.numeric:
            for _, behind in scope.column(part.term):
                yield from _typed(behind, scope)


def _texts_of_namesake(scope: Scope) -> Iterator[str]:
    """The texts of a row whose key another row of the table has, too."""
    if not scope.current:
        return
    *outer, group = scope.current
    around = scope.current[outer[-1]] if outer else scope.root
    row = scope.innermost
    if sum(other.key == row.key for other in around.groups.get(group, ())) > 1:
        yield from (fact.text for fact in row.fields.values() if fact.filled and not fact.kind.numeric)


def _written(side: Result) -> str:
    if isinstance(side, str):
        return "".join(side.split()).replace(SEPARATOR, "，")
    half = (side.high - side.low) / 2
    return f"{_digits(side.value)}±{_digits(half)}" if half else _digits(side.value)


def _digits(value: Decimal) -> str:
    return plain(round_half_up(value, _FINEST))


def _same(old: str, new: str) -> bool:
    if old == new:
        return True
    if (many := _SET.fullmatch(old)) and (left := _SET.fullmatch(new)):
        return set(left[1].split()) <= set(many[1].split())
    before, after = _FIGURE.fullmatch(old), _FIGURE.fullmatch(new)
    if before is None or after is None:
        return False
    room = Decimal(before[2] or 0) + Decimal(after[2] or 0)
    return abs(Decimal(before[1]) - Decimal(after[1])) < room
