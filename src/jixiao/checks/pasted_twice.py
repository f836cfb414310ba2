"""Rows of a table that stand there a second time, as they do when it was pasted twice: one slip."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from jixiao.checks.confront import Verdict
from jixiao.checks.diagnosis.trial import Trial, at, blanked
from jixiao.model.fact import Place, Record, places_of
from jixiao.model.finding import Correction, Finding, Suggestion
from jixiao.model.hint import Hint, Pasted
from jixiao.model.outcome import Outcome, Severity
from jixiao.pack.pack import Pack

ID = "ROWS-01"
FEWEST = 3  # rows; two may do if they are the whole table
FEWEST_SETTLED = 3  # relations that hold without them, of fewer rows: two rows may well be alike
MOST = 6  # blocks that are looked for in a table
_REASON = "像是同一张表粘贴了两遍"
_ROW_TWICE = "像是同一行录了两遍"
_ROW = re.compile(r"[A-Z]+(\d+)")


def pasted_twice(broken: Sequence[Verdict], record: Record, pack: Pack) -> Pasted:
    """What is found of tables with rows that stand there twice, where without them less is broken."""
    found = Pasted(record)
    for table, rows in record.groups.items():
        typed = [term for term in pack.groups[table].terms if not pack.vocabulary[term].formula]
        if twice := again(rows, typed):
            found = _with(found, table, twice, broken, pack)
        elif twice := again(rows, typed, fewest=1):
            found = _with(found, table, twice, broken, pack, least=FEWEST_SETTLED)
    return found


def again(rows: Sequence[Record], terms: Sequence[str], fewest: int = FEWEST) -> list[tuple[range, range]]:
    """Rows that say the same as rows before them, by their numbers: where they stand first, and again."""
    if any(row.groups for row in rows):
        return []
    said = [tuple((row.fields[term].state, row.fields[term].value) for term in terms) for row in rows]
    found: list[tuple[range, range]] = []
    start = 1
    while start < len(rows) and len(found) < MOST:
        first, length = max(_runs(said, start), key=lambda run: run[1], default=(0, 0))
        if length >= fewest or (length == 2 and len(rows) == 2 * length):
            found.append((range(first, first + length), range(start, start + length)))
        start += max(length, 1)
    return found


def _runs(said: Sequence[object], start: int) -> Iterator[tuple[int, int]]:
    """From each earlier row that says the same as row `start`, how many rows go on alike."""
    for first in range(start):
        length = 0
        while (
            first + length < start
            and start + length < len(said)
            and said[first + length] == said[start + length]
        ):
            length += 1
        if length:
            yield first, length


def _with(
    found: Pasted,
    table: str,
    twice: list[tuple[range, range]],
    broken: Sequence[Verdict],
    pack: Pack,
    least: int = 1,
) -> Pasted:
    """What is known already, and of this table, if the book is better without the rows."""
    rows = found.record.groups[table]
    dropped = {number for _, block in twice for number in block}
    blank = {id(fact): blanked(fact) for number in dropped for fact in rows[number].fields.values()}
    trial = Trial(broken[0].scope.root, pack)
    gone = trial.settled(blank, [verdict for verdict in broken if id(verdict) not in found.said])
    if sum(map(_grave, gone)) < least:
        return found
    known = set(map(at, broken))
    if any(
        _grave(verdict) for where, verdict in trial.broken(blank, pack.checks).items() if where not in known
    ):
        return found  # they are meant
    finding = _finding(table, rows, twice, gone, pack)
    pointer = Hint(f"很可能是{span(rows, twice)}重复引起的。", follows=finding.key)
    kept = tuple(row for number, row in enumerate(rows) if number not in dropped)
    return Pasted(
        replace(found.record, groups={**found.record.groups, table: kept}),
        (*found.findings, finding),
        {**found.said, **dict.fromkeys(map(id, gone), pointer)},
    )


def _finding(
    table: str,
    rows: Sequence[Record],
    twice: list[tuple[range, range]],
    gone: Sequence[Verdict],
    pack: Pack,
) -> Finding:
    key = pack.groups[table].key or pack.groups[table].terms[0]
    cells = [rows[number].fields[key] for _, block in twice for number in block]
    firsts = "、".join(dict.fromkeys(numbers_of_rows(rows, first) for first, _ in twice))
    count = f"{len(gone)}项全部" if len(gone) > 1 else ""
    reason = _REASON if len(cells) > 1 else _ROW_TWICE
    ending = f"清空{span(rows, twice)}则{count}相符，{reason}。"
    corrections = tuple(
        Correction(fact.place, f"{fact.text} {fact.label}".strip(), fact.text, "") for fact in cells
    )
    said = f"“{sheet_of(rows)}”表{span(rows, twice)}（{len(cells)}行）与{firsts}一模一样。"
    return Finding(
        id=ID,
        severity=min((verdict.severity for verdict in gone), key=lambda severity: severity.rank),
        outcome=Outcome.INCONSISTENT,
        label=cells[0].label,
        message=f"{cells[0].lead}{said}{ending}",
        place=cells[0].place,
        mend="请选中重复的各行浅黄色的格，按 Delete 清空，再办理一次。",
        cells=places_of(cells),
        key=f"{ID}@{table}",
        title="同样的行没有录两遍",
        suggestions=(Suggestion(ending, reason, corrections),),
    )


def span(rows: Sequence[Record], twice: list[tuple[range, range]]) -> str:
    """第25行至第41行、第50行, of the rows that stand there again."""
    return "、".join(numbers_of_rows(rows, block) for _, block in twice)


def numbers_of_rows(rows: Sequence[Record], block: range) -> str:
    """第25行至第41行, as the sheet numbers them."""
    first, last = (_row(rows[number]) for number in (block[0], block[-1]))
    return f"第{first}行至第{last}行" if last != first else f"第{first}行"


def _row(row: Record) -> str:
    match = _ROW.fullmatch(_place(row).cell)
    return match[1] if match else "?"


def sheet_of(rows: Sequence[Record]) -> str:
    """The sheet that the rows stand on."""
    return _place(rows[0]).sheet


def _place(row: Record) -> Place:
    return next((fact.place for fact in row.fields.values() if fact.place), Place("?", "?"))


def _grave(verdict: Verdict) -> bool:
    return verdict.severity is not Severity.NOTE
