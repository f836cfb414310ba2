"""A column of last year's figures in which this year's stand, cell by cell: copied, and not filled in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from jixiao.checks.confront import Verdict
from jixiao.model.fact import Fact, Place, Record, places_of
from jixiao.model.finding import Finding
from jixiao.model.hint import Hint, Pasted
from jixiao.model.outcome import Outcome, Severity

ID = "ROWS-04"
FEWEST = 4  # different figures; fewer may be the same in two years
SHARE = Decimal("0.8")  # of the figures; balances of last year are often filled in beside
DIGITS = 3  # of each of them; round figures often are
_COLUMN = re.compile(r"[A-Z]+")

Pair = tuple[Fact, Fact]  # last year's figure, this year's


def copied_columns(verdicts: Iterable[Verdict], record: Record, terms: Mapping[str, str]) -> Pasted:
    """What is told of such columns of which something is broken, and what follows it.

    `terms`: last year's -> this year's.
    """
    broken = [each for each in verdicts if each.outcome is Outcome.INCONSISTENT]
    findings: list[Finding] = []
    said: dict[int | Place, Hint] = {}
    for pairs in _columns(record, terms) if broken else ():
        same = [last for last, this in pairs if last.number == this.number]
        places = {last.place for last in same}
        led = [each for each in broken if places & {f.place for f in each.comparison.facts if f.number}]
        grave = [each.severity for each in led if each.severity is not Severity.NOTE]
        if grave and _is_copy(same, pairs):
            finding = _finding(same, len(pairs), min(grave, key=lambda severity: severity.rank))
            findings.append(finding)
            pointer = Hint("很可能是上年栏照抄了本年数引起的。", follows=finding.key)
            said |= {id(each): pointer for each in led if id(each) not in said}
    return Pasted(record, tuple(findings), said)


def _columns(record: Record, terms: Mapping[str, str]) -> Iterator[list[Pair]]:
    """The figures of each column of a sheet that is for last year's, with this year's of the same line."""
    columns: dict[tuple[str, str], list[Pair]] = {}
    for last, this in ((record.fields[one], record.fields[other]) for one, other in terms.items()):
        if last.place and last.number:
            column = _COLUMN.match(last.place.cell)
            columns.setdefault((last.place.sheet, column[0] if column else ""), []).append((last, this))
    yield from columns.values()


def _is_copy(same: Sequence[Fact], pairs: Sequence[Pair]) -> bool:
    figures = {fact.number for fact in same if len(fact.number.normalize().as_tuple().digits) >= DIGITS}
    return len(figures) >= FEWEST and len(same) >= len(pairs) * SHARE


def _finding(same: Sequence[Fact], figures: int, severity: Severity) -> Finding:
    first, cells = same[0], places_of(same)
    count = f"{figures}个上年数全都" if len(same) == figures else f"{figures}个上年数有{len(same)}个"
    return Finding(
        id=ID,
        severity=severity,
        outcome=Outcome.INCONSISTENT,
        label=first.label,
        message=f"{first.lead}这一栏填了的{count}与同一行的本年数一样，像是把本年数整栏抄成了上年数。",
        place=first.place,
        mend="请按上年的决算改填上年栏（用 jixiao new --from 从上年工作簿新建的，上年数会自动带入）。",
        cells=cells,
        key=f"{ID}@{cells[0].sheet}",
        title="上年的数不是照抄本年的",
        figures=f"{len(same)}/{figures}",
    )
