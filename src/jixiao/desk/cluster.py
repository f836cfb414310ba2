"""The machines of a dask.distributed cluster as a crew: they read and write the same shared folder."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import BrokenExecutor, Executor
from contextlib import contextmanager

from jixiao.model.errors import UnusableInput

SECONDS = 10  # to wait for the scheduler


class Cluster:
    """`address`: of the scheduler, tcp://host:port. Raises UnusableInput if there is none, or no worker.

    All machines see the folder under the same path.
    """

    chunk = 20  # a task costs the scheduler about a millisecond

    def __init__(self, address: str) -> None:
        try:
            from distributed import Client
            from distributed.scheduler import KilledWorker
        except ImportError:
            raise UnusableInput("用集群要先安装 dask：pip install jixiao[cluster]") from None
        self.deaths: tuple[type[BaseException], ...] = (KilledWorker, BrokenExecutor)
        try:
            self.client = Client(address, timeout=SECONDS)
        except (OSError, ValueError, TypeError) as error:
            why = f"连不上集群“{address}”（{type(error).__name__}）。请检查地址，例如 tcp://10.0.0.5:8786。"
            raise UnusableInput(why) from error
        self.workers = sum(worker["nthreads"] for worker in self.client.scheduler_info()["workers"].values())
        if not self.workers:
            raise UnusableInput(f"集群“{address}”里没有工作进程。请先在各机器上运行 dask worker {address}。")

    @contextmanager
    def open(self) -> Iterator[Executor]:
        """The workers of the cluster."""
        yield self.client.get_executor(pure=False)

    open_for_one = open

    def stop(self, executor: Executor) -> None:
        """What has not begun is taken back."""
        executor.shutdown(wait=False)
