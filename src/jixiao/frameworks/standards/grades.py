"""“健全4分，不够健全2分，未建立0分”: a level that people choose, with its points."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise

from jixiao.frameworks.standards.bare_levels import read_bare_levels
from jixiao.frameworks.standards.conditions import is_rest, says
from jixiao.frameworks.standards.rule import RuleReading, full_doubts, share
from jixiao.frameworks.standards.span import span_in
from jixiao.frameworks.standards.standard import Clause, Standard
from jixiao.frameworks.wording.texts import POINT
from jixiao.frameworks.wording.words import score_table_words
from jixiao.model.figures import plain

_SINGLE = ("award", "full", "zero", "half", "share", "unharmed", "deduct_all")
LONGEST = 20  # characters of a level's name
_GETS = re.compile(r"(?:得|按|计|为)(?:该指标)?(?:权重|分值)的?$")  # 达成得权重的80%—100%
_ALL = re.compile(r"均|都|全部")
_COUNTED = re.compile(r"\d+个?(?:等次|等级|档次|档)")
_NUMBERS = re.compile(r"(\d+(?:\.\d+)?)(%|分)?")


def read_grades(standard: Standard) -> RuleReading | None:
    """None for a standard that does not award by levels of quality."""
    readers = (_listed, _paired, read_bare_levels, _one_by_one, _all_unless)
    return next((rule for read in readers if (rule := read(standard))), None)


def _one_by_one(standard: Standard) -> RuleReading | None:
    awards = standard.of(*_SINGLE)
    if len(awards) < 2 or len(awards) != len(standard.clauses):
        return None
    if not _of_several(awards) and any(
        span_in(clause.condition, standard.name) is not None and not _counted(clause) for clause in awards
    ):
        return None
    if any(POINT.search(clause.condition) for clause in awards):
        return None
    scores = [Decimal(0) if clause.kind == "deduct_all" else _score(standard, clause) for clause in awards]
    if max(scores) != standard.full and sum(scores) == standard.full:
        return None  # points that are added up
    doubts = full_doubts(standard, awards)
    if scores == sorted(set(scores)):
        awards, scores = awards[::-1], scores[::-1]
    if any(low >= high for high, low in pairwise(scores)):
        doubts.append("各档的得分不是一路降")
    if says("rate_names", standard.name) and not all(
        says("levels", each.condition) or is_rest(each.condition) for each in awards
    ):
        doubts.append("指标是比率，评分标准却没有写数")
    levels = [clause for clause in awards if says("levels", clause.condition) or is_rest(clause.condition)]
    if max(scores) != standard.full and not levels:
        doubts.append(f"分值是{plain(standard.full)}分，各项得分合计{plain(sum(scores, Decimal(0)))}分")
    positive = [clause for clause, score in zip(awards, scores, strict=True) if score]
    if len(positive) == 1 and says("open_list", positive[0].condition):
        doubts.append("“等”字后面没有列完，算不算要由人判断")
    unnamed = [clause for clause in awards if not clause.condition]
    doubts += ["有的得分前面没有条件"] if unnamed else []
    if scores[-1] != 0 and len(levels) < len(awards):
        doubts.append("看不出各档是不是只取其一")
    grades = [
        {"name": name_of_level(clause), "share": share(score, standard.full)}
        for clause, score in zip(awards, scores, strict=True)
    ]
    return RuleReading("graded", {"grades": grades}, tuple(doubts))


def _all_unless(standard: Standard) -> RuleReading | None:
    """“未应用的不得分” alone: all or nothing, though nothing says what earns the points."""
    if len(standard.clauses) != 1 or span_in(standard.clauses[0].condition, standard.name) is not None:
        return None
    clause = standard.clauses[0]
    loses = clause.kind in ("zero", "deduct_all") or standard.lost(clause) == standard.full
    if not loses or not says("failing", clause.condition) or is_rest(clause.condition):
        return None
    grades = [{"name": "其他情形", "share": "1"}, {"name": name_of_level(clause), "share": "0"}]
    return RuleReading("graded", {"grades": grades}, ("只说了什么情形不得分，没有说怎样得分",))


def _score(standard: Standard, clause: Clause) -> Decimal:
    return standard.full if clause.kind == "unharmed" else standard.score(clause) or Decimal(0)


def _of_several(awards: tuple[Clause, ...]) -> bool:
    """“均实现负增长；仅一项实现；均未实现”: how many of them, whatever each of them is."""
    several = [_ALL.search(clause.condition) is not None for clause in awards]
    return (
        any(several)
        and all(_ALL.search(each.condition) or _counted(each) or is_rest(each.condition) for each in awards)
        and not any("%" in clause.condition for clause in awards)
    )


def _counted(clause: Clause) -> bool:
    """“符合其中2项”: a number of points, no rate."""
    return "%" not in clause.condition and says("counted", clause.condition)


def name_of_level(clause: Clause) -> str:
    """The condition of a level, or the end of a long one."""
    whole = level_name(clause.condition)
    return (
        (whole if len(whole) <= LONGEST else level_name(re.split(r"[,、]", clause.condition)[-1]))
        or clause.condition
        or clause.text
    )


def level_name(text: str) -> str:
    """A level without what leads to it."""
    words = score_table_words()
    for pattern in words.patterns(words.conditions, "level_lead"):
        text = pattern.sub("", text)
    return _GETS.sub("", text).strip("的") or text.strip("的")


def _paired(standard: Standard) -> RuleReading | None:
    """“好（100%）、较好（80%）、差（0%）”."""
    words = score_table_words()
    for pattern in words.patterns(words.conditions, "paired_levels"):
        pairs = [
            (match["name"], Decimal(match["n"].rstrip("%")) / 100)
            for match in pattern.finditer(standard.text)
        ]
        shares = [value for _, value in pairs]
        if standard.in_percent and shares and max(shares) * 100 == standard.full != 0:
            pairs = [(name, round(value * 100 / standard.full, 4)) for name, value in pairs]
            shares = [value for _, value in pairs]
        if len(pairs) < 2 or standard.of("award", "full", "deduct", "range"):
            continue
        doubts = (
            [] if shares[0] == 1 and shares == sorted(set(shares), reverse=True) else ["各档不是从满分一路降"]
        )
        if re.search(r"\d", _COUNTED.sub("", pattern.sub("", standard.text))):
            doubts.append("列出的等级以外还有别的数")
        grades = [{"name": level_name(name), "share": plain(value)} for name, value in pairs]
        return RuleReading("graded", {"grades": grades}, tuple(doubts))
    return None


def _listed(standard: Standard) -> RuleReading | None:
    """“好、较好、一般、差分别得4、3、2、0分”."""
    words = score_table_words()
    match = words.found(words.conditions, "listed_levels", standard.text)
    if match is None:
        return None
    names = re.split(r"[、/,和及]", re.sub(r"^[^、]*分[为成](?=[^、]+、)", "", match["names"]))
    scores = [
        standard.full * Decimal(digits) / 100 if unit == "%" else Decimal(digits)
        for digits, unit in _NUMBERS.findall(match["scores"])
    ]
    lead = len(names) - len(scores)
    if lead > 0 and level_name(names[lead]) != names[lead]:
        names = names[lead:]  # 根据目标实现程度，分为显著、较显著…
    if len(names) != len(scores):
        return RuleReading(doubts=("等级与得分的个数不一样",))
    doubts = (
        []
        if max(scores) == standard.full
        else [f"分值是{plain(standard.full)}分，评分标准里最高是{plain(max(scores))}分"]
    )
    rest = standard.text[: match.start()] + standard.text[match.end() :]
    doubts += ["列出的等级以外还有别的规则"] if says("perilous_narrative", rest) else []
    grades = [
        {"name": level_name(name), "share": share(score, standard.full)}
        for name, score in zip(names, scores, strict=True)
    ]
    return RuleReading("graded", {"grades": grades}, tuple(doubts))
