"""The zip for machines without internet: installed for real on this system, with the network cut off.

There is no Windows here: the contents of the zip for Windows are looked at, and pip says that they suffice.
"""

from __future__ import annotations

import functools
import hashlib
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parents[1]
NO_WAY_OUT = "http://127.0.0.1:9"  # a proxy that nobody runs, for what would look for one
WINDOWS = ("--platform", "win_amd64", "--implementation", "cp", "--python-version", "3.12")

pytestmark = [
    pytest.mark.wheel,
    pytest.mark.exhaustive,
    pytest.mark.skipif(os.name == "nt", reason="the test installs the POSIX bundle"),
]


@functools.cache
def cut_off() -> tuple[str, ...]:
    """What makes a command run without any network; empty where the system does not permit it."""
    for way in (("unshare", "-n"), ("unshare", "-rn")):
        if shutil.which("unshare") and subprocess.run([*way, "true"], capture_output=True).returncode == 0:
            return way
    return ()


def offline(home: Path, *command: object, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Run a command without network, without pip's settings, and with another home folder."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PIP_", "PYTHON"))}
    proxies = {"http_proxy": NO_WAY_OUT, "https_proxy": NO_WAY_OUT, "PIP_CONFIG_FILE": os.devnull}
    quick = {"PIP_NO_COMPILE": "1"}  # what the tests start compiles itself
    return subprocess.run(
        [*cut_off(), *map(str, command)],
        capture_output=True,
        encoding="utf-8",
        cwd=cwd,
        env={**kept, **proxies, **quick, "HOME": str(home), "PYTHON": sys.executable, "LC_ALL": "C.UTF-8"},
        timeout=300,
        check=False,
    )


def unpacked(folder: Path, *options: str) -> Path:
    command = [sys.executable, ROOT / "offline/bundle.py", folder, *options]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    [zipped] = folder.glob("*.zip")
    with ZipFile(zipped) as archive:
        assert archive.testzip() is None
        archive.extractall(folder)
    return folder / zipped.stem


@pytest.fixture(scope="module")
def for_windows(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return unpacked(tmp_path_factory.mktemp("windows"))


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home folder in which the bundle for this machine was installed, without network."""
    folder = tmp_path_factory.mktemp("离线 安装 (1)")
    bundle = unpacked(folder, "--this-machine")
    home = folder / "home 王"
    home.mkdir()
    done = offline(home, "sh", bundle / "install.sh", cwd=home)
    assert done.returncode == 0, done.stderr
    assert "启动程序已写入" in done.stdout
    return home


def test_the_network_is_really_cut_off(tmp_path):
    if not cut_off():
        pytest.skip("this system does not permit a network namespace; an unroutable proxy has to do")
    connect = "import socket; socket.create_connection(('192.0.2.1', 80), timeout=5)"
    done = offline(tmp_path, sys.executable, "-c", connect)
    assert "Network is unreachable" in done.stderr


def test_the_demo_runs_from_the_installation(home, tmp_path):
    launcher = home / ".local/share/jixiao/jixiao-excel"
    done = offline(home, launcher, "demo", tmp_path / "演示", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "3.22" in done.stdout
    assert len(list((tmp_path / "演示").glob("*.docx"))) == 1


def test_the_installation_uses_nothing_of_the_checkout(home, tmp_path):
    python = home / ".local/share/jixiao/venv/bin/python"
    where = "import jixiao, lxml; print(jixiao.__file__, lxml.__file__)"
    done = offline(home, python, "-c", where, cwd=tmp_path)
    assert done.stdout.count(str(home)) == 2


def test_the_bundle_for_windows_suffices_for_pip_without_an_index(for_windows, tmp_path):
    find = ("--no-index", "--find-links", for_windows / "wheels", "--only-binary=:all:", "--dest", tmp_path)
    done = offline(tmp_path, sys.executable, "-m", "pip", "download", *find, *WINDOWS, "jixiao")
    assert done.returncode == 0, done.stderr


def test_the_bundle_for_windows_has_only_wheels_that_fit_and_what_only_windows_needs(for_windows):
    names = [path.name for path in (for_windows / "wheels").iterdir()]
    assert all(name.endswith(("-win_amd64.whl", "-none-any.whl")) for name in names)
    assert any(name.startswith("pywin32-") and "cp312" in name for name in names)  # xlwings, on Windows alone
    assert sum(name.startswith("jixiao-") for name in names) == 1


def test_the_bundle_for_windows_brings_templates_manual_and_a_page_to_read_first(for_windows):
    inside = {path.relative_to(for_windows).as_posix() for path in for_windows.rglob("*")}
    assert {
        "install.cmd",
        "先读我.txt",
        "模板/department-overall/department-overall.xlsm",
        "模板/department-overall/report.docx",
        "手册/without-macros.zh-CN.md",
        "手册/offline-install.zh-CN.md",
    } <= inside


@pytest.mark.parametrize("name", ["install.cmd", "messages/no-python.txt", "先读我.txt"])
def test_the_texts_for_windows_are_filled_in_and_made_for_its_programs(name, for_windows):
    content = (for_windows / name).read_bytes()
    assert content.startswith(b"\xef\xbb\xbf") == (name == "先读我.txt")  # for Notepad
    assert content.count(b"\r\n") == content.count(b"\n") > 2
    assert b"3.12" in content
    assert not any(word in content for word in (b"@PYTHON@", b"@COMMA@", b"@DIGITS@"))


def test_the_installer_for_windows_is_ascii_and_all_its_messages_are_there(for_windows):
    text = (for_windows / "install.cmd").read_bytes().decode("ascii")
    named = re.findall(r'type "%HERE%messages\\([\w-]+\.txt)"', text)
    assert set(named) == {path.name for path in (for_windows / "messages").iterdir()}


def _before(word: str, line: str) -> list[str]:
    """What stands before each occurrence."""
    return [line[: found.start()] for found in re.finditer(re.escape(word), line)]


def test_the_installer_for_windows_quotes_every_path_and_jumps_only_where_there_is_a_label(for_windows):
    lines = (for_windows / "install.cmd").read_text(encoding="utf-8").splitlines()
    jumps = {word for line in lines if "goto " in line for word in [line.rpartition("goto ")[2].strip()]}
    assert jumps == {line[1:] for line in lines if line.startswith(":")}
    for variable in ("%HERE%", "%VENV%"):
        before = [part for line in lines for part in _before(variable, line)]
        assert before
        assert all(text.count('"') % 2 for text in before)  # within quotation marks


def embedding(*options: object) -> str:
    """What the maker of the bundle is told; nothing is made."""
    command = [sys.executable, ROOT / "offline/bundle.py", "dist", *options]
    done = subprocess.run([*map(str, command)], capture_output=True, text=True, timeout=60)
    assert done.returncode
    return done.stderr


def zipped_with(path: Path, *names: str) -> Path:
    with ZipFile(path, "w") as archive:
        for name in names:
            archive.writestr(name, name)
    return path


def test_only_an_embeddable_python_is_brought_along(tmp_path):
    whole = ("python.exe", "python312.dll", "python3.dll", "python312._pth", "python312.zip")
    assert "no readable zip" in embedding("--embed", tmp_path / "none.zip")
    for missing in whole[:2] + whole[3:4]:
        path = zipped_with(tmp_path / f"{missing}.zip", *(name for name in whole if name != missing))
        assert "not python.org's embeddable zip" in embedding("--embed", path)


def test_a_hash_that_is_given_must_be_that_of_the_zip(tmp_path):
    path = zipped_with(tmp_path / "python.zip", "python.exe", "python312.dll", "python312._pth")
    said = embedding("--embed", path, "--embed-sha256", "0" * 64)
    assert hashlib.sha256(path.read_bytes()).hexdigest() in said
