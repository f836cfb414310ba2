"""Rules for a row that stand beside its standard: in its explanation, or in a note that names it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from jixiao.frameworks.standards.rate_span import HIGHEST_RATE
from jixiao.frameworks.standards.rounding_below import PART_OF_STEP
from jixiao.frameworks.standards.rule import RuleReading
from jixiao.frameworks.standards.unused_figures import figures_of
from jixiao.frameworks.wording.awards import awards
from jixiao.frameworks.wording.texts import POINT, prose, tidy
from jixiao.frameworks.wording.words import score_table_words
from jixiao.model.figures import percent

_SENTENCE = re.compile(r"[。;\n]")
_POINTS = re.compile(r"分|[扣减]\d")  # 目标值为97% gives none
_SCORE = re.compile(r"(\d+(?:\.\d+)?)分")
_RATE = re.compile(r"(\d+(?:\.\d+)?)%")
_EDGES = ("以上", "以下", "以内")
_IN_RANGES = ("band", "per_point", "linear")
_OF_POINTS = ("checklist", "each_violation")


def rules_beside(name: str, standard: str, explanation: str, notes: str, rule: RuleReading) -> Iterator[str]:
    """Why a rule that was read from the standard alone is not sure."""
    if not rule.type or not standard.strip():
        return
    told = tidy(prose(standard))
    for sentence in _rules(explanation):
        if tidy(sentence) not in told and not _same_points(sentence, rule):
            yield f"指标解释里另有规则“{POINT.sub('', sentence)}”{_unlike(sentence, rule)}"
    for sentence in _rules(notes):
        taken = rule.type == "per_point" and not rule.silent and PART_OF_STEP.search(sentence)
        if not taken and tidy(name) and tidy(name) in tidy(sentence) and tidy(sentence) not in told:
            yield f"表下另有规则“{POINT.sub('', sentence)}”"


def _unlike(sentence: str, rule: RuleReading) -> str:
    """The ends of ranges in the standard, where the sentence has others."""
    ends = [band["upper"] for band in rule.parameters.get("bands", ()) if "upper" in band]
    ends += [rule.parameters[key] for key in ("limit", "full_at") if key in rule.parameters]
    rates = [Decimal(each) / 100 for each in _RATE.findall(sentence.replace("×100%", ""))]
    others = [percent(Decimal(end)) for end in ends if Decimal(end) <= HIGHEST_RATE]
    unlike = rates and others and not {Decimal(end) for end in ends} & set(rates)
    return f"，评分标准里的界限是{'、'.join(others)}" if unlike else ""


def edges_beside(standard: str, notes: str, rule: RuleReading) -> Iterator[str]:
    """“以上不含本数” below the table, of ranges that are read as if it did."""
    words = score_table_words()
    said = words.found(words.conditions, "edges_turned", prose(notes))
    if said and rule.type in _IN_RANGES and any(word in standard for word in _EDGES):
        yield f"表下写着“{said[0]}”，分档的界限请核对"


def _rules(text: str) -> Iterator[str]:
    """The sentences that give or take points, but for those who have no such case."""
    words = score_table_words()
    for sentence in _SENTENCE.split(prose(text)):
        if awards(sentence) and _POINTS.search(sentence) and not words.said("no_case", sentence):
            yield sentence


def _same_points(sentence: str, rule: RuleReading) -> bool:
    """“①目标明确（2分）” beside “每符合一项得2分”: said twice."""
    scores = [Decimal(score) for score in _SCORE.findall(sentence)]
    given = set(figures_of(rule.parameters))
    return rule.type in _OF_POINTS and bool(scores) and all(score in given for score in scores)
