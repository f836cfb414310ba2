"""Notes about a rate of any row: 完成率低于60%的不得分."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from jixiao.frameworks.standards.rule import RuleReading
from jixiao.frameworks.wording.numbered_notes import MOST_SIGNS
from jixiao.frameworks.wording.texts import POINT, prose, tidy
from jixiao.frameworks.wording.words import score_table_words

_SENTENCE = re.compile(r"[。;\n]")
_SHARES = ("execution", "proportional")
_SUBJECT = re.compile(r"([\u4e00-\u9fff]*?)(?:低于|不足|小于|未达到?|不到|达不到|<|超过|高于|大于|超出|>)")
_OF_ALL = re.compile(
    r"^(?:按.*的|凡|各|每个?|所有|定量|单项|三级)*(?:指标|项目|任务|目标)?的?(?:实际)?(?:完成|实现|达成)?(?:率|值|比例|情况)?$"
)
_BEGUN = re.compile(r"^(?:备?注|说明|附注):")
_OF_ONE_WAY = re.compile(
    r"(?:凡|对于?|所有)?(?:采用|按照?)[^,:;。\d]{1,10}(?:计分|评分|得分|计算)[^,:;。]{0,6}[,:]|[^,:;。]{1,10}法:|(?:方法|公式|方式)[^,:;。]{1,4}:"
)
_LONGEST = 60  # characters that are quoted


def thresholds_of_all(rule: RuleReading, name: str, notes: str) -> Iterator[str]:
    """What the notes say of a rate below or beyond some figure, where the rule knows of none."""
    if rule.type not in _SHARES or "zero_below" in rule.parameters or rule.parameters.get("inverse"):
        return
    for sentence in _thresholds(notes):
        if _is_about(sentence, name):
            yield f"表下另有规则“{sentence[:_LONGEST]}”，适不适用这个指标，不清楚"


@lru_cache(8)
def _thresholds(notes: str) -> tuple[str, ...]:
    """The sentences that give nothing from some figure on; none about the whole score."""
    words = score_table_words()
    said = (each for each in _sentences(notes[:MOST_SIGNS]) if words.found(words.forms, "threshold", each))
    return tuple(each for each in said if words.found(words.rows, "telling_of_whole", each) is None)


def _is_about(sentence: str, name: str) -> bool:
    """Whether what is compared is any rate, or that of the row."""
    match = _SUBJECT.search(sentence)
    subject = match[1] if match else ""
    return _OF_ALL.match(subject) is not None or subject in tidy(name)


def _sentences(notes: str) -> Iterator[str]:
    """Of each note; none of those that say how one way of scoring is meant."""
    for line in prose(notes).split("\n"):
        plain = _BEGUN.sub("", POINT.sub("", line))
        if not _OF_ONE_WAY.match(plain):
            yield from (each.strip("()") for each in _SENTENCE.split(plain) if each.strip("()"))
