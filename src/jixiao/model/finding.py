"""A finding: one thing an accountant should look at, as a value; its sentence is made once."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from jixiao.model.fact import Place
from jixiao.model.outcome import Outcome, Severity
from jixiao.model.quotes import nested


class Correction(msgspec.Struct, frozen=True):
    """One cell of a suggestion; texts in the unit of the workbook."""

    place: Place | None
    label: str
    stated: str
    needed: str


class Suggestion(msgspec.Struct, frozen=True):
    """What is probably wrong, in one sentence: cells that, mended, would satisfy the broken relations.

    `corrections` is empty where only a side of a relation can be named. Nothing is corrected by itself.
    """

    message: str
    reason: str
    corrections: tuple[Correction, ...] = ()


class Finding(msgspec.Struct, frozen=True):
    """What was found, where, and how to mend it.

    `stated`, `expected` and `difference` are texts in the unit of the workbook, empty where the
    finding is not about a figure; `amounts` tells whether they are amounts. `key` stays the same from run
    to run: an explanation hangs on it, and holds for `figures` (see checks/explained_figures.py). `follows`
    is the key of the finding that comes of the same slip and says what it is.
    """

    id: str
    severity: Severity
    outcome: Outcome
    label: str
    message: str
    place: Place | None = None
    stated: str = ""
    expected: str = ""
    difference: str = ""
    amounts: bool = False
    mend: str = ""
    cells: tuple[Place, ...] = ()
    key: str = ""
    title: str = ""  # what should hold, for a report that says why it does not
    explanation: str = ""
    figures: str = ""
    suggestions: tuple[Suggestion, ...] = ()
    follows: str = ""

    @property
    def open(self) -> bool:
        """True for what still stops a clean result: errors, and warnings without explanation."""
        return self.outcome is not Outcome.EXPLAINED and self.severity is not Severity.NOTE


def with_nested_quotes(finding: Finding) -> Finding:
    """The finding as people read it; texts that stand in cells are quoted like labels."""
    replace = msgspec.structs.replace
    suggestions = tuple(replace(one, message=nested(one.message)) for one in finding.suggestions)
    message, mend = nested(finding.message), nested(finding.mend)
    return replace(finding, message=message, mend=mend, suggestions=suggestions)


def with_those_behind(findings: Iterable[Finding]) -> list[tuple[Finding, list[Finding]]]:
    """Each finding that stands for itself, with those that follow it; they come in this order."""
    found: list[tuple[Finding, list[Finding]]] = []
    for finding in findings:
        if finding.follows:
            found[-1][1].append(finding)
        else:
            found.append((finding, []))
    return found


class CheckResult(msgspec.Struct, frozen=True):
    """A check that found nothing: it passed `times` times, or it was not checked for a reason."""

    id: str
    title: str
    outcome: Outcome
    times: int = 0
    reason: str = ""
