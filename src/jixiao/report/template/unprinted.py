"""Figures that somebody typed and no sentence of the template shows."""

from __future__ import annotations

from jixiao.model.fact import Kind, Record
from jixiao.model.term import Vocabulary
from jixiao.report.template.prepared import Prepared


def unprinted_terms(prepared: Prepared, vocabulary: Vocabulary) -> tuple[str, ...]:
    """The terms of the form that the template never prints, in the order of the form."""
    printed = frozenset(prepared.printed)
    return tuple(name for name in vocabulary if name not in printed)


def unprinted_figures(prepared: Prepared, record: Record, vocabulary: Vocabulary) -> tuple[str, ...]:
    """The amounts among them that are entered, and not zero, in this workbook."""
    filled = {fact.term for fact in record.walk() if fact.kind is Kind.AMOUNT and fact.number}
    hidden = unprinted_terms(prepared, vocabulary)
    return tuple(name for name in hidden if name in filled and not vocabulary[name].formula)
