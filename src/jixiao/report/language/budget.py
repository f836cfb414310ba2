"""How much a template may do in one report: a hostile one is stopped long before it fills time or memory."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import wraps
from itertools import islice
from typing import Any

from jixiao.report.language.chart_data import ChartData
from jixiao.report.language.scope import TemplateScope
from jixiao.report.word.errors import BadExpression

STEPS = 300_000  # rows that loops and phrases go through; a long report needs some thousands
SIZE = 20_000_000  # characters of XML; the report of a hundred pages has two million
PARAGRAPH = 200  # what a line break in a value may cost: it begins a paragraph
POINT = 300  # a figure of a chart, in its part and in its workbook
LONGEST = 40_000  # a text given to a phrase; a cell holds 32,767 characters
LETTERS = 64  # characters of text that a phrase makes in one step
AT_ONCE = 64  # pieces joined before they are counted
_SIZED = (str, list, tuple, TemplateScope)


class Budget:
    """What is left of steps and characters."""

    __slots__ = ("size", "steps")

    def __init__(self) -> None:
        self.steps = STEPS
        self.size = SIZE

    def spend(self, steps: int) -> None:
        """Raises BadExpression when nothing is left."""
        self.steps -= steps
        if self.steps < 0:
            raise BadExpression("循环套得太多，要处理的行数超出了限度，请减少循环的层数")

    def points(self, number: int) -> None:
        """A chart is made of them. Raises BadExpression when there are too many."""
        self.spend(number)
        self.size -= POINT * number
        if self.size < 0:
            raise BadExpression("图表里的数太多，超出了限度，请减少图表或其中的行和栏")

    def text(self, first: str, second: str) -> str:
        """One text after the other. Raises BadExpression if that is more than anybody writes."""
        if len(first) + len(second) > LONGEST:
            raise BadExpression("连接起来的文字太长")
        self.spend(1 + (len(first) + len(second)) // LETTERS)
        return first + second

    def joined(self, pieces: Iterable[str]) -> str:
        """All pieces as one text. Raises BadExpression if that becomes too long."""
        source, kept = iter(pieces), []
        while pieces := list(islice(source, AT_ONCE)):
            batch = "".join(pieces)
            self.size -= len(batch) + PARAGRAPH * batch.count("\n")
            if self.size < 0:
                raise BadExpression("生成的内容太长，超出了限度，请检查循环和重复的文字")
            kept.append(batch)
        return "".join(kept)


def metered(function: Callable[..., Any], budget: Callable[[], Budget]) -> Callable[..., Any]:
    """A phrase that pays for the rows it is given and for the text it makes."""

    @wraps(function)
    def paid(*values: Any, **named: Any) -> Any:
        cost = 1
        for value in (*values, *named.values()) if named else values:
            if isinstance(value, _SIZED):
                cost += _rows(value)
        budget().spend(cost)
        result = function(*values, **named)
        if isinstance(result, str):
            if isinstance(result, ChartData):
                budget().points(len(result.names) * len(result.series))
            if len(result) >= LETTERS:
                budget().spend(len(result) // LETTERS)
        return result

    return paid


def _rows(value: object) -> int:
    if isinstance(value, str):
        if len(value) > LONGEST:
            raise BadExpression("传给写法的文字太长")
        return 0
    if isinstance(value, (list, tuple)):
        return len(value)
    return value.size if isinstance(value, TemplateScope) else 0
