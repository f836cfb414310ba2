"""A block of a foreign table -> the part of ours it is; a row's label or code -> where its amounts go."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from jixiao.documents.cells import SourceCell
from jixiao.importing.blocks import Block, Header, HeaderColumn, Role
from jixiao.importing.codes import is_code, joined_code, with_name
from jixiao.importing.guide import GuideColumn, Known, Part, filled
from jixiao.importing.labels import known_label, label, tight
from jixiao.importing.regions import Region
from jixiao.workbook.reading.numbers_and_dates import compact, number_from_text


@dataclass(frozen=True, slots=True)
class Target:
    """Where the amounts of a row go: to the record of a code, or to single terms by a pattern."""

    name: str  # the row's label as written
    code: str = ""
    pattern: str = ""
    row: str = ""
    totals: Mapping[str, str] = field(default_factory=dict)  # column -> its term, if the pattern is not that

    def term(self, column: str) -> str:
        """Empty if there is none."""
        return self.totals.get(column) or filled(self.pattern, column, self.row)


@dataclass
class Plan:
    """How a block is read. `keys`: column -> name of the part's column; walks the rows from top to bottom."""

    block: Block
    part: Part
    keys: Mapping[int, str]
    doubled: frozenset[int]  # columns that look like one and the same
    known: Known
    printed: Mapping[str, str]  # label -> code, where the form prints the rows
    columns: frozenset[int]  # of all blocks
    beside: frozenset[int] = frozenset()  # columns that the form does not have, such as those of another year
    above: str = ""  # the code of the row above
    passed: set[str] = field(default_factory=set)

    def target(self, cells: Mapping[int, SourceCell]) -> Target | None:
        """What this row is; None if that is not known."""
        code, name = self.naming(cells)
        if self._is_shifted(cells):
            return None
        if code and not self.part.named:
            self.above = code
            return self._by_code(code, name)
        if self.part.single:
            filled_in = any(column.number in cells for column in self.block.of(Role.AMOUNT))
            return Target(name, pattern=self.part.single) if filled_in and self._once(name) else None
        return self._by_label(name) if name else None

    def follow(self, other: Plan) -> None:
        """Go on where the piece before ended; a column of codes that is blank here may seem to be missing."""
        if self.part != other.part:
            return
        self.above = other.above
        here, there = ({column.number for column in plan.block.columns} for plan in (self, other))
        if here < there and self.keys.items() <= other.keys.items():
            self.block, self.keys = other.block, other.keys

    @property
    def _has_totals(self) -> bool:
        return bool(self.part.total) or any(column.total for column in self.part.columns)

    def naming(self, cells: Mapping[int, SourceCell]) -> tuple[str, str]:
        """(code, name) of the row in this block."""
        codes = [_text(cells, column) for column in self.block.of(Role.CODE)]
        names = [text for column in self.block.of(Role.NAME) if (text := _text(cells, column))]
        code = joined_code(codes, self.above)
        if code:
            return code, tight(names[0]) if names else ""
        texts = [text for text in (*names, *codes) if text]
        for text in texts if self.part.table and not self.part.named else ():
            if is_code(text):
                code, inside = with_name(text)
                return code, inside or next((tight(other) for other in texts if other != text), "")
        return "", tight(texts[0]) if texts else self._total_beside(cells)

    def _total_beside(self, cells: Mapping[int, SourceCell]) -> str:
        """The label of a row of totals that stands in a column before the names, such as one of kinds."""
        before = (column for column in self.block.of(Role.AMOUNT) if column.number not in self.keys)
        texts = (tight(_text(cells, column)) for column in before)
        return next((text for text in texts if known_label(text, self.known.totals) in self.known.totals), "")

    def _is_shifted(self, cells: Mapping[int, SourceCell]) -> bool:
        """A figure or a code where names stand, and the like: nothing in this row is where it should be."""
        named = [cells[column.number] for column in self.block.of(Role.NAME) if column.number in cells]
        coded = [cells[column.number] for column in self.block.of(Role.CODE) if column.number in cells]
        amounts = [column.number for column in self.block.of(Role.AMOUNT)]
        behind = cells.get(amounts[-1] + 1) if amounts and amounts[0] not in cells else None
        return (
            any(_is_figure(cell) for cell in coded)
            or (bool(self.block.of(Role.CODE)) and any(_is_number(cell) for cell in named))
            or (behind is not None and _is_number(behind) and amounts[-1] + 1 not in self.columns)
        )

    def why(self, cells: Mapping[int, SourceCell], column: HeaderColumn) -> str:
        """Why an amount was not taken."""
        code, name = self.naming(cells)
        if self._is_shifted(cells):
            return "这一行的数不在各栏下面，可能错位了，整行没有导入"
        if column.number in self.beside:
            said = f"{column.year}年{column.path[-1]}" if column.year else column.path[-1]
            return f"表样里没有“{said}”这一栏，整栏没有导入"
        if column.number in self.doubled:
            return f"有两列都是“{column.path[-1]}”，分不清"
        if column.number not in self.keys:
            return f"不知道“{column.path[-1]}”这一列是什么"
        said = name or code
        return f"表样里没有“{said}”这一行" if said else "这一行没有名称"

    def _by_code(self, code: str, name: str) -> Target | None:
        if not self.part.table or (self.printed and code not in self.printed.values()):
            return None
        return Target(name, code=code)

    def _by_label(self, name: str) -> Target | None:
        rows = [row for row in self.part.rows if _is(name, row.labels)]
        row = next((row for row in rows if row.after in self.passed), None)
        row = row or next((row for row in rows if not row.after), None)
        if row is not None:
            self.passed.add(row.name)
            return Target(name, pattern=self.part.term, row=row.name)
        if self._has_totals and known_label(name, self.known.totals) in self.known.totals:
            totals = {column.name: column.total for column in self.part.columns if column.total}
            return Target(name, pattern=self.part.total, totals=totals)
        code = name if self.part.named else self.printed.get(known_label(name, set(self.printed)), "")
        return Target(name, code=code) if code else None

    def _once(self, name: str) -> bool:
        """The only row of a table is read once."""
        first = not self.passed
        self.passed.add(name)
        return first


def plan_of(region: Region, header: Header, block: Block, known: Known) -> Plan:
    """The plan under which most of the block is understood."""
    parts = [part for part in known.table.parts if _under(part, block)] or list(known.table.parts)
    columns = frozenset(column.number for each in header.blocks for column in each.columns)
    return max(
        (_plan(block, part, known, columns) for part in parts),
        key=lambda plan: _understood(plan, region, header),
    )


def _under(part: Part, block: Block) -> bool:
    return any(label(word) in block.words for word in part.under)


def _plan(block: Block, part: Part, known: Known, columns: frozenset[int]) -> Plan:
    found: dict[str, list[HeaderColumn]] = {}
    for column in block.of(Role.AMOUNT):
        found.setdefault(_key(column, part.columns), []).append(column)
    keys: dict[int, str] = {}
    doubled: set[int] = set()
    unused = [column.name for column in part.columns if column.unused]
    beside = {column.number for name in unused for column in found.pop(name, [])}
    beside |= {column.number for column in found.pop("", []) if column.path[-1] in known.beside}
    for key, several in found.items():
        last, *others = sorted(several, key=lambda column: column.year, reverse=True)
        if len({column.year for column in several} - {0}) < len(several) > 1:
            doubled |= {column.number for column in several}
            continue
        keys[last.number] = key
        before = next((column.name for column in part.columns if column.before == key), "")
        if before and len(others) == 1 and before not in found:
            keys[others[0].number] = before
        else:
            beside |= {column.number for column in others}
    return Plan(block, part, keys, frozenset(doubled), known, known.printed(part), columns, frozenset(beside))


def _key(column: HeaderColumn, columns: tuple[GuideColumn, ...]) -> str:
    """The name of the column that the path fits best; empty if none."""
    found = [
        (column.path[-len(path) :] == path, len(path), candidate.name)
        for candidate in columns
        for path in candidate.paths
        if path[-1] == column.path[-1] and _is_within(path, column.path)
    ]
    return max(found, key=lambda match: match[:2])[2] if found else ""


def _is_within(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    rest = iter(long)
    return all(word in rest for word in short)


def _understood(plan: Plan, region: Region, header: Header) -> int:
    """How much of the block the plan explains: columns that have a key, rows that have a target."""
    named = any(plan.block.of(Role.CODE, Role.NAME))
    rows = 0
    if not plan.part.single:
        trial = replace(plan, above="", passed=set())
        rows = sum(
            trial.target(region.sheet.rows[row]) is not None for row in region.rows if row > header.last
        )
    fits = bool(plan.part.single) != named
    return len(plan.keys) * (rows + 1 if named else 1) + fits


def further_rows_fit(region: Region, plans: tuple[Plan, ...]) -> bool:
    """Whether rows without a header go on a table: most are understood where its columns stand."""
    trials = [replace(plan, passed=set(plan.passed)) for plan in plans]
    columns = {column.number for plan in plans for column in plan.block.columns}
    rows = [cells for row in region.rows if len(cells := region.sheet.rows[row]) > 1]
    known = sum(
        cells.keys() <= columns and any(trial.target(cells) is not None for trial in trials) for cells in rows
    )
    return 2 * known > len(rows)


def _is(name: str, labels: tuple[str, ...]) -> bool:
    known = {label(text) for text in labels}
    return known_label(name, known) in known


def _is_number(cell: SourceCell) -> bool:
    typed = number_from_text(cell.text) if any(map(str.isdecimal, cell.text)) else None
    return cell.number is not None or (typed is not None and not typed.unit)


def _is_figure(cell: SourceCell) -> bool:
    """A number that can be no code: with decimals or thousands set apart."""
    return _is_number(cell) and not compact(cell.text).isdecimal() and not is_code(cell.text)


def _text(cells: Mapping[int, SourceCell], column: HeaderColumn) -> str:
    cell = cells.get(column.number)
    return cell.text if cell is not None else ""
