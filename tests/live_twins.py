"""A pack's workbooks as Python and as a spreadsheet program see them, held against each other."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path
from types import ModuleType

import office
from excel import pressing
from live_books import ERROR, Books, entries, package
from msgspec.structs import replace
from openpyxl.utils.cell import column_index_from_string, coordinate_from_string

from jixiao.building.workbook import built
from jixiao.checks.confront import Verdict, confront
from jixiao.model.fact import Fact, Kind, Record, State
from jixiao.model.filling import Entry, Filling
from jixiao.model.outcome import Outcome
from jixiao.pack.filling import read_filling
from jixiao.pack.loading import data_folder, load_pack
from jixiao.pack.pack import Pack
from jixiao.pack.relation_rows import relation_rows
from jixiao.pack.sections import RelationsSection, RowRelationsSection, Section, TableSection
from jixiao.relation.agreement import INCONSISTENT, PASSED, ROUNDING, UNREADABLE, VERDICTS, verdict_word
from jixiao.relation.comparison import BLANK, NOT_APPLICABLE
from jixiao.workbook.file.source import SavedBook
from jixiao.workbook.live.colours import COLOUR_SHEET
from jixiao.workbook.reading.filled_workbook import read_facts
from jixiao.workbook.sheets.layout import CellRole

Key = tuple[str, tuple[int, ...]]  # a check, and the row or repetition that it looks at
Cell = tuple[str, str]  # sheet and address
IN_ONE_CALL = 50  # files that one soffice takes
# All sheets as text, each in a file of its own: quicker than a workbook.
TEXT_OPTIONS = "44,34,UTF8,1,,0,false,true,false,false,false,-1"
AS_TEXT = f"csv:Text - txt - csv (StarCalc):{TEXT_OPTIONS}"
WEIGHTS = {"error": 2, "warning": 1, "note": 0}
OUTCOMES = {PASSED: "passed", ROUNDING: "rounding", INCONSISTENT: "inconsistent"} | dict.fromkeys(
    (BLANK, NOT_APPLICABLE, UNREADABLE), "not_checked"
)


class Live:
    """What a recalculated workbook shows, sheet by sheet."""

    def __init__(self, folder: Path, name: str) -> None:
        self.folder = folder
        self.name = name
        self.sheets: dict[str, list[list[str]]] = {}

    def rows(self, sheet: str) -> list[list[str]]:
        if sheet not in self.sheets:
            path = self.folder / f"{self.name}-{sheet}.csv"
            with path.open(encoding="utf-8", newline="") as lines:
                self.sheets[sheet] = list(csv.reader(lines))
        return self.sheets[sheet]

    def shown(self, sheet: str, row: int, column: int) -> str:
        rows = self.rows(sheet)
        return rows[row][column] if row < len(rows) and column < len(rows[row]) else ""


class Twins:
    """A pack's workbooks as Python and as a spreadsheet program see them."""

    def __init__(self, books: Books) -> None:
        self.books = books
        self.pack = books.pack
        self.at = {place: at for (_, at), place in books.places.items()}
        sections = {type(s): (s, sheet) for sheet in self.pack.form.sheets for s in sheet.sections}
        self.relations = sections[RelationsSection][0].name
        self.grid = sections[RowRelationsSection][1].name

    def python_verdicts(self, record: Record) -> dict[Key, Verdict]:
        """By check and place; without the one verdict about a table that has no rows."""
        found = confront(record, self.pack.checks, self.pack.vocabulary, self.pack.names_of_codes)
        spoken = [verdict for verdict in found if len(verdict.scope.current) == len(verdict.check.path)]
        return {(verdict.check.data.id, self.at_of(verdict)): verdict for verdict in spoken}

    def at_of(self, verdict: Verdict) -> tuple[int, ...]:
        if not verdict.scope.current:
            return ()
        inner = list(verdict.scope.current.values())[-1]
        return next(self.at[cell_of(fact)] for fact in inner.fields.values() if fact.place)

    def python_words(self, verdicts: dict[Key, Verdict]) -> dict[Key, str]:
        """What the workbook should show: a word for each row of both sheets."""
        words = {key: verdict_word(verdict.comparison) for key, verdict in verdicts.items()}
        for row in relation_rows(self.pack):
            if row.table:
                inside = [word for (check, at), word in words.items() if check == row.check.data.id and at]
                words[row.key] = min(inside, key=VERDICTS.index, default=BLANK)
            else:
                words.setdefault(row.key, BLANK)
        return words

    def live_words(self, live: Live) -> dict[Key, str]:
        """The word of every relation and of every row; an unused row has none."""
        box = self.books.layout.names[f"{self.relations}.结论"]
        rows = enumerate(relation_rows(self.pack), box.top)
        words = {relation.key: live.shown(box.sheet, row, box.left) for row, relation in rows}
        grid = ((key, live.shown(self.grid, *cell)) for key, cell in self.grid_cells())
        return words | {key: word for key, word in grid if word}

    def grid_cells(self) -> Iterator[tuple[Key, tuple[int, int]]]:
        """Each verdict of the sheet of rows: its check and row, and where it stands."""
        heads: dict[int, tuple[str, int]] = {}
        for slot in self.books.sheet(self.grid).slots:
            if slot.role is CellRole.HEADER:
                heads[slot.box.left] = str(slot.content).split("\n")[0], slot.box.top + 1
            elif slot.role is CellRole.VERDICT:
                check, top = heads[slot.box.left]
                yield (check, (slot.box.top - top,)), (slot.box.top, slot.box.left)

    def python_colours(self, verdicts: dict[Key, Verdict]) -> dict[Cell, int]:
        """The cells of broken relations: 2 for an error, 1 for a warning."""
        colours: dict[Cell, int] = defaultdict(int)
        for verdict in verdicts.values():
            if verdict.outcome is Outcome.INCONSISTENT:
                for fact in verdict.comparison.facts:
                    weight = WEIGHTS[verdict.check.data.severity]
                    colours[cell_of(fact)] = max(colours[cell_of(fact)], weight)
        return {cell: weight for cell, weight in colours.items() if weight}

    def live_colours(self, live: Live) -> dict[Cell, int]:
        slots = [slot for slot in self.books.sheet(COLOUR_SHEET).slots if slot.term]
        shown = {
            self.books.places[slot.term.name, slot.at]: live.shown(COLOUR_SHEET, slot.box.top, slot.box.left)
            for slot in slots
        }
        return {cell: int(weight) for cell, weight in shown.items() if weight in "12"}

    def open_either_way(self, record: Record) -> set[Cell]:
        """A blank cell of a table is coloured only where its own row is at fault; Python names it always.

        Of rows with one code Python names the first that is looked up, the sheet all of them.
        """
        blank = {
            cell_of(fact)
            for fact in record.walk()
            if fact.place and fact.state is State.BLANK and self.pack.vocabulary[fact.term].path
        }
        return blank.union(*map(_beside_repeated, record.groups.values()))

    def files(self, fillings: Iterable[Filling], folder: Path) -> list[Path]:
        """Each filling as a workbook."""
        files = []
        for number, filling in enumerate(fillings):
            files.append(folder / f"book{number:03}.xlsm")
            files[-1].write_bytes(self.books.filled(filling))
        return files

    def opened(
        self, fillings: Iterable[Filling], office: ModuleType, folder: Path
    ) -> Iterator[tuple[Live, Record]]:
        """Each filling as a workbook: opened and recalculated, and as Python reads it."""
        files = self.files(fillings, folder)
        for start in range(0, len(files), IN_ONE_CALL):
            some = files[start : start + IN_ONE_CALL]
            office.soffice("--convert-to", AS_TEXT, "--outdir", str(folder), *map(str, some), timeout=600)
            for file in some:
                yield Live(folder, file.stem), self.record(file)

    def counted(
        self, fillings: Iterable[Filling], gnumeric: ModuleType, folder: Path
    ) -> Iterator[tuple[Live, Record]]:
        """The same with the other spreadsheet program."""
        for file in self.files(fillings, folder):
            gnumeric.as_text(file)
            yield Live(folder, file.stem), self.record(file)

    def typed(self, fillings: Iterable[Filling], folder: Path) -> Iterator[tuple[Live, Record]]:
        """The same of one open workbook that is filled time and again: twice as quick."""
        fillings = list(fillings)
        files = self.files(fillings, folder)
        blank = folder / "blank.xlsm"
        blank.write_bytes(self.books.filled(Filling()))
        orders = {file.stem: self.typing(filling) for file, filling in zip(files, fillings, strict=True)}
        bench = pressing.Bench(folder, office.pipe(), office.environment())
        bench.retype(blank, orders, folder, TEXT_OPTIONS)
        for file in files:
            yield Live(folder, file.stem), self.record(file)

    def typing(self, filling: Filling) -> list[tuple[str, int, int, dict[str, object]]]:
        """Sheet, column, row and content of each filled cell."""
        typed = []
        for place, entry in entries(filling):
            sheet, where = self.books.places[place]
            column, row = coordinate_from_string(where)
            typed.append((sheet, column_index_from_string(column) - 1, row - 1, _content(entry)))
        return typed

    def record(self, file: Path) -> Record:
        return read_facts(SavedBook(package(file.read_bytes())), self.pack).record


class Held:
    """Fillings held against Python: how much was compared, what differs, and what each check came to."""

    def __init__(self, twins: Twins, books: Iterable[tuple[Live, Record]]) -> None:
        number = 0
        self.compared = 0
        self.different: list[object] = []
        self.met: dict[str, set[str]] = defaultdict(set)
        for live, record in books:
            number += 1
            verdicts = twins.python_verdicts(record)
            wanted, found = twins.python_words(verdicts), twins.live_words(live)
            coloured, shown = twins.python_colours(verdicts), twins.live_colours(live)
            open_cells = twins.open_either_way(record)
            self.different += [(live.name, item) for item in sorted(wanted.items() ^ found.items())]
            colours = sorted(item for item in coloured.items() ^ shown.items() if item[0] not in open_cells)
            self.different += [(live.name, item) for item in colours]
            self.compared += len(wanted) + len(coloured)
            for (check, _), word in wanted.items():
                self.met[check].add(OUTCOMES[word])
        print(f"{twins.pack.form.id}: {number} workbooks, {self.compared} verdicts and colours compared")


def _beside_repeated(rows: tuple[Record, ...]) -> Iterator[Cell]:
    """The texts in a later row with the same code."""
    codes: set[str] = set()
    for row in rows:
        own = {fact.text for fact in row.fields.values() if fact.kind is Kind.CODE and fact.filled}
        if own & codes:
            yield from (
                cell_of(fact) for fact in row.fields.values() if fact.kind is Kind.TEXT and fact.place
            )
        codes |= own


def _content(entry: Entry) -> dict[str, object]:
    if entry == ERROR:
        return {"formula": f"={ERROR}"}
    return {"value": float(entry) if isinstance(entry, Decimal) else str(entry)}


def cell_of(fact: Fact) -> Cell:
    assert fact.place
    return fact.place.sheet, fact.place.cell


@cache
def twins_of(pack: str, rows: int = 0, framework: str = "") -> Twins:
    """`rows`: with tables of so many rows at most; what a recalculation costs grows with their square."""
    found = load_pack(pack)
    return Twins(Books(shortened(found, rows) if rows else found, framework))


@cache
def short_sample() -> bytes:
    """The sample with its live sheets and short tables: LibreOffice takes seconds to reckon long ones."""
    pack = load_pack()
    filling = read_filling(data_folder("samples") / "leiyang-2022.toml", pack)
    return built(shortened(pack, 24), pack.form.framework, filling)


def shortened(pack: Pack, rows: int) -> Pack:
    sheets = tuple(
        replace(sheet, sections=tuple(_shortened(section, rows) for section in sheet.sections))
        for sheet in pack.form.sheets
    )
    return replace(pack, form=replace(pack.form, sheets=sheets))


def _shortened(section: Section, rows: int) -> Section:
    if not isinstance(section, TableSection):
        return section
    return replace(section, rows=min(section.rows, rows), framed=min(section.framed, rows))
