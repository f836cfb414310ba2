"""The official embeddable Python for Windows, with the program laid in: the machine needs nothing else.

python.org offers python-3.x.y-embed-amd64.zip: an interpreter without installer, pip or site-packages.
Whoever makes the bundle has downloaded it; its hash is printed, and compared if one is given.
"""

from __future__ import annotations

import hashlib
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from zipfile import BadZipFile, ZipFile

import wheels

_LIBRARY = re.compile(r"python3(\d+)\.dll")
FOLDER = "python"  # in the bundle


class Embeddable:
    """An embeddable zip; `python` is its version, such as 3.12. Raises SystemExit if it is none."""

    def __init__(self, path: Path, sha256: str = "") -> None:
        self.path = path
        try:
            self.sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
            with ZipFile(path) as archive:
                names = {name.lower() for name in archive.namelist()}
        except (OSError, BadZipFile) as problem:
            raise SystemExit(f"{path}: no readable zip ({problem})") from None
        if sha256 and sha256.lower() != self.sha256:
            raise SystemExit(f"{path}: its SHA-256 is {self.sha256}, not {sha256}")
        minors = [match[1] for name in names if (match := _LIBRARY.fullmatch(name))]
        if len(minors) != 1 or "python.exe" not in names or f"python3{minors[0]}._pth" not in names:
            raise SystemExit(
                f"{path}: not python.org's embeddable zip (python.exe, python3x.dll, python3x._pth)"
            )
        self.python = f"3.{minors[0]}"
        self._paths = f"python3{minors[0]}._pth"

    def with_wheels(self, collected: Path, target: wheels.Target, room: Path) -> Iterator[tuple[str, bytes]]:
        """Name in the bundle -> content: the interpreter, and the wheels of a folder installed beside it.

        `room` is an empty folder to install into.
        """
        files = sorted(collected.glob("*.whl"))
        options = ("--no-deps", "--no-compile", "--only-binary=:all:", *target.options, "--target", room)
        command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-index", *options, *files]
        subprocess.run([*map(str, command)], check=True)
        with ZipFile(self.path) as archive:
            for name in archive.namelist():
                if not name.endswith("/"):
                    content = _PATHS if name.lower() == self._paths else archive.read(name)
                    yield f"{FOLDER}/{name}", content.replace(b"@ZIP@", self._paths[:-5].encode())
        for path in sorted(path for path in room.rglob("*") if path.is_file()):
            inside = path.relative_to(room)
            if inside.parts[0] != "bin" and "tests" not in inside.parts:  # others' programs, and their tests
                yield f"{FOLDER}/Lib/site-packages/{inside.as_posix()}", path.read_bytes()


# Where this interpreter looks, and nowhere else; site is for the paths that pywin32 needs.
_PATHS = b"@ZIP@.zip\r\n.\r\nLib\\site-packages\r\nimport site\r\n"
