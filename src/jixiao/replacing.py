"""A finished file takes its place, over nothing that was saved there meanwhile."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

_HERE, _EXCHANGE = -100, 2  # AT_FDCWD and RENAME_EXCHANGE of renameat2(2)
# Seconds. What scans new files, and the program that has just saved one, has it open for a moment, and
# Windows then refuses to move it or to put another in its place.
_PAUSES = (0.02, 0.05, 0.1, 0.2, 0.3) if sys.platform == "win32" else ()


class OvertakenError(Exception):
    """The file is no longer the one that was read: somebody has saved it, or has taken it away."""


def take_place(temporary: Path, path: Path, before: bytes | None) -> None:
    """Replace the file; `before` is what it must still hold. Raises OvertakenError, OSError.

    Where a system can exchange two files, even a save between the last look and this step is not lost.
    """
    if before is not None and not _holds(path, before):
        raise OvertakenError
    if before is None or not _exchanged(temporary, path):
        _moved(temporary.replace, path, before)
        return
    if not _holds(temporary, before):
        _exchanged(temporary, path)
        raise OvertakenError
    temporary.unlink()


def take_free_place(temporary: Path, path: Path) -> None:
    """Raises FileExistsError if something has the name, OSError."""
    try:
        _moved(temporary.rename, path) if sys.platform == "win32" else path.hardlink_to(temporary)
    except FileExistsError:
        raise
    except OSError:  # a disk without links
        if os.path.lexists(path):
            raise FileExistsError from None
        temporary.rename(path)
    temporary.unlink(missing_ok=True)


def _moved(move: Callable[[Path], object], path: Path, before: bytes | None = None) -> None:
    """As soon as nobody has one of the files open; what is saved during a pause is not replaced."""
    for pause in _PAUSES:
        try:
            move(path)
            return
        except PermissionError:
            time.sleep(pause)
        if before is not None and not _holds(path, before):
            raise OvertakenError
    move(path)


def _exchanged(one: Path, other: Path) -> bool:
    """Whether the two files have changed their places, in one step: Linux can do that on its own disks."""
    if sys.platform != "linux":
        return False
    import ctypes  # the others need not wait for it

    rename = getattr(ctypes.CDLL(None), "renameat2", None)
    if rename is None:
        return False
    failed: int = rename(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE)
    return not failed


def _holds(path: Path, content: bytes) -> bool:
    try:
        return path.read_bytes() == content
    except FileNotFoundError:
        return False
