"""docs/mutants.md: a table of the rooms, and one of the changes that nothing notices, each judged."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path

UNJUDGED = "?"
NOTHING = "nothing"
_BEGIN, _END = "<!-- {}: written by make mutants -->", "<!-- end of {} -->"
_CELL = re.compile(r"(?<!\\)\|")
_TOKEN = re.compile(r'"[^"]*"|\w+|\s+|[<>=!+*/-]=|.', re.DOTALL)
_CHANGE = " → "
_AND = "; "


@dataclass(frozen=True)
class Survivor:
    """A change that no test notices: where, the lines it changes, and what becomes of them."""

    function: str
    before: str
    after: str

    @property
    def change(self) -> str:
        """What differs: `True` → `None`."""
        old, new = _TOKEN.findall(self.before), _TOKEN.findall(self.after)
        head = _common(old, new)
        tail = _common(old[head:][::-1], new[head:][::-1])
        pieces = ("".join(tokens[head : len(tokens) - tail]).strip() for tokens in (old, new))
        return _CHANGE.join(_code(piece) for piece in pieces)


@dataclass(frozen=True)
class Module:
    """What came of the mutants of a module."""

    path: Path  # below the package
    mutants: int
    survivors: Sequence[Survivor]

    @property
    def noticed(self) -> int:
        return self.mutants - len(self.survivors)

    @property
    def share(self) -> float:
        return self.noticed / self.mutants

    @property
    def row(self) -> tuple[str, ...]:
        return f"{self.path}", f"{self.mutants}", f"{self.noticed}", f"{self.share:.0%}"

    @property
    def changes(self) -> Iterator[tuple[str, ...]]:
        """A row for each piece of code, with all that may become of it."""
        pieces: dict[tuple[str, str], list[str]] = {}
        for one in self.survivors:
            pieces.setdefault((one.function, one.before), []).append(one.change)
        for (function, before), found in pieces.items():
            yield f"{self.path}", f"`{function}`", _code(before), _AND.join(found)


def written(page: str, modules: Sequence[Module]) -> str:
    """The page with its tables for these modules made anew; rows of other rooms and modules stay."""
    counted = {row[0]: row for row in (*_rows(page, "rooms"), *_rooms(modules))}
    judged = {row[:-1]: row[-1] for row in _rows(page, "survivors")}
    rows = [row for row in judged if row[0] not in {f"{module.path}" for module in modules}]
    rows += [row for module in modules for row in module.changes]
    said = [(*row, judged.get(row, UNJUDGED)) for row in sorted(rows)]
    for table, lines in (("rooms", sorted(counted.values())), ("kinds", _kinds(said)), ("survivors", said)):
        page = _with_rows(page, table, lines)
    return page


def unjudged(page: str) -> int:
    """How many pieces of code there are of which nobody has judged what nothing notices."""
    return sum(row[-1] == UNJUDGED for row in _rows(page, "survivors"))


def _rooms(modules: Sequence[Module]) -> Iterator[tuple[str, ...]]:
    """What came of the modules of each folder together, and the one of which most is not noticed."""
    for room in {module.path.parent for module in modules}:
        inside = [module for module in modules if module.path.parent == room]
        mutants, noticed = (sum(getattr(one, what) for one in inside) for what in ("mutants", "noticed"))
        least = min(inside, key=lambda module: module.share)
        of_least = f"{least.path.name} {least.share:.0%}"
        yield f"{room}/", f"{mutants}", f"{noticed}", f"{noticed / mutants:.0%}", of_least


def _kinds(rows: Sequence[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """How many changes there are of each kind, the word before the colon of a judgement."""
    kinds: Counter[str] = Counter()
    for *_, changes, judgement in rows:
        kinds[judgement.partition(":")[0]] += changes.count(_CHANGE)
    return [(kind, f"{number}") for kind, number in kinds.most_common()]


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


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    """How many tokens both have at their beginning."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _code(piece: str) -> str:
    """As code in a cell of a table."""
    return f"`` {piece} ``".replace("|", r"\|") if piece else NOTHING
