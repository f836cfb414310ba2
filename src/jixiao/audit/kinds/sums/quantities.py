"""Well-known quantities of a report, wherever they are said: each has one value, and some add up."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from decimal import Decimal

from jixiao.audit.context import AuditContext
from jixiao.audit.figures.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.kinds.tables.three_public import three_public_cells
from jixiao.audit.relations.stated import StatedRelation, same_figure
from jixiao.audit.relations.variants import variants
from jixiao.audit.wording.named_terms import KnownQuantity
from jixiao.model.outcome import Outcome, Severity

_ROLES = (FigureRole.PLAIN, FigureRole.RESULT)


def quantities(context: AuditContext) -> Iterator[StatedRelation]:
    """What is said of a quantity otherwise than in the tables, or than everywhere else in the text."""
    yield from _balanced(context)
    yield from _repeated(context)
    said = _said(context)
    cells = three_public_cells(context) | _cells(context)
    for name, figures in said.items():
        if name in cells:
            for figure in figures:
                yield same_figure("QUANTITY-TABLE", figure, cells[name], f"表中“{name}”")
        else:
            yield from _majority(name, figures)


def _repeated(context: AuditContext) -> Iterator[StatedRelation]:
    """涉及预算金额 three times in one sentence: one that looks like a mistyped one of the others."""
    for sentence in context.sentences:
        labels = Counter(f.label for f in sentence.figures if f.measure is Metric.MONEY and len(f.label) > 3)
        for label, times in labels.items():
            figures = [f for f in sentence.figures if f.label == label]
            values = Counter(figure.value for figure in figures)
            if times < 3 or len(figures) != times or sorted(values.values()) != [1, times - 1]:
                continue
            usual = values.most_common(1)[0][0]
            odd = next(figure for figure in figures if figure.value != usual)
            if usual in variants(odd):
                first = next(figure for figure in figures if figure.value == usual)
                of = f"同一句里另外{times - 1}处的“{label}”"
                yield same_figure("QUANTITY-REPEATED", odd, first, of, Severity.WARNING)


_TOTALS = r"(?:预算|总计)(?:为|总额|数|安排)*$"


def _balanced(context: AuditContext) -> Iterator[StatedRelation]:
    """收入预算 and 支出预算, 收入总计 and 支出总计 of one sentence: both sides are balanced."""
    for sentence in context.sentences:
        sides = [
            [f for f in sentence.figures if f.role in _ROLES and re.search(rf"{side}{_TOTALS}", f.words)]
            for side in ("收入", "支出")
        ]
        if all(len(side) == 1 for side in sides) and "其中" not in sentence.text:
            (income,), (spent,) = sides
            relation = same_figure("TOTALS-BALANCE", spent, income, "收入一边的数", Severity.WARNING)
            if relation.outcome() is not Outcome.INCONSISTENT or income.value in variants(spent):
                yield relation


def _said(context: AuditContext) -> dict[str, list[StatedFigure]]:
    """Name -> the figures of the text that bear it."""
    found: dict[str, list[StatedFigure]] = defaultdict(list)
    for sentence in context.sentences:
        for figure in sentence.figures:
            if figure.measure is not Metric.MONEY or (figure.year and figure.year != context.year):
                continue
            for quantity in context.words.quantity:
                if _bears(figure, quantity, context):
                    found[quantity.name].append(figure)
                    break
    return found


def _bears(figure: StatedFigure, quantity: KnownQuantity, context: AuditContext) -> bool:
    roles = (FigureRole.BASE,) if quantity.budget else _ROLES
    if figure.role not in roles or (quantity.accounts_only and context.budget):
        return False
    if quantity.before_figure.search(figure.words) is None:
        return False
    clause = figure.passage.text[max(figure.start - 60, 0) : figure.start]
    return not (quantity.never and re.search(quantity.never, clause))


def _cells(context: AuditContext) -> dict[str, StatedFigure]:
    """Quantity -> its cell, of tables whose title and row are named for it; of several values none."""
    found: dict[str, StatedFigure] = {}
    for quantity in context.words.quantity:
        if not quantity.table:
            continue
        cells = [
            next(iter(entry.figures.values()))
            for table in context.tables
            if re.search(quantity.table, table.title) and table.table.scale
            for entry in table.entries
            if entry.figures and re.fullmatch(quantity.row, entry.name)
        ]
        if cells and len({cell.value for cell in cells}) == 1:
            found[quantity.name] = cells[0]
    return found


def _majority(name: str, figures: list[StatedFigure]) -> Iterator[StatedRelation]:
    """Of three or more the one that differs from all others; two that differ are said to nobody."""
    counts = Counter[Decimal](figure.value for figure in figures)
    value, times = counts.most_common(1)[0] if counts else (Decimal(0), 0)
    if times < 2:
        return
    first = next(figure for figure in figures if figure.value == value)
    for figure in figures:
        if figure is first:
            continue
        relation = same_figure("QUANTITY-TWICE", figure, first, f"别处所写的“{name}”")
        if relation.outcome() is not Outcome.INCONSISTENT or len(counts) == 2:
            yield relation
