"""Runs that are killed, and workbooks that are saved again while a run writes: is anything lost?

python tests/attack/kills.py 1000 [SEED]

A run reads, reckons, and then writes the workbook and the report; what was read is the same each time, so a
process that has reckoned once forks for each writing, and a thousand take minutes. The processes are killed,
and the workbooks saved, at moments spread evenly over the time that the writing takes. `whole`: each process
does all of a run.
"""

from __future__ import annotations

import os
import random
import signal
import statistics
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from jixiao.pipeline import run
from jixiao.report.output.writing import write_report
from jixiao.workbook.file.saving import save_results
from jixiao.workbook.file.source import open_package

BOOK = "某局2024.xlsm"
TOO_LATE = "没有来得及终止"
MOST_IN_VAIN = 4  # kills that come too late, for each that does not


class World:
    """A folder with a workbook, and what a run that nobody disturbs makes of it."""

    def __init__(self, folder: Path, book: bytes, typed_later: bytes, *, whole: bool = False) -> None:
        self.folder, self.before, self.whole = folder, book, False
        self.made: dict[bytes, dict[str, bytes]] = {}  # workbook as it was read -> all files
        self.saved = typed_later
        for read in (typed_later, book):
            self.laid_out(read)
            run(folder / BOOK)
            self.made[read] = self.files()
            self.made[self.made[read][BOOK]] = self.files()
        self.after, self.saved_after = self.made[book], self.made[typed_later]
        self.whole = whole
        self.laid_out(book)
        self.seconds = statistics.median(self._undisturbed() for _ in range(5))

    def _undisturbed(self) -> float:
        self.laid_out(self.before)
        started = time.monotonic()
        os.waitpid(self.forked(), 0)
        return time.monotonic() - started

    def work(self) -> None:
        if self.whole:
            run(self.folder / BOOK)
            return
        package = open_package(self.folder / BOOK)
        files = dict(self.made[package.content])
        save_results(package, files.pop(BOOK), self.folder)
        for name, content in files.items():
            write_report(self.folder / name, content)

    def laid_out(self, book: bytes) -> None:
        for file in self.folder.iterdir():
            file.unlink()
        (self.folder / BOOK).write_bytes(book)

    def forked(self) -> int:
        """The process of a run."""
        child = os.fork()
        if not child:
            os._exit(_quiet(self.work))
        return child

    def files(self) -> dict[str, bytes]:
        return {file.name: file.read_bytes() for file in self.folder.iterdir()}

    def killed(self, moment: float) -> str:
        """What is left of a run that is killed, and then run again; in one word if all is well."""
        self.laid_out(self.before)
        child = self.forked()
        time.sleep(moment)
        os.kill(child, signal.SIGKILL)
        ended = os.waitpid(child, 0)[1]
        left = self.files()
        for name, content in left.items():
            if not _is_leftover(name) and content not in (self.before, self.after.get(name)):
                return f"{name} 不完整"
        os.waitpid(self.forked(), 0)
        again = self.files()
        if any(map(_is_leftover, again)):
            return "再次运行后仍有临时文件"
        if again != self.after:
            return "再次运行的结果不同"
        if not os.WIFSIGNALED(ended):
            return TOO_LATE
        return "留下临时文件，已清除" if any(map(_is_leftover, left)) else _progress(left, self)

    def saved_meanwhile(self, moment: float) -> str:
        """What becomes of what somebody saves during a run, as Excel does: a new file, renamed."""
        self.laid_out(self.before)
        child = self.forked()
        time.sleep(moment)
        new = self.folder / "~excel.tmp"
        new.write_bytes(self.saved)
        new.replace(self.folder / BOOK)
        os.waitpid(child, 0)
        now = (self.folder / BOOK).read_bytes()
        if now == self.saved:
            beside = any("（结果" in name for name in self.files())
            return "保留，结果在旁边" if beside else "保留，运行先已写完"
        return "保留，按它运行" if now == self.saved_after[BOOK] else "丢失"


def _is_leftover(name: str) -> bool:
    return name.endswith(".tmp")


def _progress(left: dict[str, bytes], world: World) -> str:
    if left == {BOOK: world.before}:
        return "什么也没写"
    return "全部写完" if left == world.after else "写完工作簿"


def _quiet(work: Callable[[], object]) -> int:
    try:
        work()
    except BaseException:  # a child has nobody to tell
        return 1
    return 0


def tried(world: World, times: int, seed: int = 0) -> tuple[Counter[str], Counter[str]]:
    """How many kills, and how many saves, ended how. A run that was done before its kill does not count."""
    chance = random.Random(seed)
    moments = [chance.uniform(0, world.seconds * 1.1) for _ in range(times)]
    kills = Counter(map(world.killed, moments))
    for _ in range(MOST_IN_VAIN * times):
        if kills.total() - kills[TOO_LATE] >= times:
            break
        kills[world.killed(chance.uniform(0, world.seconds))] += 1
    return kills, Counter(map(world.saved_meanwhile, moments))


WELL = {"什么也没写", "写完工作簿", "全部写完", TOO_LATE, "留下临时文件，已清除"}
KEPT = {"保留，结果在旁边", "保留，运行先已写完", "保留，按它运行"}


def main() -> None:
    from workbook.books import silent_sample, typed  # no run looks at the live sheets

    times, seed = int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 0
    with tempfile.TemporaryDirectory() as folder:
        later = typed(silent_sample(), {"支出.合计": 999})
        for whole, number in ((False, times), (True, times // 10)):
            world = World(Path(folder), silent_sample(), later, whole=whole)
            kind = "整个运行" if whole else "写文件"
            print(f"{kind} {world.seconds:.3f} 秒；各 {number} 次，种子 {seed}")
            for what, counted in zip(("终止", "保存"), tried(world, number, seed), strict=True):
                for outcome, often in counted.most_common():
                    print(f"| {kind} | {what} | {outcome} | {often} |", flush=True)


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[1]))
    main()
