"""docs/mutants.md: a table of the modules, and one of the changes that nothing notices, each judged."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

UNJUDGED = "?"
_BEGIN, _END = "<!-- {}: written by make mutants -->", "<!-- end of {} -->"
_CELL = re.compile(r"(?<!\\)\|")


@dataclass(frozen=True)
class Survivor:
    """A change that no test notices: where, the lines it changes, and what becomes of them."""

    function: str
    before: str
    after: str

    @property
    def cells(self) -> tuple[str, str, str]:
        return f"`{self.function}`", _code(self.before), _code(self.after)


@dataclass(frozen=True)
class Module:
    """What came of the mutants of a module."""

    path: Path  # below the package
    mutants: int
    survivors: Sequence[Survivor]

    @property
    def row(self) -> tuple[str, ...]:
        killed = self.mutants - len(self.survivors)
        return f"{self.path}", f"{self.mutants}", f"{killed}", f"{100 * killed / self.mutants:.0f} %"


def written(page: str, modules: Sequence[Module]) -> str:
    """The page with its tables for these modules made anew; rows of other modules stay."""
    counted = {row[0]: row for row in _rows(page, "modules")} | {
        module.row[0]: module.row for module in modules
    }
    judged = {row[:-1]: row[-1] for row in _rows(page, "survivors")}
    fresh = {str(module.path) for module in modules}
    rows = [row for row in judged if row[0] not in fresh]
    rows += [(str(module.path), *one.cells) for module in modules for one in module.survivors]
    said = [(*row, judged.get(row, UNJUDGED)) for row in sorted(dict.fromkeys(rows))]
    page = _with_rows(page, "modules", sorted(counted.values()))
    return _with_rows(page, "survivors", said)


def unjudged(page: str) -> int:
    """How many changes there are that nothing notices and nobody has judged."""
    return sum(row[-1] == UNJUDGED for row in _rows(page, "survivors"))


def _rows(page: str, table: str) -> Iterator[tuple[str, ...]]:
    _, body, _ = _parts(page, table)
    for line in body.splitlines()[2:]:
        yield tuple(cell.strip() for cell in _CELL.split(line)[1:-1])


def _with_rows(page: str, table: str, rows: Sequence[tuple[str, ...]]) -> str:
    head, body, tail = _parts(page, table)
    heading = body.splitlines()[:2]
    return "\n".join([head, *heading, *(f"| {' | '.join(row)} |" for row in rows), tail])


def _parts(page: str, table: str) -> tuple[str, str, str]:
    """What stands before a table, its lines, and what stands behind it."""
    begin, end = _BEGIN.format(table), _END.format(table)
    head, _, rest = page.partition(f"{begin}\n")
    body, _, tail = rest.partition(f"{end}\n")
    return f"{head}{begin}", body, f"{end}\n{tail}"


def _code(lines: str) -> str:
    """As code in a cell of a table."""
    return f"`` {lines} ``".replace("|", r"\|") if lines else "(gone)"
