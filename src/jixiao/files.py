"""Writing files so that nobody ever finds half of one, and the folders they go into."""

from __future__ import annotations

import os
import stat
import tempfile
from pathlib import Path

from jixiao.model.errors import UnusableInput


def write_atomically(path: Path, content: bytes) -> None:
    """Write beside the target, flush to disk, then take the target's place. Raises OSError.

    A reader sees the old file or the new one; if the writing fails, the old one stays untouched.
    """
    path = path.resolve()  # a link stays a link: the file behind it is replaced
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.stem[:20]}-", suffix=".tmp")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(_mode(path))
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _mode(path: Path) -> int:
    """The permissions of the file that is replaced, or those a new file would get."""
    try:
        return stat.S_IMODE(path.stat().st_mode)
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask


def made_folder(folder: Path) -> Path:
    """The folder, made if it is not there. Raises UnusableInput if a file has its name."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError):
        raise UnusableInput(f"“{folder}”是文件，不是文件夹，报告没有地方放。请另选文件夹。") from None
    return folder
