"""Conditions about another rate than the indicator's: 结余比例≤5% of 预算执行率."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.frameworks.standards.conditions import says
from jixiao.frameworks.standards.rule import RuleReading
from jixiao.frameworks.standards.span import span_in
from jixiao.frameworks.standards.standard import Standard
from jixiao.frameworks.wording.texts import POINT, tidy
from jixiao.frameworks.wording.words import score_table_words

_OF_RATES = ("band", "per_point", "linear", "proportional")
_NAMED = re.compile(r"[\u4e00-\u9fff]{2,14}?(?:率|比例|比重|占比)(?!先)")
_KIND = 2  # characters at the end of a rate's name that say its kind


def other_subjects(standard: Standard, rule: RuleReading) -> Iterator[str]:
    """A sentence for each condition whose rate cannot be the indicator's."""
    if rule.type not in _OF_RATES:
        return
    name = tidy(standard.name)
    for clause in standard.clauses:
        if span_in(clause.condition, standard.name) is None:
            continue
        text = POINT.sub("", clause.condition)
        if says("remainder", text) != says("remainder", name) and (
            says("remainder", text) or says("spent_share", text)
        ):
            yield f"“{text}”说的不是“{name}”"
        elif other := next(filter(None, (_other(match, name) for match in _NAMED.findall(text))), ""):
            yield f"“{other}”不一定就是“{name}”"


def _other(named: str, name: str) -> str:
    """A rate of the same kind whose subject the name does not have; empty for one that may be the same."""
    words = score_table_words()
    bare = re.sub(f"^(?:{words.any_of('harmless')})+", "", named)
    subject = bare[: -_KIND - 1]
    if name in named or name[: -_KIND - 1] in subject:
        return ""  # 绩效目标申报覆盖率 of 申报覆盖率
    alike = bare[-_KIND - 1 :] == name[-_KIND - 1 :]
    return (
        bare
        if alike and len(subject) > _KIND and subject not in name and not set(subject) <= set(name)
        else ""
    )
