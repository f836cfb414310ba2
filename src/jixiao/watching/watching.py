"""Watch a folder and have every save of a workbook in it examined, once."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from jixiao.model.errors import UnusableInput
from jixiao.report.output.naming import FIGURES
from jixiao.watching.settling import Settling
from jixiao.workbook.file.saving import holds_results, lock_beside

QUIET = 1.0  # seconds after the last write; Excel saves in several steps, people press Ctrl+S twice
ENDINGS = (".xlsm", ".xlsx")
TICK = 250  # milliseconds between two looks at what is not finished, and at the stop sign


@dataclass(frozen=True, slots=True)
class Examined:
    """What came of one save: one line for people, and the bytes that now stand in the workbook.

    `left` is None where the workbook could not be worked on; `postponed` says that the results lie beside
    the workbook because it is open, and can go into it when it is closed.
    """

    line: str
    left: bytes | None
    postponed: bool = False


Examine = Callable[[Path], Examined]


@dataclass(slots=True)
class _Watch:
    """What is known of a folder's workbooks: their content as examined or as we left it."""

    examine: Examine
    settling: Settling
    known: dict[Path, bytes] = field(default_factory=dict)
    postponed: set[Path] = field(default_factory=set)
    last: dict[Path, str] = field(default_factory=dict)

    def begin(self, folder: Path) -> int:
        """Take what lies in the folder as seen; how many workbooks that are."""
        books = workbooks_in(folder)
        self.known = digests_of(books)
        return len(books)

    def events(self, touched: set[Path], now: float) -> Iterator[tuple[Path, str]]:
        for path in (*sorted(touched), *self._closed()):
            self.settling.touch(path, now)
        for path in self.settling.settled(now):
            try:
                digest = _digest_of(path)
            except FileNotFoundError:  # between two steps of a save; its end has a notice of its own
                continue
            if digest is None or digest != self.known.get(path):
                yield from self._examined(path, digest, now)

    def _closed(self) -> tuple[Path, ...]:
        """Workbooks whose results lie beside them and that nobody has open any more."""
        closed = tuple(path for path in sorted(self.postponed) if lock_beside(path) is None)
        for path in closed:
            self.postponed.discard(path)
            self.known.pop(path, None)
        return closed

    def _examined(self, path: Path, digest: bytes | None, now: float) -> Iterator[tuple[Path, str]]:
        done = self.examine(path)
        if done.postponed:
            self.postponed.add(path)
        if digest is None:  # somebody keeps it to himself: once more when he lets go, but said once
            self.settling.touch(path, now)
            if self.last.get(path) == done.line:
                return
        self.last[path] = done.line
        left = _digest(done.left) if done.left is not None else digest
        if left is not None:
            self.known[path] = left
        yield path, done.line


def watch_folder(
    folder: Path,
    examine: Examine,
    ready: Callable[[int], None],
    stop: threading.Event,
    quiet: float = QUIET,
) -> Iterator[tuple[Path, str]]:
    """Each saved workbook directly in `folder`, with the line that `examine` made of it, until `stop` is set.

    A save counts if the content is new: what `examine` itself leaves in a workbook does not. `ready` hears
    the number of workbooks when the watch has begun. Raises UnusableInput when the folder is gone.
    """
    from watchfiles import watch

    if not folder.is_dir():
        raise UnusableInput(f"没有文件夹“{folder}”，请检查路径。")
    state = _Watch(examine, Settling(quiet))
    begun = False
    notices = watch(
        folder,
        watch_filter=None,
        debounce=TICK,
        rust_timeout=TICK,
        yield_on_timeout=True,
        stop_event=stop,
        raise_interrupt=False,
        recursive=False,
    )
    for changes in notices:
        if not folder.is_dir() or (begun and not _listed(folder)):
            raise UnusableInput(
                f"文件夹“{folder}”不见了（被删除、改名、不再让读，或网络盘断开），看守已结束。"
            )
        if not begun:
            ready(state.begin(folder))
            begun = True
            continue
        paths = (folder / Path(name).name for _, name in changes)
        touched = {path for path in paths if is_workbook(path) and path.is_file()}
        yield from state.events(touched, time.monotonic())


def _listed(folder: Path) -> bool:
    """False of one that is deleted: Windows may keep its name while it is watched, but lets nobody in."""
    try:
        os.scandir(folder).close()
    except OSError:
        return False
    return True


def digests_of(books: Iterable[Path]) -> dict[Path, bytes]:
    """What stands in the workbooks now; without those that are gone in the midst of a save."""
    digests = {}
    for path in books:
        with suppress(FileNotFoundError):
            if (digest := _digest_of(path)) is not None:
                digests[path] = digest
    return digests


def _digest_of(path: Path) -> bytes | None:
    """None if the file cannot be read now. Raises FileNotFoundError."""
    try:
        return _digest(path.read_bytes())
    except FileNotFoundError:
        raise
    except OSError:
        return None


def _digest(content: bytes) -> bytes:
    return sha256(content).digest()


def is_workbook(path: Path) -> bool:
    """True if a save of the file should be looked at.

    What office programs leave beside workbooks is none: `~$x.xlsm` and `.~lock.x.xlsm#` (open files),
    `1A2B3C4D.tmp`, `~DF12.TMP`, `x.xlsm~RF12.TMP` and files without an ending (a save under way), `.~x.xlsm`
    (WPS). Nor are our own results beside an open workbook, and tables of figures.
    """
    ours = holds_results(path) or FIGURES in path.stem
    return path.suffix.lower() in ENDINGS and not path.name.startswith(("~", ".")) and not ours


def workbooks_in(folder: Path) -> tuple[Path, ...]:
    """The workbooks that lie directly in a folder, by name. Raises OSError."""
    return tuple(sorted(path for path in folder.iterdir() if is_workbook(path) and path.is_file()))
