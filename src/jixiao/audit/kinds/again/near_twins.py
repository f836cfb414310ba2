"""What is one amount by its name or by the tables, but for a slip: 机关运行经费 and 公用经费."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from jixiao.audit.context import AuditContext, Judged
from jixiao.audit.figures.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.kinds.again.said_otherwise import borne_out
from jixiao.audit.relations.mistyping import mistyped
from jixiao.audit.relations.stated import StatedRelation, same_figure
from jixiao.audit.relations.variants import variants
from jixiao.checks.diagnosis.slips import SlipKind
from jixiao.model.outcome import Severity

# 部门决算公开说明的各节: the same amount under two names
_ENDS = "(?:支出|决算)*$"
_FUNDS = "(?:财政拨款|一般公共预算)*"
_TWINS = (
    (re.compile(f"机关运行经费{_ENDS}"), re.compile(f"(?:日常)?公用经费{_ENDS}")),
    (
        re.compile(f"公务用车运行维护费{_ENDS}"),
        re.compile(f"公务用车购置(?:费)?(?:及|和)运行(?:维护)?费{_ENDS}"),
    ),
    (
        re.compile("(?:涉及|覆盖)(?:财政|预算|项目)*(?:资金|支出|金额)$|^资金$"),
        re.compile(f"^{_FUNDS}项目支出(?:决算)?$"),
    ),
)
_DRESS = re.compile(
    r"^其中|(?:19|20)\d\d年度?|^(?:本年度?|全年|我[局委办院校馆所站中心单位部门]*|本(?:单位|部门))|(?:决算|金额|共计|共)?(?:数|为|是|：)*$"
)
_ROLES = (FigureRole.PLAIN, FigureRole.RESULT)
_SHORTEST = 3  # letters of a name
_SWAPPED, _CHANGED = 4, 5  # digits of figures that do not differ by such a slip by chance
_TWICE = 2


def near_twins(judged: Sequence[Judged], context: AuditContext) -> Iterator[StatedRelation]:
    """Each that nothing bears out and that is said once, beside another that is borne out or said again."""
    held, broken = borne_out(judged)
    said = Counter(_all_values(context))
    named = _named(context)
    for name, figures in named.items():
        others = [f for twin in _twins_of(name, named) for f in named[twin]]
        for figure in figures:
            if said[figure.value] > 1 or figure in held or figure in broken:
                continue
            near = {f.value: f for f in (*figures, *others) if _is_slip(figure, f)}
            sure = [f for f in near.values() if f in held or said[f.value] >= _TWICE]
            if len(near) == len(sure) == 1:
                yield _relation(figure, sure[0])


def _all_values(context: AuditContext) -> Iterator[object]:
    """Every amount of the report, in its text and its tables."""
    for own in context.figures.values():
        yield from (f.value for f in own if f.measure is Metric.MONEY)
    for table in context.tables:
        yield from (f.value for entry in table.entries for f in entry.figures.values())


def _named(context: AuditContext) -> dict[str, list[StatedFigure]]:
    """Name -> the amounts of this year that bear it."""
    found: dict[str, list[StatedFigure]] = defaultdict(list)
    for own in context.figures.values():
        for figure in own:
            name = _DRESS.sub("", figure.label)
            usable = figure.measure is Metric.MONEY and figure.role in _ROLES and figure.value > 0
            if usable and figure.year in (0, context.year) and len(name) >= _TWICE:
                found[name].append(figure)
    return found


def _twins_of(name: str, named: dict[str, list[StatedFigure]]) -> Iterator[str]:
    for one, other in _TWINS:
        for first, second in ((one, other), (other, one)):
            if first.search(name):
                yield from (twin for twin in named if twin != name and second.search(twin))


def _is_slip(one: StatedFigure, other: StatedFigure) -> bool:
    """Whether one is the other with two digits exchanged, or one changed, and both are long enough."""
    if other.value == one.value or one.scale != other.scale or other.value not in set(variants(one)):
        return False
    slip, digits = mistyped(one, other.value), min(one.written_digits, other.written_digits)
    if slip is None or one.written_digits != other.written_digits:
        return False
    return digits >= (_SWAPPED if slip.kind is SlipKind.SWAPPED else _CHANGED)


def _relation(figure: StatedFigure, other: StatedFigure) -> StatedRelation:
    of = f"“{other.label[-20:]}”"
    return same_figure("SAID-TWICE", figure, other, of, Severity.WARNING)
