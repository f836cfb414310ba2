"""“得10分” in a standard whose weight is another now: the words and the figure no longer agree."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal

from jixiao.model.figures import plain
from jixiao.model.finding import Finding
from jixiao.model.outcome import Outcome, Severity
from jixiao.pack.framework import Framework
from jixiao.pack.framework_rows import FrameworkSheet, SheetRow, typed_points

DIFFERENT_POINTS = "FRAME-04"
_AWARD = re.compile(r"(?:(?:得|计|记|赋)(?:满分)?|满分为?)(\d+(?:\.\d+)?)分(?!以[上下]|[~—－-])")
_LISTED = re.compile(  # 优4分、良3分, 好8-10分
    r"(?:^|(?<=[、,;。:]))(?![^\d]*[得计记赋扣减加低高超每少多])[^\d\W]{1,8}(?:\d+(?:\.\d+)?[~—-])?(\d+(?:\.\d+)?)分(?=[、,;。]|$)"
)
_FACTOR = re.compile(  # 执行率×5分, 完成率*8; no ×100
    r"(?:率|比例|比|度|%|\))[×xX*](?:(\d+(?:\.\d+)?)分(?!/)|(?!100(?!\d))(\d+(?:\.\d+)?)(?=[+＋]|$))"
)
_OPEN = re.compile(  # between what is listed there may be more
    r"每|酌|视|选|择|适当|情节|综合|判断|比例|插|扣|递减|最高|最多|最低|区间|范围|[×xX*÷/]|按实际|\d分?[至~—－-]\d+(?:\.\d+)?分"
)
_NOTHING = re.compile(r"不得分|不计分|无分|(?<![\d.])0分")
_FEWEST = 2  # of a list
_SHARES = re.compile(r"每|各|分别|[~—－]\d|满分(?!\d)|分值|权重")  # of these no figure need be the weight


def points_in_words(sheet: FrameworkSheet, framework: Framework) -> tuple[Finding, ...]:
    """Rows that people have changed, or all of a table of their own; what is unsure is told elsewhere."""
    rows = [row for row in sheet.rows if not row.blank and (row.changed or framework.own)]
    sure = [row for row in rows if row.texts["sure"] != sheet.section.unsure]
    return tuple(_told(row, awards) for row in sure if (awards := _other_points(row)))


def _other_points(row: SheetRow) -> list[Decimal]:
    """The awards of a standard if neither one of them nor all together are the weight, or one is more."""
    standard = _plain(row.texts["standard"])
    weight = typed_points(row.texts["max_score"])
    awards = _awards(standard) + [Decimal(each) for each in _factors(standard)]
    if weight is None or not awards or sum(awards, Decimal(0)) == weight or max(awards) == weight:
        return []
    return [] if _SHARES.search(standard) and max(awards) <= weight else awards


def said_scores(standard: str, weight: Decimal) -> frozenset[Decimal]:
    """The scores that a standard lists, such as 得6分、得3分、不得分; none where others lie between them."""
    text = _plain(standard)
    awards = _awards(text)
    if _OPEN.search(text) or not awards or (awards == [weight] and not _NOTHING.search(text)):
        return frozenset()
    if max(awards) == weight:
        return frozenset({*awards, Decimal(0)})
    sums = {Decimal(0)}
    for award in awards if sum(awards, Decimal(0)) == weight else ():
        sums |= {each + award for each in sums}
    return frozenset(sums - {Decimal(0)} and sums)


def _plain(standard: str) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", standard))


def _awards(text: str) -> list[Decimal]:
    listed = _LISTED.findall(text)
    given = [*_AWARD.findall(text), *(listed if len(listed) >= _FEWEST else ())]
    return [Decimal(each) for each in given]


def _factors(standard: str) -> Iterator[str]:
    """By what a rate is multiplied for the score; not what is taken off."""
    clauses = (clause for clause in re.split("[,;。:]", standard) if "扣" not in clause)
    yield from (one or other for clause in clauses for one, other in _FACTOR.findall(clause))


def _told(row: SheetRow, awards: list[Decimal]) -> Finding:
    name, place = row.texts["name"], row.places["max_score"]
    weight, said = row.texts["max_score"], plain(max(awards))
    return Finding(
        id=DIFFERENT_POINTS,
        severity=Severity.WARNING,
        outcome=Outcome.INCONSISTENT,
        label="评分",
        message=f"“{name}”的分值是{weight.removesuffix('分')}分，评分标准里写的是“{said}分”。",
        place=place,
        stated=weight,
        expected=said,
        mend="请改分值，或把评分标准和参数里的分数一起改；确实如此的，请在审核说明里写明原因。",
        cells=(place,),
        key=f"{DIFFERENT_POINTS}@{name}",
    )
