"""Measure jixiao: the whole job against `plain.py`, and each stage against its floor.

    python tests/benchmarks/run.py [--rounds N] [--strict]
    python tests/benchmarks/run.py --desk 200

Whole processes run in turn (ours, plain, ours, plain …) on fresh copies of the sample, files and bytecode
warm, and the medians count; only ratios mean anything beyond this machine. `--strict` exits with 1 if a
wanted ratio is missed. plain.py needs pandas only for its tables, so the ratio that is wanted leaves the time
of importing pandas out.

Workers begin by importing this file again: what is measured is imported where it is used.
"""

import argparse
import functools
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from line import Line

PLAIN = Path(__file__).with_name("plain.py")
OURS = "from jixiao.faces.cli import main; main()"


def main() -> int:
    options = _options()
    started = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        if options.desk:
            from many_books import desk_lines

            lines = list(desk_lines(Path(folder), options.desk))
        else:
            from stages import stages

            lines = [*processes(Path(folder), options.rounds), *stages(Path(folder))]
    for line in lines:
        print(_row(line))
    print(f"measured in {time.perf_counter() - started:.0f} s, {options.rounds} rounds")
    return int(options.strict and not all(line.met for line in lines))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=str(__doc__).partition("\n")[0])
    parser.add_argument("--rounds", type=int, default=9, help="how often each process runs")
    parser.add_argument(
        "--desk", type=int, default=0, metavar="N", help="a folder of N workbooks, and no more"
    )
    parser.add_argument("--strict", action="store_true", help="exit with 1 if a wanted ratio is missed")
    return parser.parse_args()


def _row(line: Line) -> str:
    ratio = "" if line.ratio is None else f"{line.ratio:.1f} x"
    verdict = f"{line.wanted:14}{'ok' if line.met else 'MISSED'}" if line.wanted else ""
    return f"{line.what:42}{line.ms:8.1f} ms{ratio:>8} {line.floor:34}{verdict}".rstrip()


# ---- whole processes


def processes(folder: Path, rounds: int) -> Iterator[Line]:
    """`jixiao run` and `jixiao check` against the plain script."""
    from stages import sample_book

    from jixiao.pack.loading import load_pack

    pack = load_pack()
    sample = folder / "sample.xlsm"
    sample.write_bytes(sample_book(pack))
    bench = _Bench(folder, sample)
    jobs = {
        "cold": bench.run_cold,
        "warm": bench.run_warm,
        "check": bench.check,
        "plain": functools.partial(bench.plain, pack.reports / "report.docx"),
        "with pandas": functools.partial(bench.python, "-c", "import openpyxl, pandas"),
        "without": functools.partial(bench.python, "-c", "import openpyxl"),
    }
    _same_result(jobs["warm"](), jobs["plain"]())
    times = _in_turn(jobs, rounds)
    lean = times["plain"] - (times["with pandas"] - times["without"])
    yield Line("plain script", times["plain"])
    yield Line("plain script without pandas", lean)
    for what, job, wanted in (
        ("template prepared", "warm", (7, 4)),
        ("template not prepared", "cold", (0, 0)),
    ):
        yield _faster(f"jixiao run, {what}", times[job], times["plain"], "plain", wanted[0])
        yield _faster(f"jixiao run, {what}", times[job], lean, "plain without pandas", wanted[1])
    yield Line("jixiao check", times["check"])


def _faster(what: str, ms: float, plain: float, floor: str, wanted: float = 0) -> Line:
    ratio = plain / ms
    words = f"at least {wanted:g} x" if wanted else ""
    return Line(what, ms, f"as fast as {floor}", ratio, words, ratio >= wanted)


class _Bench:
    """Runs the jobs, each on a copy of its own, with bytecode and caches in a private folder."""

    def __init__(self, folder: Path, sample: Path) -> None:
        self.folder = folder
        self.sample = sample
        self.environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(folder / "bytecode")}
        self.environment.pop("PYTHONDONTWRITEBYTECODE", None)  # would compile our modules at every start
        self.count = 0

    def run_warm(self) -> str:
        return self._jixiao("run", cache=self.folder / "cache")

    def run_cold(self) -> str:
        return self._jixiao("run", cache=self.folder / f"cache-{self.count}")

    def check(self) -> str:
        return self.python("-c", OURS, "check", str(self.sample), "--json")

    def plain(self, template: Path) -> str:
        copy = self._copy()
        return self.python(str(PLAIN), str(copy), str(template), str(copy.parent / "out"))

    def _jixiao(self, command: str, cache: Path) -> str:
        self.environment["JIXIAO_CACHE"] = str(cache)
        copy = self._copy()
        return self.python("-c", OURS, command, str(copy), "--out", str(copy.parent / "out"), "--json")

    def _copy(self) -> Path:
        self.count += 1
        copy = self.folder / str(self.count) / "sample.xlsm"
        (copy.parent / "out").mkdir(parents=True)
        copy.write_bytes(self.sample.read_bytes())
        return copy

    def python(self, *arguments: str) -> str:
        command = [sys.executable, *arguments]
        done = subprocess.run(
            command, env=self.environment, capture_output=True, encoding="utf-8", check=False
        )
        if done.returncode > 1 or "Traceback" in done.stderr:  # 1 means findings, and the sample has some
            raise SystemExit(f"{' '.join(arguments)}\n{done.stderr}")
        return done.stdout


def _same_result(ours: str, plain: str) -> None:
    """Two programs that do not find the same are not doing the same job."""
    document, other = json.loads(ours), json.loads(plain)
    found = (document["counts"]["error"], float(document["score"]["total"]))
    if found != (other["errors"], other["score"]):
        raise SystemExit(f"jixiao found {found} (errors, score), plain.py {other}")
    held = document["counts"]["checks"] - document["counts"]["not_checked"]
    print(f"same result: errors {found[0]}, score {found[1]:g}", end="; ")
    print(f"comparisons: ours {held}, plain {other['comparisons']}")


def _in_turn(jobs: dict[str, Callable[[], str]], rounds: int) -> dict[str, float]:
    """Medians in ms; the first round only warms files and bytecode up."""
    from stages import milliseconds

    times: dict[str, list[float]] = {name: [] for name in jobs}
    for _ in range(rounds + 1):
        for name, job in jobs.items():
            times[name].append(milliseconds(job))
    return {name: statistics.median(measured[1:]) for name, measured in times.items()}


if __name__ == "__main__":
    sys.exit(main())
