"""A rule that is sure gives the points that its standard names, within every range that it names."""

from decimal import Decimal

import pytest
from frameworks.projection import read_case, wordings

from jixiao.frameworks.made.framework_examples import converted
from jixiao.frameworks.standards.counted_units import in_bare_figures
from jixiao.frameworks.standards.deductions import as_awards
from jixiao.frameworks.standards.falls import fallen_by
from jixiao.frameworks.standards.span import span_in
from jixiao.frameworks.standards.standard import take_apart

NEAR = Decimal("0.0003")


def inside(span) -> Decimal:
    """A value that the span describes."""
    ends = [end for end in (span.low, span.high) if end is not None]
    if len(ends) > 1:
        return sum(ends, Decimal(0)) / 2
    gap = NEAR if abs(ends[0]) <= 5 else Decimal("0.3")
    return ends[0] + gap if span.low is not None else ends[0] - gap


def named_points(case):
    """Each range that the standard of a case names, by a value in it, with its points."""
    name, full, text = case.split("|", 2)
    standard = in_bare_figures(as_awards(take_apart(name, Decimal(full), text.partition("||")[0])))
    for clause in standard.clauses:
        span = fallen_by(clause.condition, name) or span_in(clause.condition, name)
        score = standard.score(clause)
        if score is not None and span and not span.away and "或" not in clause.condition:
            yield inside(span), score


@pytest.mark.parametrize(
    "case", [case for case, said in wordings() if said.startswith(("sure band", "sure per"))]
)
def test_a_sure_rule_gives_what_its_standard_says(case):
    rule, full = read_case(case), Decimal(case.split("|")[1])
    method = converted({"type": rule.type, **rule.parameters})
    for value, score in named_points(case) if "centre" not in rule.parameters else ():
        if rule.type == "band" or score in (0, full):
            assert method.mark(value, full).score == score, (value, score)
