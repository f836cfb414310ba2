"""The command line on files that cannot be worked on: exit code, sentence, nothing touched."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from commands import Done, called, started
from faces.test_bad_files import PATHS, SECONDS, UNUSABLE, assert_helpful
from workbook.books import saved
from workbook.books import silent_sample as sample


@dataclass(frozen=True)
class Said:
    code: int
    out: str
    error: str
    seconds: float


def jixiao(*arguments: object) -> Said:
    return timed(called, *arguments)


def timed(run: Callable[..., Done], *arguments: object) -> Said:
    began = time.monotonic()
    done = run(*arguments)
    return Said(done.returncode, done.stdout, done.stderr, time.monotonic() - began)


def contents(folder: Path) -> dict[str, tuple[bytes | None, int]]:
    """Every file and folder below, with its bytes and the time of its last change."""
    return {
        str(path.relative_to(folder)): (_bytes(path), path.lstat().st_mtime_ns) for path in folder.rglob("*")
    }


def _bytes(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


REPRESENTATIVES = [
    "empty",
    "a web page",
    "with a password",
    "cut in the middle",
    "a wrong checksum",
    "with a DOCTYPE",
]


@pytest.mark.parametrize("command", ["check", "run"])
@pytest.mark.parametrize("what", REPRESENTATIVES)
def test_the_command_line_refuses_with_exit_code_2(what, command, tmp_path):
    path = saved(tmp_path, UNUSABLE[what][0]())
    before = contents(tmp_path)
    said = timed(started if what == REPRESENTATIVES[0] else called, command, path)
    assert (said.code, said.out) == (2, "")
    assert_helpful(said.error.removesuffix("\n"))
    assert os.name == "nt" or said.seconds < 2 * SECONDS  # a start there takes its time
    assert contents(tmp_path) == before


@pytest.mark.parametrize("command", ["check", "run"])
@pytest.mark.parametrize("what", ["a folder", "a missing folder", "a broken link", "control characters"])
def test_the_command_line_refuses_a_path_with_exit_code_2(what, command, tmp_path):
    path = PATHS[what][0](tmp_path)
    before = contents(tmp_path)
    said = jixiao(command, path)
    assert (said.code, said.out) == (2, "")
    assert_helpful(said.error.removesuffix("\n"))
    assert said.error.removesuffix("\n").isprintable()
    assert contents(tmp_path) == before


def test_an_unusable_file_leaves_no_output_folder_behind(tmp_path):
    said = jixiao("run", tmp_path / "没有.xlsx", "--out", tmp_path / "报告")
    assert said.code == 2
    assert list(tmp_path.iterdir()) == []


def test_one_unusable_file_does_not_keep_the_others_from_being_checked(tmp_path):
    good, bad = saved(tmp_path, sample()), saved(tmp_path, b"", "空.xlsm")
    said = jixiao("check", bad, good)
    assert said.code == 2
    assert "是空文件" in said.error
    assert "FUND" not in said.error
    assert "支出合计" in said.out


@pytest.mark.parametrize("arguments", [(), ("--json",)])
def test_check_never_writes_anything(arguments, tmp_path):
    path = saved(tmp_path, sample())
    before = contents(tmp_path)
    assert jixiao("check", path, *arguments).code == 1
    assert contents(tmp_path) == before


def test_check_reads_a_file_that_is_open_elsewhere_or_read_only(tmp_path):
    path = saved(tmp_path, sample())
    saved(tmp_path, b"", f"~${path.name}")
    path.chmod(0o444)
    assert jixiao("check", path).code == 1


@pytest.mark.parametrize("lock", ["~$工作簿.xlsm", ".~lock.工作簿.xlsm#"])
def test_results_of_an_open_workbook_go_beside_it_and_one_sentence_says_so(lock, tmp_path):
    path = saved(tmp_path, sample())
    saved(tmp_path, b"", lock)
    said = jixiao("run", path)
    assert said.code == 1
    assert path.read_bytes() == sample()
    assert (tmp_path / "工作簿（结果）.xlsm").exists()
    assert said.error.count("\n") == 1
    assert "没有改动它" in said.error


def test_results_of_a_read_only_workbook_go_beside_it(tmp_path):
    path = saved(tmp_path, sample())
    path.chmod(0o444)
    said = jixiao("run", path)
    assert "是只读文件" in said.error
    assert path.read_bytes() == sample()
    assert (tmp_path / "工作簿（结果）.xlsm").exists()


@pytest.mark.skipif(os.name == "nt", reason="needs POSIX limits")
def test_a_disk_that_is_full_leaves_the_old_workbook_and_no_rest(tmp_path):
    path = saved(tmp_path, sample())
    script = (
        "import resource, signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (20000, 20000));"
        "from jixiao.faces.cli import main; main()"
    )
    command = [sys.executable, "-B", "-c", script, "run", str(path)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=60, check=False)
    assert done.returncode == 2
    assert_helpful(done.stderr.removesuffix("\n"))
    assert [file.name for file in tmp_path.iterdir()] == [path.name]
    assert path.read_bytes() == sample()
