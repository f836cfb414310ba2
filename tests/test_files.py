"""Files are written whole or not at all, over nothing that was typed meanwhile, and leave nothing behind."""

import errno
import os
import stat
import subprocess
import sys
import threading
from pathlib import Path
from unittest.mock import Mock

import pytest
from workbook.books import silent_sample

from jixiao import files, replacing
from jixiao.files import (
    LONGEST_NAME,
    home_folder,
    is_there,
    made_folder,
    named_after,
    write_atomically,
    write_new,
)
from jixiao.model.errors import UnusableInput
from jixiao.pipeline import run
from jixiao.replacing import OvertakenError

KILLED = """
import os, signal, sys
from pathlib import Path
import jixiao.files as files
os.fsync = lambda handle: os.kill(os.getpid(), signal.SIGKILL)
files.write_atomically(Path(sys.argv[1]), b"half of it")
"""
posix = pytest.mark.skipif(os.name == "nt", reason="owners, links and signals of POSIX")


def test_a_full_disk_says_which_file_had_no_room(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(os, "fsync", Mock(side_effect=OSError(errno.ENOSPC, "no room")))
    with pytest.raises(OSError, match="no room") as told:
        write_atomically(tmp_path / "报告.docx", b"new")
    assert told.value.filename == str(tmp_path / "报告.docx")


def saved_at_the_last_moment(monkeypatch: pytest.MonkeyPatch, path: Path, content: bytes | None) -> None:
    """Somebody saves, or removes, the file when the new one is on disk already."""

    def save(handle: int) -> None:
        path.write_bytes(content) if content is not None else path.unlink()

    monkeypatch.setattr(os, "fsync", save)


@pytest.mark.parametrize("typed", [b"typed meanwhile", None])
def test_what_is_saved_while_the_new_file_is_written_is_not_overwritten(typed, tmp_path, monkeypatch):
    path = tmp_path / "某局.xlsm"
    path.write_bytes(b"read")
    saved_at_the_last_moment(monkeypatch, path, typed)
    with pytest.raises(OvertakenError):
        write_atomically(path, b"results", before=b"read")
    assert [file.read_bytes() for file in tmp_path.iterdir()] == ([typed] if typed else [])


@pytest.mark.skipif(sys.platform != "linux", reason="other systems cannot exchange files")
def test_what_is_saved_between_the_last_look_and_the_last_step_is_not_lost(tmp_path, monkeypatch):
    path, exchanged = tmp_path / "某局.xlsm", replacing._exchanged
    path.write_bytes(b"read")

    def late(one: Path, other: Path) -> bool:
        if path.read_bytes() == b"read":
            path.write_bytes(b"typed meanwhile")
        return exchanged(one, other)

    monkeypatch.setattr(replacing, "_exchanged", late)
    with pytest.raises(OvertakenError):
        write_atomically(path, b"results", before=b"read")
    assert [file.read_bytes() for file in tmp_path.iterdir()] == [b"typed meanwhile"]


@pytest.mark.parametrize("links", [True, False])
def test_a_new_file_never_takes_the_place_of_one_that_came_meanwhile(links: bool, tmp_path, monkeypatch):
    path = tmp_path / "某局.xlsm"
    if not links:
        monkeypatch.setattr(Path, "hardlink_to", lambda *_: (_ for _ in ()).throw(PermissionError))
    write_new(path, b"first")
    assert [file.read_bytes() for file in tmp_path.iterdir()] == [b"first"]
    path.unlink()
    saved_at_the_last_moment(monkeypatch, path, b"typed meanwhile")
    with pytest.raises(UnusableInput, match="没有覆盖它"):
        write_new(path, b"second")
    assert [file.read_bytes() for file in tmp_path.iterdir()] == [b"typed meanwhile"]


def test_where_files_cannot_be_exchanged_the_new_one_takes_the_place(tmp_path, monkeypatch):
    path = tmp_path / "某局.xlsm"
    path.write_bytes(b"read")
    monkeypatch.setattr(replacing, "_exchanged", lambda one, other: False)
    write_atomically(path, b"results", before=b"read")
    assert [file.read_bytes() for file in tmp_path.iterdir()] == [b"results"]


@pytest.mark.parametrize("write", [write_atomically, write_new])
def test_a_scanner_that_has_the_new_file_open_for_a_moment_is_waited_for(write, tmp_path, monkeypatch):
    """Windows refuses to move a file that is open; there a thread stands for the scanner."""

    def scanned(handle: int) -> None:
        (file,) = tmp_path.glob("*.tmp")
        opened = file.open("rb")
        threading.Timer(0.2, opened.close).start()

    monkeypatch.setattr(os, "fsync", scanned)
    write(tmp_path / "某局.xlsm", b"results")
    assert [file.read_bytes() for file in tmp_path.iterdir()] == [b"results"]


@pytest.mark.skipif(os.name != "nt", reason="only Windows refuses to replace an open file")
def test_what_is_saved_while_a_file_is_waited_for_is_not_overwritten(tmp_path):
    path = tmp_path / "某局.xlsm"
    path.write_bytes(b"read")
    opened = path.open("r+b")

    def save() -> None:
        with opened:
            opened.write(b"typed meanwhile")

    threading.Timer(0.1, save).start()
    with pytest.raises(OvertakenError):
        write_atomically(path, b"results", before=b"read")
    assert [file.read_bytes() for file in tmp_path.iterdir()] == [b"typed meanwhile"]


def test_a_file_that_is_still_the_one_that_was_read_is_replaced(tmp_path):
    path = tmp_path / "某局.xlsm"
    path.write_bytes(b"read")
    write_atomically(path, b"results", before=b"read")
    assert path.read_bytes() == b"results"


@posix
def test_what_a_killed_run_has_left_is_removed_by_the_next(tmp_path):
    killed = subprocess.run([sys.executable, "-c", KILLED, str(tmp_path / "a")], check=False)
    assert killed.returncode < 0
    (left,) = tmp_path.iterdir()
    assert left.name.startswith(".jixiao-")
    write_atomically(tmp_path / "b", b"whole")
    assert [file.name for file in tmp_path.iterdir()] == ["b"]


def test_a_file_that_another_run_is_writing_is_left_to_it(tmp_path):
    claimed, path = files._claimed_file(tmp_path)
    with claimed:
        write_atomically(tmp_path / "b", b"whole")
        assert path.exists()


def test_where_files_cannot_be_claimed_an_old_one_is_a_leftover(tmp_path, monkeypatch):
    monkeypatch.setattr(files, "flock", None)  # as on Windows
    old, fresh = tmp_path / ".jixiao-1.tmp", tmp_path / ".jixiao-2.tmp"
    for file in (old, fresh):
        file.touch()
    os.utime(old, (0, 0))
    write_atomically(tmp_path / "b", b"whole")
    assert sorted(file.name for file in tmp_path.iterdir()) == [fresh.name, "b"]


@posix
def test_the_owner_is_kept_where_that_is_allowed(tmp_path, monkeypatch):
    path, asked = tmp_path / "a", []
    path.write_bytes(b"old")

    def refuse(file: Path, owner: int, group: int) -> None:
        asked.append((owner, group))
        raise PermissionError

    monkeypatch.setattr(os, "chown", refuse)
    path.chmod(0o640)
    write_atomically(path, b"new")
    assert asked == [(-1, path.stat().st_gid), (path.stat().st_uid, -1)]
    assert (path.read_bytes(), stat.S_IMODE(path.stat().st_mode)) == (b"new", 0o640)


def test_a_name_that_no_file_system_takes_is_cut_and_stays_apart_from_others():
    assert named_after(Path("某局.xlsm"), "（结果）").name == "某局（结果）.xlsm"
    one, other = (named_after(Path(f"{'长' * 81}{digit}.xlsm"), "（结果）", ".xlsx").name for digit in "12")
    assert one != other
    assert one.endswith("（结果）.xlsx")
    assert len(one.encode()) <= LONGEST_NAME < len(f"{'长' * 81}1（结果）.xlsx".encode())


@posix
def test_a_file_with_a_name_that_is_too_long_is_not_there(tmp_path):
    assert not is_there(tmp_path / ("长" * 100))


def test_a_folder_in_which_no_file_can_be_made_is_told_by_its_own_name(tmp_path, monkeypatch):
    def full(dir):
        raise PermissionError(13, "Permission denied", str(dir / "tmpabc"))

    assert made_folder(tmp_path / "甲" / "乙").is_dir()
    assert not list((tmp_path / "甲" / "乙").iterdir())
    monkeypatch.setattr("jixiao.files.tempfile.TemporaryFile", full)
    with pytest.raises(PermissionError) as told:
        made_folder(tmp_path)
    assert told.value.filename == str(tmp_path)


def test_a_report_that_has_no_place_is_told_before_the_workbook_is_written(tmp_path, monkeypatch):
    book = tmp_path / "某局.xlsm"
    book.write_bytes(silent_sample())

    def no_place(dir):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("jixiao.files.tempfile.TemporaryFile", no_place)
    with pytest.raises(PermissionError):
        run(book)
    assert book.read_bytes() == silent_sample()


def test_whoever_has_no_home_has_a_folder_in_which_no_file_can_be(monkeypatch):
    def home():
        raise RuntimeError

    monkeypatch.setattr(Path, "home", home)
    with pytest.raises(OSError, match="甲"):
        (home_folder() / "甲").write_text("乙")
