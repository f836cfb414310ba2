"""A workbook with something in every cell and a row in every table: to try what a template says."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from msgspec.structs import replace

from jixiao.model.fact import Fact, Kind, Record, Value
from jixiao.model.finding import Finding
from jixiao.model.outcome import Outcome, Severity
from jixiao.model.scorecard import Score, Scorecard, Subtotal
from jixiao.model.term import Term
from jixiao.pack.pack import Pack
from jixiao.report.language.context import context_of
from jixiao.report.language.scope import TemplateScope
from jixiao.report.language.style import ReportStyle

_DAY = date(2024, 12, 31)
_NUMBER = Decimal(2)
_WORD = "甲"  # a text like any other
_SCORE = Score(
    *("1", _WORD, _WORD, _WORD),
    max_score=_NUMBER,
    standard=_WORD,
    score=Decimal(1),
    measure=_WORD,
    working="",
    reason=_WORD,
)
_PART = Subtotal(_WORD, _NUMBER, Decimal(1))
_CARD = Scorecard(_WORD, (_SCORE,), (_PART,), ((_WORD, _PART),), Decimal(1), _NUMBER, _WORD)

_EXPLAINED = Finding("1", Severity.WARNING, Outcome.EXPLAINED, _WORD, _WORD, title=_WORD, explanation=_WORD)


def example_context(pack: Pack, style: ReportStyle) -> TemplateScope:
    """Everything a template of the pack may name, with a value behind each name."""
    told = replace(style, explanations=True)
    return context_of(_record(pack, ()), _CARD, pack, told, draft=True, findings=(_EXPLAINED,))


def _record(pack: Pack, path: tuple[str, ...]) -> Record:
    terms = pack.groups[path[-1]].terms if path else pack.single_terms
    return Record(
        {name: _fact(pack.vocabulary[name]) for name in terms},
        {
            group.name: (_record(pack, group.path),)
            for group in pack.groups.values()
            if group.path[:-1] == path
        },
    )


def _fact(term: Term) -> Fact:
    return Fact(term.name, term.label, term.kind, None, _value(term))


def _value(term: Term) -> Value:
    if term.kind is Kind.DATE:
        return _DAY
    if term.kind.numeric:
        return _NUMBER
    return term.choices[0] if term.choices else _WORD
