"""The grades that the notes under a table give: 90分（含）以上为优 …; else those of 财预〔2020〕10号."""

from __future__ import annotations

from decimal import Decimal

from jixiao.frameworks.texts import prose
from jixiao.frameworks.words import score_table_words

Grades = tuple[tuple[str, Decimal], ...]
FEWEST = 3


def grades_of(notes: str) -> Grades:
    """Names with the lowest score of each, best first; the last begins at 0."""
    words = score_table_words()
    found = [
        (match["name"], Decimal(match["n"]))
        for pattern in words.patterns(words.rows, "grades")
        for match in pattern.finditer(prose(notes))
    ]
    lowest = [value for _, value in found]
    if len(found) + 1 < FEWEST or lowest != sorted(set(lowest), reverse=True):
        return usual_grades()
    worst = next(
        (
            match["name"]
            for each in words.patterns(words.rows, "worst_grade")
            if (match := each.search(prose(notes)))
        ),
        "",
    )
    return (*found, (worst, Decimal(0))) if worst else usual_grades()


def usual_grades() -> Grades:
    """Where the table says nothing."""
    return tuple((name, Decimal(value)) for name, value in score_table_words().grades.items())
