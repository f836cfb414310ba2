"""Writing files so that nobody ever finds half of one, how they are called, and the folders they go into."""

from __future__ import annotations

import os
import stat
import tempfile
import time
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from jixiao.model.errors import UnusableInput
from jixiao.replacing import take_free_place, take_place

try:
    from fcntl import LOCK_EX, LOCK_NB, flock
except ImportError:  # Windows, where a file that is open cannot be removed
    flock = None  # type: ignore[assignment]

LONGEST_NAME = 255 - len(".~lock.#")  # bytes; an office program must be able to put its mark beside the file
TEMPORARY, _SUFFIX = ".jixiao-", ".tmp"  # what a file is called until it takes its place
_LARGEST, _STRANGE = 100 * 2**20, b"?"  # bytes of a file of ours; what stands for the content of any other
_FORSAKEN = 60  # seconds; on Windows a file is closed for a moment before it takes its place


def write_atomically(path: Path, content: bytes, before: bytes | None = None) -> None:
    """Write beside the target, flush to disk, then take the target's place. Raises OSError.

    A reader sees the old file or the new one; if the writing fails, the old one stays untouched. `before`
    is what the file must still hold when its place is taken, or OvertakenError is raised. What a killed run
    has left in the folder is removed.
    """
    path = resolved(path)  # a link stays a link: the file behind it is replaced
    with _written_beside(path, content) as temporary:
        take_place(temporary, path, before)


def write_new(path: Path, content: bytes) -> None:
    """The same where nothing must have the name, not even since a moment. Raises UnusableInput, OSError."""
    try:
        with _written_beside(path, content) as temporary:
            take_free_place(temporary, path)
    except FileExistsError:
        raise UnusableInput(f"“{path}”已经存在，没有覆盖它。请换一个文件名。") from None


def holds(path: Path, content: bytes) -> bool:
    """True if this is what stands there already."""
    try:
        return path.stat().st_size == len(content) and path.read_bytes() == content
    except OSError:
        return False


@contextmanager
def _written_beside(path: Path, content: bytes) -> Iterator[Path]:
    """A file with the content, on the disk, with the looks of the one whose place it takes."""
    _remove_leftovers(path.parent)
    opened, temporary = _claimed_file(path.parent)
    try:
        with opened as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
            if flock is None:
                file.close()
            _take_looks(temporary, path)
            yield temporary
    except BaseException as error:
        temporary.unlink(missing_ok=True)
        if isinstance(error, OSError) and error.filename is None:  # a full disk names no file
            error.filename = str(path)
        raise


def _take_looks(temporary: Path, path: Path) -> None:
    """Owner and permissions of the file that is replaced, as far as allowed, or those of a new file."""
    try:
        old = path.stat()
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        temporary.chmod(0o666 & ~mask)
        return
    if hasattr(os, "chown"):
        for owner, group in ((-1, old.st_gid), (old.st_uid, -1)):  # the group may be allowed alone
            with suppress(PermissionError):
                os.chown(temporary, owner, group)
    temporary.chmod(stat.S_IMODE(old.st_mode))


def _claimed_file(folder: Path) -> tuple[IO[bytes], Path]:
    """A new file in the folder that nobody takes for a leftover; a killed process claims nothing."""
    while True:
        handle, name = tempfile.mkstemp(dir=folder, prefix=TEMPORARY, suffix=_SUFFIX)
        file, path = os.fdopen(handle, "wb"), Path(name)
        if flock is None:
            return file, path
        try:
            flock(file, LOCK_EX | LOCK_NB)
        except BlockingIOError:  # another run was quicker, and removes it
            file.close()
            continue
        except OSError:  # some file servers have no such claims
            return file, path
        if path.exists():
            return file, path
        file.close()


def _remove_leftovers(folder: Path) -> None:
    for file in folder.glob(f"{TEMPORARY}*{_SUFFIX}"):
        with suppress(OSError):
            _remove_forsaken(file)


def _remove_forsaken(file: Path) -> None:
    """Unless somebody writes it. Raises OSError where that cannot be told."""
    if flock is None:
        if time.time() - file.stat().st_mtime > _FORSAKEN:
            file.unlink()
        return
    with file.open("rb") as opened:
        flock(opened, LOCK_EX | LOCK_NB)
        file.unlink()


def named_after(path: Path, addition: str, ending: str | None = None) -> Path:
    """A file beside another that is called like it with an addition: 某局.xlsm, （结果） -> 某局（结果）.xlsm

    A name that no file system would take is cut; a sum of it keeps two of them apart.
    """
    tail = f"{addition}{path.suffix if ending is None else ending}"
    if len(os.fsencode(f"{path.stem}{tail}")) > LONGEST_NAME:
        stem = os.fsencode(path.stem)
        tail = f"~{zlib.crc32(stem):08x}{tail}"
        kept = stem[: LONGEST_NAME - len(os.fsencode(tail))]
        return path.with_name(f"{kept.decode(errors='ignore')}{tail}")
    return path.with_name(f"{path.stem}{tail}")


def resolved(path: Path) -> Path:
    """Where a path leads; links in a circle lead nowhere, and whoever opens them is told so by the system."""
    return Path(os.path.realpath(path))


def content_beside(path: Path) -> bytes:
    """What a file holds that lies where ours go; of one larger than any of ours, a sign that none has.

    Raises OSError.
    """
    return path.read_bytes() if path.stat().st_size <= _LARGEST else _STRANGE


def is_there(path: Path) -> bool:
    """Whether there is such a file; none can be where no file system takes the name."""
    try:
        return path.exists()
    except OSError:
        return False


def is_folder(path: Path) -> bool:
    """Whether there is such a folder; as is_there()."""
    try:
        return path.is_dir()
    except OSError:
        return False


def made_folder(folder: Path) -> Path:
    """The folder, made if it is not there, in which files can be made.

    Raises UnusableInput if a file has its name, OSError.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError):
        raise UnusableInput(f"“{folder}”是文件，不是文件夹，报告没有地方放。请另选文件夹。") from None
    try:
        tempfile.TemporaryFile(dir=folder).close()
    except OSError as error:
        raise type(error)(error.errno, error.strerror, str(folder)) from None
    return folder


def home_folder() -> Path:
    """The user's own folder; where there is none (a service, a container), one in which no file can be."""
    try:
        return Path.home()
    except RuntimeError:
        return Path(os.devnull)
