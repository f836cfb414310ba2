"""“①…2分；②…2分”, “每符合一项得1分”: points that are met, and added up."""

from __future__ import annotations

import re
from decimal import Decimal

from jixiao.frameworks.standards.conditions import is_rest, says
from jixiao.frameworks.standards.dated_points import dated_points
from jixiao.frameworks.standards.points_apiece import mixed_points, names_apiece, points_apiece, said_points
from jixiao.frameworks.standards.points_in_turn import points_in_turn
from jixiao.frameworks.standards.rule import RuleReading, has_points_of_own, several_subjects, unexpected
from jixiao.frameworks.standards.span import span_in
from jixiao.frameworks.standards.standard import Clause, Standard
from jixiao.frameworks.wording.texts import POINT
from jixiao.frameworks.wording.words import score_table_words
from jixiao.model.figures import plain

_QUIET = ("zero",)
LONGEST_FAILING = 6  # characters; who says more says what else costs all points
MOST_POINTS = 12  # that a standard has without naming them
_WHOLE = re.compile(r"本|该|此|全部|整")
_BARE = re.compile(
    r"(?:[得计占为]|满足|符合|达到)?(?:\d+(?:\.\d+)?分)?"
)  # what is left of a reference to a point
_FACTOR = re.compile(r"[×*]$")
_IN_BRACKETS = re.compile(r"([\u4e00-\u9fff、,]+)\((\d+(?:\.\d+)?)%\)")
Points = list[tuple[str, Decimal]]


def read_checklist(standard: Standard) -> RuleReading | None:
    """None for a standard that does not add up points."""
    if listed := _bracketed(standard) or points_in_turn(standard):
        return listed
    awards = standard.of("award", "share", "full")
    quiet = (*_QUIET, "deduct_all") if has_points_of_own(standard) else _QUIET
    others = [clause for clause in standard.clauses if clause not in awards and clause.kind not in quiet]
    if not awards or others:
        return None
    readers = (_meant, _periods, _each, _mixed, _listed)
    points, doubts = next((found for read in readers if (found := read(standard, awards))), ([], []))
    if not points:
        return None
    total = sum((score for _, score in points), Decimal(0))
    if total != standard.full:
        doubts.append(f"分值是{plain(standard.full)}分，各要点合计{plain(total)}分")
    for clause in standard.of(*_QUIET):
        if not _failing(clause):
            doubts.append(unexpected(clause, "各要点"))
    made = [{"text": text, "score": plain(score)} for text, score in points]
    return RuleReading("checklist", {"points": made}, tuple(doubts))


def _failing(clause: Clause) -> bool:
    """Who does not meet a point gets nothing for it: that goes without saying."""
    plain_text = POINT.sub("", clause.condition)
    any_one = says("any_one", plain_text)  # 缺少任意一项: that costs all
    whole = _WHOLE.match(clause.text) and not is_rest(plain_text)  # 逾期的本项不得分: a veto
    short = len(plain_text) <= LONGEST_FAILING and says("failing", plain_text) and not (any_one or whole)
    return not plain_text or is_rest(plain_text) or bool(short)


def _score(standard: Standard, clause: Clause) -> Decimal:
    return standard.score(clause) or Decimal(0)


def _meant(standard: Standard, awards: tuple[Clause, ...]) -> tuple[Points, list[str]] | None:
    """“要点①—④每项2分，第⑤项4分”: awards that name points by number, if they come to the weight."""
    texts, scores = dict(enumerate(standard.points, start=1)), dict[int, Decimal]()
    for clause in awards:
        match = score_table_words().said("points_meant", POINT.sub("", clause.condition))
        left = [number for number in texts if number not in scores]
        if match is None:
            return None
        meant = [int(match["one"])] if match.groupdict().get("one") else left[: int(match["n"])]
        scores |= dict.fromkeys(meant, _score(standard, clause))
    if len(texts) < 2 or scores.keys() != texts.keys() or sum(scores.values()) != standard.full:
        return None
    return [(texts[number], scores[number]) for number in sorted(texts)], []


def _bracketed(standard: Standard) -> RuleReading | None:
    """“编制依据充分（3%）⏎编制程序规范（7%）” of 10% in a table whose weights are percent."""
    found = _IN_BRACKETS.findall(standard.text) if standard.in_percent else []
    scores = [Decimal(score) for _, score in found]
    if len(found) < 2 or sum(scores) != standard.full or standard.clauses:
        return None
    made = [{"text": text, "score": plain(score)} for (text, _), score in zip(found, scores, strict=True)]
    return RuleReading("checklist", {"points": made})


def _each(standard: Standard, awards: tuple[Clause, ...]) -> tuple[Points, list[str]] | None:
    """n points, each of which gets the same."""
    each = [clause for clause in awards if _is_each(clause, standard)]
    full = [
        clause
        for clause in awards
        if clause not in each
        and _score(standard, clause) == standard.full
        and says("all_met", clause.condition)
    ]
    if len(each) != 1 or len(each) + len(full) != len(awards):
        return None
    score, doubts = _score(standard, each[0]), []
    texts = list(standard.points) or points_apiece(each[0], standard)
    if not texts:
        number = said_points(standard)
        if number is None:
            number = int(standard.full / score) if score and standard.full % score == 0 else 0
            if number > MOST_POINTS:
                return None  # 每报送1条得0.1分: so many of a thing, and no points
            doubts.append("没有列出各个要点")
        texts = [f"要点{index}" for index in range(1, number + 1)]
    return [(text, score) for text in texts], doubts


def _is_each(clause: Clause, standard: Standard) -> bool:
    condition = POINT.sub("", clause.condition)
    listed = bool(standard.points) or bool(points_apiece(clause, standard))
    return says("each_met", condition) or (names_apiece(clause) and listed)


def _periods(standard: Standard, awards: tuple[Clause, ...]) -> tuple[Points, list[str]] | None:
    """“每季度…得1分”: four points."""
    if len(awards) != 1:
        return None
    words, clause = score_table_words(), awards[0]
    if months := dated_points(clause) or _months(clause):
        return [(month, _score(standard, clause)) for month in months], []
    for times in words.periods:
        if words.found(words.periods, times, clause.condition):
            return [(f"第{number}次", _score(standard, clause)) for number in range(1, int(times) + 1)], []
    return None


def _months(clause: Clause) -> list[str]:
    """“3月、6月、9月末达到序时进度的，每次得3分”."""
    words = score_table_words()
    match = words.found(words.conditions, "months", clause.condition)
    each = says("each_time", clause.condition) or names_apiece(clause)
    return re.findall(r"\d{1,2}月", match[0]) if match and each else []


def _mixed(standard: Standard, awards: tuple[Clause, ...]) -> tuple[Points, list[str]] | None:
    found = mixed_points(awards, standard)
    return (found, []) if found else None


def _may_be_levels(awards: tuple[Clause, ...], scores: list[Decimal], full: Decimal) -> bool:
    return sum(scores) != full and (_falls(scores) or any(map(_of_level, awards)))


def _falls(scores: list[Decimal]) -> bool:
    """Scores of levels, of which one is given, go down or up all the way."""
    return sorted(set(scores)) in (scores, scores[::-1])


def _of_level(clause: Clause) -> bool:
    return not clause.condition or is_rest(clause.condition) or says("levels", clause.condition)


def _listed(standard: Standard, awards: tuple[Clause, ...]) -> tuple[Points, list[str]] | None:
    """Each point with its own score."""
    if any(_FACTOR.search(clause.condition) for clause in awards):
        return None  # 完成率×15分＋合格率×5分
    marked = [clause for clause in awards if POINT.search(clause.condition)]
    scores = [_score(standard, clause) for clause in awards]
    doubts: list[str] = []
    if marked:
        if len(marked) != len(awards) or len(awards) != max(len(standard.points), 1):
            doubts.append("要点与得分不是一一对应")
        if len(standard.points) < 2:
            return None
    elif len(awards) < 2 or standard.full in scores or _may_be_levels(awards, scores, standard.full):
        return None
    figures = any(span_in(POINT.sub("", clause.condition), standard.name) for clause in awards if not marked)
    if figures and not several_subjects(standard, awards):
        return None
    if any(len(POINT.findall(clause.condition)) > 1 for clause in awards):
        doubts.append("一个得分前面有几个要点")
    texts = [_text(clause) for clause in awards]
    named = not any(re.search(r"[得计占为]\d", text) for text in standard.points)
    if named and len(standard.points) == len(texts) and any(map(_BARE.fullmatch, texts)):
        texts = list(standard.points)  # 要素①占2分: what it is stands in the explanation
    return list(zip(texts, scores, strict=True)), doubts


def _text(clause: Clause) -> str:
    text = POINT.sub("", clause.condition).strip(",:、+＋")
    return re.sub(r"(?<=.)(?:再|另|可|各)$", "", text) or clause.text
