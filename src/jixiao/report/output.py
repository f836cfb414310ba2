"""Write a report where the user wants it, whole or not at all, and never over somebody's own work."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from pathlib import Path

from jixiao.files import write_atomically
from jixiao.report.properties import untouched


def write_report(path: Path, content: bytes) -> Path:
    """Write a report and return where it is.

    A file there that was edited by hand, or is none of ours, is kept under another name. A file that
    is open in Word is left alone and the report goes beside it. The same bytes are not written again.
    Raises OSError if the folder cannot be written to.
    """
    if _holds(path, content):
        return path
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        _keep_own_work(path)
        write_atomically(path, content)
    except PermissionError:  # Windows refuses while another program has the file open
        path = next(
            beside for beside in _beside(path) if not beside.exists() or untouched(beside.read_bytes())
        )
        write_atomically(path, content)
    return path


def _beside(path: Path) -> Iterator[Path]:
    return (path.with_stem(f"{path.stem}（新{number if number > 1 else ''}）") for number in count(1))


def _keep_own_work(path: Path) -> None:
    if path.exists() and not untouched(path.read_bytes()):
        names = (path.with_stem(f"{path.stem}（手工修改{number}）") for number in count(1))
        path.rename(next(name for name in names if not name.exists()))


def _holds(path: Path, content: bytes) -> bool:
    try:
        return path.read_bytes() == content
    except OSError:
        return False
