"""The workbook and Python are held against each other: every relation, every row, every coloured cell."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path
from types import ModuleType
from zipfile import ZipFile

import live_books
from balanced import PACK

from jixiao.checks.confront import Verdict, confront
from jixiao.model.fact import Fact, Record, State
from jixiao.model.filling import Filling
from jixiao.model.outcome import Outcome
from jixiao.relation.agreement import INCONSISTENT, PASSED, ROUNDING, UNREADABLE, VERDICTS, verdict_word
from jixiao.relation.comparison import BLANK, NOT_APPLICABLE
from jixiao.workbook.cells import SharedStrings, read_cells
from jixiao.workbook.live_colours import COLOUR_SHEET
from jixiao.workbook.package import Package
from jixiao.workbook.placed import Role, address
from jixiao.workbook.reading import read_facts
from jixiao.workbook.relation_rows import relation_rows
from jixiao.workbook.structure import read_structure

Key = tuple[str, tuple[int, ...]]  # a check, and the row or repetition that it looks at
GENERATED = 200
IN_ONE_CALL = 50  # files that one soffice takes
LAYOUT = live_books.layout()
AT = {place: at for (_, at), place in live_books.places().items()}
WEIGHTS = {"error": 2, "warning": 1, "note": 0}
OUTCOMES = {PASSED: "passed", ROUNDING: "rounding", INCONSISTENT: "inconsistent"} | dict.fromkeys(
    (BLANK, NOT_APPLICABLE, UNREADABLE), "not_checked"
)


class Live:
    """What a recalculated workbook shows, sheet by sheet."""

    def __init__(self, path: Path) -> None:
        self.book = package(path.read_bytes())
        self.parts = read_structure(self.book).parts
        self.sheets: dict[str, dict[str, str]] = {}

    def shown(self, sheet: str, row: int, column: int) -> str:
        if sheet not in self.sheets:
            wanted = {address(box.top, box.left) for box in BOXES[sheet]}
            cells = read_cells(self.book, self.parts[sheet], wanted, SharedStrings(self.book))
            self.sheets[sheet] = {where: cell.text for where, cell in cells.items()}
        return self.sheets[sheet].get(address(row, column), "")


BOXES = {sheet.name: [slot.box for slot in sheet.slots] for sheet in LAYOUT.sheets}


def package(content: bytes) -> Package:
    return Package(Path("book.xlsx"), content, ZipFile(BytesIO(content)))


def python_verdicts(record: Record) -> dict[Key, Verdict]:
    """By check and place; without the one verdict about a table that has no rows."""
    found = confront(record, PACK.checks, PACK.vocabulary, PACK.names_of_codes)
    spoken = [verdict for verdict in found if len(verdict.scope.current) == len(verdict.check.path)]
    return {(verdict.check.data.id, at_of(verdict)): verdict for verdict in spoken}


def at_of(verdict: Verdict) -> tuple[int, ...]:
    if not verdict.scope.current:
        return ()
    inner = list(verdict.scope.current.values())[-1]
    return next(AT[fact.place.sheet, fact.place.cell] for fact in inner.fields.values() if fact.place)


def python_words(verdicts: dict[Key, Verdict]) -> dict[Key, str]:
    """What the workbook should show: a word for each row of both sheets."""
    words = {key: verdict_word(verdict.comparison) for key, verdict in verdicts.items()}
    for row in relation_rows(PACK):
        if row.table:
            inside = [word for (check, at), word in words.items() if check == row.check.data.id and at]
            words[row.key] = min(inside, key=VERDICTS.index, default=BLANK)
        else:
            words.setdefault(row.key, BLANK)
    return words


def live_words(live: Live) -> dict[Key, str]:
    """The word of every relation and of every row; an unused row has none."""
    box = LAYOUT.names["勾稽关系.结论"]
    rows = enumerate(relation_rows(PACK), box.top)
    words = {relation.key: live.shown(box.sheet, row, box.left) for row, relation in rows}
    grid = ((key, live.shown("逐行核对", *cell)) for key, cell in grid_cells())
    return words | {key: word for key, word in grid if word}


def grid_cells() -> Iterator[tuple[Key, tuple[int, int]]]:
    """Each verdict of the sheet of rows: its check and row, and where it stands."""
    heads: dict[int, tuple[str, int]] = {}
    for slot in next(sheet for sheet in LAYOUT.sheets if sheet.name == "逐行核对").slots:
        if slot.role is Role.HEADER:
            heads[slot.box.left] = str(slot.content).split("\n")[0], slot.box.top + 1
        elif slot.role is Role.VERDICT:
            check, top = heads[slot.box.left]
            yield (check, (slot.box.top - top,)), (slot.box.top, slot.box.left)


def python_colours(verdicts: dict[Key, Verdict]) -> dict[tuple[str, str], int]:
    """The cells of broken relations: 2 for an error, 1 for a warning."""
    colours: dict[tuple[str, str], int] = defaultdict(int)
    for verdict in verdicts.values():
        if verdict.outcome is Outcome.INCONSISTENT:
            for fact in (fact for fact in verdict.comparison.facts if fact.place and not in_blank_cell(fact)):
                place = fact.place.sheet, fact.place.cell
                colours[place] = max(colours[place], WEIGHTS[verdict.check.data.severity])
    return {place: weight for place, weight in colours.items() if weight}


def in_blank_cell(fact: Fact) -> bool:
    """A blank cell of a table is coloured only where its own row is at fault: both ways are right."""
    return fact.state is State.BLANK and bool(PACK.vocabulary[fact.term].path)


def live_colours(live: Live, record: Record) -> dict[tuple[str, str], int]:
    blank = {(f.place.sheet, f.place.cell) for f in record.walk() if f.place and in_blank_cell(f)}
    slots = [slot for slot in next(s for s in LAYOUT.sheets if s.name == COLOUR_SHEET).slots if slot.term]
    shown = {
        live_books.places()[slot.term.name, slot.at]: live.shown(COLOUR_SHEET, slot.box.top, slot.box.left)
        for slot in slots
    }
    return {place: int(weight) for place, weight in shown.items() if weight not in ("", "0") and place not in blank}


def compared(fillings: Iterable[Filling], office: ModuleType, folder: Path) -> Iterator[tuple[str, Live, Record]]:
    """Each filling as a workbook, recalculated, and as Python reads it."""
    files = []
    for number, filling in enumerate(fillings):
        files.append(folder / f"book{number:03}.xlsm")
        files[-1].write_bytes(live_books.workbook(filling))
    for start in range(0, len(files), IN_ONE_CALL):
        some = files[start : start + IN_ONE_CALL]
        for file, result in zip(some, office.recalculate(some, folder / "out"), strict=True):
            yield file.name, Live(result), read_facts(package(file.read_bytes()), PACK).record


def held_against_python(
    fillings: Iterable[Filling], office: ModuleType, folder: Path
) -> tuple[int, dict[str, set[str]], list[object]]:
    """How many verdicts and colours were compared, what each check was met in, and what differs."""
    number, met, different = 0, defaultdict(set), []
    for name, live, record in compared(fillings, office, folder):
        verdicts = python_verdicts(record)
        wanted, found = python_words(verdicts), live_words(live)
        different += [(name, key, wanted.get(key), found.get(key)) for key in wanted.keys() | found.keys()
                      if wanted.get(key) != found.get(key)]
        colours = python_colours(verdicts), live_colours(live, record)
        different += [(name, *item) for item in sorted(colours[0].items() ^ colours[1].items())]
        number += len(wanted) + len(colours[0])
        for (check, _), word in wanted.items():
            met[check].add(OUTCOMES[word])
    return number, met, different


def test_the_examples_of_all_checks_come_out_in_the_workbook_as_they_say(office: ModuleType, tmp_path: Path):
    number, met, different = held_against_python(live_books.examples(), office, tmp_path)
    print(f"compared: {number}")
    assert different == []
    for check in PACK.checks:
        assert {example.outcome for example in check.data.examples} <= met[check.data.id], check.data.id


def test_generated_workbooks_say_what_python_says(office: ModuleType, tmp_path: Path):
    years = [live_books.year(seed) for seed in range(GENERATED)]
    number, met, different = held_against_python(years, office, tmp_path)
    print(f"compared: {number}")
    assert different == []
    missing = {check.data.id: {"passed", "inconsistent"} - met[check.data.id] for check in PACK.checks}
    assert {check: outcomes for check, outcomes in missing.items() if outcomes} == {}
