"""A folder of workbooks: what one costs warm, how two workers share the work, what comes together in the end.

Processor time counts, but for the two workers: that ratio is one of clocks, and wants a quiet machine.
"""

import gc
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import openpyxl
from floor import bare_pass, entry_sheets
from line import Line, at_most

from jixiao import pipeline
from jixiao.checks.confront import confront
from jixiao.desk.batch import work_on
from jixiao.desk.crew import Processes
from jixiao.desk.examining import Examining, Item, Orders
from jixiao.desk.folder import book_name, files_below
from jixiao.desk.letters.sender import Sender
from jixiao.desk.rollup.rolling_up import RollupOrder, roll_up
from jixiao.desk.standing import Standing, brief
from jixiao.desk.store import FILE, Store
from jixiao.desk.summary.summary import write_summary
from jixiao.desk.units import standings

sys.path.insert(0, str(Path(__file__).parents[1]))
from desk_folder import make_copies

DIFFERENT = 20  # workbooks; the others have another name and code
ROUNDS = 3
TURNS = 2  # of the two workers: a clock knows of everything else that runs


def desk_lines(folder: Path, number: int) -> Iterator[Line]:
    """Everything about a folder of so many workbooks."""
    gc.set_threshold(100_000)  # as the command line has it
    units = folder / "units"
    make_copies(units, number, DIFFERENT)
    books = files_below(units)
    some = books[:: max(1, len(books) // DIFFERENT)][:DIFFERENT]
    one = yield from _one_book(units, some)
    yield from _workers(folder, units)
    with Store(folder / "2" / FILE) as store:
        yield from _together(store, units, folder / "2", one * number)


def _one_book(units: Path, books: list[Path]) -> Iterator[Line]:
    """Returns the time of a check."""
    inspection = pipeline.inspect(books[0])
    pack, sheets = inspection.pack, entry_sheets(inspection)
    out = str(units.parent / "reports")
    jobs: dict[str, Callable[[Path], object]] = {
        "floor": lambda book: bare_pass(book, sheets),
        "relations": lambda _: confront(inspection.record, pack.checks, pack.vocabulary, pack.names_of_codes),
        "checked": _examining(units, Orders(str(units))),
        "reported": _examining(units, Orders(str(units), out, sender=Sender("局", "2026-12-31"))),
    }
    times = _in_turn(jobs, books)
    openpyxl_ms = statistics.median(
        _cpu(lambda book=book: _read_by_openpyxl(book)) for book in books[: len(books) // 4 + 1]
    )
    floor, checked = times["floor"] + times["relations"], times["checked"]
    yield Line("floor: one lxml pass of a book, relations", floor)
    yield at_most("a further book checked, and no more", checked, floor, "the time of the floor", 1.5)
    read, faster = "as fast as openpyxl reads it", openpyxl_ms / checked
    yield Line("openpyxl reads its values", openpyxl_ms)
    yield Line("the check", checked, read, faster, "at least 15 x", faster >= 15)
    yield at_most("with report and letter", times["reported"], checked, "the time of the check", 2.5)
    return checked


def _examining(units: Path, orders: Orders) -> Callable[[Path], object]:
    work = Examining(orders)
    return lambda book: work([Item(book_name(book, units))])


def _read_by_openpyxl(book: Path) -> int:
    sheets = openpyxl.load_workbook(book, data_only=True).worksheets
    return sum(cell is not None for sheet in sheets for row in sheet.values for cell in row)


def _in_turn(jobs: dict[str, Callable[[Path], object]], books: list[Path]) -> dict[str, float]:
    """Medians over all books, in ms; the jobs take turns, and the first round only warms up."""
    times: dict[str, list[float]] = {name: [] for name in jobs}
    for turn in range(ROUNDS + 1):
        for book in books if turn else books[:3]:
            for name, job in jobs.items():
                spent = _cpu(lambda job=job, book=book: job(book))
                times[name] += [spent] if turn else []
    return {name: statistics.median(found) for name, found in times.items()}


def _workers(folder: Path, units: Path) -> Iterator[Line]:
    """The whole folder by one process, then by two, and again: the shorter time of each counts."""
    times: dict[int, list[float]] = {1: [], 2: []}
    for turn in range(TURNS):
        for workers, taken in times.items():
            out = folder / (str(workers) if turn == 0 else f"{workers}-{turn}")
            out.mkdir()
            started = time.perf_counter()
            with Store(out / FILE) as store:
                steps = work_on(store, Processes(workers), Orders(str(units)))
                assert all(step.examined for step in steps)
            taken.append((time.perf_counter() - started) * 1000)
    walls = [min(taken) for taken in times.values()]
    for workers, wall in zip(times, walls, strict=True):
        yield Line(f"all checked by {workers}, by the clock", wall)
    faster = walls[0] / walls[1]
    yield Line("two workers", walls[1], "as fast as one", faster, "at least 1.8 x", faster >= 1.8)


def _together(store: Store, units: Path, out: Path, checking: float) -> Iterator[Line]:
    """What is made of all of them, against the time of checking all; and a second call."""
    rows: list[Standing] = []
    listing = _cpu(lambda: rows.extend(standings(map(brief, store.all()))))
    summing = _cpu(lambda: write_summary(store, rows, units, out))
    rolling = _cpu(lambda: roll_up(store, rows, None, RollupOrder(out / "sum.xlsm")))
    words, ratio = "the time of the checks", (listing + summing + rolling) / checking
    yield Line("汇总.xlsx", summing, words, summing / checking)
    yield Line("roll-up", rolling, words, rolling / checking)
    yield Line("both", listing + summing + rolling, words, ratio, "at most 0.2 x", ratio <= 0.2)
    again = _cpu(lambda: _second_call(store, units, out)) * 1000 / len(rows)
    yield Line("a second call over 1,000", again, wanted="under 2 s", met=again < 2000)


def _second_call(store: Store, units: Path, out: Path) -> None:
    assert not any(step.examined for step in work_on(store, Processes(1), Orders(str(units))))
    write_summary(store, standings(map(brief, store.all())), units, out)


def _cpu(job: Callable[[], object]) -> float:
    started = time.process_time()
    job()
    return (time.process_time() - started) * 1000
