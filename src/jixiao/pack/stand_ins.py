"""What entry cells say while nobody has typed into them, such as the name of the code beside them."""

from __future__ import annotations

from decimal import Decimal
from typing import cast

from msgspec.structs import replace

from jixiao.model.fact import Fact, Record, State
from jixiao.model.figures import plain
from jixiao.pack.pack import Pack
from jixiao.relation.binding import Bound
from jixiao.relation.evaluation import Evaluation, NotEvaluable
from jixiao.relation.scope import Scope


def with_stand_ins(record: Record, pack: Pack) -> Record:
    """The whole workbook, in which such a cell says what is found first; nothing found, it is blank."""
    for name in pack.stand_ins:
        for scope in Scope(record, pack.vocabulary).each(pack.vocabulary[name].path):
            fields = cast(dict[str, Fact], scope.innermost.fields)
            if fields[name].state is State.BLANK:
                fields[name] = _standing_in(fields[name], scope, pack)
    return record


def _standing_in(blank: Fact, scope: Scope, pack: Pack) -> Fact:
    value = stands_in(blank, scope, pack)
    if value is None:
        return blank
    shown = plain(value) if isinstance(value, Decimal) else value
    return replace(blank, value=value, typed=shown, state=State.FILLED)


def stands_in(fact: Fact, scope: Scope, pack: Pack) -> str | Decimal | None:
    """What its cell says while nobody has typed there; None if nothing is found, or it is no such cell."""
    found = (_value(bound, scope, pack) for bound in pack.stand_ins.get(fact.term, ()))
    fitting = (v for v in found if v is not None and fact.kind.numeric is isinstance(v, Decimal))
    return next(fitting, None)


def _value(bound: Bound, scope: Scope, pack: Pack) -> str | Decimal | None:
    """None where nothing is found, or the cells that it would follow from are not filled in."""
    try:
        result = Evaluation(scope, pack.names_of_codes).value(bound.expression)
    except NotEvaluable:
        return None
    return result or None if isinstance(result, str) else result.value
