"""Points: full marks less deductions, rates of points, grades."""

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
from jixiao.audit.wording_fault import WordingFault

_LOST = re.compile(r"(?:扣|扣除|扣减|扣分|失分)(?:了|为|共)?$")
_GRADE = re.compile(
    r"(?:等级|等次|评级|级别|评价结果|结论|档次)[^，。；]{0,8}?[为是：]+“?(?P<grade>优秀|良好|优|良|中|差|合格|不合格)"
)
# 财预〔2020〕10号: 90(含)-100 优, 80(含)-90 良, 60(含)-80 中, below 差
_BANDS = {"优": (90, 101), "优秀": (90, 101), "良": (80, 90), "良好": (80, 90), "中": (60, 80), "差": (0, 60)}
_LOST_ALONE = re.compile(r"[^，。；、\d]{0,20}(?:扣|扣除|扣减|扣分|失分)(?:了|为|共)?")
_GOT_ALONE = re.compile(r"(?:故|因此|最终|实际|实|自评|评价|本项|该项|指标)*(?:得|得分|评分)(?:为|是|：)?")
_MOST = 60  # letters from full marks to what was got
_OF_THE_STANDARD = re.compile(
    "(?:按照?|根据|依据|对照|参照)[^。]{0,80}?(?:标准|划分|规定|办法)|(?:自评|评价|评定|绩效)*(?:等级|等次|结果|结论)"
)
_FULL = Decimal(100)
_WHOLE = re.compile(r"(?:自评|综合|评价)[^，。；]{0,8}(?:得分|总分|评分)(?:为|是|：)*$")


def scores(context: AuditContext) -> Iterator[Judged]:
    """What is said about points in one clause after the other."""
    for sentence in context.sentences:
        points = [figure for figure in sentence.figures if figure.measure is Metric.SCORE]
        yield from _grades(points, sentence, context)
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


def _grades(points: list[StatedFigure], sentence: Sentence, context: AuditContext) -> Iterator[WordingFault]:
    """The grade against the one score before it, by the bands of the national rule."""
    match = _GRADE.search(sentence.passage.text, sentence.start, sentence.end)
    if match is None or match["grade"] not in _BANDS:
        return
    roles = (FigureRole.PLAIN, FigureRole.PRIOR)
    got = [f for f in points if f.end <= match.start() and f.role in roles and f.value <= _FULL]
    got = [f for f in got if re.search("得分|评分|总分|分数", f.words)] or _got_before(sentence, context)
    if len(got) != 1:
        return
    low, high = _BANDS[match["grade"]]
    if low <= got[0].value < high:
        return
    text = sentence.passage.text
    said = text[match.start() : match.end() + (text[match.end() : match.end() + 1] == "”")]
    right = next(grade for grade, (least, most) in _BANDS.items() if least <= got[0].value < most)
    yield WordingFault(
        "SCORE-GRADE",
        AuditKind.SCORE,
        sentence.passage,
        (match.start("grade"), match.end()),
        said.replace(match["grade"], right),
        f"得分{got[0].written}按通行的等级划分（90分以上优、80分以上良、60分以上中）应为“{right}”，写的是“{match['grade']}”。",
        "请核对得分和等级；当地另有等级标准的，以当地标准为准。",
        stated=said,
        quoted=(got[0].label_start if got[0].passage is sentence.passage else match.start(), match.end()),
        figures=(got[0],),
    )


def _got_before(sentence: Sentence, context: AuditContext) -> list[StatedFigure]:
    """综合得分91.2分。按照90分以上为优、…的标准，等级为良: the one score of the sentence before."""
    for before in context.before(sentence):
        points = [f for f in before.figures if f.measure is Metric.SCORE]
        whole = [f for f in points if _WHOLE.search(f.words) and f.role is FigureRole.PLAIN]
        if before.passage is sentence.passage and len(whole) == len(points) == 1:
            return whole if _OF_THE_STANDARD.match(sentence.text) else []
    return []
