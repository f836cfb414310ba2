"""The file on which workbooks are dropped, and its twin in the menu 发送到 (Windows only)."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

from jixiao.faces.excel.launcher import in_a_batch_file, windows_command
from jixiao.files import write_atomically
from jixiao.model.errors import UnusableInput

DROP_TARGET = "把工作簿拖到这里.cmd"
SEND_TO = "绩效 校验并生成报告.cmd"  # the name is what the menu shows
GIVEN = "JIXIAO_DROPPED"  # the variable by which the batch file hands the command line on
_SWITCH = re.compile(r"\s/[cC]\s+")
_WORD = re.compile(r'"([^"]*)"|(\S+)')


def put_drop_target(folder: Path) -> Path:
    """Write the drop target into a folder. Raises UnusableInput, OSError."""
    _only_on_windows("拖放目标")
    if not folder.is_dir():
        raise UnusableInput(f"没有文件夹“{folder}”，拖放目标没有地方放。请检查路径。")
    return _put(folder / DROP_TARGET)


def put_into_send_to() -> Path:
    """Write the same file into the folder of the menu. Raises UnusableInput, OSError."""
    _only_on_windows("“发送到”菜单")
    folder = Path(os.environ.get("APPDATA", "")) / "Microsoft" / "Windows" / "SendTo"
    if not folder.is_dir():
        raise UnusableInput(f"没有找到“发送到”菜单的文件夹“{folder}”。请改用 --drop-target 放在桌面上。")
    return _put(folder / SEND_TO)


def drop_target_text(python: str) -> str:
    """The batch file: UTF-8, CRLF. All it knows of files is handed on to `jixiao excel dropped`.

    The Explorer quotes a path only if it has a space: of C:\\A&B\\x.xlsm, %1 is C:\\A, and the rest is taken
    for a command. Only %cmdcmdline% has the whole; delayed expansion alone can put it into a variable
    unharmed, and is ended before a path with an exclamation mark could suffer from it. `exit` keeps cmd
    from running the rest.
    """
    exists = in_a_batch_file(python)
    lines = (
        "@echo off",
        "chcp 65001 >nul",
        "setlocal EnableDelayedExpansion",
        f'set "{GIVEN}=!cmdcmdline!"',
        "setlocal DisableDelayedExpansion",
        f'if not exist "{exists}" goto missing',
        f"{windows_command(python)} excel dropped %*",
        "pause",
        "exit",
        ":missing",  # last, so that no jump passes over anything but ASCII
        f'echo 找不到程序 "{exists}"。请重新安装 jixiao，再运行 jixiao excel setup。',
        "pause",
        "exit",
    )
    return "".join(f"{line}\r\n" for line in lines)


def _put(place: Path) -> Path:
    write_atomically(place, drop_target_text(sys.executable).encode())
    return place


def _only_on_windows(what: str) -> None:
    if os.name != "nt":
        raise UnusableInput(
            f"{what}只用于 Windows。在这台机器上请用 jixiao watch 文件夹，或 jixiao run 工作簿。"
        )


def dropped_paths(command_line: str) -> tuple[str, ...]:
    """The paths behind the batch file's own; none if cmd was not started for one.

    The line reads: cmd.exe /c ""C:\\the file.cmd" C:\\A&B\\x.xlsx "C:\\a b\\y.xlsx"", paths quoted only if
    they hold a space, and the whole in quotes of its own.
    """
    parts = _SWITCH.split(command_line, maxsplit=1)
    if len(parts) < 2:
        return ()
    order = parts[1].strip()
    if order.startswith('"') and order.endswith('"'):
        order = order[1:-1]
    program, *paths = (quoted or bare for quoted, bare in _WORD.findall(order)) if order else ("",)
    return tuple(paths) if program.lower().endswith((".cmd", ".bat")) else ()
