"""Figures without their unit: 支出决算为12.30，完成年初预算的95.1."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.audit.context import AuditContext, WordingFault
from jixiao.audit.finding import AuditKind
from jixiao.audit.passage import Passage
from jixiao.model.outcome import Severity

_NUMBER = r"(?P<figure>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d{1,2}|\d+)(?=[，。；、）]|主要)"
_MONEY = re.compile(
    r"(?:支出|收入|经费|预算|决算|资金|费|补助|预算安排|资金总额|金额|拨款|合计|总额|总计|增加|减少|年初预算|决算数|预算数|执行数)"
    rf"(?:为|了|共|共计)?{_NUMBER}"
)
_RATE = re.compile(
    r"(?:(?:增长|下降|上升|降低|占比|占|占比为|执行率|完成率|支付率|到位率)(?:了|为|约)?|"
    rf"(?:完成|占)[^，。；\d]{{0,20}}(?:预算|支出|收入|合计|总额|总计)数?的){_NUMBER}"
)
_UNITS = re.compile(r"\d(?:万元|元)")


def missing_units(context: AuditContext) -> Iterator[WordingFault]:
    """Each figure behind a word of money or of a rate that has no unit where its neighbours have one."""
    if not any(_UNITS.search(passage.text) for passage in context.text.prose):
        return
    for passage in context.text.prose:
        rates = list(_RATE.finditer(passage.text))
        for match in rates:
            if "." in match["figure"] or match["figure"] == "100":
                yield _fault(passage, match, "%", "百分号")
        taken = {match.start("figure") for match in rates}
        for match in _MONEY.finditer(passage.text):
            if match.start("figure") not in taken and "." in match["figure"]:
                yield _fault(passage, match, _unit(passage), "单位")


def _unit(passage: Passage) -> str:
    """The unit that the other amounts of the paragraph have."""
    return "元" if passage.text.count("元") > 2 * passage.text.count("万元") else "万元"


def _fault(passage: Passage, match: re.Match[str], unit: str, what: str) -> WordingFault:
    figure = match["figure"]
    return WordingFault(
        "UNIT-MISSING",
        AuditKind.NAMING,
        passage,
        match.start(),
        match.end(),
        figure,
        figure + unit,
        f"“{match[0]}”后面没有{what}，应是{figure}{unit}。",
        f"请补上“{unit}”。",
        Severity.WARNING,
        (),
        match.span("figure"),
    )
