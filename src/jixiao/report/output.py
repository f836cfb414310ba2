"""Write a report where the user wants it, whole or not at all, and never over somebody's own work."""

from __future__ import annotations

import os
from itertools import count
from pathlib import Path

from jixiao.report.properties import untouched


def write_report(path: Path, content: bytes) -> Path:
    """Write a report and return where it is.

    A file there that was edited by hand, or is none of ours, is kept under another name. A file that
    is open in Word is left alone and the report goes beside it. The same bytes are not written again.
    Raises OSError if the folder cannot be written to.
    """
    if _holds(path, content):
        return path
    temporary = _temporary(path, content)
    try:
        return _put(temporary, path)
    finally:
        temporary.unlink(missing_ok=True)


def _put(temporary: Path, path: Path) -> Path:
    try:
        _keep_own_work(path)
        temporary.replace(path)
    except PermissionError:  # Windows refuses while another program has the file open
        return _put_beside(temporary, path)
    return path


def _put_beside(temporary: Path, path: Path) -> Path:
    for number in count(1):
        beside = path.with_stem(f"{path.stem}（新{number if number > 1 else ''}）")
        if not beside.exists() or untouched(beside.read_bytes()):
            temporary.replace(beside)
            return beside
    raise AssertionError("there is always another name")


def _keep_own_work(path: Path) -> None:
    if path.exists() and not untouched(path.read_bytes()):
        names = (path.with_stem(f"{path.stem}（手工修改{number}）") for number in count(1))
        path.rename(next(name for name in names if not name.exists()))


def _holds(path: Path, content: bytes) -> bool:
    try:
        return path.read_bytes() == content
    except OSError:
        return False


def _temporary(path: Path, content: bytes) -> Path:
    """In the same folder, so that the move is a rename; hidden, for the moment it exists."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    with temporary.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    return temporary
