"""What the desk's commands say on a terminal, in a pipe, and at the end."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from commands import called

from jixiao.desk.batch import BatchStep
from jixiao.desk.examined import BookTrouble, ExaminedBook
from jixiao.desk.sealed import sealed
from jixiao.faces.words.desk import Progress

SAMPLES = Path(__file__).parents[2] / "samples"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "上报"
    folder.mkdir()
    shutil.copy(SAMPLES / "training-project-2024.xlsm", folder)
    (folder / "坏.xlsx").write_bytes(b"")
    return folder


def test_a_terminal_shows_how_far_it_is_and_troubles_as_they_come(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")  # rich then takes it for a terminal
    monkeypatch.setenv("COLUMNS", "120")
    trouble = ExaminedBook("坏.xlsx", "", trouble=BookTrouble.UNREADABLE, sentence="打不开 [bold]。")
    with Progress(2, quiet=False) as progress:
        progress.tell(BatchStep("a.xlsx"))
        progress.tell(BatchStep("坏.xlsx", sealed(trouble)))
        progress.bar.refresh()
    said = capsys.readouterr().err
    assert "2/2" in said
    assert "打不开 [bold]。" in said


@pytest.mark.parametrize(
    ("option", "wanted"),
    [
        (("--workers", "0"), "1 到 256 的整数"),
        (("--seconds", "快"), "1 到 86400 的数字"),
        (("--deadline", "2025-02-30"), "日期，例如 2025-03-31"),
    ],
)
def test_a_value_that_makes_no_sense_is_told_by_what_it_should_be(
    option: tuple[str, str], wanted: str, tmp_path: Path
) -> None:
    said = called("batch", tmp_path, *option).stderr.strip()
    assert re.fullmatch(
        rf"参数 {option[0]} 应是 ?{wanted}，现在是“{option[1]}”。用法见：.* batch --help", said
    )


def test_a_folder_of_last_year_that_is_none_is_told_before_anything_is_made(folder: Path) -> None:
    said = called("batch", folder, "--last-year", folder / "没有").stderr
    assert "上年文件夹“" in said
    assert "不存在，请检查路径" in said
    assert not (folder / "审核结果").exists()


def test_the_name_of_a_file_breaks_no_line_and_turns_none_round(capsys: pytest.CaptureFixture[str]) -> None:
    trouble = ExaminedBook("a", "", trouble=BookTrouble.UNREADABLE, sentence="甲\n乙\u202e　丙")
    with Progress(1, quiet=False) as progress:
        progress.tell(BatchStep("a\tb", sealed(trouble)))
    assert capsys.readouterr().err == "[打不开] a?b：甲?乙?　丙\n"


def test_a_pipe_gets_lines_and_scripts_a_document_for_each(folder: Path) -> None:
    command = [sys.executable, "-m", "jixiao", "batch", str(folder), "--check-only", "--workers", "1"]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", env=os.environ)
    assert done.returncode == 2
    assert "[打不开] 坏.xlsx" in done.stderr
    assert "到齐：应报 1 家，已报 1 家。" in done.stdout
    done = subprocess.run([*command, "--json"], capture_output=True, text=True, encoding="utf-8")
    lines = done.stdout.splitlines()
    assert len(lines) == 2
    assert all(line.startswith("{") and line.endswith("}") for line in lines)


def test_ctrl_c_says_how_many_are_done_and_that_the_next_call_goes_on(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tell, told = Progress.tell, []

    def stopped(progress: Progress, step: BatchStep) -> None:
        tell(progress, step)
        told.append(step)
        raise KeyboardInterrupt

    monkeypatch.setattr(Progress, "tell", stopped)
    done = called("batch", folder, "--check-only", "--workers", 1)
    assert done.returncode == 2
    assert "已中断，未写完的文件不会留下。办完的 1 本已经记下，再办理一次会接着办" in done.stderr
