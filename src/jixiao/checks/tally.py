"""How many relations came out how, counted as the sheet of relations counts them: one number everywhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

import msgspec

from jixiao.checks.confront import Verdict
from jixiao.model.outcome import Outcome, Severity
from jixiao.pack.check import Check
from jixiao.pack.pack import Pack
from jixiao.pack.relation_rows import rows_of
from jixiao.relation.agreement import INCONSISTENT, PASSED, ROUNDING, VERDICTS, verdict_word
from jixiao.relation.comparison import BLANK

_RANKS = {word: rank for rank, word in enumerate(VERDICTS)}  # the worst first
_BROKEN, _PASSED = _RANKS[INCONSISTENT], _RANKS[PASSED]
_CAME_OUT = Outcome.PASSED  # by name: tens of thousands of verdicts are looked at
_IDLE = len(VERDICTS) - 1  # nothing is filled in


class Tally(msgspec.Struct, frozen=True):
    """`broken`: relations that do not hold, by severity; those that are explained are among them.

    One that only gives a hint is right or wrong whatever comes of it: it is counted apart.
    """

    checks: int = 0
    passed: int = 0
    rounding: int = 0
    broken: Mapping[Severity, int] = {}

    @property
    def inconsistent(self) -> int:
        return sum(count for severity, count in self.broken.items() if severity is not Severity.NOTE)

    @property
    def hints(self) -> int:
        return self.broken.get(Severity.NOTE, 0)

    @property
    def not_checked(self) -> int:
        """Blank, not applicable or not readable."""
        return self.checks - self.passed - self.rounding - self.inconsistent - self.hints

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.checks + other.checks,
            self.passed + other.passed,
            self.rounding + other.rounding,
            {level: self.broken.get(level, 0) + other.broken.get(level, 0) for level in Severity},
        )


def tally_of(verdicts: Iterable[Verdict], checks: Sequence[Check], pack: Pack) -> Tally:
    """How these checks came out. Of the rows of a table the worst counts, as on the sheet."""
    severities, lines = _lines_of(pack) if checks is pack.checks else _lines(checks, pack)
    ranks: dict[Line, int] = {}  # of the lines on which anything is filled in
    blocks = {name for name, group in pack.groups.items() if group.repeat}
    for verdict in verdicts if severities else ():
        if verdict.outcome is _CAME_OUT:
            rank = _PASSED
        elif verdict.comparison.reason == BLANK:
            continue
        else:
            rank = _RANKS[verdict_word(verdict.comparison)]
        check = verdict.check
        if check.data.id not in severities:
            continue
        path = check.path
        key = check.data.id, _repetition(verdict, path[0]) if path and path[0] in blocks else ()
        if rank < ranks.get(key, _IDLE):
            ranks[key] = rank
    broken = [severities[id_] for (id_, _), rank in ranks.items() if rank == _BROKEN]
    counted = Counter(ranks.values())
    return Tally(
        checks=lines,
        passed=counted[_PASSED],
        rounding=counted[_RANKS[ROUNDING]],
        broken={level: broken.count(level) for level in Severity},
    )


Line = tuple[str, tuple[int, ...]]  # of the sheet: a check and, in a block, which repetition of it
Lines = tuple[dict[str, Severity], int]


@lru_cache(maxsize=4)
def _lines_of(pack: Pack) -> Lines:
    return _lines(pack.checks, pack)


def _lines(checks: Sequence[Check], pack: Pack) -> Lines:
    """Severities by the ids of checks, and how many lines the sheet has for them."""
    severities = {check.data.id: Severity(check.data.severity) for check in checks}
    return severities, len({row.key for check in checks for row in rows_of(check, pack)})


def _repetition(verdict: Verdict, block: str) -> tuple[int, ...]:
    """Which repetition of a block it is about: the first where nothing is filled in."""
    record = verdict.scope.current.get(block)
    records = verdict.scope.root.groups.get(block, ())
    return (next((number for number, other in enumerate(records) if other is record), 0),)
