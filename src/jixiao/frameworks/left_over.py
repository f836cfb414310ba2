"""Sentences of a standard that stand behind or between its awards, and that no reader has taken."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.frameworks.conditions import says
from jixiao.frameworks.rule import RuleReading
from jixiao.frameworks.standard import Standard
from jixiao.frameworks.texts import POINT, tidy

_SENTENCE = re.compile(r"[。;,\n]")
_FORMULA = re.compile(r"[=÷/×*]")
_EDGES = "()[]:.,、 "
_OF_POINTS = (
    "each_violation",
    "checklist",
    "graded",
    "graded_range",
)  # what numbered points say is no rule of its own
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
