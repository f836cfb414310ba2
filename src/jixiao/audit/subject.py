"""What a report is about: which year, and whether it is a budget."""

from __future__ import annotations

import re
from collections import Counter

import msgspec

from jixiao.audit.report_text import ReportText

_TITLED = re.compile(r"((?:19|20)\d\d)年?度?[^。，；]{0,30}?(决算|预算|自评|评价|绩效|项目支出)")
_FIRST = 60  # passages among which the title stands
_LONGEST = 60
_TITLES = 4  # passages among which the title stands
_TITLE = 40
_KINDS = re.compile("预算|决算|自评|评价|绩效")
_LATER = re.compile("决算|自评|评价|绩效|执行")


class ReportSubject(msgspec.Struct, frozen=True):
    """`year`: 0 if the report does not say."""

    year: int = 0
    budget: bool = False


def subject_of(text: ReportText) -> ReportSubject:
    """By the titles and headings, in which the year of the report stands; else by the year named most."""
    years: Counter[int] = Counter()
    kinds: Counter[str] = Counter()
    for position, passage in enumerate(text.passages):
        if len(passage.text) <= _LONGEST and (match := _TITLED.search(passage.text)):
            weight = 3 if position < 5 else 2 if position < _FIRST else 1
            years[int(match[1])] += weight
            kinds[match[2]] += weight
    if not years:
        for passage in text.passages:
            for year in re.findall(r"((?:19|20)\d\d)年度?(?!以前|\d)", passage.text):
                years[int(year)] += 1
    return ReportSubject(years.most_common(1)[0][0] if years else 0, _is_budget(text, kinds))


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
