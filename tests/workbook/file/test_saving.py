"""Results go into their workbook, all or nothing, or beside it."""

import os
import stat
from pathlib import Path
from zipfile import ZipFile

import pytest
from workbook.books import saved, with_members
from workbook.books import silent_sample as sample

from jixiao import replacing
from jixiao.files import write_atomically
from jixiao.workbook.file.saving import holds_results, save_results
from jixiao.workbook.file.source import open_package

SHEET = "xl/worksheets/sheet3.xml"


def test_results_take_the_place_of_the_workbook(tmp_path):
    path = saved(tmp_path, sample())
    done = save_results(open_package(path), b"new", tmp_path)
    assert (done.path, done.remark) == (path, "")
    assert path.read_bytes() == b"new"


def test_the_same_bytes_are_not_written_again(tmp_path):
    path = saved(tmp_path, sample())
    os.utime(path, (0, 0))
    done = save_results(open_package(path), sample(), tmp_path)
    assert path.stat().st_mtime == 0
    assert (done.path, done.remark) == (path, "")


@pytest.mark.parametrize("lock", ["~$工作簿.xlsm", ".~lock.工作簿.xlsm#"])
def test_an_open_workbook_is_left_alone_and_the_results_go_beside_it(lock, tmp_path):
    path, _ = saved(tmp_path, sample()), saved(tmp_path, b"", lock)
    done = save_results(open_package(path), b"new", tmp_path)
    assert path.read_bytes() == sample()
    assert (done.path.name, done.path.read_bytes()) == ("工作簿（结果）.xlsm", b"new")
    assert "正在被打开" in done.remark


def test_a_read_only_workbook_is_left_alone(tmp_path):
    path = saved(tmp_path, sample())
    path.chmod(0o444)
    done = save_results(open_package(path), b"new", tmp_path)
    assert path.read_bytes() == sample()
    beside = tmp_path / "工作簿（结果）.xlsm"
    assert done.remark == f"“工作簿.xlsm”是只读文件，没有改动它；结果另存为“{beside}”。"


@pytest.mark.skipif(os.name == "nt", reason="modes for group and others are POSIX's")
@pytest.mark.parametrize("mode", [0o464, 0o446])
def test_a_workbook_that_others_may_write_is_not_read_only(mode, tmp_path):
    path = saved(tmp_path, sample())
    path.chmod(mode)
    assert save_results(open_package(path), b"new", tmp_path).path == path


def test_a_workbook_that_was_saved_since_it_was_read_is_not_overwritten(tmp_path):
    package = open_package(saved(tmp_path, sample()))
    package.path.write_bytes(b"typed meanwhile")
    done = save_results(package, b"new", tmp_path)
    assert package.path.read_bytes() == b"typed meanwhile"
    assert done.path.read_bytes() == b"new"
    assert done.remark.startswith("“工作簿.xlsm”在校验时又被保存过，没有改动它；")


def test_a_workbook_saved_at_the_last_moment_is_not_overwritten(tmp_path, monkeypatch):
    package = open_package(saved(tmp_path, sample()))
    written: list[int] = []

    def save(handle: int) -> None:
        if not written:
            package.path.write_bytes(b"typed meanwhile")
        written.append(handle)

    monkeypatch.setattr(os, "fsync", save)
    done = save_results(package, b"new", tmp_path)
    assert package.path.read_bytes() == b"typed meanwhile"
    assert (done.path.name, done.path.read_bytes()) == ("工作簿（结果）.xlsm", b"new")
    assert "在校验时又被保存过" in done.remark


def test_a_workbook_that_is_moved_away_meanwhile_gets_its_results_beside(tmp_path):
    package = open_package(saved(tmp_path, sample()))
    package.path.unlink()
    done = save_results(package, b"new", tmp_path)
    assert [file.name for file in tmp_path.iterdir()] == ["工作簿（结果）.xlsm"]
    assert done.remark.startswith("“工作簿.xlsm”在校验时被移走或改名了，没有改动它；")


def test_a_workbook_that_lacks_a_part_is_not_written_into(tmp_path):
    broken = with_members(sample(), {SHEET: None})
    done = save_results(open_package(saved(tmp_path, broken)), b"new", tmp_path)
    assert (tmp_path / "工作簿.xlsm").read_bytes() == broken
    assert (done.path.name, done.path.read_bytes()) == ("工作簿（结果）.xlsm", b"new")
    assert f"不完整（缺少里面的 {SHEET}，" in done.remark


@pytest.mark.skipif(os.name == "nt", reason="hard links are rare there")
def test_another_name_of_the_same_file_is_told(tmp_path):
    path = saved(tmp_path, sample())
    (tmp_path / "备份.xlsm").hardlink_to(path)
    done = save_results(open_package(path), b"new", tmp_path)
    assert (done.path, path.read_bytes()) == (path, b"new")
    assert (tmp_path / "备份.xlsm").read_bytes() == sample()
    assert "硬链接" in done.remark


def test_results_go_beside_a_workbook_with_the_longest_name(tmp_path):
    path = saved(tmp_path, sample(), f"{'长' * 81}ab.xlsm")  # 250 bytes
    path.chmod(0o444)
    done = save_results(open_package(path), with_members(sample(), {SHEET: b"new"}), tmp_path)
    assert holds_results(done.path)
    newer = with_members(sample(), {SHEET: b"newer"})
    assert save_results(open_package(path), newer, tmp_path).path == done.path


def test_a_folder_that_is_called_like_the_results_is_passed_by(tmp_path):
    path = saved(tmp_path, sample())
    path.chmod(0o444)
    (tmp_path / "工作簿（结果）.xlsm").mkdir()
    assert save_results(open_package(path), b"new", tmp_path).path.name == "工作簿（结果2）.xlsm"


def test_results_into_which_somebody_has_written_are_kept_and_told(tmp_path):
    path = saved(tmp_path, sample())
    path.chmod(0o444)
    beside = saved(tmp_path, with_members(sample(), {SHEET: b"typed"}), "工作簿（结果）.xlsm")
    typed, new = beside.read_bytes(), with_members(sample(), {SHEET: b"new"})
    for _ in range(2):
        done = save_results(open_package(path), new, tmp_path)
        assert (done.path.name, beside.read_bytes()) == ("工作簿（结果2）.xlsm", typed)
        assert "旁边的“工作簿（结果）.xlsm”改动过，" in done.remark
    with ZipFile(done.path) as archive:
        assert archive.read(SHEET) == b"new"
    assert len(list(tmp_path.iterdir())) == 3


def test_results_that_are_open_themselves_are_left_alone_too(tmp_path):
    path = saved(tmp_path, sample())
    for name in ("~$工作簿.xlsm", "~$工作簿（结果）.xlsm", "工作簿（结果）.xlsm"):
        saved(tmp_path, b"", name)
    done = save_results(open_package(path), b"new", tmp_path)
    assert (tmp_path / "工作簿（结果）.xlsm").read_bytes() == b""
    assert (done.path.name, done.path.read_bytes()) == ("工作簿（结果2）.xlsm", b"new")
    assert holds_results(done.path)


def test_the_last_name_is_taken_though_it_is_open(tmp_path):
    path = saved(tmp_path, sample())
    for name in ("工作簿", "工作簿（结果）", "工作簿（结果2）", "工作簿（结果3）"):
        saved(tmp_path, b"", f"~${name}.xlsm")
        if name != "工作簿":
            saved(tmp_path, b"", f"{name}.xlsm")
    done = save_results(open_package(path), b"new", tmp_path)
    assert (done.path.name, done.path.read_bytes()) == ("工作簿（结果3）.xlsm", b"new")


def refusing(monkeypatch, *names):
    """Windows does not let a file be replaced that another program has open."""
    replace = os.replace

    def refuse(source, target, **more):
        if Path(target).name in names:
            raise PermissionError(13, "in use", str(target))
        replace(source, target, **more)

    monkeypatch.setattr(os, "replace", refuse)
    monkeypatch.setattr(replacing, "_exchanged", lambda one, other: False)  # nor can it exchange two


def test_a_workbook_that_windows_does_not_let_go_of_is_left_alone(tmp_path, monkeypatch):
    path = saved(tmp_path, sample())
    refusing(monkeypatch, "工作簿.xlsm", "工作簿（结果）.xlsm")
    done = save_results(open_package(path), b"new", tmp_path)
    assert path.read_bytes() == sample()
    assert (done.path.name, done.path.read_bytes()) == ("工作簿（结果2）.xlsm", b"new")
    assert done.remark.startswith("“工作簿.xlsm”没有写入权限或正被其他程序使用，没有改动它；")


def test_where_nothing_can_be_written_that_is_said(tmp_path, monkeypatch):
    path = saved(tmp_path, sample())
    refusing(monkeypatch, "工作簿.xlsm", *(f"工作簿（结果{number}）.xlsm" for number in ("", "2", "3")))
    with pytest.raises(PermissionError):
        save_results(open_package(path), b"new", tmp_path)
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(os.name == "nt", reason="modes for group and others are POSIX's")
def test_the_permissions_of_the_workbook_stay(tmp_path):
    path = saved(tmp_path, sample())
    path.chmod(0o640)
    write_atomically(path, b"new")
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


@pytest.mark.skipif(os.name == "nt", reason="links need a right of their own there")
def test_a_link_stays_a_link_to_the_new_file(tmp_path):
    path, link = saved(tmp_path, b"old"), tmp_path / "link.xlsm"
    link.symlink_to(path)
    write_atomically(link, b"new")
    assert link.is_symlink()
    assert path.read_bytes() == b"new"


def test_a_write_that_fails_leaves_what_was_there_and_no_temporary_file(tmp_path):
    target = tmp_path / "folder.xlsm"
    target.mkdir()
    with pytest.raises(OSError, match=r"folder\.xlsm"):
        write_atomically(target, b"new")
    assert list(tmp_path.iterdir()) == [target]


def test_content_that_cannot_be_written_leaves_no_temporary_file(tmp_path):
    path = saved(tmp_path, b"old")
    with pytest.raises(TypeError):
        write_atomically(path, "text")
    assert [file.read_bytes() for file in tmp_path.iterdir()] == [b"old"]


def test_a_long_chinese_name_can_be_written(tmp_path):
    path = tmp_path / f"{'甲' * 83}.xlsm"
    write_atomically(path, b"new")
    assert path.read_bytes() == b"new"
