"""What every scoring method has in common: its fields in a framework's file, and what is asked of it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any, ClassVar, Literal, Protocol

import msgspec

from jixiao.model.fact import Fact
from jixiao.model.scorecard import Obstacle
from jixiao.strict import Strict

Column = Literal["target", "actual", "violations", "grade", "score"]  # as Assessment names them


class Measure(msgspec.Struct, frozen=True):
    value: Any  # of the kind that the indicator's method scores
    shown: str  # as printed in the score table
    said: str = ""  # as a sentence of the report says it; empty where the score says it all
    special: str = ""  # why the usual working does not apply
    facts: tuple[Fact, ...] = ()  # the cells it was taken from


class NotMeasurable(Exception):  # noqa: N818 - an outcome, not a fault
    """There is no measure; the obstacle says which cell to fill."""

    def __init__(self, obstacle: Obstacle) -> None:
        super().__init__(obstacle.problem)
        self.obstacle = obstacle


def unusable(fact: Fact, what: str, mend: str) -> NotMeasurable:
    """A cell holds something, but nothing that can be scored: what is wrong with it, and how to mend it."""
    typed = fact.typed.strip() or fact.text
    return NotMeasurable(Obstacle(fact.label, fact.place, f"填的是“{typed}”，{what}", mend, typed))


class Mark(msgspec.Struct, frozen=True):
    """A score, not rounded, and how it came about."""

    score: Decimal
    working: str


class EntryRow(Protocol):
    """What people have entered for one indicator. Cells that are blank or unreadable raise NotMeasurable."""

    @property
    def full(self) -> Decimal: ...
    @property
    def rated(self) -> Literal["", "ratio", "actual"]: ...

    def text(self, column: Column) -> Fact: ...
    def number(self, column: Column) -> tuple[Fact, Decimal]: ...
    def points(self, number: int) -> list[Fact]: ...
    def refuse_implausible(self, fact: Fact, rate: Decimal) -> None: ...


class ScoringMethod(Strict, kw_only=True, tag_field="type"):
    """How a measure becomes a score. The fields of a subclass are the keys of `method` in a framework's file.

    `scores` is the kind of value it scores. `columns` are what people enter for it in the self-evaluation
    table; of these, `asked` are those that the rule at hand needs. All others are closed in its row.
    """

    scores: ClassVar[type] = Decimal
    columns: ClassVar[tuple[Column, ...]] = ()
    rate: ClassVar[bool] = False  # scores a rate, so that the measure may be computed from the workbook

    @classmethod
    def tag(cls) -> str:
        """Its name in a framework's file."""
        return str(cls.__struct_config__.tag)

    @property
    def asked(self) -> tuple[Column, ...]:
        return self.columns

    @property
    def choices(self) -> tuple[str, ...]:
        """The levels that can be judged, for the drop-down."""
        return ()

    @property
    def typed_rate(self) -> bool:
        """True if an actual value that people enter is a rate, such as 95%."""
        return self.rate

    @property
    def of_rows(self) -> bool:
        """True if its measure is made of rows that people fill in, of which there must be some."""
        return False

    @property
    def without_base(self) -> Decimal | None:
        """The rate that counts where there is nothing to divide by; None: that has to be mended."""
        return None

    @property
    def point_texts(self) -> tuple[str, ...]:
        """What each of the columns for points asks that people fill in."""
        return ()

    @property
    def point_columns(self) -> int:
        return len(self.point_texts)

    def unsound(self, full: Decimal) -> Iterator[str]:
        """Why the rule cannot be, in Chinese; it must reach the full score, never pass it, leave no gap."""
        return iter(())

    def read(self, row: EntryRow) -> Measure:
        """The measure that people have entered. Raises NotMeasurable for what makes no sense."""
        raise NotImplementedError

    def typed(self, text: str) -> Any:
        """The value of an example, as people write it. Raises ValueError or ArithmeticError."""
        return typed_number(text)

    def score(self, value: Any, full: Decimal) -> Mark:
        """Score a value of the kind that `scores` says."""
        raise NotImplementedError

    def possible(self, full: Decimal) -> frozenset[Decimal] | None:
        """All scores that it can come to, not rounded; None where they lie anywhere between two."""
        return None

    def shown(self, value: Any) -> str:
        """A computed measure as the score table prints it; empty for a rate, which is printed as such."""
        return ""

    def mark(self, value: Any, full: Decimal) -> Mark:
        """Score one measure. It must be of the kind that the method asks for."""
        if not isinstance(value, self.scores):
            raise TypeError(f"{type(self).__name__} cannot score {value!r}")
        return self.score(value, full)


def typed_number(text: str) -> Decimal:
    """106.96% or 1.0696. Raises ArithmeticError for what is no number."""
    return Decimal(text.rstrip("%")) / (100 if text.endswith("%") else 1)
