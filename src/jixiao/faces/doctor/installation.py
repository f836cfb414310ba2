"""Is the program itself whole, and does the launcher that the buttons call lead to it?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

import jixiao
from jixiao.faces.doctor.machine import Machine
from jixiao.faces.doctor.observation import Condition, Observation, Serves
from jixiao.faces.excel.launcher import STORE, STORE_TODO, is_from_store, posix_text, windows_text

SETUP = "运行 jixiao excel setup。"
NOT_FOR_BUTTONS = {"pandas", "xlwings"}  # tests/benchmarks/test_imports.py looks at what check and run import
_NAME = re.compile(r"[\w.-]+")


def installation(machine: Machine) -> Iterator[Observation]:
    """The system, Python, the program with its packages, and the ways that lead to it."""
    yield _system(machine)
    yield _python(machine)
    yield Observation("jixiao", Condition.FINE, f"{jixiao.__version__}，在 {Path(jixiao.__file__).parent}")
    yield _packages(machine)
    yield _launcher(machine)
    yield _path(machine)


def _system(machine: Machine) -> Observation:
    names = {"Windows": "Windows", "Darwin": "macOS", "Linux": "Linux"}
    name = f"{names.get(machine.system, machine.system)} {machine.release}"
    if machine.system in names:
        return Observation("操作系统", Condition.FINE, name)
    return Observation("操作系统", Condition.NOTE, name, "没有在这种系统上试过；命令 jixiao run 应当能用。")


def _python(machine: Machine) -> Observation:
    says = f"{machine.python_version}，在 {machine.python}"
    if machine.windows and is_from_store(machine.python_home):
        return Observation("Python", Condition.TROUBLE, f"{says}，{STORE}", STORE_TODO)
    return Observation("Python", Condition.FINE, says)


def _packages(machine: Machine) -> Observation:
    names = [match[0] for line in needed_packages() if (match := _NAME.match(line))]
    versions = {name: machine.version(name) for name in names}
    if missing := [name for name, version in versions.items() if version is None]:
        needed = not set(missing) <= NOT_FOR_BUTTONS
        return Observation(
            "程序用到的包",
            Condition.TROUBLE if needed else Condition.NOTE,
            f"缺少 {'、'.join(missing)}{'' if needed else '（按钮不用它）'}",
            "重新安装 jixiao。",
        )
    return Observation(
        "程序用到的包", Condition.FINE, "，".join(f"{name} {version}" for name, version in versions.items())
    )


def needed_packages() -> tuple[str, ...]:
    """The requirements of the installed program, without those for its development."""
    return tuple(line for line in metadata.requires("jixiao") or () if "extra ==" not in line)


def _launcher(machine: Machine) -> Observation:
    about, place = "启动程序（按钮调用它）", machine.launcher
    text = machine.read(place)
    if text is None:
        return Observation(about, Condition.TROUBLE, f"没有，应在 {place}", SETUP, Serves.CALL)
    if not _answers(machine, place):
        return Observation(
            about,
            Condition.TROUBLE,
            f"{place} 没有应答：它指向的 Python 可能已删除或移动",
            SETUP,
            Serves.CALL,
        )
    python = machine.python
    if _lines(text) != _lines(
        windows_text(python, machine.environ) if machine.windows else posix_text(python)
    ):
        todo = f"如果要用现在这个 Python，{SETUP}"
        return Observation(about, Condition.NOTE, f"{place} 能用，但指向另一个 Python", todo, Serves.CALL)
    return Observation(about, Condition.FINE, f"{place}，指向这个 Python，有应答", serves=Serves.CALL)


def _path(machine: Machine) -> Observation:
    """What people type; the macro takes it only where there is no launcher."""
    found = machine.which("jixiao")
    if found is None:
        todo = "不影响按钮。要在命令窗口里直接打 jixiao，请把 Python 的 Scripts（或 bin）文件夹加入 PATH。"
        return Observation("PATH 中的 jixiao", Condition.ABSENT, "没有", todo)
    if not _answers(machine, found):
        return Observation("PATH 中的 jixiao", Condition.NOTE, f"{found} 没有应答", "重新安装 jixiao。")
    serves = None if machine.exists(machine.launcher) else Serves.CALL
    return Observation("PATH 中的 jixiao", Condition.FINE, found, serves=serves)


def _answers(machine: Machine, program: str) -> bool:
    return (machine.answer(program, "--version") or "").startswith("jixiao ")


def _lines(text: str) -> list[str]:
    return text.splitlines()
