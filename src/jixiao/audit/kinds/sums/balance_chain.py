"""The balance of a year over a whole report: carried in + income - expenditure = carried out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.audit.context import AuditContext
from jixiao.audit.document.finding import AuditKind
from jixiao.audit.figures.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.relations.formulas import SignedSum
from jixiao.audit.relations.stated import Directness, StatedRelation
from jixiao.audit.relations.telling_slips import is_like_a_slip, slip_in
from jixiao.model.outcome import Outcome, Severity

_ENDS = r"(?:数|资金|总额|金额|为|是|共|：)*$"
_CARRIED = r"(?:结转(?:和|及|、)?结余|结转|结余)"
_TERMS = (  # 部门决算平衡关系; the sign of each, the closing balance first
    (0, re.compile(rf"(?:年末{_CARRIED}|结转下年){_ENDS}")),
    (1, re.compile(rf"(?:年初|上年|上年末){_CARRIED}{_ENDS}")),
    (1, re.compile(rf"(?:本年收入|本年收入合计|本年收入总计|收入合计|收入总额|收入决算总额){_ENDS}")),
    (-1, re.compile(rf"(?:本年支出|本年支出合计|本年支出总计|支出合计|支出总额|支出决算总额){_ENDS}")),
)
_OTHERS = re.compile(rf"(?:使用非财政拨款结余|使用专用结余|结余分配|上缴财政|收回|核销)[^，。；]*{_ENDS}")
_TYPED = re.compile(  # rows of a table as paragraphs: 使用非财政拨款结余 28 0.00 结余分配 58 40.00
    r"(?:使用非财政拨款结余|使用专用结余|结余分配)(?P<figure>\d[\d,]*\.\d\d)"
)
_NOUGHT = re.compile(r"\d{0,2}0\.00")
_OF_A_PART = re.compile("采购|财政拨款|基金|一般公共|项目")  # 政府采购支出总额
_ROLES = (FigureRole.PLAIN, FigureRole.RESULT, FigureRole.PRIOR)


def has_other_uses(context: AuditContext) -> bool:
    """Whether anything but income and expenditure has changed the balance: 结余分配, 使用专用结余."""
    typed = (m for p in context.text.prose if "结余" in p.text for m in _TYPED.finditer(p.text))
    cells = (entry for table in context.tables for entry in table.entries if _OTHERS.search(entry.name))
    said = (f for own in context.figures.values() for f in own if f.measure is Metric.MONEY)
    if any(not _NOUGHT.fullmatch(match["figure"]) for match in typed):
        return True
    return any(f.value for entry in cells for f in entry.figures.values()) or any(
        f.value and _OTHERS.search(f.words) for f in said
    )


def balance_chain(context: AuditContext) -> Iterator[StatedRelation]:
    """One relation, if each of the four is said with one value only, however far apart."""
    figures = [
        figure
        for sentence in context.sentences
        for figure in sentence.figures
        if figure.measure is Metric.MONEY
    ]
    if context.budget or has_other_uses(context):
        return
    found: list[StatedFigure] = []
    for _, pattern in _TERMS:
        named = [
            f
            for f in figures
            if f.role in _ROLES and _is_of_year(f, context) and pattern.search(f.words)
            if not _OF_A_PART.search(f.words)
        ]
        if not named or len({figure.value for figure in named}) != 1:
            return
        found.append(named[0])
    relation = StatedRelation(
        "BALANCE-CHAIN",
        AuditKind.BALANCE,
        found[0],
        tuple(found[1:]),
        SignedSum((1, 1, -1)),
        Directness.ITEMS,
        "年初结转结余＋本年收入－本年支出",
    )
    if relation.outcome() is not Outcome.INCONSISTENT:
        yield relation
    elif is_like_a_slip(relation, over=True) or _is_one_balance(relation):
        relation.severity = Severity.WARNING
        yield relation


def _is_one_balance(relation: StatedRelation) -> bool:
    """Whether one of the balances alone was mistyped, or is nought."""
    closing, opening = relation.target, relation.operands[0]
    return any(slip_in(one, relation) or relation.needed(one) == 0 for one in (closing, opening))


def _is_of_year(figure: StatedFigure, context: AuditContext) -> bool:
    return figure.year in (0, context.year) or "年初" in figure.words or "上年" in figure.words
