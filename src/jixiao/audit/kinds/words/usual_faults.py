"""What several kinds of words find: a wrong year, another unit's name, another item's purpose."""

from __future__ import annotations

import re

from jixiao.audit.document.finding import AuditKind
from jixiao.audit.document.passage import Passage, Span
from jixiao.audit.wording_fault import WordingFault

_DIGITS = 4  # of a year


def year_span(match: re.Match[str]) -> Span:
    """The group `year` of a match, with the 年 behind it."""
    start = match.start("year")
    return start, start + _DIGITS + 1


def year_fault(passage: Passage, wrong: Span, right: str, why: str, quoted: Span) -> WordingFault:
    """2021年 where `right` is 2024年; 2021年度 where it is 2024年度."""
    said = passage.text[wrong[0] : wrong[0] + _DIGITS] + ("年度" if right.endswith("年度") else "年")
    mend = f"请核对，似应为{right}。"
    return WordingFault("YEAR", AuditKind.NAMING, passage, wrong, right, f"{why}。", mend, said, quoted)


def unit_name_fault(passage: Passage, wrong: Span, own: str, why: str, quoted: Span) -> WordingFault:
    """县水利局 in a report of another office."""
    message = f"{why}，像是别的单位的文字没有改。"
    return WordingFault(
        "UNIT-NAME", AuditKind.NAMING, passage, wrong, own, message, "请核对单位名称。", quoted=quoted
    )


def purpose_fault(
    fault: str, passage: Passage, wrong: Span, name: str, why: str, quoted: Span, word: str = "用途"
) -> WordingFault:
    """What something called `name` is said to be for, and is not."""
    message = f"“{name}”的{word}写的是“{passage.text[slice(*wrong)]}”，{why}。"
    mend = f"请改写“{name}”的{word}。"
    return WordingFault(fault, AuditKind.NAMING, passage, wrong, name, message, mend, quoted=quoted)
