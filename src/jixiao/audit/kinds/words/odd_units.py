"""The same digits with another unit: 5923.19亿元 where the report says 5923.19万元 elsewhere."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from jixiao.audit.context import AuditContext
from jixiao.audit.document.finding import AuditKind
from jixiao.audit.figures.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.wording_fault import WordingFault

_TELLING = 4  # digits that do not come twice by chance
_UNITS = ("亿元", "万元", "元")
_ROLES = (FigureRole.SHARE, FigureRole.RATE, FigureRole.DONE)


def odd_units(context: AuditContext) -> Iterator[WordingFault]:
    """Each amount whose digits stand elsewhere with the usual unit, in one whose unit is rare."""
    alike: dict[str, list[StatedFigure]] = defaultdict(list)
    units: Counter[str] = Counter()
    for sentence in context.sentences:
        for figure in sentence.figures:
            if figure.measure is Metric.MONEY and figure.unit in _UNITS and figure.role not in _ROLES:
                alike[_digits(figure)].append(figure)
                units[figure.unit] += 1
    told: set[StatedFigure] = set()
    usual = units.most_common(1)[0][0] if units else ""
    for digits, figures in alike.items():
        others = [f for f in figures if f.unit != usual]
        if len(digits.replace(".", "")) < _TELLING or len(others) != 1 or len(figures) < 2:
            continue
        told.add(others[0])
        yield _fault(others[0], digits + usual)
    yield from (fault for figure, fault in _beside_tables(context, usual) if figure not in told)


def _beside_tables(context: AuditContext, usual: str) -> Iterator[tuple[StatedFigure, WordingFault]]:
    """5923.19亿元 where the tables have 59,231,905元."""
    cells = {f.value for table in context.tables for e in table.entries for f in e.figures.values()}
    rounded = {round(value / 100) for value in cells if value}
    for sentence in context.sentences if usual == "万元" else ():
        for figure in sentence.figures:
            if figure.measure is Metric.MONEY and figure.unit == "亿元" and figure.role not in _ROLES:
                meant = round(figure.value / 10**6)
                if len(_digits(figure).replace(".", "")) >= _TELLING + 1 and meant in rounded:
                    yield figure, _fault(figure, _digits(figure) + usual)


def _digits(figure: StatedFigure) -> str:
    return figure.written.removesuffix(figure.unit).replace(",", "").replace("，", "")


def _fault(figure: StatedFigure, right: str) -> WordingFault:
    return WordingFault(
        "UNIT-ODD",
        AuditKind.EQUALITY,
        figure.passage,
        (figure.start, figure.end),
        right,
        f"这里写的是{figure.written}，别处同样的数写的是{right}，像是单位写错了。",
        "请核对金额单位。",
        stated=figure.written,
        quoted=(max(figure.label_start, 0), figure.end),
    )
