"""Sentences of a standard that stand behind or between its awards, and that no reader has taken."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.frameworks.standards.conditions import is_rest, says
from jixiao.frameworks.standards.rule import RuleReading
from jixiao.frameworks.standards.span import span_in
from jixiao.frameworks.standards.standard import Clause, Standard
from jixiao.frameworks.wording.texts import POINT, tidy

_SENTENCE = re.compile(r"[。;,\n]")
_FORMULA = re.compile(r"[=÷/×*]")
_EDGES = "()[]:.,、 "
_OF_POINTS = (
    "each_violation",
    "checklist",
    "graded",
    "graded_range",
)  # what numbered points say is no rule of its own
_OF_ONE_FULL = ("per_point", "each_violation", "linear", "execution", "proportional")
_BY_FORMULA = ("execution", "proportional", "linear")
FEWEST = 3  # characters that can say something


def left_over(standard: Standard, rule: RuleReading) -> Iterator[str]:
    """Those that may change the score."""
    if rule.type in _BY_FORMULA or not standard.clauses:
        said = (each for each in _sentences([standard.tail]) if not _FORMULA.search(each))
        yield from (each for each in said if says("other_rule", each))
        return
    first, *others = standard.clauses
    yield from (each for each in _sentences(first.before) if says("other_rule", each))
    behind = [*(text for clause in others for text in clause.before), standard.tail]
    for sentence in _sentences(behind):
        pointed = rule.type in _OF_POINTS and (POINT.match(sentence) or says("below_points", sentence + ")"))
        if says("other_rule", sentence) or not (pointed or _quiet(sentence, standard)):
            yield POINT.sub("", sentence)


def second_full(standard: Standard, rule: RuleReading) -> Iterator[Clause]:
    """“涉密部门得满分” beside another full score: of whom the rule says nothing."""
    if rule.type not in _OF_ONE_FULL:
        return
    awards = [clause for clause in standard.of("award", "full") if standard.score(clause) == standard.full]
    for number, clause in enumerate(awards):
        text = clause.condition.rpartition(",")[2]
        if len(text) < FEWEST or _FORMULA.search(text) or not (number or says("of_whom", text)):
            continue
        spoken = any(says(kind, text) for kind in ("all_met", "complete")) or is_rest(text)
        if not spoken and POINT.match(text) is None and span_in(text, standard.name) is None:
            yield clause


def _sentences(texts: Iterator[str] | list[str] | tuple[str, ...]) -> Iterator[str]:
    for text in texts:
        for sentence in _SENTENCE.split(text):
            plain = sentence.strip(_EDGES)
            if len(plain) >= FEWEST:
                yield plain


def _quiet(sentence: str, standard: Standard) -> bool:
    """The indicator's name, a formula, or what says nothing of the score."""
    return (
        sentence in tidy(standard.name)
        or _FORMULA.search(sentence) is not None
        or says("quiet_sentence", sentence)
    )
