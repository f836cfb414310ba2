"""Figures without their unit: 支出决算为12.30，完成年初预算的95.1, 扣2.50."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.audit.context import AuditContext
from jixiao.audit.document.finding import AuditKind
from jixiao.audit.document.passage import Passage
from jixiao.audit.wording.word_part import either
from jixiao.audit.wording.words import UnitTerms
from jixiao.audit.wording_fault import WordingFault

_NUMBER = r"(?P<figure>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d{1,2}|\d+)"
_END = r"(?=[，。；、）]|主要)"
_BOUND = r"(?=以上|以下|以内|左右)"
_UNITS = re.compile(r"\d(?:万元|元)")
_POINTS = re.compile(r"\d分(?![之钟])")
_LISTED = re.compile(  # among amounts: 电子政务186.40万元，机关食堂143.60。
    r"\d(?:万元|元)[，、；](?P<name>(?!占|增长|下降|得分)[\u4e00-\u9fff]{2,20})(?P<figure>\d+\.\d{2})(?=[，。；、])"
)
_SCORED = re.compile(  # among points: 产出38.50分、预算执行18.00。
    r"\d分[，、；](?!扣|得)[\u4e00-\u9fff]{2,12}(?P<figure>\d+\.\d{1,2})(?=[。；，、])"
)
_SHARES = re.compile(r"占\d[\d.]*%")
_BESIDE = re.compile(r"\d%[，（]?(?:年初|年度|预期|绩效)?$")
_AROUND = 12
_MOST = 120  # a rate beyond it is none


def missing_units(context: AuditContext) -> Iterator[WordingFault]:
    """Each figure behind a word of money, a rate or points that has no unit where its neighbours have one."""
    money, rate, named, points = _patterns(context.words.units)
    never = re.compile(context.words.units.never)
    texts = [passage.text for passage in context.text.prose]
    amounts, scored = any(map(_UNITS.search, texts)), any(map(_POINTS.search, texts))
    rated = sum(text.count("%") for text in texts) > 1
    for passage in context.text.prose:
        taken = set[int]()
        for match in rate.finditer(passage.text) if amounts else ():
            taken.add(match.start("figure"))
            nought = match["figure"] == "0" and _SHARES.search(passage.text)
            if "." in match["figure"] or match["figure"] == "100" or nought:
                yield _fault(passage, match, "%", "百分号")
        for match in named.finditer(passage.text) if rated else ():
            bare = match["name"].endswith("值") and not _BESIDE.search(passage.text, 0, match.start())
            if match.start("figure") in taken or never.search(match["name"]) or bare or not _is_rate(match):
                continue
            taken.add(match.start("figure"))
            yield _fault(passage, match, "%", "百分号")
        for match in money.finditer(passage.text) if amounts else ():
            if match.start("figure") not in taken and "." in match["figure"]:
                yield _fault(passage, match, _unit(passage), "单位")
            taken.add(match.start("figure"))
        for match in _LISTED.finditer(passage.text) if amounts else ():
            if match.start("figure") not in taken and not never.search(match["name"]):
                yield _fault(passage, match, _unit(passage), "单位")
        for match in _SCORED.finditer(passage.text) if scored else ():
            if match.start("figure") not in taken:
                yield _fault(passage, match, "分", "“分”")
        for match in points.finditer(passage.text) if scored else ():
            if "." in match["figure"] or _POINTS.search(passage.text):
                yield _fault(passage, match, "分", "“分”")


def _patterns(terms: UnitTerms) -> tuple[re.Pattern[str], ...]:
    """Amounts, rates by their verbs, rates by their names, points."""
    return (
        re.compile(rf"(?:{either(terms.money)})(?:为|了|共|共计)?{_NUMBER}(?:{_END}|(?=的\d))"),
        re.compile(
            r"(?:(?:增长|下降|上升|降低|占比|占|占比为|执行率|完成率|支付率|到位率)(?:了|为|约)?|"
            r"(?:完成|占)[^，。；\d]{0,20}(?:预算|支出|收入|合计|总额|总计|金额|决算|资金)数?的|"
            r"(?:完成|占)[^，。；\d]{0,20}\d[\d.,]*(?:万元|元)的)"
            rf"{_NUMBER}{_END}"
        ),
        re.compile(
            rf"(?P<name>[\u4e00-\u9fff]{{2,10}}(?:{either(terms.rates)})|增长|下降|提高|降低)"
            r"(?:(?:(?:仅|只|才|已|均|就|也|约|近|高)?(?:达到?|为|是|有)|提高到|提升到|不低于|(?P<than>低于|高于|超过|不足)|大于|≥|≧|了|约|仅)?)"
            rf"{_NUMBER}(?P<bound>{_BOUND})?{_END[:-1]}|以上|以下|以内|左右)"
        ),
        re.compile(rf"(?<![获取])(?:{either(terms.points)})(?:了|为|共)?{_NUMBER}(?=[，。；、）])"),
    )


def _is_rate(match: re.Match[str]) -> bool:
    """A figure that can be one per cent or more: with decimals, a hundred, or with 以上 behind it."""
    digits = match["figure"].replace(",", "")
    if match["name"] in ("增长", "下降", "提高", "降低"):
        return match["bound"] is not None
    if match["name"].endswith("值"):  # beside a rate
        return float(digits) <= _MOST
    limited = match["bound"] is not None or match["than"] is not None
    return float(digits) <= _MOST and ("." in digits or digits == "100" or limited)


def _unit(passage: Passage) -> str:
    """The unit that the other amounts of the paragraph have."""
    return "元" if passage.text.count("元") > 2 * passage.text.count("万元") else "万元"


def _fault(passage: Passage, match: re.Match[str], unit: str, what: str) -> WordingFault:
    figure = match["figure"]
    return WordingFault(
        "UNIT-MISSING",
        AuditKind.NAMING,
        passage,
        match.span("figure"),
        figure + unit,
        f"“{match[0]}”后面没有{what}，应是{figure}{unit}。",
        f"请补上“{unit}”。",
        stated=figure,
        quoted=passage.around(match.span(), _AROUND, 0),
    )
