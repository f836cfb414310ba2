"""Many reports, some of which cannot be read, and workers that die."""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import Executor, ThreadPoolExecutor
from pathlib import Path

import pytest

from jixiao.audit_results import many
from jixiao.audit_results.audited_file import AuditedFile, AuditOrder
from jixiao.audit_results.many import audited_files

TEXT = "2023年度部门决算情况说明\n本年支出合计300.50万元，其中：基本支出200.20万元；项目支出100.30万元。\n"


class Threads:
    """A crew without processes; one thread, since there is one clock for all of a process."""

    workers, chunk = 1, 1
    deaths: tuple[type[BaseException], ...] = (KeyError,)

    def open(self) -> ThreadPoolExecutor:
        return ThreadPoolExecutor(self.workers)

    open_for_one = open

    def stop(self, executor: Executor) -> None:
        executor.shutdown(wait=True, cancel_futures=True)


def reports(folder: Path, number: int) -> list[AuditOrder]:
    for name in range(number):
        (folder / f"{name}.txt").write_text(TEXT, encoding="utf-8")
    return [AuditOrder(str(folder / f"{name}.txt")) for name in range(number)]


def test_they_come_in_their_order_and_one_that_is_missing_is_said(tmp_path: Path):
    orders = [*reports(tmp_path, 3), AuditOrder(str(tmp_path / "没有.txt")), *reports(tmp_path, 5)[3:]]
    done = list(audited_files(orders, Threads()))
    assert [one.file for one in done] == [order.file for order in orders]
    assert [bool(one.trouble) for one in done] == [False, False, False, True, False, False]


def test_one_that_kills_its_worker_or_is_a_bug_costs_only_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def deadly(order: AuditOrder) -> AuditedFile:
        if order.file.endswith("1.txt"):
            raise ZeroDivisionError
        return real(order)

    real = many.audited_file
    monkeypatch.setattr(many, "audited_file", deadly)
    done = list(audited_files(reports(tmp_path, 4), Threads()))
    assert [one.trouble != "" for one in done] == [False, True, False, False]
    assert "内部出错" in done[1].trouble


def test_a_worker_that_dies_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    class Deadly(many.Auditing, frozen=True):
        def __call__(self, orders: Sequence[AuditOrder]) -> list[AuditedFile]:
            if orders[0].file.endswith("2.txt"):
                raise KeyError(os.getpid())
            return super().__call__(orders)

    monkeypatch.setattr(many, "Auditing", Deadly)
    done = list(audited_files(reports(tmp_path, 4), Threads()))
    assert ["没有审核完" in one.trouble for one in done] == [False, False, True, False]


def test_processes_give_the_same(tmp_path: Path):
    orders = reports(tmp_path, 4)
    assert list(audited_files(orders)) == [one for order in orders for one in audited_files([order])]
