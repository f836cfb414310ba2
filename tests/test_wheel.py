"""What a user gets from a package index: a wheel that works alone, outside the checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parents[1]

pytestmark = [pytest.mark.wheel, pytest.mark.exhaustive]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The python of an empty environment into which the wheel was installed."""
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "pip", "wheel", "--no-deps", "--quiet", "--wheel-dir", folder, ROOT)
    venv.create(folder / "venv")
    python = folder / "venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    [wheel] = folder.glob("jixiao-*.whl")
    into = ("--python", python, "install", "--quiet", "--no-compile")  # the demo compiles what it needs
    run(sys.executable, "-m", "pip", *into, wheel)
    return python


def run(*command: object, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [str(part) for part in command],
        capture_output=True,
        encoding="utf-8",
        cwd=cwd,
        timeout=600,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done


def test_the_installed_wheel_runs_the_demo_outside_the_checkout(installed: Path, tmp_path: Path):
    jixiao = installed.with_name("jixiao")
    done = run(jixiao, "demo", tmp_path / "demo", cwd=tmp_path)
    assert "3.22" in done.stdout
    assert len(list((tmp_path / "demo").glob("*.docx"))) == 1


def test_the_installed_wheel_makes_a_new_workbook(installed: Path, tmp_path: Path):
    run(installed.with_name("jixiao"), "new", tmp_path / "新.xlsm", cwd=tmp_path)
    with ZipFile(tmp_path / "新.xlsm") as book:
        assert b"JixiaoButtons" in book.read("xl/vbaProject.bin")  # the macros' source is in the wheel


def test_the_installed_wheel_does_not_read_from_the_checkout(installed: Path, tmp_path: Path):
    where = "from jixiao.pack.loading import data_folder; print(data_folder('samples'))"
    found = run(installed, "-c", where, cwd=tmp_path).stdout.strip()
    assert not Path(found).is_relative_to(ROOT)
