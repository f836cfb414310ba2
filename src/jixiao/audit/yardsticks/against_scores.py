"""Scores, grade and rates of a report against those of its workbook."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

import msgspec

from jixiao.audit.context import AuditContext
from jixiao.audit.document.finding import AuditKind
from jixiao.audit.document.passage import Passage
from jixiao.audit.document.report_table import ReportTable
from jixiao.audit.figures.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.figures.sentences import Sentence
from jixiao.audit.tables.score_cells import ScoreCell, score_cells
from jixiao.audit.wording_fault import WordingFault
from jixiao.audit.yardsticks.known_scores import KnownScore, KnownScores
from jixiao.audit.yardsticks.quantity_names import ScoreWords
from jixiao.model.outcome import Severity

_SAYS = r"(?:指标|部分)?(?P<lost>扣|扣减|被扣)?(?:自评|实际)?(?:得分|得|评分)?(?:为|是|：|共|了)*$"
_RATED = r"(?:指标值)?(?:为|是|：|达到?)*$"
_MEASURE = re.compile(r"^指标值(?:为|是|：|达到?)*$")
_PROJECT = "项目名称"  # at the head of the tables of a single project
_WHOLE_ROW = re.compile(r"^(?:总分|总得分|合计|总计)")


class ComparedScore(msgspec.Struct, eq=False):
    """A figure of the report with what the workbook has for it."""

    figure: StatedFigure
    expected: Decimal
    whence: str

    @property
    def agrees(self) -> bool:
        step = self.figure.step or Decimal(1)
        wide = step if self.figure.measure is Metric.PERCENT else step / 2  # a rate may be cut
        return abs(self.figure.value - self.expected) <= wide


def compared_scores(context: AuditContext, known: KnownScores, words: ScoreWords) -> Iterator[ComparedScore]:
    """Each score and rate that is sure to be one of the workbook's."""
    for sentence in context.sentences:
        for figure in sentence.figures:
            if figure.measure is Metric.SCORE and figure.role is not FigureRole.BASE:
                yield from _score(figure, sentence, known, words)
            elif figure.measure is Metric.PERCENT:
                yield from _rate(figure, sentence, known, words)
    for table in _own_tables(context.text.tables):
        for cell in score_cells(table):
            yield from _cell(cell, known)


def _own_tables(tables: Sequence[ReportTable]) -> Sequence[ReportTable]:
    """Without those in which single projects are scored, where the report has a score table beside them."""
    own, of_project = [], False
    for table in tables:
        cells = table.lines[0].cells if table.lines else ()
        of_project = any(cell.text == _PROJECT for cell in cells[:1]) or (of_project and not table.title)
        own += [] if of_project else [table]
    return own if any(next(score_cells(table), None) for table in own) else tables


def _score(
    figure: StatedFigure, sentence: Sentence, known: KnownScores, words: ScoreWords
) -> Iterator[ComparedScore]:
    text = sentence.passage.text[sentence.start : figure.start]
    clause = re.split("[，。；]", text)[-1]
    if known.total is not None and re.search(words.total, clause) and not re.search(words.silent, clause):
        yield ComparedScore(figure, known.total, "总分")
        return
    if (named := _named(clause, _SAYS, known)) is None or re.search("满分|分值", clause):
        return
    match, item = named[0], known.item(named[1])
    if item is None:
        return
    if match["lost"]:
        yield ComparedScore(figure, item.full - item.score, f"“{item.name}”的扣分")
    elif figure.value != item.full or item.full == item.score:  # else it may be the full marks
        yield ComparedScore(figure, item.score, f"“{item.name}”的得分")


def _named(clause: str, behind: str, known: KnownScores) -> tuple[re.Match[str], str] | None:
    """The longest name of an indicator at the end of a clause, as a word of its own."""
    text = known.key(clause)
    keys = sorted({one.key for one in known.items}, key=len, reverse=True)
    for key in keys:
        match = re.search(rf"(?:^|[^\u4e00-\u9fff]|[的中]){re.escape(key)}{behind}", text)
        if match is not None:
            return match, key
    return None


def _rate(
    figure: StatedFigure, sentence: Sentence, known: KnownScores, words: ScoreWords
) -> Iterator[ComparedScore]:
    text = sentence.passage.text[sentence.start : figure.start]
    clause = re.split("[，。；]", text)[-1]
    if re.search(words.rate_silent, clause):
        return
    candidates = [(rate.value, rate.whence, rate.initial) for rate in known.rates]
    if re.search(words.rate_words, clause) and candidates:
        named = [one for one in candidates if re.search(words.initial, clause) and one[2]]
        named += [one for one in candidates if re.search(words.full, clause) and not one[2]]
        found = [ComparedScore(figure, value, whence) for value, whence, _ in named or candidates]
        yield next((one for one in found if one.agrees), found[-1])
        return
    if _MEASURE.search(clause):
        item = _last_named(text, known)
        if item is not None and item.rate is not None:
            yield ComparedScore(figure, item.rate, f"“{item.name}”的指标值")
        return
    if (own := _named(clause, _RATED, known)) and (item := known.item(own[1])) and item.rate is not None:
        yield ComparedScore(figure, item.rate, f"“{item.name}”的指标值")


def _last_named(text: str, known: KnownScores) -> KnownScore | None:
    """The indicator in quotation marks that stands last: 扣分的是“…”，指标值为….."""
    names = [known.item(name) for name in re.findall("“([^”]+)”", text)]
    return next((one for one in reversed(names) if one is not None), None)


def _cell(cell: ScoreCell, known: KnownScores) -> Iterator[ComparedScore]:
    names = [name for name in cell.names if known.item(name) is not None]
    item = known.item(names[-1]) if names else None
    if item is None and any(_WHOLE_ROW.match(name) for name in cell.names):
        if known.total is not None and cell.got is not None:
            yield ComparedScore(cell.got, known.total, "总分")
        return
    subtotal = [known.item(name.removesuffix("小计")) for name in cell.names if name.endswith("小计")]
    item = item or next((one for one in subtotal if one is not None), None)
    if item is None:
        return
    if cell.full is not None:
        yield ComparedScore(cell.full, item.full, f"“{item.name}”的分值")
    if cell.got is not None:
        yield ComparedScore(cell.got, item.score, f"“{item.name}”的得分")
    if cell.rate is not None and item.rate is not None:
        yield ComparedScore(cell.rate, item.rate, f"“{item.name}”的指标值")


def other_grades(context: AuditContext, known: KnownScores, words: ScoreWords) -> Iterator[WordingFault]:
    """等级为“良” where the workbook has 优, in the sentence of the report's own score."""
    for passage in context.text.prose if known.grade else ():
        for match in re.finditer(words.grade, passage.text):
            before = passage.text[passage.sentence_start(match.start()) : match.start()]
            own = re.search(words.total.replace("$", r"\d"), before) and not re.search("平均|个项目", before)
            if own and match["grade"][0] != known.grade[0]:
                yield _other_grade(passage, match, known.grade)


def _other_grade(passage: Passage, match: re.Match[str], grade: str) -> WordingFault:
    return WordingFault(
        "BOOK-GRADE",
        AuditKind.BOOK,
        passage,
        match.span("grade"),
        grade,
        f"“{match[0]}”：工作簿的评价等级是“{grade}”。",
        "请核对两处，改成一致。",
        quoted=match.span(),
        severity=Severity.ERROR,
    )
