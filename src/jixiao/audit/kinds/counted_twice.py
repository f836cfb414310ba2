"""The same things counted twice: 重点工作任务共9项, and 年初确定的8项重点工作任务全部办结."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from jixiao.audit.context import AuditContext
from jixiao.audit.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.finding import AuditKind
from jixiao.audit.formulas import SignedSum
from jixiao.audit.stated import Directness, StatedRelation
from jixiao.audit.variants import variants
from jixiao.model.outcome import Severity

_UNITS = ("个", "项", "家", "所", "座", "人", "户", "处")
_BEFORE = re.compile(r"(?P<name>[\u4e00-\u9fff]{4,12}?)(?:数|总数)?(?:共计|共有|共|合计|总计|为|有)*$")
_BEHIND = re.compile(r"(?P<name>[\u4e00-\u9fff]{4,12}?)(?P<all>全部|均|都|全面)")
_OTHERS = re.compile("其中|新增|完成|其他|另|剩余|尚|抽|部分|涉及|未|超|达标|优|良|合格|增加|减少")
_ROLES = (FigureRole.PLAIN, FigureRole.RESULT)


def counted_twice(context: AuditContext) -> Iterator[StatedRelation]:
    """全部 of things whose count is said once elsewhere, if both look alike but for a slip."""
    members = context.members
    named: dict[str, list[StatedFigure]] = defaultdict(list)
    alls: list[tuple[str, StatedFigure]] = []
    for sentence in context.sentences:
        for figure in sentence.figures:
            if figure.measure is not Metric.COUNT or figure.unit not in _UNITS or figure.role not in _ROLES:
                continue
            behind = _BEHIND.match(figure.passage.text, figure.end)
            if behind:
                alls.append((behind["name"], figure))
                continue
            before = (
                None if figure in members or _OTHERS.search(figure.words) else _BEFORE.search(figure.words)
            )
            if before is not None:
                named[before["name"]].append(figure)
    for name, figure in alls:
        found = [f for key, own in named.items() if key.endswith(name) for f in own if f.fits(figure)]
        values = {f.value for f in found}
        if len(values) != 1 or not figure.value:
            continue
        other = found[0]
        if other.value == figure.value or other.value in set(variants(figure)):
            yield _relation(figure, other, name)


def _relation(figure: StatedFigure, other: StatedFigure, name: str) -> StatedRelation:
    of = f"别处所写的“{name}”数"
    return StatedRelation(
        "COUNT-TWICE", AuditKind.EQUALITY, figure, (other,), SignedSum(), Directness.EQUAL,
        f"{figure.written}应等于{of}", of, Severity.WARNING,
    )  # fmt: skip
