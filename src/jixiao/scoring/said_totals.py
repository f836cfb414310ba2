"""Paragraphs that say what the unit has scored, held against the score table that is printed beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from jixiao.model.fact import Fact, Kind, Record, places_of
from jixiao.model.figures import plain
from jixiao.model.finding import Finding
from jixiao.model.outcome import Outcome, Severity
from jixiao.model.scorecard import Scorecard

SAID_TOTAL = "SCORE-11"
_SENTENCE = re.compile(r"[^。；;！!\n]+")
_TOTAL = re.compile(
    r"自评(?:综合|最终|最后)?(?:总得分|得分|总分|总评分|评分|分数?)(?:为|是|共|达到?|：|:)*"
    r"(?P<said>\d{1,3}(?:\.\d+)?)分"
)
_GRADE = re.compile(
    r"(?:评为|评定为|等级(?:评定)?[为是：:]|等次[为是：:]|结果[为是：:])[“”\"]?"
    r"(?P<said>优秀|良好|较好|一般|较差|不合格|合格|优|良|中|差)"
)
_OTHERS = re.compile(  # of whom or what else a sentence may give the score
    r"上年|去年|上一年|往年|历年|项目|指标|一级|二级|投入|过程|产出|效益|满意度|复[核评审]"
    r"|平均|目标|力争|确保|预计|所属|下属|各单位|[^\d]以上"
)
_YEAR = re.compile(r"(20\d\d)年")


def said_totals(record: Record, scorecard: Scorecard, year: int | None) -> Iterator[Finding]:
    """One warning for a paragraph with another score or another grade."""
    if not (scorecard.complete and scorecard.scores):
        return
    for fact in record.walk():
        if fact.kind is Kind.PARAGRAPH and fact.filled and "自评" in fact.text:
            for sentence in _SENTENCE.findall(fact.text):
                if quoted := _otherwise(sentence, scorecard, year):
                    yield _told(fact, quoted, scorecard)
                    break


def _otherwise(sentence: str, scorecard: Scorecard, year: int | None) -> str:
    """What of a sentence says something else; empty if nothing does, or if it is about something else."""
    before, own, _ = sentence.partition("自评")
    years = _YEAR.findall(before)
    if not own or _OTHERS.search(sentence) or (years and int(years[-1]) != year):
        return ""
    total, grade = _TOTAL.search(sentence), _GRADE.search(sentence, len(before))
    wrong = [total] if total and not _is_about(total["said"], scorecard.total) else []
    if grade and scorecard.grade and not _same_grade(grade["said"], scorecard.grade):
        wrong.append(grade)
    found = [each for each in wrong if each]
    if not found:
        return ""
    start = sentence.rfind("，", 0, min(each.start() for each in found)) + 1
    return f"{'…' if start else ''}{sentence[start : max(each.end() for each in found)].strip()}"


def _is_about(said: str, total: Decimal) -> bool:
    """Whether the total, rounded to as many places, is what is said."""
    number = Decimal(said)
    return abs(number - total) <= Decimal(1).scaleb(int(number.as_tuple().exponent)) / 2


def _same_grade(said: str, grade: str) -> bool:
    """优 and 优秀 are one; 合格 and 不合格 are not."""
    return said.startswith(grade) or grade.startswith(said)


def _told(fact: Fact, quoted: str, scorecard: Scorecard) -> Finding:
    graded = f"，等级“{scorecard.grade}”" if scorecard.grade else ""
    return Finding(
        id=SAID_TOTAL,
        severity=Severity.WARNING,
        outcome=Outcome.INCONSISTENT,
        label=fact.label,
        message=f"{fact.lead}文字写的是“{quoted}”，评分表是{plain(scorecard.total)}分{graded}，报告里会前后不一。",
        place=fact.place,
        stated=quoted,
        expected=plain(scorecard.total),
        mend="请改这段文字，或核对评分；说的是另一次评价的，请在审核说明中写明。",
        cells=places_of([fact]),
        key=f"{SAID_TOTAL}@{fact.place}",
    )
