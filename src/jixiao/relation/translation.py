"""An expression -> spreadsheet formulas with its precision; the twin of evaluation.py.

Only functions that Excel 2010, WPS and LibreOffice share; no array formula.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

import msgspec
from msgspec.structs import replace

from jixiao.model.fact import Kind
from jixiao.model.term import Vocabulary
from jixiao.relation.agreement import Agreement, Joint
from jixiao.relation.functions import FUNCTIONS, is_text
from jixiao.relation.patterns import contained, guarded
from jixiao.relation.places import Column, Places, comparable, containing, quoted
from jixiao.relation.spread import (
    NOTHING,
    Spread,
    Truth,
    added,
    divided,
    grouped,
    multiplied,
    negated,
    subtracted,
)
from jixiao.relation.syntax import Binary, Call, Expression, Name, Negative, Number, Text

NO_VALUE = "NA()"  # text where a number belongs: cannot be evaluated
_RATIO_DIGITS = "12"
_FINER = 4  # more decimals than a cent has, for figures that are not sums of typed ones


class Translation(msgspec.Struct, frozen=True):
    """Translates expressions of one scope."""

    places: Places
    vocabulary: Vocabulary

    def is_text(self, expression: Expression) -> bool:
        return is_text(expression, self.vocabulary)

    def figure(self, expression: Expression) -> Spread:
        """The expression as a number."""
        if self.is_text(expression):
            return Spread(NO_VALUE)
        match expression:
            case Number(value):
                return Spread(f"{value:f}")
            case Name(term):
                return self.places.figure(term)
            case Negative(inner):
                return negated(self.figure(inner))
            case Binary(operator, left, right):
                sides = self.figure(left), self.figure(right)
                return _OPERATORS[operator](*(self.aligned(sides) if operator in "+-" else sides))
            case Call(function, arguments):
                figure = FUNCTIONS[function].translate(self, arguments)
                assert isinstance(figure, Spread)
                return figure
        raise AssertionError(expression)

    def agreement(self, relation: Expression) -> Agreement | Joint:
        """How the two sides of a relation agree, or all that it joins."""
        if isinstance(relation, Binary):
            return self._compared(relation)
        return Joint(self.truth(relation))

    def truth(self, relation: Expression) -> Truth:
        """Whether it is met."""
        if isinstance(relation, Binary):
            return self._compared(relation).truth
        assert isinstance(relation, Call)
        truth = FUNCTIONS[relation.function].translate(self, relation.arguments)
        assert isinstance(truth, Truth)
        return truth

    def _compared(self, relation: Binary) -> Agreement:
        sides = (relation.left, relation.right)
        texts = [self.is_text(side) for side in sides]
        if any(texts):
            left, right = (
                self.text(side) if text else self.figure(side).value
                for side, text in zip(sides, texts, strict=True)
            )
            return Agreement(relation.operator, left, right, of_texts=all(texts), mixed=not all(texts))
        first, second = self.aligned(map(self.figure, sides))
        return Agreement(
            relation.operator,
            first.value,
            second.value,
            self._digits(first, second),
            (first.below, second.below),
            (first.above, second.above),
            money=first.money == 1,
        )

    def _digits(self, left: Spread, right: Spread) -> str:
        if left.money <= 0:
            return _RATIO_DIGITS
        return f"{self.places.digits}+{_FINER}" if left.fine or right.fine else self.places.digits

    def aligned(self, figures: Iterable[Spread]) -> list[Spread]:
        """Figures that can be compared or added: a plain number beside money is 元."""
        figures = list(figures)
        power = next((figure.money for figure in figures if figure.money), 0)
        return [self._lifted(figure, power) for figure in figures]

    def _lifted(self, figure: Spread, power: int) -> Spread:
        """A plain number, divided by the unit as often as the unit is in the figures beside it."""
        if figure.money == power:
            return figure
        if figure.value != NOTHING:
            for _ in range(abs(power)):
                figure = (divided if power > 0 else multiplied)(figure, Spread(self.places.unit))
        return replace(figure, money=power)

    def text(self, expression: Expression) -> str:
        """The expression as text."""
        match expression:
            case Text(value=text):
                return quoted(text)
            case Name(term) if self.is_text(expression):
                return self.places.text(term)
            case Binary("&", left, right):
                return f"{grouped(self.text(left))}&{grouped(self.text(right))}"
            case Call(function, arguments) if self.is_text(expression):
                formula = FUNCTIONS[function].translate(self, arguments)
                assert isinstance(formula, str)
                return formula
        return f'{grouped(self.figure(expression).value)}&""'

    def pattern(self, expression: Expression) -> str:
        """The text in the form in which it is compared: width, case and blanks make no difference."""
        match expression:
            case Name(term) if self.is_text(expression):
                return self.places.words(term)
            case Binary("&", left, right):
                return f"{grouped(self.pattern(left))}&{grouped(self.pattern(right))}"
            case Call(function, arguments) if in_pattern := FUNCTIONS[function].in_pattern:
                return in_pattern(self, arguments)
        return comparable(self.text(expression))

    def matching(self, keys: str, pattern: Expression) -> list[str]:
        """How many rows match, table by table. An empty pattern matches nothing."""
        return [self.matching_in(keys, column, pattern) for column in self.places.columns(keys)]

    def matching_in(self, keys: str, column: Column, pattern: Expression) -> str:
        """How many cells of one column of keys match."""
        text = contained(pattern)
        if text and self.vocabulary[keys].kind is Kind.PARAGRAPH:
            # COUNTIF has its doubts about long texts
            if marks := column.marks.get(text):
                return f"SUM({marks})"
            return f"SUMPRODUCT(--{containing(text, column.cells)})"
        wanted = self.pattern(pattern)
        return guarded(wanted, pattern, f"COUNTIF({column.texts},{wanted})")


_OPERATORS: dict[str, Callable[[Spread, Spread], Spread]] = {
    "+": added,
    "-": subtracted,
    "*": multiplied,
    "/": divided,
}
