"""A folder of workbooks, examined; again; and after the program was killed."""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from crew_work import Here

from jixiao.desk.batch import work_on
from jixiao.desk.crew import Crew, Processes
from jixiao.desk.examined import BookTrouble
from jixiao.desk.examining import Orders
from jixiao.desk.store import FILE, Store

SAMPLES = Path(__file__).parents[2] / "samples"
BOOKS = {
    "甲/leiyang.xlsm": "leiyang-2022",
    "project.xlsm": "training-project-2024",
    "accounts.xlsm": "final-accounts-2024",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "上报"
    (folder / "甲").mkdir(parents=True)
    for name, sample in BOOKS.items():
        shutil.copy(SAMPLES / f"{sample}.xlsm", folder / name)
    (folder / "坏.xlsx").write_bytes(b"PK\x03\x04 cut off")
    return folder


def done(folder: Path, out: Path, crew: Crew, *, check_only: bool = True) -> tuple[list[str], list[str]]:
    """Which workbooks are done at all, and which of them now."""
    out.mkdir(exist_ok=True)
    orders = Orders(str(folder), "" if check_only else str(out))
    with Store(out / FILE) as store:
        steps = list(work_on(store, crew, orders))
    now = [step.book for step in steps if step.examined and step.examined.trouble is None]
    return sorted(step.book for step in steps), sorted(now)


def contents(out: Path) -> dict[str, bytes]:
    files = (path for path in out.rglob("*") if path.is_file() and path.name != FILE)
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in files}


def test_a_second_call_does_only_what_has_changed(folder: Path, tmp_path: Path) -> None:
    everything = sorted([*BOOKS, "坏.xlsx"])
    assert done(folder, tmp_path / "out", Here()) == (everything, sorted(BOOKS))
    assert done(folder, tmp_path / "out", Here()) == (everything, [])
    shutil.copy(SAMPLES / "leiyang-2022-balanced.xlsm", folder / "甲" / "leiyang.xlsm")
    (folder / "project.xlsm").unlink()
    left = sorted({*everything} - {"project.xlsm"})
    assert done(folder, tmp_path / "out", Here()) == (left, ["甲/leiyang.xlsm"])


def test_results_and_reports_go_into_a_folder_for_each_and_the_workbooks_stay_as_they_are(
    folder: Path,
) -> None:
    before = contents(folder)
    out = folder / "审核结果"
    done(folder, out, Processes(1), check_only=False)
    made = contents(out)
    assert {
        name: content for name, content in contents(folder).items() if not name.startswith(out.name)
    } == before
    assert [name for name in made if name.endswith("leiyang.xlsm")] == ["结果/甲/leiyang/leiyang.xlsm"]
    assert sum(name.endswith(".docx") for name in made) == 2
    shutil.rmtree(out / "结果" / "project")
    assert done(folder, out, Here(), check_only=False)[1] == ["project.xlsm"]
    assert contents(out) == made


def test_a_workbook_that_takes_too_long_costs_only_itself(folder: Path, tmp_path: Path) -> None:
    orders = Orders(str(folder), seconds=0.001)
    with Store(tmp_path / FILE) as store:
        steps = list(work_on(store, Processes(1), orders))
        troubles = {step.examined.trouble for step in steps if step.examined}
        assert BookTrouble.DIED in troubles
        assert troubles <= {BookTrouble.DIED, BookTrouble.UNREADABLE}  # which is quick on an idle machine
        assert store.stamp("project.xlsm") == ""  # next time it is tried again


def started(folder: Path, out: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "jixiao", "batch", str(folder), "--out", str(out), "--workers", "1"]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


@pytest.mark.exhaustive
@pytest.mark.skipif(os.name == "nt", reason="no SIGKILL on Windows")
def test_after_a_kill_it_goes_on_where_it_stopped(folder: Path, tmp_path: Path) -> None:
    started(folder, tmp_path / "whole").wait()
    whole = contents(tmp_path / "whole")
    assert {"汇总.xlsx", "总览.html"} <= whole.keys()
    for step in range(6):
        process = started(folder, tmp_path / "out")
        time.sleep(0.4 + 0.5 * step)
        process.kill()
        process.wait()
        started(folder, tmp_path / "out").wait()
        assert contents(tmp_path / "out") == whole, step
        shutil.rmtree(tmp_path / "out")
