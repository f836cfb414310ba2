"""What both voices have in common: the words for expressions, operators, functions and patterns."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator

from jixiao.model.fact import Kind
from jixiao.model.term import Vocabulary
from jixiao.relation.functions import FUNCTIONS
from jixiao.relation.functions.function import Arguments
from jixiao.relation.patterns import matching, split, unshaped
from jixiao.relation.syntax import Binary, Call, Expression, Name, Negative, Number, Text, walk

# operator -> as a sign in an equation, as a word in a sentence
OPERATORS = {
    "=": (" ＝ ", "等于"),
    "<>": (" ≠ ", "不等于"),
    "<=": (" ≤ ", "不大于"),
    ">=": (" ≥ ", "不小于"),
    "<": (" ＜ ", "小于"),
    ">": (" ＞ ", "大于"),
    "+": (" ＋ ", "加"),
    "-": (" － ", "减"),
    "*": (" × ", "乘"),
    "/": (" ÷ ", "除以"),
    "&": ("接", "接"),
}


class Voice(ABC):
    """Says expressions; a voice of its own says how labels and signs look."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary

    def said(self, expression: Expression) -> str:
        """Any expression; the records of the functions say their calls."""
        match expression:
            case Number():
                return self.number(expression)
            case Text(value=text):
                return f"“{text}”" if text else "空"
            case Name(term):
                return self.label(term)
            case Negative(inner):
                return self.negative(self.part(inner))
            case Binary("+"):
                return self.sum(tuple(_addends(expression)))
            case Binary("-", left, right):
                return f"{self.said(left)}{self.sign('-')}{self.part(right)}"
            case Binary("*" | "/" | "&" as operator, left, right):
                return f"{self.part(left)}{self.sign(operator)}{self.part(right)}"
            case Binary(operator, left, right):
                return f"{self.said(left)}{self.sign(operator)}{self.said(right)}"
            case Call(function, arguments):
                return FUNCTIONS[function].say(self, arguments)

    def part(self, expression: Expression) -> str:
        """In brackets where it is no single thing."""
        said = self.said(expression)
        match expression:
            case Binary() | Negative():
                return f"（{said}）"
            case Call(function, (_, _, *_)) if FUNCTIONS[function].repeated:
                return f"（{said}）"
        return said

    def member(self, expression: Expression) -> str:
        """One of several conditions, in brackets where it has several itself."""
        joins = isinstance(expression, Call) and FUNCTIONS[expression.function].of_truths
        return f"（{self.said(expression)}）" if joins else self.said(expression)

    def listed(self, arguments: Arguments) -> str:
        """Figures or columns of figures that a function takes together."""
        return listed([self.cells(argument) for argument in arguments])

    def cells(self, expression: Expression) -> str:
        """One of them: of a column, all rows are meant."""
        if isinstance(expression, Name) and self.vocabulary[expression.term].path:
            return f"{self.table(expression.term)}各行{self.bare(expression.term)}"
        return self.said(expression)

    def choices(self, value: Expression, choices: Arguments) -> str:
        """What a value may be, each with what it counts."""
        unit = self.unit(value)
        return listed([f"{self.said(choice)}{unit}" for choice in choices], "或")

    def unit(self, expression: Expression) -> str:
        """What a function counts: rows, cells, digits; empty for everything else."""
        if isinstance(expression, Call):
            return FUNCTIONS[expression.function].unit(self, expression.arguments)
        return ""

    def is_code(self, expression: Expression) -> bool:
        """True for a code or a part of one: it has digits, no characters."""
        names = [part.term for part in walk(expression) if isinstance(part, Name)]
        return bool(names) and all(self.vocabulary[name].kind is Kind.CODE for name in names)

    def which(self, keys: str, pattern: Expression) -> str:
        """The rows whose key matches."""
        label, wanted = self.bare(keys), self.seen(pattern)
        shape = split(wanted)
        if shape is None:
            return unshaped(label, self.said(wanted))
        before, fixed, after = shape
        of_code = self.vocabulary[keys].kind is Kind.CODE
        return matching(label, self.fixed(fixed, of_code), before, after, of_code)

    def fixed(self, expression: Expression, of_code: bool) -> str:
        """What a key must have: codes and figures without quotation marks."""
        if isinstance(expression, Text):
            text = expression.value
            return text if of_code or text.isdigit() or not text else f"“{text}”"
        return self.part(expression)

    def bare(self, term: str) -> str:
        """The label without any ornament."""
        return self.vocabulary[term].label

    def name_of_table(self, term: str) -> str:
        """What people call it; empty outside of tables and blocks."""
        column = self.vocabulary[term]
        return column.table or (column.path[-1].rpartition(".")[2] if column.path else "")

    def number(self, number: Number) -> str:
        """A figure that stands in the relation."""
        return f"{number.value:f}"

    @abstractmethod
    def sign(self, operator: str) -> str:
        """An operator between its two sides."""

    @abstractmethod
    def sum(self, addends: Arguments) -> str:
        """Addends of a sum that is written with plus signs."""

    @abstractmethod
    def negative(self, said: str) -> str:
        """The opposite of a figure."""

    @abstractmethod
    def label(self, term: str) -> str:
        """The one cell that a term means."""

    @abstractmethod
    def table(self, term: str) -> str:
        """The table of a column whose rows are meant."""

    @abstractmethod
    def where(self, term: str) -> str:
        """Where the rows are that are looked through."""

    @abstractmethod
    def seen(self, pattern: Expression) -> Expression:
        """The pattern as this voice knows it."""


def listed(members: list[str], last: str = "与") -> str:
    """甲、乙与丙"""
    return f"{'、'.join(members[:-1])}{last}{members[-1]}" if len(members) > 1 else members[0]


def kind_of(expression: Expression, vocabulary: Vocabulary) -> Kind:
    """What kind of figure a side or a comparison is: that of its first numeric term.

    A quotient of two figures of one kind is a plain number; a product with money is money.
    """
    return _unit_of(expression, vocabulary) or Kind.NUMBER


def _unit_of(expression: Expression, vocabulary: Vocabulary) -> Kind | None:
    match expression:
        case Name(term):
            kind = vocabulary[term].kind
            return kind if kind.numeric else None
        case Negative(inner):
            return _unit_of(inner, vocabulary)
        case Binary(operator, left, right):
            return _joined(operator, _unit_of(left, vocabulary), _unit_of(right, vocabulary))
        case Call(_, arguments):
            return next(filter(None, (_unit_of(each, vocabulary) for each in arguments)), None)
    return None


def _joined(operator: str, left: Kind | None, right: Kind | None) -> Kind | None:
    if operator == "/" and left is right:
        return None
    if operator == "*" and Kind.AMOUNT in (left, right):
        return Kind.AMOUNT
    return left or right


def _addends(expression: Expression) -> Iterator[Expression]:
    if isinstance(expression, Binary) and expression.operator == "+":
        yield from _addends(expression.left)
        yield from _addends(expression.right)
    else:
        yield expression
