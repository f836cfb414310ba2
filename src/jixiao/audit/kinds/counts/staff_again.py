"""People of one name counted twice: 含安全巡查员18人, and later 目前安全巡查员仅16人."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from jixiao.audit.context import AuditContext
from jixiao.audit.figures.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.kinds.counts.unlike_counts import unlike_counts
from jixiao.audit.relations.stated import StatedRelation

_NAME = re.compile(
    r"(?:目前|现有|共有|仅有|全[县市区镇乡校院局]|我[县市区镇乡校院局]|含|其中|配备|有|按|在校|年末|在岗|共|专职)*"
    r"(?P<name>[\u4e00-\u9fff]{0,6}?(?:学生|教师|医师|护士|巡查员|网格员|护林员|协管员|管护员|保洁员|辅警|干警|监督员|检查员|工作者|指导员))"
    r"(?:仅有|只有|共计|共|仅|只|有|为|数)*"
)
_DONE = re.compile(
    "培训|发放|聘用|选聘|惠及|慰问|补贴|资助|完成|新增|招|救助|抽|调查|参加|组织|受益|覆盖|减少|增加|比|较|上年|去年|计划|目标|其中.*中|毕业|贫困|困难"
)
_YEARS = re.compile(r"((?:19|20)\d\d)(?=年)")
_ROLES = (FigureRole.PLAIN, FigureRole.RESULT)
_APART = Decimal("0.2")  # of the larger
_SHORTEST = 2


def staff_again(context: AuditContext) -> Iterator[StatedRelation]:
    """Each name with two values near each other, in clauses that only say how many there are."""
    found: dict[str, list[StatedFigure]] = defaultdict(list)
    for sentence in context.sentences:
        for figure in sentence.figures:
            if figure.measure is not Metric.COUNT or figure.unit != "人" or figure.role not in _ROLES:
                continue
            clause = re.split("[，；：。、（]", figure.passage.text[sentence.start : figure.start])[-1]
            said = _NAME.fullmatch(clause)
            years = {int(year) for year in _YEARS.findall(clause)}
            if said and not _DONE.search(clause) and not years - {context.year}:
                found[said["name"]].append(figure)
    for name, figures in found.items():
        if len(name) >= _SHORTEST:
            yield from unlike_counts("COUNT-STAFF", figures, f"别处所写的“{name}”数", _APART)
