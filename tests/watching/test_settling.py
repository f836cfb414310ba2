"""A file is finished when it has been left alone; the clock is given, the files are real."""

from pathlib import Path

import pytest

from jixiao.watching.settling import Settling


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "book.xlsm"
    path.write_bytes(b"first half")
    return path


def test_a_file_is_finished_after_the_quiet_time_and_named_once(path):
    settling = Settling(quiet=1.0)
    settling.touch(path, now=0.0)
    assert settling.settled(now=0.9) == ()
    assert settling.settled(now=1.0) == (path,)
    assert settling.settled(now=9.0) == ()


def test_two_touches_are_one_and_the_quiet_time_begins_again(path):
    settling = Settling(quiet=1.0)
    settling.touch(path, now=0.0)
    settling.touch(path, now=0.8)
    assert settling.settled(now=1.5) == ()
    assert settling.settled(now=1.8) == (path,)


def test_a_file_that_grows_without_a_notice_is_waited_for(path):
    settling = Settling(quiet=1.0)
    settling.touch(path, now=0.0)
    path.write_bytes(b"first half and second half")
    assert settling.settled(now=1.0) == ()
    assert settling.settled(now=2.0) == (path,)


def test_a_file_that_disappears_is_forgotten(path):
    settling = Settling(quiet=1.0)
    settling.touch(path, now=0.0)
    path.unlink()
    assert settling.settled(now=0.5) == ()
    path.write_bytes(b"somebody else's")
    assert settling.settled(now=5.0) == ()


def test_files_wait_each_for_itself(path):
    other = path.with_name("other.xlsm")
    other.write_bytes(b"x")
    settling = Settling(quiet=1.0)
    settling.touch(path, now=0.0)
    settling.touch(other, now=0.5)
    assert settling.settled(now=1.2) == (path,)
    assert settling.settled(now=1.5) == (other,)
