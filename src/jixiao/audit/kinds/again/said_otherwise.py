"""What a report says twice of one thing: one figure agrees with others, the other agrees with nothing."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from jixiao.audit.context import AuditContext, Judged
from jixiao.audit.figures.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.figures.sentences import Sentence
from jixiao.audit.relations.stated import StatedRelation, same_figure
from jixiao.audit.relations.telling_slips import slip_in
from jixiao.model.outcome import Outcome, Severity

# 部门决算报表的栏目 (收入支出决算总表): one for the whole unit
_NAMES = (
    ("年末结转和结余", re.compile(r"年末结转(?:和|及|、)?结余(?:资金)?$")),
    ("年初结转和结余", re.compile(r"年初结转(?:和|及|、)?结余(?:资金)?$")),
    ("本年收入合计", re.compile(r"本年收入(?:合计|总计|总额)$|^总收入$")),
    ("本年支出合计", re.compile(r"本年支出(?:合计|总计|总额)$|^总支出$")),
)
_ENDS = re.compile(r"(?:共计|共|合计数|金额|为|是|达|：)*$")
_OWN = re.compile(
    r"^(?:(?:我|本)(?:单位|部门|中心|[局馆站校院园队所办委会处])的?)?(?:部门|单位)?(?:(?:全年|本年度?)(?=总))?"
)
_YEAR = re.compile(r"^.*?(?:19|20)\d\d年度?(?:12月31日，)?")
_SCOPE = re.compile(
    "财政拨款|一般公共|基金|国有资本|项目|专户|账户|账面|非财政|下属|食堂|工会|上级|比|较|其中：|医院|学校"
)
_TABLE = re.compile("^(?!.*财政拨款).*(?:收入支出决算总表|收支决算总表)")
_ROLES = (FigureRole.PLAIN, FigureRole.RESULT)
_TELLING = 3  # digits


def said_otherwise(judged: Sequence[Judged], context: AuditContext) -> Iterator[StatedRelation]:
    """The one that nothing bears out, if a slip made it of the one in the table or of the one borne out."""
    held, broken = borne_out(judged)
    cells = _cells(context)
    for name, figures in _said(context).items():
        if cell := cells.get(name):
            for figure in figures:
                if (relation := _relation(figure, cell, f"表中“{name}”")) and figure not in held:
                    yield relation
            continue
        sure = [f for f in figures if f in held]
        others = [f for f in figures if f not in held and f not in broken]
        if len({f.value for f in sure}) == 1 and len({f.value for f in others}) == 1:
            for figure in others:
                if relation := _relation(figure, sure[0], f"别处所写的“{name}”"):
                    yield relation


def borne_out(judged: Sequence[Judged]) -> tuple[set[StatedFigure], set[StatedFigure]]:
    """The figures of relations that hold, and of those that do not."""
    held: set[StatedFigure] = set()
    broken: set[StatedFigure] = set()
    for one in judged:
        if isinstance(one, StatedRelation) and one.outcome() is not Outcome.NOT_CHECKED:
            (broken if one.outcome() is Outcome.INCONSISTENT else held).update(one.figures)
    return held, broken


def _said(context: AuditContext) -> dict[str, list[StatedFigure]]:
    """Name -> the figures of the text that bear it, of the whole unit and of the year of the report."""
    found: dict[str, list[StatedFigure]] = defaultdict(list)
    for sentence in context.sentences:
        for figure in sentence.figures:
            plain = figure.measure is Metric.MONEY and figure.role in _ROLES and figure.value
            if plain and figure.year in (0, context.year) and (name := _name(figure, sentence)):
                found[name].append(figure)
    return found


def _name(figure: StatedFigure, sentence: Sentence) -> str:
    label = _OWN.sub("", _ENDS.sub("", _YEAR.sub("", figure.words)))
    name = next((name for name, pattern in _NAMES if pattern.search(label)), "")
    opening = re.split(r"[，。\d]", sentence.passage.text, maxsplit=1)[0]
    own = sentence.passage.text[sentence.start : figure.start]
    return "" if name and (_SCOPE.search(opening) or _SCOPE.search(own)) else name


def _cells(context: AuditContext) -> dict[str, StatedFigure]:
    """Those of the table of all income and expenditure; of several values none."""
    found: dict[str, list[StatedFigure]] = defaultdict(list)
    for table in context.tables:
        if _TABLE.search(table.title) and table.table.scale:
            for entry in table.entries:
                for name, pattern in _NAMES:
                    if entry.figures and pattern.search(entry.name):
                        found[name].append(next(iter(entry.figures.values())))
    return {name: own[0] for name, own in found.items() if len({cell.value for cell in own}) == 1}


def _relation(figure: StatedFigure, other: StatedFigure, of: str) -> StatedRelation | None:
    """If both agree, or a slip of the fingers explains why not."""
    relation = same_figure("SAID-TWICE", figure, other, of, Severity.WARNING)
    if relation.outcome() is not Outcome.INCONSISTENT:
        return relation
    digits = figure.significant_digits
    return relation if digits >= _TELLING and slip_in(figure, relation) else None
