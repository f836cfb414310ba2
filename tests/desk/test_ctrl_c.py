"""Ctrl-C goes to the program and to its workers: one breaks off in order, the others never hear it."""

import os
import shutil
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from subprocess import PIPE, Popen

import pytest
from commands import COMMAND
from crew_work import double
from desk_folder import books, unit

from jixiao.desk.crew import Processes
from jixiao.desk.ctrl_c import heard_once, unheard_by_workers
from jixiao.desk.folder import RECORD

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there nothing can be kept from a process")


@pytest.fixture
def usual() -> Iterator[None]:
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def test_a_second_one_breaks_off_nothing_and_ends_workers(usual: None) -> None:
    with Processes(1).open() as executor:
        assert executor.submit(double, (1,)).result() == [2]
        with pytest.raises(KeyboardInterrupt), heard_once():
            signal.raise_signal(signal.SIGINT)
        asleep = executor.submit(time.sleep, 60)
        while not asleep.running():
            time.sleep(0.01)
        signal.raise_signal(signal.SIGINT)
        assert asleep.exception(timeout=20)


def test_without_one_all_is_as_before(usual: None) -> None:
    with heard_once():
        assert signal.getsignal(signal.SIGINT) is not signal.default_int_handler
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # as nohup and scripts in the background have it
    with heard_once():
        assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN


def test_a_worker_that_has_only_just_been_started_hears_nothing() -> None:
    with Processes(1).open() as executor:
        with unheard_by_workers():
            done = executor.submit(double, (1,))
        (worker,) = executor._processes
        for _ in range(20):
            os.kill(worker, signal.SIGINT)
            time.sleep(0.01)
        assert done.result() == [2]
    assert signal.SIGINT not in signal.pthread_sigmask(signal.SIG_BLOCK, ())


def test_the_command_says_only_that_it_was_broken_off(tmp_path: Path) -> None:
    for number in range(3):
        (tmp_path / f"{number}.xlsm").write_bytes(books().filled(unit(number)))
    out = tmp_path / "审核结果"
    command = [*COMMAND, "batch", str(tmp_path), "--check-only", "--workers", "2"]
    for wait in (0, 0.5):
        with Popen(command, stdout=PIPE, stderr=PIPE, start_new_session=True) as process:
            while process.poll() is None and not (out / RECORD).exists():
                time.sleep(0.01)
            for pause in (wait, 0.2, 0.05):
                time.sleep(pause)
                with suppress(ProcessLookupError):
                    os.killpg(process.pid, signal.SIGINT)
            _, said = process.communicate(timeout=60)
        assert b"Traceback" not in said, said.decode()
        assert b"ignored" not in said, said.decode()
        shutil.rmtree(out)
