"""The grade that is said of a score, by the standard of the report itself or else by the national one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

import msgspec

from jixiao.audit.context import AuditContext
from jixiao.audit.document.finding import AuditKind
from jixiao.audit.figures.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.figures.sentences import Sentence
from jixiao.audit.wording_fault import WordingFault

_WORDS = "优秀|良好|中等|较差|不合格|合格|优|良|中|差"
_SAID = re.compile(
    r"(?:等级|等次|评级|级别|评价结果|结论|档次)[^，。；]{0,8}?[为是：]+[“「]?"
    rf"(?P<grade>{_WORDS})(?![一-龥]*(?:项目|标准))"
)
# 90分（含）以上为优 · 80—89.99分为良好 · ≥90分为优秀 · 60分以下为差
_BEHIND = re.compile(
    rf"(?P<says>[^，；、。“”]{{0,20}}?\d[^，；、。]{{0,30}}?)(?:评?定?为|是|属于?|对应|：|=)+[“「]?(?P<grade>{_WORDS})"
)
# 优秀（90—100分）· 良好：80分（含）至90分（不含）
_BEFORE = re.compile(
    rf"(?P<grade>{_WORDS})[”」]?[（(：](?P<says>[^（）()，；、。]{{0,20}}(?:[（(]不?含[^（）()]{{0,8}}[）)][^（）()，；、。]{{0,20}}){{0,2}})"
)
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_RANGE = re.compile(r"以上|以下|以内|[-—－–~～至到≥≤＜＞<>]|含|低于|不足|不满|少于")
_BELOW = re.compile(r"[＜<]\s*\d|(?<!不)(?:低于|不足|不满|少于)\d|以下|以内")
_RANKS = {
    "优秀": 0,
    "优": 0,
    "良好": 1,
    "良": 1,
    "中等": 2,
    "中": 2,
    "合格": 2,
    "较差": 3,
    "差": 4,
    "不合格": 4,
}
_FEWEST = 3  # grades of a standard
_HIGHEST = (80, 95)  # from how many points on the best grade is given
_FULL = Decimal(100)
_WHOLE = re.compile(
    r"(?:自评|综合|评价|绩效|最终)[^，。；]{0,8}(?:得分|总分|评分)(?:为|是|：)*$|^总得?分(?:为|是|：)*$"
    r"|^(?:我[局委办厅部校院站所馆]|本(?:单位|部门|项目)|该项目)?(?:综合)?自评得$"
)
_POINTS = re.compile("得分|评分|总分|分数|自评得$")
_NEAR = 20  # letters from a score to its grade, so that both are shown
_ROLES = (FigureRole.PLAIN, FigureRole.PRIOR)
_OF_THE_STANDARD = re.compile(
    "(?:按照?|根据|依据|对照|参照)[^。]{0,80}?(?:标准|划分|规定|办法)|(?:自评|评价|评定|绩效)*(?:等级|等次|结果|结论)"
)


class GradeStandard(msgspec.Struct, frozen=True):
    """From how many points on each grade is given, the best first. `own`: the report itself prints it."""

    lows: tuple[tuple[str, Decimal], ...]
    own: bool = True

    def grades_of(self, score: Decimal) -> list[str]:
        """The grade of a score; on a bound, which may not belong to it, the next one too."""
        reached = [grade for grade, low in self.lows if low <= score]
        on_bound = self.own and any(low == score for _, low in self.lows)
        return reached[: 2 if on_bound else 1]

    @property
    def said(self) -> str:
        """How a finding prints it."""
        whose = "文中的等级标准" if self.own else "通行的等级划分"
        return f"{whose}（{'、'.join(f'{low}分以上{grade}' for grade, low in self.lows if low)}）"


# 财预〔2020〕10号
NATIONAL = GradeStandard(
    (("优", Decimal(90)), ("良", Decimal(80)), ("中", Decimal(60)), ("差", Decimal(0))), own=False
)
_SAME = {"优秀": "优", "良好": "良"}


def grades(context: AuditContext) -> Iterator[WordingFault]:
    """Each grade against the one score that is meant; nothing is said where two standards are printed."""
    standards = list(dict.fromkeys(filter(None, map(_standard_in, _texts(context)))))
    if len(standards) > 1:
        return
    standard = standards[0] if standards else NATIONAL
    for sentence in context.sentences:
        match = _SAID.search(sentence.passage.text, sentence.start, sentence.end)
        if match is not None and not _is_standard(match, sentence):
            yield from _graded(match, sentence, standard, context)


def _texts(context: AuditContext) -> Iterator[str]:
    return (sentence.text for sentence in context.sentences)


def _standard_in(text: str) -> GradeStandard | None:
    """The standard that a sentence prints, if it prints one."""
    for pattern in (_BEHIND, _BEFORE):
        lows = tuple(
            (match["grade"], _low(match["says"]))
            for match in pattern.finditer(text)
            if _ranges(match["says"])
        )
        in_order = all(
            _RANKS[better[0]] < _RANKS[worse[0]] and better[1] > worse[1] for better, worse in pairwise(lows)
        )
        if len(lows) >= _FEWEST and in_order and _HIGHEST[0] <= lows[0][1] <= _HIGHEST[1]:
            return GradeStandard(lows)
    return None


def _ranges(says: str) -> bool:
    return bool(_RANGE.search(says) and _NUMBER.search(says)) and "%" not in says and "％" not in says


def _low(says: str) -> Decimal:
    """80分（含）至90分（不含）: 80; 60分以下: 0."""
    numbers = [Decimal(number) for number in _NUMBER.findall(says)]
    return Decimal(0) if _BELOW.search(says) and len(set(numbers)) == 1 else min(numbers)


def _is_standard(match: re.Match[str], sentence: Sentence) -> bool:
    """评价等级为：优（90分以上）、良（80分以上）…: that is no grade of anybody."""
    rest = sentence.passage.text[match.end() : sentence.end]
    return re.match(r"[”」]?[、，（(][“「]?(?:\d|良|中|优|差|合格)", rest) is not None


def _graded(
    match: re.Match[str], sentence: Sentence, standard: GradeStandard, context: AuditContext
) -> Iterator[WordingFault]:
    grade, score = match["grade"], _score_meant(match.start(), sentence, context)
    known = {name for name, _ in standard.lows}
    if not standard.own:
        grade = _SAME.get(grade, grade)
    if score is None or grade not in known or not (right := standard.grades_of(score.value)):
        return
    if grade in right:
        return
    text = sentence.passage.text
    said = text[match.start() : match.end() + text.startswith(("”", "」"), match.end())]
    near = score.passage is sentence.passage and match.start() - score.end <= _NEAR
    yield WordingFault(
        "SCORE-GRADE",
        AuditKind.SCORE,
        sentence.passage,
        (match.start("grade"), match.end()),
        said.replace(match["grade"], right[0]),
        f"得分{score.written}按{standard.said}应为“{right[0]}”，写的是“{match['grade']}”。",
        "请核对得分和等级。" if standard.own else "请核对得分和等级；当地另有等级标准的，以当地标准为准。",
        stated=said,
        quoted=(score.label_start if near else match.start(), match.end()),
        figures=(score,),
    )


def _score_meant(before: int, sentence: Sentence, context: AuditContext) -> StatedFigure | None:
    """In the sentence before the grade; or in the one before; or the only whole score of the report."""
    points = [f for f in _scores(sentence) if f.end <= before and _POINTS.search(f.words)]
    points = [f for f in points if f.value != _FULL] or points  # 总分100分，得分93.75分
    if len(points) > 1:
        points = [f for f in points if _WHOLE.search(f.words)]
    if points or not _OF_THE_STANDARD.match(sentence.text):
        return points[0] if len(points) == 1 else None
    for other in context.before(sentence):
        whole = [f for f in _scores(other) if _WHOLE.search(f.words)]
        if other.passage is sentence.passage and len(whole) == len(_scores(other)) == 1:
            return whole[0]
    scores = [
        f for one in context.sentences for f in _scores(one) if _WHOLE.search(f.words) and f.value != _FULL
    ]
    return scores[0] if len({f.value for f in scores}) == 1 else None


def _scores(sentence: Sentence) -> list[StatedFigure]:
    found = [f for f in sentence.figures if f.measure is Metric.SCORE and f.role in _ROLES]
    return [f for f in found if f.value <= _FULL]
