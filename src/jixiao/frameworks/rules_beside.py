"""Rules for a row that stand beside its standard: in its explanation, or in a note that names it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from jixiao.frameworks.awards import awards
from jixiao.frameworks.rule import RuleReading
from jixiao.frameworks.texts import POINT, prose, tidy
from jixiao.frameworks.unused_figures import figures_of
from jixiao.frameworks.words import score_table_words

_SENTENCE = re.compile(r"[。;\n]")
_SCORE = re.compile(r"(\d+(?:\.\d+)?)分")
_OF_POINTS = ("checklist", "each_violation")


def rules_beside(name: str, standard: str, explanation: str, notes: str, rule: RuleReading) -> Iterator[str]:
    """Why a rule that was read from the standard alone is not sure."""
    if not rule.type or not awards(standard):
        return
    told = tidy(prose(standard))
    for sentence in _rules(explanation):
        if tidy(sentence) not in told and not _same_points(sentence, rule):
            yield f"指标解释里另有规则“{POINT.sub('', sentence)}”"
    for sentence in _rules(notes):
        if tidy(name) and tidy(name) in tidy(sentence) and tidy(sentence) not in told:
            yield f"表下另有规则“{POINT.sub('', sentence)}”"


def _rules(text: str) -> Iterator[str]:
    """The sentences that give or take points, but for those who have no such case."""
    words = score_table_words()
    for sentence in _SENTENCE.split(prose(text)):
        if awards(sentence) and "分" in sentence and not words.said("no_case", sentence):
            yield sentence


def _same_points(sentence: str, rule: RuleReading) -> bool:
    """“①目标明确（2分）” beside “每符合一项得2分”: said twice."""
    scores = [Decimal(score) for score in _SCORE.findall(sentence)]
    given = set(figures_of(rule.parameters))
    return rule.type in _OF_POINTS and bool(scores) and all(score in given for score in scores)
