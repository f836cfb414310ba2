"""A framework's own examples, confronted with its rules: run by the tests and by the build of a pack."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

from jixiao.methods.method import NotMeasurable
from jixiao.model.fact import Fact, Record, State
from jixiao.model.figures import round_half_up
from jixiao.model.term import Vocabulary
from jixiao.pack.errors import PackError
from jixiao.pack.form import Assessment
from jixiao.pack.framework import Framework, Indicator, IndicatorExample
from jixiao.relation.scope import Scope
from jixiao.scoring.computed import computed_measure


def prove_framework(framework: Framework, vocabulary: Vocabulary, assessment: Assessment, file: Path) -> None:
    """Raises PackError for an example that does not come out, and for a rule that the form cannot hold."""
    for indicator in framework.indicators:
        wanted, offered = indicator.method.point_columns, len(assessment.points)
        if wanted > offered:
            raise PackError(file, indicator.id, f"有 {wanted} 个要点，表样只有 {offered} 列可填")
        for example in indicator.examples:
            found = _outcome(indicator, example, file, vocabulary)
            if found != example.score:
                reason = f"the example {_shown(example)} should score {example.score}, the rule gives {found}"
                raise PackError(file, indicator.id, reason)


def _outcome(indicator: Indicator, example: IndicatorExample, file: Path, vocabulary: Vocabulary) -> Decimal:
    try:
        value = _measure_value(indicator, example, vocabulary)
        return round_half_up(indicator.method.mark(value, indicator.max_score).score)
    except NotMeasurable as problem:
        reason = f"the example {_shown(example)} has no measure: {problem}"
        raise PackError(file, indicator.id, reason) from None
    except (ArithmeticError, ValueError):
        reason = f"the example {_shown(example)} is nothing that its method can score"
        raise PackError(file, indicator.id, reason) from None


def _measure_value(indicator: Indicator, example: IndicatorExample, vocabulary: Vocabulary) -> Any:
    if not example.given:
        return indicator.method.typed(example.value)
    single = [term.name for term in vocabulary.values() if not term.path]
    fields = {term: _fact(term, example, vocabulary) for term in single}
    return computed_measure(indicator, Scope(Record(fields), vocabulary), {}).value


def _fact(term: str, example: IndicatorExample, vocabulary: Vocabulary) -> Fact:
    text = example.given.get(term)
    known = vocabulary[term]
    if text is None:  # an example gives what it is about; all else does not exist
        return Fact(term, known.label, known.kind, None, state=State.DECLINED)
    return Fact(term, known.label, known.kind, None, value=Decimal(text), typed=text)


def _shown(example: IndicatorExample) -> str:
    return example.value or "; ".join(f"{term} = {value}" for term, value in example.given.items())
