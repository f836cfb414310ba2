"""Workers over many items: a worker that dies costs one item, which is named; the rest goes on."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, ProcessPoolExecutor, wait
from contextlib import AbstractContextManager
from itertools import islice
from operator import length_hint
from typing import Generic, Protocol, TypeVar

from jixiao.desk.ctrl_c import unheard_by_workers
from jixiao.model.errors import UnusableInput

T = TypeVar("T")
R = TypeVar("R")
Work = Callable[[Sequence[T]], list[R]]  # must pickle: a function of a module, or a partial of one
ENOUGH = 5  # workers that died over an item each, while none has made anything
MOST = 61 if sys.platform == "win32" else 256  # processes; Windows waits for no more at a time
AHEAD = 2  # chunks for each worker that are sent before one comes back


class Crew(Protocol):
    """Who does the work: an executor that can be opened anew after it broke."""

    workers: int
    chunk: int  # items that are sent together
    deaths: tuple[type[BaseException], ...]  # what the executor raises when a worker died

    def open(self) -> AbstractContextManager[Executor]:
        """A fresh executor."""

    def open_for_one(self) -> AbstractContextManager[Executor]:
        """One for a single item that may kill its worker."""

    def stop(self, executor: Executor) -> None:
        """Begin nothing more."""


class Processes:
    """Processes of this machine."""

    chunk = 8
    deaths: tuple[type[BaseException], ...] = (BrokenExecutor,)

    def __init__(self, workers: int = 0) -> None:
        self.workers = min(workers or os.cpu_count() or 1, MOST)

    def open(self) -> ProcessPoolExecutor:
        """As many processes as wanted; fresh ones everywhere, so that all systems do the same."""
        fresh = multiprocessing.get_context("spawn")
        return ProcessPoolExecutor(self.workers, mp_context=fresh, initializer=_prepare)

    def open_for_one(self) -> ProcessPoolExecutor:
        """A single process."""
        return ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn"), initializer=_prepare)

    def stop(self, executor: Executor) -> None:
        """What is being worked on is waited for."""
        executor.shutdown(wait=True, cancel_futures=True)


def _prepare() -> None:
    """The parent says when to stop; and a worker ends with it, however that came to its end."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent,), daemon=True).start()


def _end_with(parent: multiprocessing.process.BaseProcess) -> None:
    parent.join()
    os._exit(1)


class Done(Generic[T, R]):
    """What a worker made of some items; `lost` are those over which one died, with nothing made."""

    def __init__(self, made: list[R], lost: Sequence[T] = ()) -> None:
        self.made = made
        self.lost = lost


def work_through(crew: Crew, work: Work[T, R], items: Iterable[T]) -> Iterator[Done[T, R]]:
    """What came of the items, in the order in which it is ready. Only few are on their way at a time.

    Raises UnusableInput if workers do nothing but die: that is no item's fault.
    """
    left, luck = iter(items), _Luck()
    while True:
        with crew.open() as executor:
            broken = yield from _until_it_breaks(crew, executor, work, left, luck)
        if broken is None:
            return
        for item in broken:  # one of them has done it
            yield luck.noted(_alone(crew, work, item))


class _Luck:
    """Whether workers do anything but die."""

    def __init__(self) -> None:
        self.made = False
        self.deaths = 0

    def noted(self, done: Done[T, R]) -> Done[T, R]:
        self.made = self.made or not done.lost
        self.deaths += len(done.lost)
        if not self.made and self.deaths >= ENOUGH:
            raise UnusableInput(
                f"处理进程一启动就中断，试了 {ENOUGH} 本都没有办成，不再试其余的。"
                "多半是内存不足，或安装不完整：请关闭其他程序，或用 --workers 1 再办理；"
                "仍不行的，用 jixiao check 单独试一本。"
            )
        return done


def _until_it_breaks(
    crew: Crew, executor: Executor, work: Work[T, R], left: Iterator[T], luck: _Luck
) -> Generator[Done[T, R], None, list[T] | None]:
    """Returns the items that were on their way when a worker died, None when all is done."""
    sent: dict[Future[list[R]], Sequence[T]] = {}
    try:
        while True:
            while len(sent) < AHEAD * crew.workers and (some := tuple(islice(left, _together(crew, left)))):
                with unheard_by_workers():
                    sent[executor.submit(work, some)] = some
            if not sent:
                return None
            ready, _ = wait(sent, return_when=FIRST_COMPLETED)
            for future in ready:
                made = future.result()  # before it is taken off the list: it may be the broken one
                del sent[future]
                yield luck.noted(Done(made))
    except KeyboardInterrupt:
        crew.stop(executor)
        yield from (Done(future.result()) for future in sent if _came_out(future))
        raise
    except crew.deaths:
        finished = [future for future in sent if _came_out(future)]
        for future in finished:
            del sent[future]
            yield Done(future.result())
        return [item for some in sent.values() for item in some]
    finally:
        crew.stop(executor)


def _together(crew: Crew, left: Iterator[T]) -> int:
    """How many items are sent next: fewer towards the end, so that no worker waits long for the last one."""
    share = length_hint(left, AHEAD * crew.workers * crew.chunk) // (AHEAD * crew.workers)
    return max(1, min(crew.chunk, share))


def _came_out(future: Future[list[R]]) -> bool:
    return future.done() and not future.cancelled() and future.exception() is None


def _alone(crew: Crew, work: Work[T, R], item: T) -> Done[T, R]:
    with crew.open_for_one() as executor:
        try:
            with unheard_by_workers():
                made = executor.submit(work, (item,))
            return Done(made.result())
        except crew.deaths:
            return Done([], (item,))
