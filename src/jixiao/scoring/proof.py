"""A framework's own examples, confronted with its rules: run by the tests and by the build of a pack."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from jixiao.model.fact import Fact, Record, State
from jixiao.model.figures import round_half_up
from jixiao.model.term import Vocabulary
from jixiao.pack.errors import PackError
from jixiao.pack.form import Assessment
from jixiao.pack.framework import (
    Checklist,
    Framework,
    Graded,
    Indicator,
    IndicatorExample,
    Method,
    Proportional,
)
from jixiao.relation.scope import Scope
from jixiao.scoring.computed import computed_measure
from jixiao.scoring.measure import Completion, MeasureValue, NotMeasurable
from jixiao.scoring.methods import mark
from jixiao.scoring.ticks import read_tick


def prove_framework(framework: Framework, vocabulary: Vocabulary, assessment: Assessment, file: Path) -> None:
    """Raises PackError for an example that does not come out, and for a rule that the form cannot hold."""
    for indicator in framework.indicators:
        _check_form(indicator, file, vocabulary, assessment)
        for example in indicator.examples:
            found = _outcome(indicator, example, file, vocabulary)
            if found != example.score:
                reason = f"the example {_shown(example)} should score {example.score}, the rule gives {found}"
                raise PackError(file, indicator.id, reason)


def _check_form(indicator: Indicator, file: Path, vocabulary: Vocabulary, assessment: Assessment) -> None:
    match indicator.method:
        case Checklist(points=points) if len(points) > len(assessment.points):
            reason = f"{len(points)} points, but the form has {len(assessment.points)} columns for them"
            raise PackError(file, indicator.id, reason)
        case Graded(grades=grades):
            choices = vocabulary[assessment.grade].choices
            strange = [grade.name for grade in grades if choices and grade.name not in choices]
            if strange:
                raise PackError(file, indicator.id, f"the form does not offer the grade {strange[0]}")


def _outcome(indicator: Indicator, example: IndicatorExample, file: Path, vocabulary: Vocabulary) -> Decimal:
    try:
        value = _measure_value(indicator, example, vocabulary)
    except NotMeasurable as problem:
        reason = f"the example {_shown(example)} has no measure: {problem}"
        raise PackError(file, indicator.id, reason) from None
    except (ArithmeticError, ValueError):
        reason = f"the example {_shown(example)} is nothing that its method can score"
        raise PackError(file, indicator.id, reason) from None
    return round_half_up(mark(indicator.method, value, indicator.max_score).score)


def _measure_value(indicator: Indicator, example: IndicatorExample, vocabulary: Vocabulary) -> MeasureValue:
    if not example.given:
        return _typed(indicator.method, example.value)
    single = [term.name for term in vocabulary.values() if not term.path]
    fields = {term: _fact(term, example, vocabulary) for term in single}
    return computed_measure(indicator, Scope(Record(fields), vocabulary), {}).value


def _fact(term: str, example: IndicatorExample, vocabulary: Vocabulary) -> Fact:
    text = example.given.get(term)
    known = vocabulary[term]
    if text is None:
        return Fact(term, known.label, known.kind, None, state=State.BLANK)
    return Fact(term, known.label, known.kind, None, value=Decimal(text), typed=text)


def _typed(method: Method, text: str) -> MeasureValue:
    """The value of an example, written as people write it."""
    match method:
        case Checklist(points=points):
            return _ticks(text, len(points))
        case Graded(grades=grades) if text in [grade.name for grade in grades]:
            return text
        case Proportional():
            actual, _, target = text.partition("/")
            return Completion(_number(actual), _number(target), text)
    return _number(text)


def _ticks(text: str, number: int) -> tuple[bool, ...]:
    ticks = [read_tick(tick) for tick in text.split("、")]
    if len(ticks) != number or None in ticks:
        raise ValueError(text)
    return tuple(tick is True for tick in ticks)


def _number(text: str) -> Decimal:
    return Decimal(text.rstrip("%")) / (100 if text.endswith("%") else 1)


def _shown(example: IndicatorExample) -> str:
    return example.value or "; ".join(f"{term} = {value}" for term, value in example.given.items())
