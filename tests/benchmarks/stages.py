"""Each stage of the work against its floor, in this process."""

import functools
import gc
import io
import json
import statistics
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
from floor import bare_pass, entry_sheets
from line import Line, at_most
from lxml import etree

from jixiao import pipeline, write_back
from jixiao.archives import zipped
from jixiao.building.samples import samples
from jixiao.building.workbook import built
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

SAMPLE = "leiyang-2022"


def sample_book(pack: Pack) -> bytes:
    return built(pack, pack.form.framework, read_filling(data_folder("samples") / f"{SAMPLE}.toml", pack))


def stages(folder: Path) -> Iterator[Line]:
    """Reading and checking against one bare pass; loading, scoring, writing, building, reporting."""
    gc.disable()  # as timeit does; `jixiao run` hardly collects either
    book = folder / "sample.xlsm"
    pack = load_pack()
    inspection = pipeline.inspect(book, pack)
    bare, reads = _beside(functools.partial(bare_pass, book), functools.partial(_read_and_check, book, pack))
    building = _median(functools.partial(sample_book, pack), 3)
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
            found += [milliseconds(job) for _ in range(times)]
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
    return statistics.median(milliseconds(job) for _ in range(times))


def milliseconds(job: Callable[[], object]) -> float:
    started = time.perf_counter()
    job()
    return (time.perf_counter() - started) * 1000
