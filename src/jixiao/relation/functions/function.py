"""A function of the relation language as one record, and what the record may ask of those who use it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from enum import Enum
from typing import NoReturn, Protocol

import msgspec

from jixiao.model.fact import Fact, Record
from jixiao.model.listed_codes import ListedCodes
from jixiao.model.outcome import Outcome
from jixiao.model.term import Vocabulary
from jixiao.relation.functions.traits import Linear, NotLinear, Read, Slack
from jixiao.relation.places import Column, Places
from jixiao.relation.quantity import Quantity, Result
from jixiao.relation.scope import Scope
from jixiao.relation.spread import Spread, Truth
from jixiao.relation.syntax import Expression, Name

Arguments = tuple[Expression, ...]


class Gives(Enum):
    """What a function comes to."""

    NUMBER = "数"
    TEXT = "文字"
    TRUTH = "是否成立"


class Evaluator(Protocol):
    """Evaluates expressions in a scope, and keeps the facts it has read."""

    scope: Scope
    codes: Mapping[str, ListedCodes]

    def value(self, expression: Expression) -> Result: ...
    def quantity(self, expression: Expression) -> Quantity: ...
    def text(self, expression: Expression) -> str: ...
    def length(self, expression: Expression) -> int: ...
    def number(self, expression: Expression) -> Decimal: ...
    def no_value(self) -> NoReturn: ...
    def outcome(self, expression: Expression) -> Outcome: ...
    def column(self, expression: Expression) -> list[Result]: ...
    def read(self, fact: Fact) -> Result: ...
    def matching(self, keys: str, pattern: str) -> list[Record]: ...


class Translator(Protocol):
    """Makes formulas of expressions."""

    @property
    def places(self) -> Places: ...
    @property
    def vocabulary(self) -> Vocabulary: ...

    def figure(self, expression: Expression) -> Spread: ...
    def aligned(self, figures: Iterable[Spread]) -> list[Spread]: ...
    def text(self, expression: Expression) -> str: ...
    def truth(self, expression: Expression) -> Truth: ...
    def pattern(self, expression: Expression) -> str: ...
    def matching_in(self, keys: str, column: Column, pattern: Expression) -> str: ...


class Phrasing(Protocol):
    """Puts expressions into the words of an accountant."""

    def said(self, expression: Expression) -> str: ...
    def part(self, expression: Expression) -> str: ...
    def member(self, expression: Expression) -> str: ...
    def listed(self, arguments: Arguments) -> str: ...
    def choices(self, value: Expression, choices: Arguments) -> str: ...
    def bare(self, term: str) -> str: ...
    def where(self, term: str) -> str: ...
    def which(self, keys: str, pattern: Expression) -> str: ...
    def is_code(self, expression: Expression) -> bool: ...


class ScopedPhrasing(Phrasing, Protocol):
    """Speaks of what the cells of one scope hold."""

    def text(self, expression: Expression) -> str: ...


class Tracer(Protocol):
    """Finds linear forms within a scope. Raises NotLinear."""

    def form(self, expression: Expression) -> Linear: ...
    def column(self, term: str) -> Linear: ...
    def matching(self, keys: str, pattern: Expression, amounts: str) -> Linear: ...


class Surveyor(Protocol):
    """Finds out how far expressions may be out by rounding."""

    def slack(self, expression: Expression) -> Slack: ...
    def column(self, expression: Expression) -> Slack: ...


Reader = Callable[[Expression], Iterator[Read]]


def _not_linear(tracer: Tracer, arguments: Arguments) -> Linear:
    raise NotLinear


def _exact(surveyor: Surveyor, arguments: Arguments) -> Slack:
    return Slack()


def _unsure(arguments: Arguments) -> bool:
    return False


def always(arguments: Arguments) -> bool:
    """`sure` of a function that has no arguments of which it makes nothing."""
    return True


class Function(msgspec.Struct, frozen=True, kw_only=True):
    """Everything about a function; whoever meets its name in a relation asks the record.

    `columns` are the positions of arguments that stand for a whole column rather than for one cell; with
    `repeated` the last argument may come any number of times. `keys` and `pattern` are the positions of the
    column that is looked through and of Excel's pattern for it; `texts` are those of other texts.
    """

    name: str
    arguments: tuple[str, ...]
    columns: tuple[int, ...] = ()
    repeated: bool = False
    keys: int | None = None
    pattern: int | None = None
    texts: tuple[int, ...] = ()
    gives: Gives = Gives.NUMBER
    counts: bool = False  # what it comes to is a plain number, whatever its arguments are
    ends: bool = False  # asks for both ends of the intervals of a column
    example: str
    description: str  # of the example, in Chinese, for the documentation
    evaluate: Callable[[Evaluator, Arguments], Result | Outcome]
    translate: Callable[[Translator, Arguments], Spread | str | Truth]  # by what it gives
    say: Callable[[Phrasing, Arguments], str]
    # How a cell that takes part in a comparison stands, said of what the function came to; and what it counts
    stated: Callable[[ScopedPhrasing, Arguments, Result], str] | None = None
    unit: Callable[[Phrasing, Arguments], str] = lambda words, arguments: ""
    # Which of several figures a finding is about, where it is one of them and not what they come to
    subject: Callable[[Evaluator, Arguments], Expression] | None = None
    reads: Callable[[Reader, Arguments], Iterator[Read]] | None = (
        None  # otherwise all that its arguments read
    )
    # Whether it comes to a value whatever its arguments come to, numbers where it takes numbers
    sure: Callable[[Arguments], bool] = _unsure
    linear: Callable[[Tracer, Arguments], Linear] = _not_linear
    slack: Callable[[Surveyor, Arguments], Slack] = _exact
    # The comparisons that a truth consists of, where they are not the arguments themselves
    comparisons: Callable[[Arguments], Arguments] | None = None
    amiss: str = ""  # what a finding adds where several of them fail
    refuse: Callable[[Arguments, Vocabulary], str] = lambda arguments, vocabulary: (
        ""
    )  # why it cannot be bound
    excel: Callable[[Sequence[str]], str] | None = None  # where Excel's plain formula has another shape
    # How many rows a text is looked up from have its key, for each key of a column
    listed: Callable[[Sequence[str]], str] | None = None
    # As part of a pattern, where that is shorter than to bring the whole text into the form that is compared
    in_pattern: Callable[[Translator, Arguments], str] | None = None

    @property
    def of_truths(self) -> bool:
        """True if it joins comparisons."""
        return self.gives is Gives.TRUTH and self.comparisons is None

    @property
    def as_texts(self) -> tuple[int, ...]:
        """The positions of the arguments that are taken as texts."""
        looked_through = (index for index in (self.keys, self.pattern) if index is not None)
        return (*self.texts, *looked_through)

    def is_column(self, index: int) -> bool:
        """True if this argument stands for a whole column rather than for one cell."""
        return min(index, len(self.arguments) - 1) in self.columns

    def takes(self, count: int) -> bool:
        """True if it can have that many arguments."""
        return count >= len(self.arguments) if self.repeated else count == len(self.arguments)

    def singles(self, arguments: Arguments) -> Iterator[Expression]:
        """The arguments that stand for one value each."""
        for index, argument in enumerate(arguments):
            if not (isinstance(argument, Name) and self.is_column(index)):
                yield argument

    def all_reads(self, reader: Reader, arguments: Arguments) -> Iterator[Read]:
        """Whole columns, and what the other arguments read."""
        for index, argument in enumerate(arguments):
            if isinstance(argument, Name) and self.is_column(index):
                yield Read(argument.term, whole=True)
            else:
                yield from reader(argument)
