"""What a report is about: which year, and whether it is a budget."""

from __future__ import annotations

import re
from collections import Counter

import msgspec

from jixiao.audit.document.report_text import ReportText

_TITLED = re.compile(r"((?:19|20)\d\d)年?度?[^。，；]{0,30}?(决算|预算|自评|评价|绩效|项目支出)")
_YEAR = re.compile(r"((?:19|20)\d\d)年度?(?!以前|\d)")
_WRITTEN = re.compile(r"[二2][〇○零Oo0][〇○零Oo一二三四五六七八九]{2}(?=年)")  # 二〇二四年度
_DIGITS = str.maketrans("〇○零Oo一二三四五六七八九", "00000123456789")
_SINCE = re.compile(
    "购置|购入|购买|采购的|建成|建造|修建|竣工|投用|启用|成立|出厂|(?:投入|开始|交付)使用"
)  # since when a thing is there
_SIGNED = re.compile(r"[^，。；：\d]{0,40}(?:19|20)\d\d年\d{1,2}月(?:\d{1,2}日)?")
_SPAN = re.compile(r"(20\d\d)年?度?(?:-|—|－|–|~|～|至|到)+(20\d\d)年度")
_MOST_YEARS = 5
_FIRST = 60  # passages among which the title stands
_LONGEST = 60
_TITLES = 4  # passages among which the title stands
_TITLE = 40
_KINDS = re.compile("预算|决算|自评|评价|绩效")
_LATER = re.compile("决算|自评|评价|绩效|执行")


class ReportSubject(msgspec.Struct, frozen=True):
    """`year`: 0 if the report does not say it, or is about several."""

    year: int = 0
    budget: bool = False


def subject_of(text: ReportText) -> ReportSubject:
    """By the titles and headings, in which the year of the report stands; else by the year named most."""
    years: Counter[int] = Counter()
    kinds: Counter[str] = Counter()
    for position, passage in enumerate(text.passages):
        match = _TITLED.search(_SPAN.sub("", _in_digits(passage.text))) if not passage.row else None
        if match and len(passage.text) <= _LONGEST:
            weight = 3 if position < 5 else 2 if position < _FIRST else 1
            years[int(match[1])] += weight
            kinds[match[2]] += weight
    if not years:
        for passage in text.passages:
            years.update(_years_in(_in_digits(passage.text)))
        if _is_of_several(text):
            return ReportSubject(0, _is_budget(text, kinds))
    return ReportSubject(years.most_common(1)[0][0] if years else 0, _is_budget(text, kinds))


def _is_of_several(text: ReportText) -> bool:
    """2023—2024年度专项资金绩效评价: whether a report with no year in its title says that of several."""
    spans = [span for passage in text.passages[:_FIRST] for span in _SPAN.finditer(passage.text)]
    return any(0 < int(span[2]) - int(span[1]) <= _MOST_YEARS for span in spans)


def _in_digits(text: str) -> str:
    return _WRITTEN.sub(lambda year: year[0].translate(_DIGITS), text)


def _years_in(text: str) -> list[int]:
    """The years that a passage speaks of: not that of a purchase, nor the day of a signature."""
    clauses = [] if _SIGNED.fullmatch(text) else re.split("[，。；]", text)
    return [int(year) for one in clauses if not _SINCE.search(one) for year in _YEAR.findall(one)]


def _is_budget(text: ReportText, kinds: Counter[str]) -> bool:
    """By its first title; where that says neither, by what it speaks of more."""
    titled = [p.text for p in text.passages[:_TITLES] if len(p.text) <= _TITLE and _KINDS.search(p.text)]
    if titled:
        return "预算" in titled[0] and not _LATER.search(titled[0])
    whole = "".join(passage.text for passage in text.passages)
    if not kinds:
        return "决算" not in whole and "部门预算" in whole and "自评" not in whole
    spoken = whole.count("决算") < whole.count("预算安排") + whole.count("预算数")
    return kinds["预算"] > kinds["决算"] and spoken
