"""Nothing is lost when a run is killed at any step, or a workbook is saved while it runs (see kills.py)."""

import os
import signal
import sys
from pathlib import Path

import pytest
from attack.kills import KEPT, WELL, World, tried
from volume import volume
from workbook.books import saved, silent_sample, typed

from jixiao.report.output.writing import write_report
from jixiao.workbook.file.saving import save_results
from jixiao.workbook.file.source import open_package

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="forks, as POSIX has them")
STEPS = ("open", "os.rename", "os.remove", "os.chmod", "os.chown")  # what Python tells of before it does it


def killed_at(step: int, folder: Path) -> bool:
    """Workbook and report are written by a process that dies before that step; False if it has none."""
    package = open_package(folder / "工作簿.xlsm")
    child = os.fork()
    if not child:
        left = step

        def die(event: str, _: object) -> None:
            nonlocal left
            if event in STEPS:
                left -= 1
                if left < 0:
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(die)
        save_results(package, b"results", folder)
        write_report(folder / "报告.docx", b"report")
        os._exit(0)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def test_a_kill_at_any_step_leaves_old_or_new_files_and_nothing_after_the_next_run(tmp_path):
    step = 0
    while True:
        folder = tmp_path / str(step)
        folder.mkdir()
        path = saved(folder, silent_sample())
        killed = killed_at(step, folder)
        left = {file.name: file.read_bytes() for file in folder.iterdir() if file.suffix != ".tmp"}
        assert left["工作簿.xlsm"] in (silent_sample(), b"results")
        assert left.get("报告.docx", b"report") == b"report"
        if path.read_bytes() != b"results":
            save_results(open_package(path), b"results", folder)
        write_report(folder / "报告.docx", b"report")
        assert sorted(file.name for file in folder.iterdir()) == ["工作簿.xlsm", "报告.docx"]
        if not killed:
            break
        step += 1
    assert step > 8


@pytest.mark.volume
def test_runs_that_are_killed_and_workbooks_that_are_saved_meanwhile_lose_nothing(tmp_path):
    world = World(tmp_path, silent_sample(), typed(silent_sample(), {"支出.合计": 999}))
    kills, saves = tried(world, volume(200, 8))
    assert set(kills) <= WELL
    assert set(saves) <= KEPT
