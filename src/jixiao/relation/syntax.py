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
from functools import lru_cache

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

DEEPEST = 150  # parts inside each other: whoever walks the tree takes a few frames of Python's stack for each
NESTED = 40  # brackets, calls and signs inside each other: to read one takes many more

COMPARISONS = ("=", "<>", "<=", ">=", "<", ">")

DIGITS = 20  # of a number that somebody types: more than any amount needs, and exact in all calculations

_QUOTES = str.maketrans("“”＂", '"""')
_PLAIN = str.maketrans("＝（），＋－×÷＜＞＊／＆％．", "=(),+-*/<>*/&%.") | {
    ord("≤"): "<=",
    ord("≥"): ">=",
    ord("≠"): "<>",
}
_TOKEN = re.compile(
    r"\s*(?:(?P<number>\d+(?:\.\d+)?%?)|(?P<text>\"[^\"]*\")|(?P<name>[^\W\d]\w*(?:\.\w+)*)"
    r"|(?P<sign><=|>=|<>|[-+*/&=<>(),]))"
)


@lru_cache(maxsize=4096)  # a pack is read again when one of its files was changed
def parse(text: str) -> Expression:
    """Read one relation or expression. Raises RelationError with the place of the fault."""
    expression = _Parser(text).whole()
    if _deep(expression):
        raise _too_deep(text)
    return expression


def _too_deep(text: str) -> RelationError:
    return RelationError(f"too many parts stand inside each other in “{text}”")


def _deep(expression: Expression) -> bool:
    """Whether it is deeper than DEEPEST; a chain of signs is as deep as it is long."""
    parts, depth = [expression], 0
    while parts and depth < DEEPEST:
        parts, depth = [inner for part in parts for inner in inside(part)], depth + 1
    return bool(parts)


def inside(expression: Expression) -> tuple[Expression, ...]:
    """The parts that an expression is made of."""
    match expression:
        case Negative(inner):
            return (inner,)
        case Binary(_, left, right):
            return left, right
        case Call(_, arguments):
            return arguments
    return ()


def walk(expression: Expression) -> Iterator[Expression]:
    """The expression and everything inside it, outermost first."""
    yield expression
    for part in inside(expression):
        yield from walk(part)


class _Parser:
    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = list(_tokens(text))
        self.position = 0
        self.nested = 0

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
        self.nested += 1
        if self.nested > NESTED:
            raise _too_deep(self.text)
        expression = self.part()
        self.nested -= 1
        return expression

    def part(self) -> Expression:
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
