"""The workbook and Python are held against each other: every relation, every row, every coloured cell."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest
from excel import pressing
from live_books import ERROR, Books, entries, package
from live_years import WORDS, year
from msgspec.structs import replace
from openpyxl.utils.cell import column_index_from_string, coordinate_from_string

from jixiao.checks.confront import Verdict, confront
from jixiao.model.fact import Fact, Record, State
from jixiao.model.filling import Entry, Filling
from jixiao.model.outcome import Outcome
from jixiao.pack.check import CheckData, bind_check
from jixiao.pack.loading import load_pack
from jixiao.pack.pack import Pack
from jixiao.pack.relation_rows import relation_rows
from jixiao.pack.sections import RelationsSection, RowRelationsSection
from jixiao.relation.agreement import INCONSISTENT, PASSED, ROUNDING, UNREADABLE, VERDICTS, verdict_word
from jixiao.relation.comparison import BLANK, NOT_APPLICABLE
from jixiao.strict import Basis
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
                    if not self.open_either_way(fact):
                        weight = WEIGHTS[verdict.check.data.severity]
                        colours[cell_of(fact)] = max(colours[cell_of(fact)], weight)
        return {cell: weight for cell, weight in colours.items() if weight}

    def live_colours(self, live: Live, record: Record) -> dict[Cell, int]:
        spared = {cell_of(fact) for fact in record.walk() if fact.place and self.open_either_way(fact)}
        slots = [slot for slot in self.books.sheet(COLOUR_SHEET).slots if slot.term]
        shown = {
            self.books.places[slot.term.name, slot.at]: live.shown(COLOUR_SHEET, slot.box.top, slot.box.left)
            for slot in slots
        }
        return {cell: int(weight) for cell, weight in shown.items() if weight in "12" and cell not in spared}

    def open_either_way(self, fact: Fact) -> bool:
        """A blank cell of a table is coloured only where its own row is at fault; Python names it always."""
        return fact.state is State.BLANK and bool(self.pack.vocabulary[fact.term].path)

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

    def typed(self, fillings: Iterable[Filling], folder: Path) -> Iterator[tuple[Live, Record]]:
        """The same of one open workbook that is filled time and again: twice as quick."""
        fillings = list(fillings)
        files = self.files(fillings, folder)
        blank = folder / "blank.xlsm"
        blank.write_bytes(self.books.filled(Filling()))
        orders = {file.stem: self.typing(filling) for file, filling in zip(files, fillings, strict=True)}
        with pressing.running(folder) as bench:
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
            coloured, shown = twins.python_colours(verdicts), twins.live_colours(live, record)
            self.different += [(live.name, item) for item in sorted(wanted.items() ^ found.items())]
            self.different += [(live.name, item) for item in sorted(coloured.items() ^ shown.items())]
            self.compared += len(wanted) + len(coloured)
            for (check, _), word in wanted.items():
                self.met[check].add(OUTCOMES[word])
        print(f"{twins.pack.form.id}: {number} workbooks, {self.compared} verdicts and colours compared")


def _content(entry: Entry) -> dict[str, object]:
    if entry == ERROR:
        return {"formula": f"={ERROR}"}
    return {"value": float(entry) if isinstance(entry, Decimal) else str(entry)}


def cell_of(fact: Fact) -> Cell:
    assert fact.place
    return fact.place.sheet, fact.place.cell


@cache
def twins_of(pack: str) -> Twins:
    return Twins(Books(load_pack(pack)))


@pytest.mark.long
@pytest.mark.parametrize("pack", ["department-overall", "department-final-accounts"])
def test_the_examples_of_all_checks_come_out_in_the_workbook_as_they_say(
    pack: str, office: ModuleType, tmp_path: Path
) -> None:
    twins = twins_of(pack)
    held = Held(twins, twins.typed(twins.books.examples(), tmp_path))
    assert held.different == []
    for check in twins.pack.checks:
        assert {example.outcome for example in check.data.examples} <= held.met[check.data.id], check.data.id


def test_conditions_on_the_year_mean_the_same_whatever_its_cell_holds(
    office: ModuleType, tmp_path: Path
) -> None:
    codes = ("208", "20805", "298", "29801", "")
    rows = tuple(Filling({"功能分类.编码": code, "功能分类.名称": "别的名称"}) for code in codes)
    years = ("", Decimal(2021), Decimal(2022), Decimal(2023), Decimal(2024), WORDS, ERROR)
    fillings = [Filling({"单位.年度": given}, {"功能分类": rows}) for given in years]
    twins = twins_of("department-overall")
    held = Held(twins, twins.opened(fillings, office, tmp_path))
    assert held.different == []
    for check in ("FUNC-17", "FUNC-18", "FUNC-20", "FUNC-21"):
        assert {"inconsistent", "not_checked"} <= held.met[check], check


JOINED = {
    "W-1": ("AND(收入.合计 = 收入.事业 + 收入.其他, 实有数.合计 <= 编制数.合计)", ()),
    "W-2": (
        'OR(收入.合计 <= 支出.合计, IN(单位.简称, "我局", "我中心"))',
        "OR(支出.合计 > 0, 实有数.合计 > 0)",
    ),
    "W-3": ("OR(收入.合计 / 支出.合计 > 1, 实有数.合计 = 0)", ()),
    "R-1": ("IN(LEN(功能分类.编码), 3, 5, 7)", ()),
    "R-2": ("AND(功能分类.金额 = 功能分类.基本支出, COUNTIF(功能分类.编码, LEFT(功能分类.编码, 3)) > 0)", ()),
}


STAFF = (("1", "9", "我局"), ("1", "9.99", "某局"), ("3", "", "某局"), ("", "20", ""), ("1", "0", "我 局"))


def joined_pack() -> Pack:
    """The pack with checks that join comparisons."""
    basis = Basis(document="文件", clause="条款")
    data = [
        CheckData(
            id=number, title=number, relation=text, when=when, severity="error", basis=basis, examples=()
        )
        for number, (text, when) in JOINED.items()
    ]
    pack = load_pack()
    return replace(pack, checks=tuple(bind_check(each, pack.vocabulary, "checks.toml") for each in data))


def joined_fillings() -> Iterator[Filling]:
    for total, rest in (("10", "10"), ("10.01", "10"), ("13", "10"), ("", "")):
        for staff, spent, name in STAFF:
            given = {"收入.合计": total, "收入.事业": rest, "实有数.合计": staff, "支出.合计": spent}
            figures = {term: Decimal(value) for term, value in given.items() if value}
            codes = ("208", "2081", "20805", "", "2080501", "301051")
            rows = tuple(_code(code, total, rest) for code in codes)
            yield Filling({**figures, "编制数.合计": Decimal(2), "单位.简称": name}, {"功能分类": rows})
    yield Filling({"收入.合计": ERROR, "支出.合计": Decimal(1)})
    yield Filling({})


def _code(code: str, total: str, rest: str) -> Filling:
    amounts = {"功能分类.金额": total, "功能分类.基本支出": rest}
    figures = {term: Decimal(value) for term, value in amounts.items() if value}
    return Filling({"功能分类.编码": code, "功能分类.名称": "名称", **figures})


def test_joined_comparisons_say_and_colour_what_python_says(office: ModuleType, tmp_path: Path) -> None:
    twins = Twins(Books(joined_pack()))
    held = Held(twins, twins.opened(joined_fillings(), office, tmp_path))
    assert held.different == []
    for check in JOINED:
        assert {"passed", "inconsistent", "not_checked"} <= held.met[check], check
    assert "rounding" in held.met["W-1"] & held.met["W-2"] & held.met["R-2"]


def test_a_workbook_filled_again_and_again_shows_what_an_opened_one_shows(
    office: ModuleType, tmp_path: Path
) -> None:
    twins = twins_of("department-overall")
    fillings = [year(twins.books, seed) for seed in (1, 23, 0)]  # the last one is blank
    typed, opened = tmp_path / "typed", tmp_path / "opened"
    typed.mkdir()
    opened.mkdir()
    list(twins.typed(fillings, typed))
    list(twins.opened(fillings, office, opened))
    sheets = {path.name: path.read_bytes() for path in opened.glob("book*.csv")}
    assert len(sheets) >= 3 * len(twins.books.layout.sheets)
    assert {path.name: path.read_bytes() for path in typed.glob("book*.csv")} == sheets


@pytest.mark.long
def test_two_hundred_generated_workbooks_say_what_python_says(office: ModuleType, tmp_path: Path) -> None:
    twins = twins_of("department-overall")
    held = Held(twins, twins.typed((year(twins.books, seed) for seed in range(200)), tmp_path))
    assert held.different == []
    for check in twins.pack.checks:
        assert {"passed", "inconsistent"} <= held.met[check.data.id], check.data.id


@pytest.mark.long
def test_generated_workbooks_of_the_nine_tables_say_what_python_says(
    office: ModuleType, tmp_path: Path
) -> None:
    twins = twins_of("department-final-accounts")
    held = Held(twins, twins.typed((year(twins.books, seed) for seed in range(60)), tmp_path))
    assert held.different == []
