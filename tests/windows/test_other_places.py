"""A Python outside the user's folders, called by the launcher and the drop target.

Then its path stands in the batch files, with blanks, brackets, & and Chinese, and no variable stands for it.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook
from windows import machine
from windows.machine import windows_path as called
from workbook.books import silent_sample

from jixiao.faces.excel.drop_target import DROP_TARGET

pytestmark = [pytest.mark.windows, pytest.mark.exhaustive]
DRIVE = machine.HOME / "prefix" / "drive_c"
PLACES = (r"C:\Program Files (x86)\Python 3.11", r"工具\py", r"软 件(新)&[1]!\甲^乙 & 丙")


@pytest.fixture(params=PLACES, ids=["program files", "chinese", "signs"])
def python(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The interpreter once more in another place: a link, which Windows here takes for a folder."""
    on_drive = request.param.startswith("C:\\")
    words = request.param.removeprefix("C:\\").split("\\")
    folder = (DRIVE if on_drive else tmp_path).joinpath(*words)
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.unlink(missing_ok=True)
    folder.symlink_to(machine.made(), target_is_directory=True)
    yield (request.param if on_drive else called(folder)) + r"\python.exe"
    folder.unlink()


def test_a_python_of_any_place_is_called(python: str, tmp_path: Path):
    work, local = tmp_path / "桌 面", tmp_path / "用户"
    work.mkdir()
    variables = {"LOCALAPPDATA": called(local), "PYTHONPATH": called(machine.ROOT / "src")}

    def run(line: str) -> tuple[int, str]:
        done = machine.started(line, variables)
        return done.returncode, done.stdout.decode(errors="replace")

    code, said = run(f'"{python}" -P -X utf8 -m jixiao excel setup --drop-target "{called(work)}"')
    assert code == 0, said
    launcher, drop_target = local / "jixiao" / "jixiao-excel.cmd", work / DROP_TARGET
    for batch_file in (launcher, drop_target):
        as_wine_reads_it(batch_file)
    assert run(f'cmd.exe /c ""{called(launcher)}" "--version""') == (0, "jixiao 0.1.0\r\n")
    book = work / "自评 &(甲).xlsm"
    book.write_bytes(silent_sample())
    _, said = run(f'cmd.exe /c ""{called(drop_target)}" "{called(book)}""')
    assert load_workbook(book)["评分表"]["F8"].value == "106.96%", said


def as_wine_reads_it(batch_file: Path) -> None:
    """Windows reads on in UTF-8 after `chcp 65001`; wine's cmd reads in the system's code page to the end."""
    text = batch_file.read_bytes().decode()
    assert text.startswith("@echo off\r\nchcp 65001 >nul\r\n")
    batch_file.write_bytes(text.encode("gbk"))
