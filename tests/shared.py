"""What takes a second to make and is the same in every process of a run: one makes it, the others read it."""

import os
from collections.abc import Callable
from pathlib import Path

FOLDER = "JIXIAO_SHARED"  # in the environment of a worker; without it each process makes its own


def made_once(name: str, make: Callable[[], bytes]) -> bytes:
    """What `make` makes, or has made in another process of this run."""
    folder = os.environ.get(FOLDER)
    if not folder or os.name == "nt":
        return make()
    import fcntl  # not on Windows

    file = Path(folder) / name
    with file.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # who comes second waits
        if not file.exists():
            file.write_bytes(make())
        return file.read_bytes()
