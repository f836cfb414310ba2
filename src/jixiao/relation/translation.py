"""An expression -> spreadsheet formulas with its precision; the twin of evaluation.py.

Only functions that Excel 2010, WPS and LibreOffice share; no array formula.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Protocol

from jixiao.model.fact import Kind
from jixiao.model.term import Vocabulary
from jixiao.relation.binding import is_range
from jixiao.relation.spread import (
    NOTHING,
    Spread,
    absolute,
    added,
    divided,
    extreme,
    grouped,
    multiplied,
    negated,
    subtracted,
    total,
)
from jixiao.relation.syntax import Binary, Call, Expression, Name, Negative, Number, Text

NO_VALUE = "NA()"  # text where a number belongs: cannot be evaluated
_PLAIN = re.compile(r"[0-9A-Z?*×\u4e00-\u9fff]*")  # looks the same whatever width and case do
_CONTAINS = re.compile(r"\*([^?*~]+)\*")


@dataclass(frozen=True, slots=True)
class Column:
    """All cells of a term in one table, or the one cell of a term outside of tables.

    `cells` is what people typed; `values` and `halves` are the rounded figures and half their quantum,
    `lows` and `highs` the ends of their intervals (for MAX and MIN); `texts` are the words in the form in
    which they are compared.
    """

    cells: str
    values: str = ""
    halves: str = NOTHING
    lows: str = ""
    highs: str = ""
    texts: str = ""
    single: bool = False


class Places(Protocol):
    """What stands for a term in the formulas of one scope."""

    @property
    def unit(self) -> str:
        """How many 元 the unit of the workbook is."""

    @property
    def digits(self) -> str:
        """The decimals of a cent in the unit of the workbook."""

    def cell(self, term: str) -> str:
        """The one cell that the term means here, as people typed it."""

    def figure(self, term: str) -> Spread:
        """The one cell that the term means here, as a number."""

    def text(self, term: str) -> str:
        """The same as text."""

    def columns(self, term: str) -> tuple[Column, ...]:
        """All its cells within this scope."""

    def used_rows(self, term: str) -> str:
        """More than zero if the table around the term has a row in which anything is typed."""


def quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


def comparable(text: str) -> str:
    """The formula's text without blanks, in capitals and of normal width."""
    if text.startswith('"') and _PLAIN.fullmatch(text[1:-1]):
        return text
    return f'UPPER(SUBSTITUTE(SUBSTITUTE(ASC({text})," ",""),"　",""))'


@dataclass(frozen=True, slots=True)
class Translation:
    """Translates expressions of one scope."""

    places: Places
    vocabulary: Vocabulary

    def is_text(self, expression: Expression) -> bool:
        match expression:
            case Text() | Binary("&", _, _) | Call("LEFT" | "CODENAME", _):
                return True
            case Name(term):
                return not self.vocabulary[term].kind.numeric
        return False

    def figure(self, expression: Expression) -> Spread:
        """The expression as a number."""
        if self.is_text(expression):
            return Spread(NO_VALUE)
        match expression:
            case Number(value):
                return Spread(format(value, "f"))
            case Name(term):
                return self.places.figure(term)
            case Negative(inner):
                return negated(self.figure(inner))
            case Binary(operator, left, right):
                sides = self.figure(left), self.figure(right)
                return _OPERATORS[operator](*(self.aligned(*sides) if operator in "+-" else sides))
            case Call(function, arguments):
                return _FUNCTIONS[function](self, arguments)
        raise AssertionError(expression)

    def aligned(self, left: Spread, right: Spread) -> tuple[Spread, Spread]:
        """Two figures that can be compared or added: a plain number beside money is 元."""
        if left.money == right.money:
            return left, right
        return self._as_money(left), self._as_money(right)

    def _as_money(self, figure: Spread) -> Spread:
        if figure.money or figure.value == NOTHING:
            return replace(figure, money=True)
        return replace(divided(figure, Spread(self.places.unit)), money=True)

    def text(self, expression: Expression) -> str:
        """The expression as text."""
        match expression:
            case Text(value=text):
                return quoted(text)
            case Name(term) if self.is_text(expression):
                return self.places.text(term)
            case Binary("&", left, right):
                return f"{grouped(self.text(left))}&{grouped(self.text(right))}"
            case Call("LEFT", (text, length)):
                return f"LEFT({self.text(text)},{self.figure(length).value})"
            case Call("CODENAME", (Text(value=codes), code)):
                return f'IFERROR(VLOOKUP({grouped(self.text(code))}&"",{codes},2,FALSE),"")'
        return f'{grouped(self.figure(expression).value)}&""'

    def pattern(self, expression: Expression) -> str:
        """The text in the form in which it is compared: width, case and blanks make no difference."""
        match expression:
            case Name(term) if self.vocabulary[term].kind is Kind.CODE:
                return self.places.text(term)
            case Binary("&", left, right):
                return f"{grouped(self.pattern(left))}&{grouped(self.pattern(right))}"
            case Call("LEFT", (text, length)):
                return f"LEFT({self.pattern(text)},{self.figure(length).value})"
        return comparable(self.text(expression))

    def matching(self, keys: str, pattern: Expression) -> list[str]:
        """How many rows match, table by table. An empty pattern matches nothing."""
        return [self.matching_in(keys, column, pattern) for column in self.places.columns(keys)]

    def matching_in(self, keys: str, column: Column, pattern: Expression) -> str:
        """How many cells of one column of keys match."""
        contained = _CONTAINS.fullmatch(pattern.value) if isinstance(pattern, Text) else None
        if contained and self.vocabulary[keys].kind is Kind.PARAGRAPH:  # COUNTIF has its doubts about long texts
            wanted = comparable(quoted(contained[1]))
            return f"SUMPRODUCT(--ISNUMBER(SEARCH({wanted},{comparable(column.cells)})))"
        wanted = self.pattern(pattern)
        return guarded(wanted, pattern, f"COUNTIF({column.texts},{wanted})")


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


Arguments = tuple[Expression, ...]


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


_OPERATORS: dict[str, Callable[[Spread, Spread], Spread]] = {
    "+": added,
    "-": subtracted,
    "*": multiplied,
    "/": divided,
}

_FUNCTIONS: dict[str, Callable[[Translation, Arguments], Spread]] = {
    "SUM": _sum,
    "MAX": _extreme("MAX"),
    "MIN": _extreme("MIN"),
    "COUNT": _count,
    "SUMIF": _sumif,
    "COUNTIF": _countif,
    "ABS": lambda run, arguments: absolute(run.figure(arguments[0])),
    "LEN": lambda run, arguments: Spread(f"LEN({run.text(arguments[0])})"),
}
