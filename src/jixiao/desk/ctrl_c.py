"""Ctrl-C: the program hears it once and then ends in order; its workers never hear it, they are told."""

from __future__ import annotations

import multiprocessing
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

if sys.platform != "win32":
    from multiprocessing import resource_tracker


@contextmanager
def heard_once() -> Iterator[None]:
    """A first Ctrl-C breaks off in here; a second one only ends workers, so that nobody waits for them.

    After a first one that stays so: until the program has ended, it breaks off nothing half-way.
    """
    before = signal.getsignal(signal.SIGINT)
    if threading.current_thread() is threading.main_thread() and before is signal.default_int_handler:
        signal.signal(signal.SIGINT, _break_off)
    try:
        yield
    finally:
        if signal.getsignal(signal.SIGINT) is _break_off:
            signal.signal(signal.SIGINT, before)


def _break_off(*_: object) -> None:
    signal.signal(signal.SIGINT, _hurry)
    raise KeyboardInterrupt


def _hurry(*_: object) -> None:
    for worker in multiprocessing.active_children():
        worker.terminate()


@contextmanager
def unheard_by_workers() -> Iterator[None]:
    """Processes that are started in here never hear it, not even before they run anything of ours.

    It comes here as soon as they are started. Windows has no such thing.
    """
    if sys.platform == "win32":
        yield
        return
    resource_tracker.ensure_running()  # else it starts with the first process, and lets signals through
    before = signal.pthread_sigmask(signal.SIG_BLOCK, (signal.SIGINT,))
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
