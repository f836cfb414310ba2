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
    for name, found in pack.stand_ins.items():
        for scope in Scope(record, pack.vocabulary).each(pack.vocabulary[name].path):
            fields = cast(dict[str, Fact], scope.innermost.fields)
            if fields[name].state is State.BLANK:
                fields[name] = _standing_in(fields[name], found, scope, pack)
    return record


def _standing_in(blank: Fact, found: tuple[Bound, ...], scope: Scope, pack: Pack) -> Fact:
    for bound in found:
        value = _value(bound, scope, pack)
        if value is not None and blank.kind.numeric is isinstance(value, Decimal):
            shown = plain(value) if isinstance(value, Decimal) else value
            return replace(blank, value=value, typed=shown, state=State.FILLED)
    return blank


def _value(bound: Bound, scope: Scope, pack: Pack) -> str | Decimal | None:
    """None where nothing is found, or the cells that it would follow from are not filled in."""
    try:
        result = Evaluation(scope, pack.names_of_codes).value(bound.expression)
    except NotEvaluable:
        return None
    return result or None if isinstance(result, str) else result.value
