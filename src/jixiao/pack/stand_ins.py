"""What entry cells say while nobody has typed into them, such as the name of the code beside them."""

from __future__ import annotations

from typing import cast

from msgspec.structs import replace

from jixiao.model.fact import Fact, Record, State
from jixiao.pack.pack import Pack
from jixiao.relation.binding import Bound
from jixiao.relation.evaluation import Evaluation, NotEvaluable
from jixiao.relation.scope import Scope


def with_stand_ins(record: Record, pack: Pack) -> Record:
    """The whole workbook, in which such a cell says the first text that is found; none found, it is blank."""
    for name, found in pack.stand_ins.items():
        for scope in Scope(record, pack.vocabulary).each(pack.vocabulary[name].path):
            fields = cast(dict[str, Fact], scope.innermost.fields)
            if fields[name].state is State.BLANK:
                fields[name] = _standing_in(fields[name], found, scope, pack)
    return record


def _standing_in(blank: Fact, found: tuple[Bound, ...], scope: Scope, pack: Pack) -> Fact:
    for bound in found:
        text = _text(bound, scope, pack)
        if text:
            return replace(blank, value=text, typed=text, state=State.FILLED)
    return blank


def _text(bound: Bound, scope: Scope, pack: Pack) -> str:
    try:
        result = Evaluation(scope, pack.names_of_codes).value(bound.expression)
    except NotEvaluable:
        return ""
    return result if isinstance(result, str) else ""
