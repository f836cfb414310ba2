"""Points that the text says of an indicator against the score table: 效益指标扣3分 where it has 30 and 28."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from jixiao.audit.context import AuditContext
from jixiao.audit.document.finding import AuditKind
from jixiao.audit.figures.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.figures.sentences import Sentence
from jixiao.audit.relations.formulas import SignedSum
from jixiao.audit.relations.stated import Directness, StatedRelation
from jixiao.audit.tables.score_rows import ScoreRow, score_rows

_TAIL = re.compile(
    r"(?:类|级|方面|部分|一级|二级|三级)?(?:指标)?(?:分值|权重|满分|标准分|总分|合计|共|实际|自评|评价)*(?:得分|得|扣分|扣除|扣减|扣|失分)?(?:了|为|是|：|共)*$"
)
_LOST = re.compile(r"(?:扣分|扣除|扣减|扣|失分)(?:了|为|共)*$")
_GOT = re.compile(r"(?:得分|得|自评|评分)(?:了|为|是|：)*$")
_WHOLE = re.compile(r"(?:自评|综合|评价|最终)[^，。；]{0,8}(?:得分|总分|评分|总得分)(?:为|是|：)*$")
_LEADING = re.compile(
    r"^(?:其中|（[一二三四五六七八九十\d]{1,2}）|[一二三四五六七八九十\d]{1,2}[、.．是]|“)+"
)
_BECAUSE = re.compile(r"(?<=指标)(?:主要)?(?:因为?|由于)[^，。；、]{2,}?(?=扣)")  # 时效指标因超时办结扣0.5分
_POINTED = re.compile(r"(?P<name>[^，。；、“”]{2,14})”?指标，$")  # “预算执行”指标，扣2分
_SHORTEST = 2


class _ScoreBoard(msgspec.Struct):
    """The rows of the one score table of a report: leaves by their last names, groups by the first ones."""

    rows: list[ScoreRow]
    total: ScoreRow | None

    def named(self, name: str) -> list[ScoreRow]:
        """The row of that name, or all rows below it; of names that come twice nothing."""
        leaves = [row for row in self.rows if row.names and bare_name(row.names[-1]) == name]
        groups = [row for row in self.rows if any(bare_name(one) == name for one in row.names[:-1])]
        if leaves and groups:
            return []
        return leaves if len(leaves) == 1 else groups if not leaves else []


def scores_in_text(context: AuditContext) -> Iterator[StatedRelation]:
    """Each figure of points that bears the name of a row, or of the whole score."""
    board = _board(context)
    if board is None:
        return
    told: dict[tuple[str, str], int] = {}
    found: list[tuple[tuple[str, str], StatedRelation]] = []
    for sentence in context.sentences:
        for figure in sentence.figures:
            if figure.measure is not Metric.SCORE or figure.year not in (0, context.year):
                continue
            said = said_points(figure, sentence)
            if said is None:
                continue
            told[said] = told.get(said, 0) + 1
            relation = _relation(figure, *said, board)
            if relation is not None:
                found.append((said, relation))
    yield from (relation for said, relation in found if told[said] == 1 or said[1] == "total")


def _board(context: AuditContext) -> _ScoreBoard | None:
    """The only table of points; where there are more, nobody knows which is meant."""
    boards = [rows for table in context.text.tables if len(rows := list(score_rows(table))) > 2]
    if len(boards) != 1:
        return None
    totals = [row for row in boards[0] if row.total]
    rows = [row for row in boards[0] if not row.total]
    return _ScoreBoard(rows, totals[0] if len(totals) == 1 else None)


def bare_name(name: str) -> str:
    """The name of an indicator without what stands around it: 过程 of 其中：过程类指标得分."""
    text = re.sub(r"（[^）]*）|\(\S*\)|\d+分?$", "", name)
    text = _BECAUSE.sub("", text)
    return _TAIL.sub("", _LEADING.sub("", text.strip("“”"))).strip("“”")


def said_points(figure: StatedFigure, sentence: Sentence) -> tuple[str, str] | None:
    """What a figure is the points of, and which points: full, got or lost."""
    if _WHOLE.search(figure.words) and figure.role in (FigureRole.PLAIN, FigureRole.PRIOR):
        return "", "total"
    kind = "lost" if _LOST.search(figure.words) else "got" if _GOT.search(figure.words) else "full"
    name = bare_name(figure.words)
    if len(name) >= _SHORTEST:
        return (name, kind) if kind != "full" or figure.role is FigureRole.BASE else None
    pointed = _POINTED.search(sentence.passage.text, sentence.start, figure.label_start)
    if pointed and kind == "lost":
        return bare_name(pointed["name"]), kind
    for before in reversed(sentence.before(figure.start)):  # 决策指标20分，得19.5分，扣0.5分
        between = sentence.passage.text[before.end : figure.label_start]
        if before.measure is not Metric.SCORE or not re.fullmatch("[，、（]?", between.split("分")[-1]):
            return None
        if len(name := bare_name(before.words)) >= _SHORTEST:
            return (name, kind) if before.role is FigureRole.BASE and kind != "full" else None
    return None


def _relation(figure: StatedFigure, name: str, kind: str, board: _ScoreBoard) -> StatedRelation | None:
    if kind == "total":
        own = [board.total] if board.total is not None and board.total.got is not None else []
        return _equal(figure, [own[0].got], (), "得分表的合计") if own and own[0].got else None
    rows = board.named(name)
    fulls = [row.full for row in rows if row.full is not None]
    gots = [row.got for row in rows if row.got is not None]
    if not rows or len(fulls) != len(rows) or len(gots) != len(rows):
        return None
    if kind == "lost":
        signs = (*(1 for _ in fulls), *(-1 for _ in gots))
        return _equal(figure, [*fulls, *gots], signs, f"得分表中“{name}”的分值减得分")
    return _equal(
        figure,
        fulls if kind == "full" else gots,
        (),
        f"得分表中“{name}”的{'分值' if kind == 'full' else '得分'}",
    )


def _equal(
    figure: StatedFigure, operands: Sequence[StatedFigure], signs: tuple[int, ...], of: str
) -> StatedRelation:
    return StatedRelation(
        "SCORE-TABLE",
        AuditKind.SCORE,
        figure,
        tuple(operands),
        SignedSum(signs),
        Directness.EQUAL,
        of,
        exact=True,
    )
