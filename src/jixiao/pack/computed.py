"""The computed cells of the form, evaluated by the same relation that the workbook shows as a formula."""

from __future__ import annotations

from collections.abc import Set
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import cast

import msgspec
from msgspec.structs import replace

from jixiao.model.fact import Fact, Kind, Record, State, Value
from jixiao.model.figures import CENT, round_half_up
from jixiao.model.filling import Entry, Filling
from jixiao.model.term import Group, Term
from jixiao.pack.declarations import with_declined
from jixiao.pack.pack import Pack
from jixiao.pack.stand_ins import with_stand_ins
from jixiao.relation.binding import Bound
from jixiao.relation.evaluation import Evaluation, NotEvaluable
from jixiao.relation.reads import reads
from jixiao.relation.scope import Scope


def with_computed(record: Record, pack: Pack) -> Record:
    """Fill the computed cells of a whole workbook in, in the order of the form.

    A cell that cannot be computed (a blank input, a zero divisor) stays blank; what is computed from a figure
    that is declared not to exist does not exist either. The cached values in the file are not trusted.
    """
    inputs = _single_inputs(pack)
    for name, bound in pack.formulas.items():
        for scope in Scope(record, pack.vocabulary).each(pack.vocabulary[name].path):
            target = scope.innermost
            fields = cast(dict[str, Fact], target.fields)
            fields[name] = _computed(
                fields[name], bound, inputs[name], Evaluation(scope, pack.names_of_codes)
            )
    return record


def _computed(blank: Fact, bound: Bound, single: Set[str], run: Evaluation) -> Fact:
    try:
        result = run.value(bound.expression)
    except NotEvaluable:
        return blank
    if isinstance(result, str):  # of texts that are joined, one that is there is enough
        return replace(blank, value=result, state=State.FILLED) if result else blank
    state = _state(single, run)
    if state is not State.FILLED:
        return replace(blank, state=state)
    quantum = result.high - result.low if blank.kind is Kind.AMOUNT else Decimal(0)
    return replace(blank, value=result.value, quantum=quantum, state=State.FILLED)


@lru_cache(maxsize=4)
def _single_inputs(pack: Pack) -> dict[str, Set[str]]:
    """Of each computed cell the terms that go in as single cells, not as columns."""
    return {
        name: {
            part.term for part in reads(bound.expression, pack.vocabulary) if not part.whole and not part.keys
        }
        for name, bound in pack.formulas.items()
    }


def _state(single: Set[str], run: Evaluation) -> State:
    """Filled if every single cell that goes in is; a whole column counts only where there is no such cell."""
    facts = [fact for fact in run.facts if fact.term in single]
    states = {fact.state for fact in facts or run.facts}
    if not facts and State.FILLED in states:
        return State.FILLED
    return next(
        (state for state in (State.BLANK, State.ABSENT, State.DECLINED) if state in states), State.FILLED
    )


def record_of(filling: Filling, pack: Pack) -> Record:
    """The record that reading a workbook with this filling would give, without places."""
    single = [term.name for term in pack.vocabulary.values() if not term.path]
    return completed(_record(filling, tuple(single), (), pack, _steps(filling, pack)), pack)


def completed(record: Record, pack: Pack) -> Record:
    """The whole workbook as typed, with what follows: stand-ins, declared zeros, computed cells."""
    declined = with_declined(with_stand_ins(record, pack), pack.declarations, pack.vocabulary)
    return with_computed(declined, pack)


def filled_record(filling: Filling, pack: Pack) -> Record:
    """What reading the workbook of a filling would give, made without a file; no fact has a place."""
    return completed(_record(filling, pack.single_terms, (), pack, _steps(filling, pack)), pack)


def summed_units(said: str) -> int:
    """Of how many units' rounded amounts a workbook says that it is the sum; 0: of none."""
    return int(said) if said.isdecimal() else 0


class _Steps(msgspec.Struct, frozen=True):
    """How many 元 the unit of amounts is, and of how many rounded amounts each is the sum."""

    factor: Decimal
    summed: int

    def quantum(self, typed: Decimal) -> Decimal:
        """0.01 of the unit, or 0.01 元 where more digits were given; of a sum, those of its parts."""
        if self.summed:
            return CENT * self.factor * self.summed
        return CENT if typed != round_half_up(typed) else CENT * self.factor


def _steps(filling: Filling, pack: Pack) -> _Steps:
    units = pack.form.units
    unit = _unit(str(filling.entries.get(units.term, "")), pack)
    said = filling.entries.get(units.summed, "") if units.summed else ""
    return _Steps(units.factors[unit], summed_units(str(said)))


def unit_of(record: Record, pack: Pack) -> str:
    """The unit that is chosen in the workbook; the pack's own while nobody has chosen."""
    return _unit(record.fields[pack.form.units.term].text, pack)


def _unit(chosen: str, pack: Pack) -> str:
    return chosen if chosen in pack.form.units.factors else pack.default_unit


def _record(
    filling: Filling, terms: tuple[str, ...], path: tuple[str, ...], pack: Pack, steps: _Steps
) -> Record:
    fields = {term: _fact(term, filling.entries.get(term), pack, steps) for term in terms}
    inner: list[Group] = [group for group in pack.groups.values() if group.path[:-1] == path]
    groups = {
        group.name: tuple(
            _record(record, group.terms, group.path, pack, steps)
            for record in filling.groups.get(group.name, ())
        )
        for group in inner
    }
    return Record(fields, groups)


def _fact(name: str, entry: Entry | None, pack: Pack, steps: _Steps) -> Fact:
    term = pack.vocabulary[name]
    if entry is None or entry == "":
        return Fact(name, term.label, term.kind, None, state=State.BLANK)
    value: Value = entry
    if term.kind.numeric and isinstance(entry, str):
        try:
            value = Decimal(entry)
        except InvalidOperation:
            return Fact(name, term.label, term.kind, None, state=State.TEXT, typed=entry)
    if term.kind is Kind.AMOUNT and isinstance(value, Decimal):
        return _amount(term, value, steps)
    return Fact(name, term.label, term.kind, None, value)


def _amount(term: Term, typed: Decimal, steps: _Steps) -> Fact:
    """In 元, with the precision typed."""
    value = round_half_up(typed * steps.factor)
    quantum = steps.quantum(typed) if typed else Decimal(0)
    return Fact(term.name, term.label, term.kind, None, value, quantum)
