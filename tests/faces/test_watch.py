"""jixiao watch as a process of its own, on real files that are saved as office programs save them."""

from __future__ import annotations

import os
import queue
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from commands import STOPPABLE, stop
from workbook.books import BALANCED, REAL
from workbook.books import silent_sample as sample

from jixiao.made_marks import marked

COMMAND = [*STOPPABLE, "watch"]
# seconds until a line must have come; the machine may be busy, and wine takes its time
PATIENCE = 120.0 if os.name == "nt" else 30.0
SILENCE = 3.0  # seconds in which nothing more may come: three times the quiet time


class Watch:
    """A running `jixiao watch`; its lines arrive in a queue."""

    def __init__(self, folder: Path, *options: str) -> None:
        self.process = subprocess.Popen(
            [*COMMAND, str(folder), *options],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            env=os.environ | {"PYTHONIOENCODING": "utf-8", "JIXIAO_CACHE": str(folder.parent / "cache")},
        )
        self.lines: queue.Queue[str] = queue.Queue()
        self.listener = threading.Thread(target=self._listen, daemon=True)
        self.listener.start()
        assert "正在看守" in self.line()

    def _listen(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.lines.put(line.rstrip("\n"))

    def line(self) -> str:
        return self.lines.get(timeout=PATIENCE)

    def silent(self) -> bool:
        time.sleep(SILENCE)
        return self.lines.empty()

    def end(self, number: signal.Signals) -> int:
        stop(self.process, number)
        return self.process.wait(PATIENCE)

    def errors(self) -> str:
        """What was said on standard error by a process that has ended."""
        assert self.process.stderr is not None
        return self.process.stderr.read()


@contextmanager
def watching(folder: Path, *options: str) -> Iterator[Watch]:
    watch = Watch(folder, *options)
    try:
        yield watch
    finally:
        watch.process.kill()
        watch.listener.join(PATIENCE)
        watch.process.communicate()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "绩效 (2022) & 其他"
    folder.mkdir()
    return folder


@pytest.fixture
def watch(folder: Path) -> Iterator[Watch]:
    with watching(folder) as watch:
        yield watch


def saved_by_renaming(path: Path, content: bytes) -> None:
    """As Excel saves: a new file, the old one put aside, the new one in its place."""
    fresh, aside = path.with_name("1A2B3C4D.tmp"), path.with_name(f"{path.name}~RF12ab34.TMP")
    fresh.write_bytes(content)
    if path.exists():
        path.rename(aside)
    fresh.rename(path)
    aside.unlink(missing_ok=True)


def reports(folder: Path) -> list[str]:
    return [path.name for path in folder.glob("*.docx")]


def test_a_save_is_checked_written_back_and_reported_in_one_line(watch, folder):
    saved_by_renaming(folder / "我单位 2022.xlsm", sample(REAL))
    line = watch.line()
    assert "我单位 2022.xlsm：错误 " in line
    assert f"校验结果和评分表已写入工作簿；报告（草稿）：{reports(folder)[0]}。" in line
    assert (folder / "我单位 2022.xlsm").read_bytes() != sample(REAL)


@pytest.mark.exhaustive
def test_what_the_watch_writes_does_not_set_it_off_again(watch, folder):
    saved_by_renaming(folder / "表.xlsm", sample(REAL))
    watch.line()
    assert watch.silent()


@pytest.mark.exhaustive
def test_each_save_by_renaming_is_an_event(watch, folder):
    path = folder / "表.xlsm"
    saved_by_renaming(path, sample(REAL))
    assert "表.xlsm：错误 1 个" in watch.line()
    saved_by_renaming(path, sample(BALANCED))
    assert "表.xlsm：错误 0 个" in watch.line()
    assert sorted(path.name for path in folder.iterdir() if path.suffix == ".xlsm") == ["表.xlsm"]


def test_two_quick_saves_are_one_event(watch, folder):
    path, first, second = folder / "表.xlsm", sample(REAL), sample(BALANCED)
    saved_by_renaming(path, first)
    time.sleep(0.3)
    saved_by_renaming(path, second)
    assert "错误 0 个" in watch.line()
    assert watch.silent()


@pytest.mark.exhaustive
def test_a_file_that_is_written_in_pieces_is_looked_at_when_it_is_whole(watch, folder):
    content = sample(REAL)
    with (folder / "表.xlsm").open("wb", buffering=0) as file:
        for start in range(0, len(content), len(content) // 4):
            file.write(content[start : start + len(content) // 4])
            time.sleep(0.5)
    assert "错误 1 个" in watch.line()
    assert watch.silent()


def test_a_broken_file_gives_one_sentence_and_the_watch_goes_on(watch, folder):
    (folder / "坏.xlsx").write_bytes(sample(REAL)[:5000])
    line = watch.line()
    assert "坏.xlsx：“坏.xlsx”已损坏或没有保存完整" in line
    assert "Traceback" not in line
    (folder / "好.xlsm").write_bytes(sample(REAL))
    assert "好.xlsm：错误 1 个" in watch.line()


@pytest.mark.exhaustive
def test_a_workbook_that_libreoffice_saves_is_one_event(watch, folder, office, tmp_path):
    source = tmp_path / "表.xlsm"
    source.write_bytes(sample(REAL))
    office.recalculate([source], folder)
    assert "表.xlsx：错误 1 个" in watch.line()
    assert watch.silent()


@pytest.mark.skipif(sys.platform != "linux", reason="needs a file that nobody can read")
def test_a_file_that_cannot_be_read_is_said_once_and_read_as_soon_as_it_can_be(watch, folder):
    path = folder / "表.xlsm"
    path.symlink_to("/proc/self/mem")
    assert "表.xlsm：无法读取" in watch.line()
    assert watch.silent()
    path.unlink()
    path.write_bytes(sample(REAL))
    assert "错误 1 个" in watch.line()


def test_an_open_workbook_gets_its_results_beside_it_refreshed_by_every_save(watch, folder):
    path, lock = folder / "表.xlsm", folder / "~$表.xlsm"
    lock.touch()
    path.write_bytes(sample(REAL))
    assert "结果先放在“表（结果）.xlsm”" in watch.line()
    first = (folder / "表（结果）.xlsm").read_bytes()
    saved_by_renaming(path, sample(BALANCED))
    watch.line()
    assert watch.silent()
    assert path.read_bytes() == sample(BALANCED)
    assert (folder / "表（结果）.xlsm").read_bytes() != first
    assert len(list(folder.glob("*（结果*"))) == 1


def test_the_results_of_an_open_workbook_go_into_it_when_it_is_closed(watch, folder):
    path, lock = folder / "表.xlsm", folder / ".~lock.表.xlsm#"
    lock.touch()
    path.write_bytes(sample(REAL))
    watch.line()
    lock.unlink()
    assert "已写入工作簿" in watch.line()
    assert marked(path.read_bytes()) == (folder / "表（结果）.xlsm").read_bytes()
    assert watch.silent()


@pytest.mark.exhaustive
def test_a_workbook_that_was_only_touched_or_opened_is_left_alone(folder):
    path = folder / "表.xlsm"
    path.write_bytes(sample(REAL))
    with watching(folder) as watch:
        os.utime(path)
        (folder / "~$表.xlsm").touch()
        (folder / "~$表.xlsm").unlink()
        assert watch.silent()
    assert path.read_bytes() == sample(REAL)


def test_check_only_writes_nothing(folder):
    with watching(folder, "--check-only") as watch:
        (folder / "表.xlsm").write_bytes(sample(REAL))
        assert "错误 1 个" in watch.line()
    assert [path.name for path in folder.iterdir()] == ["表.xlsm"]
    assert (folder / "表.xlsm").read_bytes() == sample(REAL)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_stops_cleanly_when_asked(watch, number):
    assert watch.end(number) == 0
    assert watch.line() == "看守已结束。"
    assert watch.errors() == ""


def test_a_folder_that_goes_away_ends_the_watch_with_a_sentence(watch, folder):
    if os.name == "nt":  # wine keeps what is deleted until the watch has ended; the Explorer moves it away
        folder.rename(folder.with_name("回收站"))
    else:
        shutil.rmtree(folder)
    assert watch.process.wait(PATIENCE) == 2
    said = watch.errors()
    assert "不见了" in said
    assert said.count("\n") == 1


def test_a_folder_that_is_not_there_is_refused(tmp_path):
    done = subprocess.run(
        [*COMMAND, str(tmp_path / "没有")], capture_output=True, encoding="utf-8", timeout=60, check=False
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert "没有文件夹" in done.stderr
