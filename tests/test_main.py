"""How the program begins: in any locale, interrupted at any time, with nobody listening."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import jixiao.__main__ as begin

posix = pytest.mark.skipif(os.name == "nt", reason="locales and pipes of POSIX")


def started(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "jixiao", *arguments]
    return subprocess.run(command, env={**os.environ, **environment}, capture_output=True, check=False)


@posix
def test_files_have_chinese_names_in_any_locale(tmp_path: Path) -> None:
    done = started("check", str(tmp_path / "某局.xlsm"), LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode() == f"找不到文件“{tmp_path / '某局.xlsm'}”，请检查路径和文件名。\n"


def test_an_interruption_while_the_program_is_loading_is_said(monkeypatch, capsys) -> None:
    def interrupt() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(begin, "_with_chinese_names", interrupt)
    with pytest.raises(SystemExit) as left:
        begin.main()
    assert left.value.code == 2
    assert capsys.readouterr().err == "已中断，未写完的文件不会留下。\n"


@posix
@pytest.mark.parametrize("deaf", ["stdout", "stderr"])
def test_where_nobody_listens_there_is_no_traceback(deaf: str) -> None:
    arguments = ["--help"] if deaf == "stdout" else ["check", "没有.xlsm"]
    reading, writing = os.pipe()
    os.close(reading)
    other = "stderr" if deaf == "stdout" else "stdout"
    streams = {deaf: writing, other: subprocess.PIPE}
    with subprocess.Popen([sys.executable, "-m", "jixiao", *arguments], **streams) as process:
        os.close(writing)
        said = b"".join(filter(None, process.communicate()))
    assert said == b""
    assert process.returncode in (1, 2)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is full")
@pytest.mark.parametrize("deaf", ["stdout", "stderr"])
def test_where_nothing_more_can_be_written_no_complaint_of_pythons_own_is_heard(deaf: str) -> None:
    other = "stderr" if deaf == "stdout" else "stdout"
    arguments = ["--help"] if deaf == "stdout" else ["check", "没有.xlsm"]
    with Path("/dev/full").open("w") as full:
        streams = {deaf: full, other: subprocess.PIPE}
        done = subprocess.run([sys.executable, "-m", "jixiao", *arguments], **streams, check=False)
    assert done.returncode == 2
    told = "文件操作失败：磁盘空间不够。请检查磁盘空间、文件夹权限，或文件是否被占用。\n"
    assert (done.stderr or b"").decode() == (told if deaf == "stdout" else "")
