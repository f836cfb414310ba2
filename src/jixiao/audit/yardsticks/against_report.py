"""Last year's report as a yardstick: its year is last year here, what was left there is carried."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from msgspec.structs import replace

from jixiao.audit.context import AuditContext
from jixiao.audit.document.finding import AuditKind
from jixiao.audit.office_names import names_in, own_name
from jixiao.audit.yardsticks.known import KnownFigure, Moment, QuantityName, Yardstick
from jixiao.audit.yardsticks.said_quantities import said_in_table, said_quantities
from jixiao.audit.yardsticks.said_quantity import SaidQuantity

_CLOSING, _OPENING = "期末", "期初"


def yardstick_of_report(context: AuditContext, file: str) -> Yardstick:
    """What last year's report says, as this year's has to repeat it; what it says in two ways is left out."""
    said: dict[tuple[QuantityName, Moment], list[KnownFigure]] = defaultdict(list)
    for known in _known(context):
        said[known.of, known.moment].append(known)
    told = [[one for one in ones if not one.loose] or ones for ones in said.values()]
    figures = [max(ones, key=lambda one: -one.step) for ones in told if _is_one(ones)]
    own = "".join(own_name(names_in(context), context) or ())
    return Yardstick(AuditKind.LAST_YEAR, file, "上年报告", context.year, tuple(figures), owner=own)


def _known(context: AuditContext) -> Iterator[KnownFigure]:
    every = list(said_quantities(context, context.year))
    for table in context.tables:
        if table.table.scale:
            every += said_in_table(table, context.year)
    names = {one.figure: one.of for one in every}
    for one in every:
        sure = one.firm or one.whole in names
        if one.moment is not Moment.CURRENT or not (sure or not one.part):
            continue
        whole = names.get(one.whole) if one.whole is not None else None
        known = replace(_as_prior(one), group=(whole or one.of).name, loose=not sure)
        yield known
        if _CLOSING in one.of.name:
            opening = QuantityName(one.of.name.replace(_CLOSING, _OPENING), one.of.scope)
            yield replace(known, of=opening, moment=Moment.CURRENT)


def _as_prior(one: SaidQuantity) -> KnownFigure:
    figure = one.figure
    place = figure.passage.words or (f"第{figure.passage.paragraph}段" if figure.passage.paragraph else "")
    units = (figure.unit,) if figure.measure.value == "count" else ()
    whence = f"{place}“{figure.label[-20:]}”" if figure.label else place
    step = Decimal(0) if not figure.value else figure.quantity.high - figure.quantity.low
    return KnownFigure(one.of, Moment.PRIOR, figure.measure, figure.value, step, whence, units=units)


def _is_one(ones: list[KnownFigure]) -> bool:
    """Whether all say the same, each as exactly as it does."""
    first = ones[0]
    return all(one.measure is first.measure and one.quantity.meets(first.quantity) for one in ones)
