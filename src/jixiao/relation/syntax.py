"""Text of a relation -> syntax tree. Recursive descent, no eval; the tree is plain frozen data.

    relation   = sum (("=" | "<>" | "<=" | ">=" | "<" | ">") sum)?
    sum        = product (("+" | "-" | "&") product)*
    product    = factor (("*" | "/") factor)*
    factor     = "-" factor | number | "text" | FUNCTION "(" relation, … ")" | term | "(" relation ")"

Full-width signs that a Chinese keyboard gives (＝ （ ） ， ≤ × ÷) are read as their plain twins.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

import msgspec


class RelationError(ValueError):
    """The text is no relation, or it uses a term or function that does not exist."""


class Number(msgspec.Struct, frozen=True):
    value: Decimal


class Text(msgspec.Struct, frozen=True):
    value: str


class Name(msgspec.Struct, frozen=True):
    term: str


class Negative(msgspec.Struct, frozen=True):
    inner: Expression


class Binary(msgspec.Struct, frozen=True):
    operator: str
    left: Expression
    right: Expression


class Call(msgspec.Struct, frozen=True):
    function: str
    arguments: tuple[Expression, ...]


Expression = Number | Text | Name | Negative | Binary | Call

COMPARISONS = ("=", "<>", "<=", ">=", "<", ">")

DIGITS = 20  # of a number that somebody types: more than any amount needs, and exact in all calculations

_QUOTES = str.maketrans("“”＂", '"""')
_PLAIN = str.maketrans("＝（），＋－×÷＜＞＊／＆", "=(),+-*/<>*/&") | {
    ord("≤"): "<=",
    ord("≥"): ">=",
    ord("≠"): "<>",
}
_TOKEN = re.compile(
    r"\s*(?:(?P<number>\d+(?:\.\d+)?%?)|(?P<text>\"[^\"]*\")|(?P<name>[^\W\d]\w*(?:\.\w+)*)"
    r"|(?P<sign><=|>=|<>|[-+*/&=<>(),]))"
)


def parse(text: str) -> Expression:
    """Read one relation or expression. Raises RelationError with the place of the fault."""
    return _Parser(text).whole()


def walk(expression: Expression) -> Iterator[Expression]:
    """The expression and everything inside it, outermost first."""
    yield expression
    match expression:
        case Negative(inner):
            yield from walk(inner)
        case Binary(_, left, right):
            yield from walk(left)
            yield from walk(right)
        case Call(_, arguments):
            for argument in arguments:
                yield from walk(argument)


class _Parser:
    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = list(_tokens(text))
        self.position = 0

    def whole(self) -> Expression:
        expression = self.relation()
        if self.kind:
            raise RelationError(f"cannot read “{self.lexeme}” in “{self.text}”")
        return expression

    def relation(self) -> Expression:
        left = self.sum()
        if self.lexeme in COMPARISONS and self.kind == "sign":
            return Binary(self.take(), left, self.sum())
        return left

    def sum(self) -> Expression:
        return self.chain(("+", "-", "&"), self.product)

    def product(self) -> Expression:
        return self.chain(("*", "/"), self.factor)

    def chain(self, operators: tuple[str, ...], operand) -> Expression:  # type: ignore[no-untyped-def]
        left: Expression = operand()
        while self.kind == "sign" and self.lexeme in operators:
            left = Binary(self.take(), left, operand())
        return left

    def factor(self) -> Expression:
        kind, lexeme = self.kind, self.take()
        if kind == "number":
            return Number(self.number(lexeme))
        if kind == "text":
            return Text(lexeme[1:-1])
        if kind == "name":
            return Call(lexeme, self.arguments()) if self.lexeme == "(" else Name(lexeme)
        if lexeme == "-":
            return Negative(self.factor())
        if lexeme == "(":
            inner = self.relation()
            self.expect(")")
            return inner
        raise RelationError(f"a term or number is missing at “{lexeme}” in “{self.text}”")

    def number(self, lexeme: str) -> Decimal:
        if sum(map(str.isdigit, lexeme)) > DIGITS:
            raise RelationError(f"the number “{lexeme}” has more than {DIGITS} digits in “{self.text}”")
        return Decimal(lexeme[:-1]) / 100 if lexeme.endswith("%") else Decimal(lexeme)

    def arguments(self) -> tuple[Expression, ...]:
        self.expect("(")
        arguments = [self.relation()]
        while self.lexeme == ",":
            self.take()
            arguments.append(self.relation())
        self.expect(")")
        return tuple(arguments)

    @property
    def kind(self) -> str:
        return self.tokens[self.position][0] if self.position < len(self.tokens) else ""

    @property
    def lexeme(self) -> str:
        return self.tokens[self.position][1] if self.position < len(self.tokens) else ""

    def take(self) -> str:
        lexeme = self.lexeme
        self.position += 1
        return lexeme

    def expect(self, lexeme: str) -> None:
        if self.take() != lexeme:
            raise RelationError(f"“{lexeme}” is missing in “{self.text}”")


def _tokens(text: str) -> Iterator[tuple[str, str]]:
    plain = _plain_signs(text).rstrip()
    position = 0
    while position < len(plain):
        match = _TOKEN.match(plain, position)
        if match is None:
            raise RelationError(f"cannot read “{plain[position:].strip()[:10]}” in “{text}”")
        yield str(match.lastgroup), match.group(str(match.lastgroup))
        position = match.end()


def _plain_signs(text: str) -> str:
    """Full-width signs become plain ones, but not inside quoted text."""
    pieces = text.translate(_QUOTES).split('"')
    return '"'.join(piece if index % 2 else piece.translate(_PLAIN) for index, piece in enumerate(pieces))
