"""Counts: COUNT of filled cells, COUNTIF of the rows whose key matches a pattern."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.model.fact import Kind, State
from jixiao.relation.functions.function import (
    Arguments,
    Evaluator,
    Function,
    Phrasing,
    Reader,
    ScopedPhrasing,
    Translator,
    always,
)
from jixiao.relation.functions.traits import Read
from jixiao.relation.quantity import Quantity, Result
from jixiao.relation.spread import Spread, total
from jixiao.relation.syntax import Expression, Name

# ---- COUNT


def _count(run: Evaluator, arguments: Arguments) -> Quantity:
    filled = 0
    for argument in arguments:
        if isinstance(argument, Name):
            for _, fact in run.scope.column(argument.term):
                if fact.state is State.LOST:
                    run.read(fact)  # complains: a cell that is gone is not a blank one
                filled += fact.state is State.FILLED
    return Quantity.counted(filled)


def _count_translated(run: Translator, arguments: Arguments) -> Spread:
    return Spread(total([_filled(run, name.term) for name in arguments if isinstance(name, Name)]))


def _filled(run: Translator, term: str) -> str:
    """Cells with something readable in them: numbers, digits for codes, no error values."""
    columns = run.places.columns(term)
    if run.vocabulary[term].kind is Kind.CODE and not any(column.single for column in columns):
        return "+".join(_codes(column.texts) for column in columns)
    cells = [column.cells for column in columns]
    if run.vocabulary[term].kind.numeric:
        return f"COUNT({','.join(cells)})"
    return "+".join((f"COUNT({','.join(cells)})", *(f'COUNTIF({one},"?*")' for one in cells)))


def _codes(texts: str) -> str:
    """What is no code is an error among them, which LibreOffice counts as the text that it shows."""
    return f'COUNTIF({texts},"?*")-COUNTIF({texts},"#*")'


def _count_stated(words: ScopedPhrasing, arguments: Arguments, count: Result) -> str:
    filled = words.listed(arguments)
    if not (isinstance(count, Quantity) and count.value):
        return f"{filled}没有填写"
    return f"{filled}填了{count.value:f}个"


def _no_reads(reader: Reader, arguments: Arguments) -> Iterator[Read]:
    """Whether a cell is filled is known without reading it."""
    return iter(())


COUNT = Function(
    name="COUNT",
    arguments=("cells",),
    counts=True,
    columns=(0,),
    repeated=True,
    example="COUNT(项目明细.项目名称)",
    description="填了的单元格有几个，文字也算",
    evaluate=_count,
    sure=always,
    translate=_count_translated,
    say=lambda words, arguments: f"{words.listed(arguments)}已填的个数",
    stated=_count_stated,
    unit=lambda words, arguments: "个",
    reads=_no_reads,
    excel=lambda texts: f"COUNTA({','.join(texts)})",
)


# ---- COUNTIF


def _names(arguments: Arguments) -> tuple[str, Expression]:
    keys, pattern = arguments
    assert isinstance(keys, Name)
    return keys.term, pattern


def _countif(run: Evaluator, arguments: Arguments) -> Quantity:
    keys, pattern = _names(arguments)
    found = run.matching(keys, run.text(pattern))
    for record in found:
        run.read(record.fields[keys])
    return Quantity.counted(len(found))


def _countif_translated(run: Translator, arguments: Arguments) -> Spread:
    keys, pattern = _names(arguments)
    return Spread(total([run.matching_in(keys, column, pattern) for column in run.places.columns(keys)]))


def _countif_said(words: Phrasing, arguments: Arguments) -> str:
    keys, pattern = _names(arguments)
    return f"{words.where(keys)}{words.which(keys, pattern)}的行数"


def _countif_stated(words: ScopedPhrasing, arguments: Arguments, count: Result) -> str:
    keys, pattern = _names(arguments)
    where, which = words.where(keys), words.which(keys, pattern)
    if not (isinstance(count, Quantity) and count.value):
        return f"{where}没有{which}的行"
    return f"{where}{which}的有{count.value:f}行"


def _countif_reads(reader: Reader, arguments: Arguments) -> Iterator[Read]:
    keys, pattern = _names(arguments)
    yield from reader(pattern)
    yield Read(keys, keys=keys, pattern=pattern)


COUNTIF = Function(
    name="COUNTIF",
    arguments=("keys", "pattern"),
    counts=True,
    columns=(0,),
    keys=0,
    pattern=1,
    example="COUNTIF(功能分类.编码, LEFT(功能分类.编码, 3))",
    description="编码等于本行编码前三位的有几行；式样的写法见下",
    evaluate=_countif,
    sure=always,
    translate=_countif_translated,
    say=_countif_said,
    stated=_countif_stated,
    unit=lambda words, arguments: "行",
    reads=_countif_reads,
)
