"""What can be proven of a framework before any workbook is opened: weights, ids, terms, sound rules."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import groupby
from pathlib import Path
from typing import get_args

from jixiao.methods import Method
from jixiao.model.fact import Record
from jixiao.model.term import Vocabulary
from jixiao.pack.check import bind_relation
from jixiao.pack.errors import PackError
from jixiao.pack.framework import Framework, Indicator
from jixiao.relation.binding import bind_value
from jixiao.relation.evaluation import Evaluation, NotEvaluable
from jixiao.relation.functions import is_text
from jixiao.relation.scope import Scope
from jixiao.relation.syntax import Binary, Expression, Name, Negative, RelationError, walk
from jixiao.strict import Keys

_ARITHMETIC = ("+", "-", "*", "/")
ZERO = Decimal(0)
RATED = ", ".join(method.tag() for method in get_args(Method) if method.rate)


def prove_whole(framework: Framework, vocabulary: Vocabulary, file: Path) -> None:
    """Raises PackError with the indicator and the reason."""
    _check_numbers(framework, file)
    _check_names(framework, file)
    _check_ids(framework, file)
    _check_weights(framework, file)
    _check_order(framework, file)
    _check_grades(framework, file)
    _check_starts(framework, vocabulary, file)
    for indicator in framework.indicators:
        for reason in (
            *indicator.method.unsound(indicator.max_score),
            *_unsourced(indicator),
            *_unknown(indicator, vocabulary),
        ):
            raise PackError(file, indicator.id, reason)


def _check_numbers(framework: Framework, file: Path) -> None:
    """Scores can be added up and compared: nothing is infinite, no number or negative."""
    for indicator in framework.indicators:
        _score(indicator.max_score, "max_score", indicator.id, file)
        for example in indicator.examples:
            _score(example.score, "score", indicator.id, file, zero=True)
    for number, level in enumerate(framework.levels):
        for weight in (level.max_score, *level.parts.values()):
            _score(weight, "max_score", level.name, file, ("levels", number))
    for number, grade in enumerate(framework.grades):
        _score(grade.lowest, "lowest", grade.name, file, ("grades", number), zero=True)
    _score(framework.total, "total", "", file, ("total",))


def _score(value: Decimal, key: str, place: str, file: Path, at: Keys = (), zero: bool = False) -> None:
    if not value.is_finite() or value < ZERO or (value == ZERO and not zero):
        raise PackError(file, place, f"“{key}” is “{value}”, which is no score", at)


def _check_names(framework: Framework, file: Path) -> None:
    """Workbook and report call everything by its name."""
    if not framework.name.strip():
        raise PackError(file, "", "“name” is empty", ("name",))
    for indicator in framework.indicators:
        if not indicator.name.strip():
            raise PackError(file, indicator.id, "“name” is empty")


def _check_ids(framework: Framework, file: Path) -> None:
    seen: set[str] = set()
    for indicator in framework.indicators:
        if indicator.id in seen:
            raise PackError(file, indicator.id, "the id occurs twice")
        seen.add(indicator.id)


def _check_weights(framework: Framework, file: Path) -> None:
    sums: dict[tuple[str, str], Decimal] = {}
    for indicator in framework.indicators:
        place = (indicator.level1, indicator.level2)
        sums[place] = sums.get(place, ZERO) + indicator.max_score
    levels = framework.levels
    declared = {(level.name, part): weight for level in levels for part, weight in level.parts.items()}
    _equal(file, "", _differing(sums, declared), _differing(declared, sums), ("levels",))
    for number, level in enumerate(levels):
        _equal(file, level.name, sum(level.parts.values(), ZERO), level.max_score, ("levels", number))
    _equal(file, "", sum((level.max_score for level in levels), ZERO), framework.total, ("total",))


def _check_order(framework: Framework, file: Path) -> None:
    """The score table merges the cells of a level, so its indicators must stand together."""
    found = [place for place, _ in groupby(framework.indicators, lambda each: (each.level1, each.level2))]
    declared = [(level.name, part) for level in framework.levels for part in level.parts]
    if found != declared:
        raise PackError(file, "", "the indicators must stand in the order of the levels", ("levels",))


def _equal(file: Path, place: str, found: object, declared: object, at: Keys) -> None:
    if found != declared:
        raise PackError(
            file, place, f"the weights add up to {_show(found)}, declared are {_show(declared)}", at
        )


def _show(weights: object) -> str:
    if isinstance(weights, Mapping):
        return "; ".join(f"{'/'.join(place)}={weight}" for place, weight in weights.items()) or "0"
    return str(weights)


def _differing(
    sums: Mapping[tuple[str, str], Decimal], others: Mapping[tuple[str, str], Decimal]
) -> dict[tuple[str, str], Decimal]:
    return {place: weight for place, weight in sums.items() if others.get(place) != weight}


def _check_grades(framework: Framework, file: Path) -> None:
    lowest = [grade.lowest for grade in framework.grades]
    if not lowest:
        return  # not every form grades
    if lowest != sorted(set(lowest), reverse=True) or lowest[-1] != 0:
        raise PackError(file, "", "the grades must fall from the best down to 0", ("grades",))


def _check_starts(framework: Framework, vocabulary: Vocabulary, file: Path) -> None:
    starts = framework.starts
    if starts is None:
        return
    for column in starts.columns:
        if f"{starts.table}.{column}" not in vocabulary:
            reason = f"the table “{starts.table}” has no column “{column}”"
            raise PackError(file, "", reason, ("starts", "columns"))
    for number, row in enumerate(starts.rows):
        if len(row) != len(starts.columns):
            reason = f"a row has {len(row)} cells for {len(starts.columns)} columns"
            raise PackError(file, "", reason, ("starts", "rows", number))


def _unsourced(indicator: Indicator) -> Iterator[str]:
    """Reasons why it would not be known what to measure."""
    rate = indicator.method.rate
    if indicator.measure and not rate:
        yield f"only the methods {RATED} score a computed measure"
    if rate and bool(indicator.measure) == bool(indicator.entered):
        yield "a rate needs either “measure” or “entered”"
    if indicator.entered and (indicator.method.of_rows or not rate):
        yield f"“entered” belongs to the methods {RATED}"
    if indicator.special and not indicator.measure:
        yield "“special” belongs to a computed measure"
    if not indicator.examples:
        yield "an indicator needs examples"
    if not all(bool(example.value) != bool(example.given) for example in indicator.examples):
        yield "an example has either “value” or “given”"


def _unknown(indicator: Indicator, vocabulary: Vocabulary) -> Iterator[str]:
    """Reasons why its relations cannot be evaluated."""
    if indicator.measure:
        yield from unsound_measure(indicator.measure, vocabulary)
    try:
        for special in indicator.special:
            bind_relation(special.when, vocabulary)
            yield from _no_figure(bind_value(special.value, vocabulary).expression, vocabulary)
    except RelationError as error:
        yield str(error)
    except RecursionError:
        yield "the brackets are too deep"
    for term in (term for example in indicator.examples for term in example.given):
        if term not in vocabulary or vocabulary[term].path:
            yield f"the example gives “{term}”, which is no single cell of the form"


def unsound_measure(relation: str, vocabulary: Vocabulary) -> Iterator[str]:
    """Reasons why a relation is no figure of the workbook."""
    try:
        measure = bind_value(relation, vocabulary)
        if measure.path:
            yield "the measure must be one figure of the workbook, not a column"
        yield from _no_figure(measure.expression, vocabulary)
    except RelationError as error:
        yield str(error)
    except RecursionError:
        yield "the brackets are too deep"


def _no_figure(expression: Expression, vocabulary: Vocabulary) -> Iterator[str]:
    """The reasons: it is a text, it calculates with one, or it divides by a zero that stands in it."""
    if is_text(expression, vocabulary):
        yield "it comes to a text, not to a figure"
    for part in walk(expression):
        if any(is_text(operand, vocabulary) for operand in _operands(part)):
            yield "it calculates with text"
        elif isinstance(part, Binary) and part.operator == "/" and _always_zero(part.right, vocabulary):
            yield "it divides by zero"


def _operands(part: Expression) -> tuple[Expression, ...]:
    match part:
        case Binary(operator, left, right) if operator in _ARITHMETIC:
            return left, right
        case Negative(inner):
            return (inner,)
    return ()


def _always_zero(divisor: Expression, vocabulary: Vocabulary) -> bool:
    """True for a divisor without cells that is zero, or has no value."""
    if any(isinstance(part, Name) for part in walk(divisor)):
        return False
    try:
        return not Evaluation(Scope(Record({}), vocabulary)).quantity(divisor).value
    except NotEvaluable:
        return True
