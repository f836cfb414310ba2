"""Measure jixiao: the whole job against `plain.py`, and each stage against its floor.

    python tests/benchmarks/run.py [--rounds N] [--strict]
    python tests/benchmarks/run.py --desk 200

Whole processes run in turn (ours, plain, ours, plain …) on fresh copies of the sample, files and bytecode
warm, and the medians count; only ratios mean anything beyond this machine. `--strict` exits with 1 if a
wanted ratio is missed. plain.py needs pandas only for its tables, so the ratio that is wanted leaves the time
of importing pandas out.
"""

import argparse
import functools
import gc
import io
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
from floor import bare_pass, entry_sheets
from line import Line, at_most
from lxml import etree
from many_books import desk_lines

from jixiao import pipeline, write_back
from jixiao.archives import zipped
from jixiao.building import built, samples
from jixiao.checks.confront import confront
from jixiao.checks.own_rules import with_own_rules
from jixiao.inspection import Inspection
from jixiao.model.fact import Record
from jixiao.model.scorecard import Scorecard
from jixiao.pack.check import CheckData
from jixiao.pack.filling import read_filling
from jixiao.pack.loading import data_folder, load_pack, pack_names
from jixiao.pack.pack import Pack
from jixiao.report.making import ReportMaker
from jixiao.report.template.preparing import prepare
from jixiao.report.word.parts import DOCUMENT

PLAIN = Path(__file__).with_name("plain.py")
OURS = "from jixiao.faces.cli import main; main()"
SAMPLE = "leiyang-2022"


def main() -> int:
    options = _options()
    started = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        if options.desk:
            lines = list(desk_lines(Path(folder), options.desk))
        else:
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
    pack = load_pack()
    sample = folder / "sample.xlsm"
    sample.write_bytes(_sample(pack))
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


def _sample(pack: Pack) -> bytes:
    return built(pack, pack.form.framework, read_filling(data_folder("samples") / f"{SAMPLE}.toml", pack))


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
    times: dict[str, list[float]] = {name: [] for name in jobs}
    for _ in range(rounds + 1):
        for name, job in jobs.items():
            times[name].append(_ms(job))
    return {name: statistics.median(measured[1:]) for name, measured in times.items()}


# ---- stages, in this process


def stages(folder: Path) -> Iterator[Line]:
    """Reading and checking against one bare pass; loading, scoring, writing, building, reporting."""
    gc.disable()  # as timeit does; `jixiao run` hardly collects either
    book = folder / "sample.xlsm"
    pack = load_pack()
    inspection = pipeline.inspect(book, pack)
    bare, reads = _beside(functools.partial(bare_pass, book), functools.partial(_read_and_check, book, pack))
    building = _median(functools.partial(_sample, pack), 3)
    yield Line("one bare lxml pass", bare)
    yield at_most("reading and all checks", reads, bare, "the time of the bare pass", 2)
    yield from _every_relation()
    yield Line("loading the pack", _median(load_pack))
    yield Line("loading 20 rules of one's own", _median(functools.partial(_own_rules, folder, pack)))
    yield from _further_inspection(book, inspection)
    yield Line(
        "writing the results", _median(functools.partial(write_back.workbook_with_results, inspection))
    )
    yield from _report(inspection)
    yield Line("building the workbook", building, wanted="under 2 s", met=building < 2000)


def _further_inspection(book: Path, inspection: Inspection) -> Iterator[Line]:
    """A workbook after others, as thousands are inspected, its pack told by its stamp each time."""
    pack, sheets = inspection.pack, entry_sheets(inspection)

    def floor() -> None:
        bare_pass(book, sheets)
        confront(inspection.record, pack.checks, pack.vocabulary, pack.names_of_codes)

    bare, whole = _beside(floor, functools.partial(pipeline.inspect, book))
    yield Line("one lxml pass of what is entered, checks", bare)
    yield at_most("a further inspection", whole, bare, "the time of pass and checks", 1.5)


FLOOR = "the time of the pass and the zip"


def _report(inspection: Inspection) -> Iterator[Line]:
    """Reports of one template: the first, and each further one against its floor, bare and with extras."""
    maker, record, card = ReportMaker(inspection.pack), inspection.record, inspection.scorecard
    content = (inspection.pack.reports / maker.name).read_bytes()
    first = _median(functools.partial(prepare, content, maker.name, maker.renderer.environment), 5)
    yield Line("preparing a template", first)
    for what, charts in (("without charts", False), ("with charts", True)):
        maker.renderer.phrases.style = msgspec.structs.replace(maker.style, charts=charts)
        make = functools.partial(maker.made, record, card, draft=True)
        proven = functools.partial(_made_and_read_back, maker, record, card)
        floor = _floor(make().content)
        bare, made, back = _beside(floor, make, proven)
        yield Line(f"one lxml pass and the zip, {what}", bare)
        yield at_most(f"a further report, {what}", made, bare, FLOOR, 1.5)
        yield Line(f"and read back, {what}", back, FLOOR, back / bare)
        if charts:
            yield at_most("a further report", made, first + made, "the time of the first", 1 / 3)


def _made_and_read_back(maker: ReportMaker, record: Record, card: Scorecard) -> None:
    assert maker.read_back(maker.made(record, card, draft=True), record) == ()


def _floor(report: bytes) -> Callable[[], bytes]:
    """The floor of making a report: parse its document, look at every element, write it, zip all parts."""
    with zipfile.ZipFile(io.BytesIO(report)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}

    def passed_and_zipped() -> bytes:
        root = etree.fromstring(parts[DOCUMENT])
        assert all(element.tag for element in root.iter())
        return zipped(parts | {DOCUMENT: etree.tostring(root)})

    return passed_and_zipped


def _beside(*jobs: Callable[[], object], turns: int = 7, times: int = 7) -> list[float]:
    """Medians of jobs that take turns, several times each: what else the machine does falls on all alike."""
    measured: list[list[float]] = [[] for _ in jobs]
    for _ in range(turns):
        for job, found in zip(jobs, measured, strict=True):
            found += [_ms(job) for _ in range(times)]
    return [statistics.median(found) for found in measured]


def _every_relation() -> Iterator[Line]:
    """All checks of each pack on its first sample, after loading; and together."""
    total = 0.0
    for name in pack_names():
        sample = next((sample for sample in samples() if sample.pack == name), None)
        if sample is None:
            continue
        pack = load_pack(name)
        record = pipeline.read_facts(pipeline.saved_book(sample.workbook), pack).record
        ms = _median(functools.partial(confront, record, pack.checks, pack.vocabulary, pack.names_of_codes))
        total += ms
        yield Line(f"{len(pack.checks)} checks of {name}"[:35], ms)
    yield Line("all checks of all packs", total, wanted="under 10 ms", met=total < 10)


def _own_rules(folder: Path, pack: Pack) -> Pack:
    """Read, bind and try out a file of rules that repeats the pack's first ones under other ids."""
    file = folder / "own.rules.toml"
    if not file.exists():
        file.write_text("\n".join(_as_toml(check.data) for check in pack.checks[:20]), encoding="utf-8")
    return with_own_rules(pack, [file])


def _as_toml(check: CheckData) -> str:
    texts = {"id": f"OWN-{check.id}", "title": check.title, "relation": check.relation, "basis": "自定 | 无"}
    others = {"when": check.conditions, "severity": check.severity}
    lines = [f"{key} = {json.dumps(value)}" for key, value in (texts | others).items()]
    for example in check.examples:
        given = ", ".join(
            f"{json.dumps(term)} = {json.dumps(value)}" for term, value in example.given.items()
        )
        lines.append(f'[[check.examples]]\noutcome = "{example.outcome}"\ngiven = {{ {given} }}')
    return "\n".join(("[[check]]", *lines))


def _read_and_check(book: Path, pack: Pack) -> object:
    reading = pipeline.read_facts(pipeline.saved_book(book), pack)
    return confront(reading.record, pack.checks, pack.vocabulary, pack.names_of_codes)


def _median(job: Callable[[], object], times: int = 15) -> float:
    job()
    return statistics.median(_ms(job) for _ in range(times))


def _ms(job: Callable[[], object]) -> float:
    started = time.perf_counter()
    job()
    return (time.perf_counter() - started) * 1000


if __name__ == "__main__":
    sys.exit(main())
