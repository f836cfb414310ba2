"""A relation in one line, before anybody has filled anything: labels of the form and signs."""

from __future__ import annotations

from collections.abc import Iterable

from jixiao.model.fact import Kind
from jixiao.model.figures import percent
from jixiao.model.term import Vocabulary
from jixiao.relation.binding import Bound
from jixiao.relation.functions.function import Arguments
from jixiao.relation.syntax import Expression, Number
from jixiao.relation.words.voice import OPERATORS, Voice, kind_of


def equation(relation: Bound, vocabulary: Vocabulary) -> str:
    """One line.

    The sheet is named before a label where the relation joins several sheets; what all labels have in
    brackets, such as the column of a grid, is said once in front.
    """
    terms = [vocabulary[term] for term in relation.terms]
    with_sheet = len({term.sheet for term in terms}) > 1
    columns = {_column(term.label) for term in terms}
    column = columns.pop() if len(columns) == 1 and len(terms) > 1 else ""
    as_percent = kind_of(relation.expression, vocabulary) is Kind.PERCENT
    said = _Equation(vocabulary, with_sheet, column, as_percent).said(relation.expression)
    return f"{column[1:-1]}：{said}" if column else said


def conditions(when: Iterable[Bound], vocabulary: Vocabulary) -> str:
    """Relations that must all hold, in one line; empty for none."""
    return "，并且".join(equation(condition, vocabulary) for condition in when)


def _column(label: str) -> str:
    """The last bracket of a label, with those inside it: （全年执行数（B））; empty for none."""
    depth = 0
    for start in range(len(label) - 1, 0, -1):
        depth += (label[start] == "）") - (label[start] == "（")
        if not depth:
            return label[start:] if label[start] == "（" else ""
    return ""


class _Equation(Voice):
    """Labels and signs. `column` is left out of the labels: it has been said already.

    `in_row`: speaking of the row that is being checked, while others are looked through.
    """

    def __init__(
        self, vocabulary: Vocabulary, with_sheet: bool, column: str, as_percent: bool, in_row: bool = False
    ) -> None:
        super().__init__(vocabulary)
        self.with_sheet = with_sheet
        self.column = column
        self.as_percent = as_percent
        self.in_row = in_row

    def sign(self, operator: str) -> str:
        return OPERATORS[operator][0]

    def sum(self, addends: Arguments) -> str:
        return self.sign("+").join(self.said(addend) for addend in addends)

    def negative(self, said: str) -> str:
        return f"－{said}"

    def number(self, number: Number) -> str:
        return percent(number.value) if self.as_percent else super().number(number)

    def label(self, term: str) -> str:
        if self.in_row:
            return f"本行{self.bare(term)}" if self.vocabulary[term].path else self.bare(term)
        return f"{self.where(term)}{self.bare(term)}"

    def bare(self, term: str) -> str:
        return super().bare(term).removesuffix(self.column)

    def table(self, term: str) -> str:
        return self.name_of_table(term)

    def where(self, term: str) -> str:
        return f"{self.vocabulary[term].sheet}·" if self.with_sheet else ""

    def seen(self, pattern: Expression) -> Expression:
        return pattern

    def fixed(self, expression: Expression, of_code: bool) -> str:
        """In a pattern numbers are lengths, whatever is compared."""
        here = _Equation(self.vocabulary, self.with_sheet, self.column, as_percent=False, in_row=True)
        return Voice.fixed(here, expression, of_code)
