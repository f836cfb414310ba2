"""The record of a folder of so many units that nobody has examined, and what the parent needs to write of it.

By itself: python tests/desk_store.py FOLDER 10000
"""

from __future__ import annotations

import gc
import json
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from jixiao.desk.crew import Processes
from jixiao.desk.examined import ExaminedBook
from jixiao.desk.examining import GARBAGE_WORTH_LOOKING_FOR, Examining, Item, Orders
from jixiao.desk.overview.overview import write_overview
from jixiao.desk.rollup.rolling_up import RollupOrder, roll_up
from jixiao.desk.sealed import sealed
from jixiao.desk.standing import Standing, brief
from jixiao.desk.store import FILE, Store
from jixiao.desk.summary.summary import write_summary
from jixiao.desk.units import standings

SAMPLES = Path(__file__).parents[1] / "samples"
FINDINGS = 6  # times those of the sample: three, of which two are to be mended


def examined_units(number: int) -> Iterator[ExaminedBook]:
    """Each with the figures of a sample under a name and code of its own, and with eighteen findings."""
    (came,) = Examining(Orders(str(SAMPLES)))([Item("leiyang-2022.xlsm")])
    sample = came.opened()
    document: dict[str, Any] = sample.document or {}
    document["findings"] *= FINDINGS
    for unit in range(number):
        own = {**document, "unit_name": f"示例市第{unit:06}中心（虚构）", "unit_code": f"{unit:06}"}
        yield replace(sample, book=f"{unit // 100:03}/{unit:06}.xlsm", digest=f"{unit:064}", document=own)


def fill_store(store: Store, number: int) -> None:
    store.keep((f"{one.digest}|", sealed(one)) for one in examined_units(number))


def main(out: Path, number: int) -> None:
    """Prints seconds of the processor for each step, and the most memory that the process had, in MB."""
    with Store(out / FILE) as store:
        fill_store(store, number)
    print(json.dumps(_measured(out)))


def _measured(out: Path) -> dict[str, float]:
    gc.set_threshold(GARBAGE_WORTH_LOOKING_FOR)  # as the command line has it
    rows: list[Standing] = []
    with Store(out / FILE) as store:
        steps: dict[str, Callable[[], object]] = {
            "standings": lambda: rows.extend(standings(map(brief, store.heads()))),
            "rollup": lambda: roll_up(store, rows, None, RollupOrder(out / "sum.xlsm"), Processes(1)),
            "summary": lambda: write_summary(store, rows, out, out),
            "overview": lambda: write_overview(store, rows, out, out),
        }
        spent = {name: _cpu(step) for name, step in steps.items()}
    return spent | {"peak_mb": _peak()}


def _cpu(step: Callable[[], object]) -> float:
    started = time.process_time()
    step()
    return round(time.process_time() - started, 2)


def _peak() -> int:
    """Of this process alone, not of the one that it was made from."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(next(line.split()[1] for line in status.splitlines() if line.startswith("VmHWM"))) // 1024


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
