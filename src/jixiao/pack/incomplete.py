"""Sheets of which a field says that figures are missing: their checks wait until it says something else."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from jixiao.model.term import Vocabulary
from jixiao.pack.check import Check, bind_relation
from jixiao.pack.errors import PackError
from jixiao.pack.form import Form


def with_waits(checks: Iterable[Check], form: Form, vocabulary: Vocabulary) -> tuple[Check, ...]:
    """The checks; those that read a sheet with such a field wait for it. Raises PackError."""
    fields = {sheet.name: _field(number, form, vocabulary) for number, sheet in enumerate(form.sheets)}
    said = {sheet: f'{term} <> "{vocabulary[term].choices[0]}"' for sheet, term in fields.items() if term}
    waits = {sheet: bind_relation(text, vocabulary) for sheet, text in said.items()}
    if not waits:
        return tuple(checks)
    return tuple(
        replace(check, waits=tuple(waits[sheet] for sheet in _sheets(check, vocabulary) if sheet in waits))
        for check in checks
    )


def _sheets(check: Check, vocabulary: Vocabulary) -> dict[str, None]:
    return dict.fromkeys(vocabulary[term].sheet for term in check.relation.terms)


def _field(number: int, form: Form, vocabulary: Vocabulary) -> str:
    term = form.sheets[number].incomplete
    known = vocabulary.get(term)
    if term and (known is None or known.path or not known.choices):
        at = ("sheets", number, "incomplete")
        raise PackError("form.toml", term, "it is no single cell of the form with choices", at)
    return term
