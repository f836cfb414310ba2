"""Many reports: each in a worker process of its own, so that one that kills it costs nothing but itself."""

from __future__ import annotations

import faulthandler
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from jixiao.audit_results.audited_file import AuditedFile, AuditOrder, audited_file
from jixiao.desk.crew import Crew, Processes, work_through

FEW = 3  # files for which no further processes are worth their start
SECONDS = 300.0  # for one report, in a worker


class Auditing(msgspec.Struct, frozen=True):
    """The work of a worker."""

    seconds: float = SECONDS

    def __call__(self, orders: Sequence[AuditOrder]) -> list[AuditedFile]:
        return [self._timed(order) for order in orders]

    def _timed(self, order: AuditOrder) -> AuditedFile:
        with open(os.devnull, "w", encoding="utf-8") as nowhere:  # noqa: PTH123 - a device, no path
            faulthandler.dump_traceback_later(self.seconds, exit=True, file=nowhere)
            try:
                return audited_file(order)
            except Exception as fault:  # one of many: the others go on
                return AuditedFile(order.file, trouble=_about(fault, order))
            finally:
                faulthandler.cancel_dump_traceback_later()


def audited_files(orders: Sequence[AuditOrder], crew: Crew | None = None) -> Iterator[AuditedFile]:
    """What came of each report, in their order, as soon as it and those before it are done."""
    if crew is None and len(orders) <= FEW:
        yield from map(audited_file, orders)
        return
    waiting: dict[str, AuditedFile] = {}
    left = iter(orders)
    due = next(left, None)
    for done in work_through(crew or _crew(len(orders)), Auditing(), orders):
        waiting |= {one.file: one for one in (*done.made, *map(_lost, done.lost))}
        while due is not None and due.file in waiting:
            yield waiting.pop(due.file)
            due = next(left, None)


def _crew(number: int) -> Processes:
    crew = Processes(min(os.cpu_count() or 1, number))
    crew.chunk = 1  # reports differ in length more than workbooks do
    return crew


def _about(fault: Exception, order: AuditOrder) -> str:
    name = Path(order.file).name
    kind = type(fault).__name__
    return f"审核“{name}”时程序内部出错（{kind}）。请用 jixiao audit 单独审核它，把出错的内容交给维护人员。"


def _lost(order: AuditOrder) -> AuditedFile:
    name = Path(order.file).name
    why = f"“{name}”没有审核完：处理它的进程中断了，或超过了 {SECONDS:g} 秒。请单独用 jixiao audit 试一次。"
    return AuditedFile(order.file, trouble=why)
