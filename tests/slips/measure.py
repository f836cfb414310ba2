"""Plant slips in consistent workbooks and see what the diagnosis makes of them.

    python tests/slips/measure.py [--slips N] [--books N] [--seed N] [--failures KIND]

Prints the tables of docs/diagnosis.zh-CN.md. A suggestion is right if it names exactly the wrong cells;
with two slips in unconnected places there are two groups, and the first suggestion of each counts.
"""

from __future__ import annotations

import argparse
import gc
import random
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[1]))  # as pytest does

from slips.books import GENERATORS, Book, books
from slips.disorders import DISORDERS, disorder
from slips.planting import KINDS, ONE_CELL, Planted, plant

from jixiao.checks.diagnosis.diagnosis import Diagnosis, diagnose
from jixiao.checks.diagnosis.disorders.sheet_grid import row_of
from jixiao.checks.diagnosis.localisation import Search
from jixiao.checks.diagnosis.network import Network
from jixiao.faces.cli import GARBAGE_WORTH_LOOKING_FOR

ALL, TWO = "one slip", "two slips"
COLUMNS = ("detected", "among", "first", "value", "silent", "undetermined")


@dataclass
class Tally:
    """How the slips of one kind came out."""

    planted: int = 0
    counts: dict[str, int] = field(default_factory=lambda: dict.fromkeys(COLUMNS, 0))
    times: list[float] = field(default_factory=list)

    def share(self, column: str) -> float:
        return 100 * self.counts[column] / max(1, self.planted)

    def time(self, part: float) -> float:
        """The time in ms that this part of the diagnoses stays below."""
        times = sorted(self.times) or [0.0]
        return 1000 * times[min(len(times) - 1, int(part * len(times)))]

    def add(self, other: Tally) -> None:
        self.planted += other.planted
        self.times += other.times
        for column in COLUMNS:
            self.counts[column] += other.counts[column]


def look(book: Book, slips: list[Planted], tally: Tally) -> bool:
    """Diagnose the workbook as it stands and count; True if the first suggestions are right."""
    right = {cell: figure for slip in slips for cell, figure in slip.right.items()}
    network = book.network()
    started = time.process_time()
    found = diagnose(Network(network.verdicts, book.pack.formulas), book.unit)
    tally.times.append(time.process_time() - started)
    tally.planted += 1
    first = {id(cell.fact): cell for diagnosis in found for cell in _first(diagnosis)}
    sets = [{id(cell.fact) for cell in one.cells} for diagnosis in found for one in diagnosis.explanations]
    whole = len(right) > 1 and len(slips) == 1  # totals left old belong into one suggestion
    named = first.keys() == right.keys() or _since_some_row(found, right)
    seen, some = _in_broken_equations(network), len(slips) == 1 and slips[0].some
    for column, counts in {
        "detected": bool(set(right) & seen) if some else set(right) <= seen,
        "among": set(right) in sets if whole else set(right) <= set().union(*sets),
        "first": named,
        "value": named and all(abs(c.needed - right[cell]) <= _room(c, book) for cell, c in first.items()),
        "silent": not sets,
        "undetermined": len(slips) == 1 and _is_undetermined(network, book),
    }.items():
        tally.counts[column] += counts
    return named


def _since_some_row(found: tuple[Diagnosis, ...], right: dict[int, Decimal]) -> bool:
    """True if rows are said to have slid, and those that need not be among them as far as equations tell."""
    one = found[0].explanations[0] if len(found) == 1 and found[0].explanations else None
    if one is None or one.settled is None or not one.settled.rearrangement.slid:
        return False
    columns = {fact.term for fact, _ in one.settled.rearrangement.figures}
    rows = row_of(one.settled.first) - one.settled.since
    named = {id(cell.fact) for cell in one.cells}
    return named <= right.keys() and len(right.keys() - named) <= len(columns) * rows


def _first(diagnosis: Diagnosis):  # type: ignore[no-untyped-def]
    return diagnosis.explanations[0].cells if diagnosis.explanations else ()


def _room(cell, book: Book):  # type: ignore[no-untyped-def]
    """What rounding leaves open, where the figure is not told by what was typed."""
    return 5 * book.step if cell.rounded and not cell.slip.kind.typed else 0


def _in_broken_equations(network: Network) -> set[int]:
    edges = (network.edge(position) for position in network.broken)
    return {cell for edge in edges if edge for cell in edge.factors}


def _is_undetermined(network: Network, book: Book) -> bool:
    """True if another single cell would satisfy the equations as well: only the typing can tell."""
    search = Search(network, book.step / 2)
    return any(len(search.singles(group)) > 1 for group in search.groups())


def measure(stock: tuple[Book, ...], number: int, seed: int, failures: str = "") -> dict[str, Tally]:
    """The tally of every kind, of all single slips but stale totals, and of two slips."""
    dice = random.Random(seed)
    table = {kind: Tally() for kind in (*ONE_CELL, ALL, "stale", TWO, *DISORDERS)}
    for kind in (*KINDS, TWO, *DISORDERS):
        for book in (stock[index % len(stock)] for index in range(number)):
            slips = list(_planted(kind, book, dice))
            if slips and not look(book, slips, table[kind]) and kind == failures:
                show(book, slips)
            for slip in reversed(slips):
                slip.undo()
    for kind in ONE_CELL:
        table[ALL].add(table[kind])
    return table


def _planted(kind: str, book: Book, dice: random.Random) -> Iterator[Planted]:
    if kind != TWO:
        one = disorder(kind, book, dice) if kind in DISORDERS else plant(kind, book, dice)
        if one:
            yield one
        return
    one = plant(dice.choice(ONE_CELL), book, dice)
    if one:
        yield one
        other = plant(dice.choice(ONE_CELL), book, dice, one.right)
        if other:
            yield other


def false_alarms(stock: tuple[Book, ...]) -> int:
    """Suggestions on workbooks that hold together."""
    return sum(len(one.explanations) for book in stock for one in diagnose(book.network(), book.unit))


def show(book: Book, slips: list[Planted]) -> None:
    """What was planted and what was suggested, for whoever wants to make it better."""
    network = book.network()
    facts = {id(fact): fact for fact in book.record.walk()}
    for slip in slips:
        for cell, figure in slip.right.items():
            print(f"{facts[cell].place} {facts[cell].number} for {figure} 元")
    for diagnosis in diagnose(network, book.unit):
        print("  ", *(network.verdicts[position].key for position in diagnosis.positions))
        for one in diagnosis.explanations:
            cells = (f"{c.fact.place} {c.needed} {c.slip.kind.name}" for c in one.cells)
            print("     ", one.surprise, one.cause.name, *cells)


def lines(pack: str, stock: tuple[Book, ...], table: dict[str, Tally]) -> Iterator[str]:
    cells = sum(len(book.slots) for book in stock) // len(stock)
    yield f"{pack}: {len(stock)} workbooks, {cells} cells in equations, false alarms {false_alarms(stock)}"
    yield ""
    yield "| slip | planted | detected | among | first | value | silent | undetermined | ms | 99 % | most |"
    yield "|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|"
    for kind, tally in table.items():
        shares = " | ".join(f"{tally.share(column):.1f}" for column in COLUMNS)
        times = " | ".join(f"{tally.time(part):.1f}" for part in (0.5, 0.99, 1))
        yield f"| {kind} | {tally.planted} | {shares} | {times} |"
    yield ""


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("--slips", type=int, default=200, help="of each kind")
    options.add_argument("--books", type=int, default=16)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument(
        "--failures", default="", choices=["", *KINDS, TWO, *DISORDERS], help="show where it was wrong"
    )
    chosen = options.parse_args()
    gc.set_threshold(GARBAGE_WORTH_LOOKING_FOR)  # as the command line does
    for pack in GENERATORS:
        stock = books(pack, range(chosen.books))
        print("\n".join(lines(pack, stock, measure(stock, chosen.slips, chosen.seed, chosen.failures))))


if __name__ == "__main__":
    main()
