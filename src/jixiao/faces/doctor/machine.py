"""What the doctor can ask of a machine: its registry, files, environment and programs.

The probes know nothing else, so that they can be tried on a described machine.
"""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from jixiao.files import home_folder

PATIENCE = 20  # seconds until a program that does not answer is given up

Value = str | int | None


@dataclass(frozen=True, slots=True)
class Machine:
    """Paths are text, as they are written on that machine.

    `registry(key, name)` is a value of the registry, None where there is none; the name of a key's own value
    is empty. `read` is None for a file that is missing. `answer` is what a program says when it is called
    with the arguments, None if it fails. `version` is that of an installed Python package, None if missing.
    """

    system: str  # Windows, Darwin or Linux
    release: str
    python: str
    python_home: str  # of the Python that was installed, of which `python` may be a virtual environment's
    python_version: str
    home: str
    launcher: str
    environ: Mapping[str, str]
    registry: Callable[[str, str], Value]
    read: Callable[[str], str | None]
    exists: Callable[[str], bool]
    which: Callable[[str], str | None]
    answer: Callable[..., str | None]
    version: Callable[[str], str | None]

    @property
    def windows(self) -> bool:
        return self.system == "Windows"


def this_machine() -> Machine:
    """The machine on which we run."""
    from jixiao.faces.excel.launcher import launcher

    return Machine(
        system=platform.system(),
        release=f"{platform.release()} {platform.machine()}",
        python=sys.executable,
        python_home=sys.base_prefix,
        python_version=platform.python_version(),
        home=str(home_folder()),
        launcher=str(launcher()),
        environ=os.environ,
        registry=_registry(),
        read=_read,
        exists=lambda path: Path(path).exists(),
        which=shutil.which,
        answer=_answer,
        version=_version,
    )


def _registry() -> Callable[[str, str], Value]:
    if sys.platform != "win32":
        return lambda key, name: None
    import winreg

    hives = {
        "HKCR": winreg.HKEY_CLASSES_ROOT,
        "HKCU": winreg.HKEY_CURRENT_USER,
        "HKLM": winreg.HKEY_LOCAL_MACHINE,
    }

    def value(key: str, name: str) -> Value:
        hive, _, path = key.partition("\\")
        for view in (winreg.KEY_WOW64_64KEY, winreg.KEY_WOW64_32KEY):
            try:
                with winreg.OpenKey(hives[hive], path, access=winreg.KEY_READ | view) as opened:
                    found = winreg.QueryValueEx(opened, name)[0]
            except OSError:
                continue
            return found if isinstance(found, (str, int)) else None
        return None

    return value


def _read(path: str) -> str | None:
    try:
        return Path(path).read_text(encoding="utf-8", errors="replace")
    except (OSError, ValueError):
        return None


def _answer(*command: str) -> str | None:
    try:
        done = subprocess.run(
            _line(command) if os.name == "nt" else command,
            capture_output=True,
            input="",
            encoding="utf-8",
            errors="replace",
            timeout=PATIENCE,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout.strip() if done.returncode == 0 else None


def _line(command: tuple[str, ...]) -> str:
    """For cmd, which runs the launcher, and would take what follows an & for a command."""
    return " ".join(f'"{word}"' for word in command)


def _version(package: str) -> str | None:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return None
