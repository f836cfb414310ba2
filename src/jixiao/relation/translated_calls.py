"""The functions of the relation language as spreadsheet formulas; translation.py does the rest."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from jixiao.model.fact import Kind
from jixiao.relation.binding import is_range
from jixiao.relation.places import Column
from jixiao.relation.spread import NOTHING, Spread, absolute, added, extreme, total
from jixiao.relation.syntax import Binary, Expression, Name, Text

if TYPE_CHECKING:
    from jixiao.relation.translation import Translation

Arguments = tuple[Expression, ...]


def guarded(wanted: str, pattern: Expression, formula: str) -> str:
    """Nothing for an empty pattern, which COUNTIF would find in every blank cell."""
    return formula if has_sign(pattern) else f'IF({wanted}="",0,{formula})'


def has_sign(pattern: Expression) -> bool:
    """True if the pattern can never be empty."""
    match pattern:
        case Text(value=text):
            return bool(text)
        case Binary("&", left, right):
            return has_sign(left) or has_sign(right)
    return False


def _sum(run: Translation, arguments: Arguments) -> Spread:
    members: list[Spread] = []
    for argument in arguments:
        if not (isinstance(argument, Name) and is_range("SUM", 0)):
            members.append(run.figure(argument))
        elif run.vocabulary[argument.term].kind.numeric:
            members += [_summed(run, argument.term, column) for column in run.places.columns(argument.term)]
    return _joined(members)


def _joined(members: list[Spread]) -> Spread:
    if not members:
        return Spread(NOTHING)
    joined = members[0]
    for member in members[1:]:
        joined = added(joined, member)
    return joined


def _summed(run: Translation, term: str, column: Column) -> Spread:
    money = run.vocabulary[term].kind is Kind.AMOUNT
    if column.single:
        return Spread(column.values, column.halves, column.halves, money)
    half = NOTHING if column.halves == NOTHING else f"SUM({column.halves})"
    return Spread(f"SUM({column.values})", half, half, money)


def _sumif(run: Translation, arguments: Arguments) -> Spread:
    keys, pattern, amounts = arguments
    assert isinstance(keys, Name) and isinstance(amounts, Name)
    if not run.vocabulary[amounts.term].kind.numeric:
        return Spread(NOTHING)
    pairs = zip(run.places.columns(keys.term), run.places.columns(amounts.term), strict=True)
    money = run.vocabulary[amounts.term].kind is Kind.AMOUNT
    wanted = run.pattern(pattern)
    values, halves = [], []
    for key, amount in pairs:
        values.append(_matched(key, wanted, pattern, amount.values, amount.single))
        if amount.halves != NOTHING:
            halves.append(_matched(key, wanted, pattern, amount.halves, amount.single))
    return Spread(total(values), total(halves), total(halves), money)


def _matched(key: Column, wanted: str, pattern: Expression, amounts: str, single: bool) -> str:
    if single:
        found = guarded(wanted, pattern, f"COUNTIF({key.texts},{wanted})")
        return f"IF({found}>0,{amounts},0)"
    return guarded(wanted, pattern, f"SUMIF({key.texts},{wanted},{amounts})")


def _countif(run: Translation, arguments: Arguments) -> Spread:
    keys, pattern = arguments
    assert isinstance(keys, Name)
    return Spread(total(run.matching(keys.term, pattern)))


def _count(run: Translation, arguments: Arguments) -> Spread:
    counts = [_filled(run, name.term) for name in arguments if isinstance(name, Name)]
    return Spread(total(counts))


def _filled(run: Translation, term: str) -> str:
    """Cells with something readable in them: numbers where numbers belong, no error values."""
    cells = [column.cells for column in run.places.columns(term)]
    if run.vocabulary[term].kind.numeric:
        return f"COUNT({','.join(cells)})"
    errors = "".join(f"-SUMPRODUCT(--ISERROR({one}))" for one in cells)
    return f"COUNTA({','.join(cells)}){errors}"


def _extreme(function: str) -> Callable[[Translation, Arguments], Spread]:
    def translated(run: Translation, arguments: Arguments) -> Spread:
        members: list[Spread] = []
        for argument in arguments:
            if isinstance(argument, Name):
                columns = run.places.columns(argument.term)
                members += [_ends(run, function, argument.term, column) for column in columns]
            else:
                members.append(run.figure(argument))
        return extreme(function, members)

    return translated


def _ends(run: Translation, function: str, term: str, column: Column) -> Spread:
    """The extreme of one column, of its lower and of its upper ends."""
    money = run.vocabulary[term].kind is Kind.AMOUNT
    if column.single:
        return Spread(column.values, column.halves, column.halves, money)
    value = f"{function}({column.values})"
    if column.halves == NOTHING:
        return Spread(value, money=money)
    return Spread(value, f"{value}-{function}({column.lows})", f"{function}({column.highs})-{value}", money)


FUNCTIONS: dict[str, Callable[[Translation, Arguments], Spread]] = {
    "SUM": _sum,
    "MAX": _extreme("MAX"),
    "MIN": _extreme("MIN"),
    "COUNT": _count,
    "SUMIF": _sumif,
    "COUNTIF": _countif,
    "ABS": lambda run, arguments: absolute(run.figure(arguments[0])),
    "LEN": lambda run, arguments: Spread(f"LEN({run.text(arguments[0])})"),
}
