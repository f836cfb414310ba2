"""The same digits in another unit: 5923.19亿元 or 2.15元 where the report has 5923.19万元 and 2.15万元."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from decimal import Decimal

from jixiao.audit.context import AuditContext
from jixiao.audit.figures.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.relations.stated import StatedRelation, same_figure
from jixiao.model.outcome import Severity

_TELLING = 4  # digits that do not come twice by chance
_FEW = 3  # digits that do not come twice under one name
_SHORTEST = 3  # letters of such a name
_APART = 10**4
_UNITS = ("亿元", "万元", "元")
_ROLES = (FigureRole.SHARE, FigureRole.RATE, FigureRole.DONE)
_DRESS = re.compile(r"^.*?(?:19|20)\d\d年度?|^[^，]*，|“|”|其中：?|（[^）]*）")
_TAIL = re.compile(r"(?:支出|列支|决算|预算|执行|数|金额|总额|合计|共|安排|为|：)+$")


def mistaken_units(context: AuditContext) -> Iterator[StatedRelation]:
    """Each amount whose digits stand elsewhere with the usual unit, in one whose unit is rare."""
    figures = [
        figure
        for sentence in context.sentences
        for figure in sentence.figures
        if figure.measure is Metric.MONEY and figure.unit in _UNITS and figure.role not in _ROLES
    ]
    units = Counter(figure.unit for figure in figures)
    usual = units.most_common(1)[0][0] if units else ""
    told: set[StatedFigure] = set()
    for relation in (*_alike(figures, usual), *_beside_tables(figures, usual, context)):
        if relation.target not in told:
            told.add(relation.target)
            yield relation


def _alike(figures: list[StatedFigure], usual: str) -> Iterator[StatedRelation]:
    """Many digits, or some under one name."""
    alike: dict[tuple[str, ...], list[StatedFigure]] = defaultdict(list)
    for figure in figures:
        alike[(_digits(figure),)].append(figure)
        if len(name := _name(figure.label)) >= _SHORTEST:
            alike[_digits(figure), name].append(figure)
    for key, own in alike.items():
        others = [f for f in own if f.unit != usual]
        if _significant(key[0]) >= (_FEW if len(key) > 1 else _TELLING) and len(others) == 1 < len(own):
            yield _same(others[0], next(f for f in own if f.unit == usual), "别处同样的数")


def _beside_tables(
    figures: list[StatedFigure], usual: str, context: AuditContext
) -> Iterator[StatedRelation]:
    """采购预算1268000万元 where the table has 1,268,000 in 元, and no cell is as large."""
    cells: dict[Decimal, tuple[str, StatedFigure]] = {}
    for table in context.tables if figures else ():
        for entry in table.entries if table.table.scale else ():
            for cell in entry.figures.values():
                if cell.measure is Metric.MONEY and cell.value:
                    cells.setdefault(cell.value, (entry.name, cell))
    for figure in figures:
        if (meant := _cell_of(figure, usual, cells)) is not None:
            yield _same(figure, meant, f"表中同样的数（{meant.written}）")


def _cell_of(
    figure: StatedFigure, usual: str, cells: dict[Decimal, tuple[str, StatedFigure]]
) -> StatedFigure | None:
    """The cell whose amount was meant; more than all cells, or one of a row of the same name."""
    digits = _digits(figure)
    if figure.unit == "万元" and len(digits) > _TELLING and figure.value > max(cells, default=Decimal(0)):
        return found[1] if (found := cells.get(figure.value / _APART)) else None
    if figure.unit == "亿元" and usual == "万元" and len(digits) > _TELLING + 1:
        meant = round(figure.value / 10**6)  # 5923.19亿元, 59,231,905元
        return next((cell for value, (_, cell) in cells.items() if round(value / 100) == meant), None)
    if figure.unit == "元" and usual == "万元" and _significant(digits) >= _FEW:
        found, own = cells.get(figure.value * _APART), _name(figure.label)
        return found[1] if found and len(own) >= _SHORTEST and own == _name(found[0]) else None
    return None


def _same(figure: StatedFigure, other: StatedFigure, of: str) -> StatedRelation:
    return same_figure("UNIT-ODD", figure, other, of, Severity.WARNING)


def _name(label: str) -> str:
    return _TAIL.sub("", _DRESS.sub("", label))


def _digits(figure: StatedFigure) -> str:
    return figure.written.removesuffix(figure.unit).replace(",", "").replace("，", "")


def _significant(digits: str) -> int:
    """1200 has two: round figures come twice by chance."""
    return len(digits.replace(".", "").strip("0"))
