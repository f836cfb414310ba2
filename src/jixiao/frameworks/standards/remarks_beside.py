"""What a column of remarks beside a standard adds to it: 备注“情节严重的本项不得分”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.frameworks.columns.header_words import header_word, role_of
from jixiao.frameworks.printed.printed_rows import PrintedRow
from jixiao.frameworks.standards.conditions import says
from jixiao.frameworks.standards.rule import RuleReading
from jixiao.frameworks.wording.texts import POINT, prose, tidy
from jixiao.frameworks.wording.words import score_table_words

_SENTENCE = re.compile(r"[。;\n]")
_FIGURE = re.compile(r"\d+(?:\.\d+)?%?")
_OF_TARGET = re.compile("^[^分扣]*(?:目标|要求|标杆|标准|计划)[^分扣]*$")
_OF_WHO_FILLED_IT = ("score", "actual")


def remarks_beside(row: PrintedRow, rule: RuleReading, standard: str, explanation: str) -> Iterator[str]:
    """Rules and targets in such a column of an empty table; where it was filled in, they are its reasons."""
    if not rule.type or _filled(row):
        return
    told = tidy(prose(f"{standard}\n{explanation}"))
    for key, text in row.cells.items():
        head = header_word(key.partition("#")[0])
        if head not in score_table_words().rows["remark_columns"]:
            continue
        for sentence in _SENTENCE.split(prose(text)):
            if says("beside_rule", sentence) and not _known(tidy(sentence), told):
                yield f"“{head}”栏里写着“{POINT.sub('', sentence)}”，没有纳入计分"


def _known(sentence: str, told: str) -> bool:
    """Whether the standard says it, too, or counts from the target that it names."""
    figures = _FIGURE.findall(sentence) if _OF_TARGET.search(sentence) else []
    return sentence in told or (bool(figures) and all(each in told for each in figures))


def _filled(row: PrintedRow) -> bool:
    """Whether somebody has entered values or scores."""
    entered = (key for key, text in row.cells.items() if text.strip())
    return any(role_of(key.partition("#")[0]) in _OF_WHO_FILLED_IT for key in entered)
