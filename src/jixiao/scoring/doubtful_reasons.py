"""Reasons that say another score than the row has: nothing, a veto nobody knows, no such business."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from jixiao.model.figures import plain
from jixiao.model.finding import Finding
from jixiao.model.outcome import Outcome, Severity
from jixiao.model.quotes import cut
from jixiao.model.scorecard import Score, Scorecard
from jixiao.pack.form import Assessment
from jixiao.pack.framework import Framework
from jixiao.relation.texts import same_text

ZERO = Decimal(0)
NOTHING_SAID = "SCORE-14"
NO_VETO = "SCORE-15"
NO_BUSINESS = "SCORE-16"
_LONGEST = 30  # signs that are quoted of a reason
_CLAUSES = re.compile(r"[,，。;；:：!\n]")
_NONE = r"(?:不得分|不计分|[得计记为]?[0零]分)"
_SO = r"(?:故|因此|所以|因而|应|(?:按|依|据|根据)[^本该此这]{0,8})?"
_WHOLE = r"(?:(?:[本该此]|这一?)(?:项指标|指标|行)|整项)"
_ROW_NONE = re.compile(rf"{_SO}{_WHOLE}(?:直接|应|按)?{_NONE}")
_ITEM_NONE = re.compile(rf"{_SO}(?:[本该此]|这一?)项(?:直接|应|按)?{_NONE}")  # of a list it may be one point
_BARE_NONE = re.compile(rf"{_SO}(?:直接|应|按)?{_NONE}")
_VETO = re.compile(r"(?<!不)否决")
_DENIED = re.compile(
    r"(?:没有|没|无|未|不|非)[^否]{0,10}否决|否决[^,]{0,6}(?:未发生|未出现|没有|不存在|不适用)"
)
_BOUND = re.compile(r"\d(?:\.\d+)?(?:%|分)")
_NOTHING = re.compile(r"不得分|不计分|零分|(?<![\d.])0分|扣完(?!为止|即止|为限)|扣光|扣全部|全部扣|全扣")
_ABSENT = re.compile(
    r"(?:因|由于)?(?:\d{4}年度?)?(?:[本我][^,，。;；不没无未]{1,8})?(?:本年度?|当年|全年)?"
    r"(?:[不未]涉及[^,，。;；]{0,16}|不适用|(?:没有|无|未开展|未发生)[^,，。;；]{0,12}业务|(?:没有|无|未开展)[这该此]项(?:工作|活动)?)(?=[,，。;；]|$)"
)
_OTHERWISE = re.compile(r"否决|违|问题|挪|截留|责任|损失|安全")  # 不涉及违纪违法: no business, but a fault


def doubtful_reasons(scorecard: Scorecard, framework: Framework, assessment: Assessment) -> Iterator[Finding]:
    """One warning for each row; a reason that is right all the same is explained."""
    if not assessment.veto:
        return
    notes_veto = any(_VETO.search(line) for line in framework.below)
    for score in scorecard.scores:
        if score.score is None or not score.given_reason or score.reason_fact is None:
            continue
        knows = _knows_veto(score.standard)
        if score.measure == assessment.veto:
            if not (knows or notes_veto):
                yield _no_veto(score, assessment)
        elif score.given_reason.startswith((assessment.veto, assessment.not_applicable or assessment.veto)):
            continue  # declared, or denied
        elif score.score > 0 and _says_nothing_left(score, framework, knows):
            yield _nothing_said(score, assessment, knows)
        elif _says_absent(score) and framework.absent(framework.by_id[score.id]):
            yield _no_business(score, assessment)


def _says_nothing_left(score: Score, framework: Framework, knows_veto: bool) -> bool:
    listed = bool(framework.by_id[score.id].method.point_columns)
    for clause in _CLAUSES.split(same_text(score.given_reason)):
        if _ROW_NONE.fullmatch(clause) or (_VETO.search(clause) and not _DENIED.search(clause)):
            return True
        if not listed and (_ITEM_NONE.fullmatch(clause) or (knows_veto and _BARE_NONE.fullmatch(clause))):
            return True
    return False


def _knows_veto(standard: str) -> bool:
    """Whether something that happened can cost all points, and not only a rate that is too low."""
    return any(
        _VETO.search(clause) or (_NOTHING.search(clause) and not _BOUND.search(_NOTHING.sub("", clause)))
        for clause in _CLAUSES.split(same_text(standard))
    )


def _says_absent(score: Score) -> bool:
    """Beside points that were lost: of a reason beside full marks it is told that nobody prints it."""
    found = _ABSENT.match(same_text(score.given_reason)) if score.deduction else None
    return bool(found and not _OTHERWISE.search(found[0]))


# ------------------------------------------------------------------------------------------ what is told
def _nothing_said(score: Score, assessment: Assessment, knows_veto: bool) -> Finding:
    veto, got = assessment.veto, f"{plain(score.score or ZERO)}分"
    what = f"照填的数得{got}，报告里两样都印"
    if knows_veto:
        mend = f"发生一票否决情形的，写“{veto}：事由”，这一行得0分；没有发生的，改写这一格。"
    else:
        mend = "请核对这一行填的数，或改写这一格；"
        mend += f"评分标准里没有写一票否决，财政部门另有规定的，写“{veto}：事由”，这一行得0分。"
    return _told(NOTHING_SAID, score, what, mend)


def _no_veto(score: Score, assessment: Assessment) -> Finding:
    what = f"这一行的评分标准没有一票否决，照它得{plain(score.score or ZERO)}分"
    mend = f"写错了行的，移到有一票否决的指标；不是一票否决的，改写这一格，不要用“{assessment.veto}”开头。"
    return _told(NO_VETO, score, what, f"{mend}财政部门另有规定的，写一句审核说明。")


def _no_business(score: Score, assessment: Assessment) -> Finding:
    said = assessment.not_applicable
    what = f"照填的数得{plain(score.score or ZERO)}分，没有当作{said}"
    mend = f"没有这项业务的，写“{said}：事由”，并清空有关的数；有这项业务的，改写这一格。"
    return _told(NO_BUSINESS, score, what, mend)


def _told(id_: str, score: Score, what: str, mend: str) -> Finding:
    closing = "" if "审核说明" in mend else "都没有错的，写一句审核说明。"
    return Finding(
        id=id_,
        severity=Severity.WARNING,
        outcome=Outcome.INCONSISTENT,
        label=score.label,
        message=f"{score.named}写了“{cut(score.given_reason, _LONGEST)}”，{what}。",
        place=score.place,
        stated=plain(score.score or ZERO),
        mend=f"{mend}{closing}",
        cells=(score.place,) if score.place else (),
        key=f"{id_}@{score.id}",
        figures=f"{score.given_reason}；{plain(score.score or ZERO)}",
    )
