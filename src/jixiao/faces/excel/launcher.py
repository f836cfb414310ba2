"""The per-user folder, and in it the launcher by which the workbook's buttons find this installation."""

from __future__ import annotations

import os
import shlex
import sys
from collections.abc import Mapping
from pathlib import Path

from jixiao.files import home_folder, write_atomically
from jixiao.model.errors import UnusableInput

WINDOWS_NAME = "jixiao-excel.cmd"
POSIX_NAME = "jixiao-excel"
# Not ProgramFiles: what Excel of 32 bits starts has the folder of 32 bits there.
_FOLDERS = ("LOCALAPPDATA", "APPDATA", "USERPROFILE")
STORE = "是微软商店版，它写的启动程序 Excel 找不到"
STORE_TODO = "请从 www.python.org 安装 Python，再重新安装 jixiao。"


def user_folder() -> Path:
    """Where the launcher, the jobs and their log files lie; the workbook's macro knows the same place."""
    if os.name == "nt":
        local = os.environ.get("LOCALAPPDATA")
        return (Path(local) if local else home_folder() / "AppData" / "Local") / "jixiao"
    return home_folder() / ".local" / "share" / "jixiao"


def launcher() -> Path:
    """The launcher's fixed place; it is there only after install_launcher()."""
    return user_folder() / (WINDOWS_NAME if os.name == "nt" else POSIX_NAME)


def windows_text(python: str, environ: Mapping[str, str] = os.environ) -> str:
    """The launcher for Windows, which hands all arguments on as they are quoted.

    It is UTF-8, and says so first: the path to Python may be Chinese.
    """
    return f"@echo off\r\nchcp 65001 >nul\r\n{windows_command(python, environ)} %*\r\n"


def windows_command(python: str, environ: Mapping[str, str] = os.environ) -> str:
    """How a batch file calls the program."""
    return f'"{in_a_batch_file(python, environ)}" -P -X utf8 -m jixiao'


def in_a_batch_file(path: str, environ: Mapping[str, str] = os.environ) -> str:
    """A path as a batch file has it: below a folder of the user by that folder's variable.

    So a Chinese user name does not stand in it, and no code page can read it wrong.
    """
    for name in _FOLDERS:
        folder = environ.get(name, "").rstrip("\\")
        if folder and path.lower().startswith(f"{folder.lower()}\\"):
            return f"%{name}%{path[len(folder) :].replace('%', '%%')}"
    return path.replace("%", "%%")


def posix_text(python: str) -> str:
    """The launcher for macOS and Linux, which hands all arguments on as they are quoted."""
    return f'#!/bin/sh\nexec {shlex.quote(python)} -P -X utf8 -m jixiao "$@"\n'


def is_from_store(python_home: str) -> bool:
    """Windows diverts what a Python from its store writes into the user's folder: Excel would not find it."""
    return "windowsapps" in python_home.lower()


def install_launcher() -> Path:
    """Write the launcher for the Python that runs now, over an older one. Raises UnusableInput, OSError."""
    if is_from_store(sys.base_prefix):
        raise UnusableInput(f"这个 Python（{sys.base_prefix}）{STORE}，没有写。{STORE_TODO}")
    place = launcher()
    place.parent.mkdir(parents=True, exist_ok=True)
    text = (windows_text if os.name == "nt" else posix_text)(sys.executable).encode()
    if (
        not place.is_file() or place.read_bytes() != text
    ):  # it may be what is running: Windows replaces no such file
        write_atomically(place, text)
    place.chmod(0o755)
    return place
