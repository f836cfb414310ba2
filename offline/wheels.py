"""The wheels that an installation without internet needs, for this machine or for another one.

pip asks for other machines' files, but judges "only on Windows" by the machine on which it runs: xlwings'
pywin32 would be left out. So what the wheels themselves require is compared with what is there, under the
other machine's markers, and the rest is asked for by name until nothing is missing.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from email.parser import HeaderParser
from pathlib import Path
from zipfile import ZipFile

from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name, parse_wheel_filename

ROOT = Path(__file__).parents[1]
EXTRA = "pdf"  # of ours: whoever has no internet cannot add it later
ROUNDS = 5  # each finds what the last one's wheels require; two are usual


@dataclass(frozen=True)
class Target:
    """A machine for which wheels are wanted: what to tell pip, and what markers say there."""

    options: tuple[str, ...]
    markers: dict[str, str]


def this_machine() -> Target:
    """This system and this Python."""
    return Target((), {name: str(value) for name, value in default_environment().items()})


def windows(python: str) -> Target:
    """64-bit Windows with a CPython such as 3.12."""
    options = ("--platform", "win_amd64", "--implementation", "cp", "--python-version", python)
    markers = {
        "implementation_name": "cpython",
        "implementation_version": f"{python}.0",
        "os_name": "nt",
        "platform_machine": "AMD64",
        "platform_python_implementation": "CPython",
        "platform_release": "10",
        "platform_system": "Windows",
        "platform_version": "",
        "python_full_version": f"{python}.0",
        "python_version": python,
        "sys_platform": "win32",
    }
    return Target(options, markers)


def collect(target: Target, folder: Path) -> None:
    """Our own wheel and all that it needs on the target, into an empty folder. Raises RuntimeError."""
    _pip("wheel", "--no-deps", "--wheel-dir", folder, ROOT)
    wanted = [f"{path}[{EXTRA}]" for path in folder.glob("jixiao-*.whl")]
    for _ in range(ROUNDS):
        _pip("download", "--only-binary=:all:", *target.options, "--dest", folder, *wanted)
        missing = sorted(set(unmet(folder, target)))
        if not missing:
            return
        wanted += missing
    raise RuntimeError(f"still missing after {ROUNDS} rounds: {', '.join(missing)}")


def unmet(folder: Path, target: Target) -> Iterator[str]:
    """The requirements of the wheels in a folder that no wheel there meets on the target."""
    wheels = list(folder.glob("*.whl"))
    there = {name: version for name, version, *_ in (parse_wheel_filename(path.name) for path in wheels)}
    for line, extra in ((line, _extra(path)) for path in wheels for line in _requirements(path)):
        needed = Requirement(line)
        if needed.marker and not needed.marker.evaluate({**target.markers, "extra": extra}):
            continue
        version = there.get(canonicalize_name(needed.name))
        if version is None or not needed.specifier.contains(version, prereleases=True):
            yield f"{needed.name}{needed.specifier}"


def _extra(wheel: Path) -> str:
    """What is wanted of a wheel beyond what it always needs."""
    return EXTRA if wheel.name.startswith("jixiao-") else ""


def _requirements(wheel: Path) -> list[str]:
    with ZipFile(wheel) as archive:
        [name] = [name for name in archive.namelist() if name.endswith(".dist-info/METADATA")]
        headers = HeaderParser().parsestr(archive.read(name).decode())
    return headers.get_all("Requires-Dist", [])


def _pip(*arguments: object) -> None:
    subprocess.run([sys.executable, "-m", "pip", *map(str, arguments), "--quiet"], check=True)
