"""Said again with two digits exchanged: 火化遗体1286具 borne out by its parts here, 1268具 there."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from jixiao.audit.context import AuditContext, Judged
from jixiao.audit.figures.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.figures.label_names import cleaned
from jixiao.audit.figures.sentences import Sentence
from jixiao.audit.kinds.again.said_otherwise import borne_out
from jixiao.audit.relations.stated import StatedRelation, same_figure
from jixiao.checks.diagnosis.slips import SlipKind, typing_slip
from jixiao.model.outcome import Severity

_NEVER = (FigureRole.CHANGE, FigureRole.RATE, FigureRole.SHARE, FigureRole.PRIOR)
_DRESS = re.compile(
    r"^.*?(?:19|20)\d\d年(?:度|[初末底])?|^(?:我|本)(?:单位|部门|中心|[局馆站校院园队所办委会处])的?"
    r"|^(?:全年|全部|本年度?|年度|当年|年末|年底)|^(?:共|共有|累计|实际|完成|开展|其中)+|^(?:群众|社会公众|服务对象|综合)(?=满意)"
)
_OTHERS = re.compile("上年|去年|上一年|同期|目标|计划|任务|应|不低于|不少于|以上|以内|比|较|由|从|人均|平均")
_SHORTEST = 3  # letters of a name
_TELLING = 3  # digits


def swapped_again(judged: Sequence[Judged], context: AuditContext) -> Iterator[StatedRelation]:
    """The one that nothing bears out, where its name has two values that differ by two digits exchanged."""
    held, broken = borne_out(judged)
    named: dict[tuple[str, Metric, str, FigureRole], list[StatedFigure]] = defaultdict(list)
    for sentence in context.sentences:
        for figure in sentence.figures:
            if name := _name(figure, sentence, context):
                named[name, figure.measure, figure.unit, figure.role].append(figure)
    for (name, *_), figures in named.items():
        sure = [f for f in figures if f in held]
        others = [f for f in figures if f not in held]
        if len({f.value for f in sure}) != 1 or len(others) != 1 or others[0] in broken:
            continue
        if _is_swapped(others[0], sure[0]):
            of = f"别处所写的“{name}”"
            yield same_figure("SAID-TWICE", others[0], sure[0], of, Severity.WARNING)


def _name(figure: StatedFigure, sentence: Sentence, context: AuditContext) -> str:
    """What it is called without what stands around its name; "" if it may be a goal or of another year."""
    if figure.role in _NEVER or figure.year not in (0, context.year) or not figure.value:
        return ""
    text = sentence.passage.text
    start = max(text.rfind(sign, 0, figure.start) for sign in "，。；：、（") + 1
    if _OTHERS.search(text[start : figure.start] + text[figure.end : figure.end + 4]):
        return ""
    name = text[start : figure.start]
    while (bare := _DRESS.sub("", name, count=1)) != name and len(bare) >= _SHORTEST:
        name = bare
    name = re.sub("(?:部门|单位)(?=预算)", "", cleaned(name))
    return name if len(name) >= _SHORTEST else ""


def _is_swapped(one: StatedFigure, other: StatedFigure) -> bool:
    step = one.step / one.scale if one.step else type(one.value)(1)
    digits = one.significant_digits
    slip = typing_slip(other.value / one.scale, one.value / one.scale, step, step)
    return digits >= _TELLING and slip is not None and slip.kind is SlipKind.SWAPPED
