"""A real mouse on the real button, on a virtual screen; LibreOffice stands in for Excel."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from excel.pressing import SYSTEM_PYTHON, Bench, as_a_run_writes_it, ended, running
from excel.test_buttons import others, results

from jixiao.faces.excel.launcher import posix_text

NEEDED = ("Xvfb", "xdotool", SYSTEM_PYTHON)


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[str]:
    """The number of a virtual display that nobody else uses.

    -noreset: else it throws out an office whose splash screen was the last to leave.
    """
    missing = [program for program in NEEDED if shutil.which(program) is None]
    assert not missing, f"not installed: {missing}"
    number = tmp_path / "display"
    command = ["sh", "-c", f'exec Xvfb -noreset -displayfd 3 -screen 0 1400x900x24 3>"{number}"']
    with ended(command, {"PATH": "/usr/bin:/bin"}):
        subprocess.run(["sh", "-c", f'until [ -s "{number}" ]; do sleep 0.1; done'], check=True, timeout=20)
        yield f":{number.read_text().strip()}"


@pytest.fixture
def desk(office: ModuleType, screen: str, tmp_path: Path) -> Iterator[Bench]:
    folder = tmp_path / "desk"
    folder.mkdir()
    with running(folder, display=screen) as bench:
        bench.install(posix_text(sys.executable))
        yield bench


@pytest.mark.exhaustive
def test_a_click_makes_the_report_and_fills_the_open_workbook(desk, book):
    seen = desk.press(book, click="一键生成报告", words={"limit": "60"})
    assert (book.parent / seen["report"]).stat().st_size > 10_000
    assert others(seen["after"]) == others(seen["before"])
    assert results(seen["after"]) == results(as_a_run_writes_it(desk, book))
