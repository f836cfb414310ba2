"""Points: full marks less deductions, rates of points."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise, takewhile

from jixiao.audit.context import AuditContext, Judged
from jixiao.audit.document.finding import AuditKind
from jixiao.audit.figures.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.figures.sentences import Sentence
from jixiao.audit.relations.formulas import ShareOf, SignedSum
from jixiao.audit.relations.stated import Directness, StatedRelation
from jixiao.audit.relations.variants import variants

_LOST = re.compile(r"(?:扣|扣除|扣减|扣分|失分)(?:了|为|共)?$")
_LOST_ALONE = re.compile(r"[^，。；、\d]{0,20}(?:扣|扣除|扣减|扣分|失分)(?:了|为|共)?")
_GOT_ALONE = re.compile(r"(?:故|因此|最终|实际|实|自评|评价|本项|该项|指标)*(?:得|得分|评分)(?:为|是|：)?")
_MOST = 60  # letters from full marks to what was got
_FULL = Decimal(100)
_WHOLE = re.compile(r"(?:自评|综合|评价)[^，。；]{0,8}(?:得分|总分|评分)(?:为|是|：)*$")


def scores(context: AuditContext) -> Iterator[Judged]:
    """What is said about points in one clause after the other."""
    for sentence in context.sentences:
        points = [figure for figure in sentence.figures if figure.measure is Metric.SCORE]
        if points:
            yield from _deductions(points, sentence)
            yield from _total_lost(points, context)


def _total_lost(points: list[StatedFigure], context: AuditContext) -> Iterator[StatedRelation]:
    """满分100分，共扣4分: what is left is the score of the report, if it says one."""
    for full, lost in pairwise(points):
        if (
            full.role is FigureRole.BASE
            and (full.value == _FULL or _FULL in set(variants(full)))
            and re.search("共扣(?:了|除|减)?$", lost.words)
        ):
            scores = [
                f
                for one in context.sentences
                for f in one.figures
                if f.measure is Metric.SCORE and f.role is FigureRole.PLAIN and _WHOLE.search(f.words)
            ]
            if len({figure.value for figure in scores}) == 1:
                of = f"{full.written}－{scores[0].written}"
                yield _relation("SCORE-LOST", lost, (full, scores[0]), of)


def _deductions(points: list[StatedFigure], sentence: Sentence) -> Iterator[StatedRelation]:
    """满分25分，得21.6分，扣3.4分，得分率86.40%."""
    for full, got in pairwise(points):
        if full.role is not FigureRole.BASE or got.role is FigureRole.BASE:
            continue
        if not _is_got(got):
            yield from _lost_first(full, got, points, sentence)
            continue
        behind = [f for f in sentence.figures if f.start > got.start]
        clause = sentence.passage.text[got.end : behind[1].end if len(behind) > 1 else sentence.end]
        if "；" in clause[: clause.find("。") if "。" in clause else None]:
            behind = [f for f in behind if "；" not in sentence.passage.text[got.end : f.start]]
        told = False  # 扣2.5分，其中A扣1.5分: the first one is of all of it
        for figure in behind[:2]:
            if figure.measure is Metric.SCORE and _LOST.search(figure.words):
                if told or "其中" in figure.words:
                    break
                told = True
                yield _relation("SCORE-LOST", figure, (full, got), f"{full.written}－{got.written}")
            elif figure.measure is Metric.PERCENT and "得分率" in figure.words:
                yield _relation("SCORE-RATE", figure, (got, full), f"{got.written}÷{full.written}")
            else:
                break


def _lost_first(
    full: StatedFigure, lost: StatedFigure, points: list[StatedFigure], sentence: Sentence
) -> Iterator[StatedRelation]:
    """分值7分，扣1.2分，得5.8分: what was got follows directly, and its name is nothing else."""
    behind = [f for f in points if f.start > lost.start]
    inner = list(takewhile(lambda f: _LOST.search(f.words) is not None, behind))  # 其中A扣2.5分、B扣2分
    got = next(iter(behind[len(inner) :]), None)
    if got is None or not _LOST_ALONE.fullmatch(lost.words) or not _GOT_ALONE.fullmatch(got.words):
        return
    between = sentence.passage.text[full.end : got.start]
    if re.fullmatch(rf"[^；。]{{0,{_MOST}}}", between) and not re.search("[；。]|满分|分值", between):
        yield _relation("SCORE-LOST", got, (full, lost), f"{full.written}－{lost.written}")


def _is_got(figure: StatedFigure) -> bool:
    return "得" in figure.words and not _LOST.search(figure.words)


def _relation(
    rule: str, target: StatedFigure, operands: tuple[StatedFigure, StatedFigure], of: str
) -> StatedRelation:
    formula = ShareOf() if rule == "SCORE-RATE" else SignedSum((1, -1))
    return StatedRelation(rule, AuditKind.SCORE, target, operands, formula, Directness.RATE, of)
