"""What a text adds to a measure or takes off it: “不含政策性调整”, “涉密支出不纳入计算”, “仅考核项目支出”.

A measure over the workbook's terms has a place for some of it; what it has none for makes it unsure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.frameworks.printed.printed_table import PrintedTable
from jixiao.frameworks.wording.awards import awards
from jixiao.frameworks.wording.texts import POINT, prose, tidy
from jixiao.pack.measure_words import MeasureWords

_CLAUSE = re.compile(r"[,。;:\n()\[\]=]")
_WORD_IN_BRACKETS = re.compile(r"\(([\u4e00-\u9fff]{1,2})\)")  # 因公出国（境）
_BOUND = re.compile(r"\(不?含(?:\d+(?:\.\d+)?%?)?\)")  # 90%（含）以上
_LINE = re.compile(r"[。\n;]")
_JOINED = re.compile(r"[、和与及或等的]")
MOST_LEFT = 1  # characters of a clause that still say nothing


def scope_doubt(
    relation: str, name: str, texts: tuple[str, ...], table: PrintedTable, words: MeasureWords
) -> str:
    """The first clause that changes what is counted and the relation does not hold; else empty."""
    of_row = (clause for text in texts for clause in _clauses(text, words))
    told = (*of_row, *_of_notes(name, table, words))
    clause = next((each for each in told if not _held(each, relation, words)), "")
    return f"“{clause}”没有算进指标值" if clause else ""


def _clauses(text: str, words: MeasureWords) -> Iterator[str]:
    """Those that change the scope of a figure."""
    for clause in _CLAUSE.split(_WORD_IN_BRACKETS.sub(r"\1", _BOUND.sub("", prose(text)))):
        if _says("scope", clause, words) and not _says("no_scope", clause, words):
            yield POINT.sub("", clause)


def _of_notes(name: str, table: PrintedTable, words: MeasureWords) -> Iterator[str]:
    """Of this indicator by its name; of all of them, if none is named, or if it says so."""
    names = {tidy(row.name) for row in table.rows if row.name}
    for line in _LINE.split(prose(table.notes)):
        own, named = tidy(name) in line, any(each in line for each in names)
        general = not named and not _of_other_item(name, line, words)
        changes = _says("of_all_rows", line, words) or _says("taken_off", line, words)
        of_all = _says("of_every_row", line, words) or (general and changes)
        if not awards(line) and (own or of_all):
            yield from _clauses(line, words)


def _of_other_item(name: str, line: str, words: MeasureWords) -> bool:
    """“三公经费含会议费” is about that, and not about the execution."""
    items = [each for each in words.items if each.fits(line)]
    return bool(items) and not any(each.fits(name) for each in items)


def _held(clause: str, relation: str, words: MeasureWords) -> bool:
    """Whether the measure counts as the clause says: without what policy asks for, with what it holds."""
    of_policy = any(term in relation for term in words.names["adjusted_by_policy"])
    kinds = ("scope", "policy_parts") if of_policy and "政策" in clause else ("scope", "known_parts")
    left = clause
    for kind in kinds:
        for pattern in words.names[kind]:
            left = re.sub(pattern, "", left)
    return len(_JOINED.sub("", left)) <= MOST_LEFT and not (
        kinds[1] == "known_parts" and _says("taken_off", clause, words)
    )


def _says(kind: str, text: str, words: MeasureWords) -> bool:
    return any(re.search(pattern, text) for pattern in words.names[kind])
