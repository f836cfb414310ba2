"""Files and the user's own values -> what a new workbook starts with, and where that comes from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache
from pathlib import Path

import msgspec
from msgspec.structs import replace

from jixiao.carryover.entries import Entering, Taken, offering_of_values
from jixiao.carryover.merging import Clash, Merger
from jixiao.carryover.offers import Gap, OfferOrigin, offering_of
from jixiao.carryover.withholding import withheld
from jixiao.checks.acceptance import under_present_ids
from jixiao.checks.confront import confront
from jixiao.identity import pack_of
from jixiao.model.errors import UnusableInput
from jixiao.model.fact import Record
from jixiao.model.filling import Entry, Filling
from jixiao.model.outcome import Outcome, Severity
from jixiao.model.written_explanation import WrittenExplanation, counts, offered
from jixiao.pack.carryover import Source, load_sources
from jixiao.pack.loading import load_pack
from jixiao.pack.pack import Pack
from jixiao.workbook.file.source import saved_book
from jixiao.workbook.reading.filled_workbook import read_facts
from jixiao.workbook.results.explanations import STRAY, read_explanations

PARTS_MISSING = "明细没有来源，带入了就不平（{}）"


class TakenOver(msgspec.Struct, frozen=True):
    """`filling` for the new workbook; the rest says where it comes from and what was not taken."""

    filling: Filling
    year: int
    unit: str
    taken: tuple[Taken, ...]
    clashes: tuple[Clash, ...]
    gaps: tuple[Gap, ...]
    # Sheet of which only a part was to be had -> the first check that waits for the rest
    waiting: Mapping[str, str]
    explanations: dict[str, str]  # key of a finding -> last year's explanation as it is offered
    framework: str  # of last year's workbook, if it is another than the default; empty otherwise
    units: dict[str, str]  # file -> its unit
    errors: dict[str, tuple[str, ...]]  # file -> relations of its own that must hold and do not, if any


class SourceFile(msgspec.Struct, frozen=True):
    """A filled workbook to take from. `explanations`: key of a finding -> what was written beside it.

    `several`: published tables out of several files, which `file` lists; places in the record name theirs.
    """

    file: str
    record: Record
    unit: str
    pack: Pack
    year: int
    explanations: dict[str, WrittenExplanation] = {}
    framework: str = ""
    errors: tuple[str, ...] = ()  # relations of its own that must hold and do not
    several: bool = False

    @property
    def factor(self) -> Decimal:
        return self.pack.form.units.factors[self.unit]

    @property
    def origin(self) -> OfferOrigin:
        return OfferOrigin(self.file, (), self.factor, self.several)


def taken_from(
    reads: Sequence[SourceFile], pack: Pack, given: Filling, values: str = "", year: int | None = None
) -> TakenOver:
    """What the sources offer, merged with what is given (`values` names its file).

    Raises UnusableInput for a source of a wrong form or of a wrong year.
    """
    sources, year = sources_for(reads, pack, year or _year(given, pack))
    unit = _unit(reads, given, pack)
    factor = pack.form.units.factors[unit]
    merger = Merger(pack)
    offerings = [
        offering_of(read.record, read.origin, source, pack)
        for read, source in zip(reads, sources, strict=True)
    ]
    merged = merger.merged([offering_of_values(given, pack, factor, values), *offerings])
    entering = Entering(pack, factor)
    filling = entering.filling(merged)
    own: dict[str, Entry] = {pack.form.year: Decimal(year), pack.form.units.term: unit}
    whole = replace(filling, entries={**filling.entries, **own})
    taken = {cell.offer.term: cell for cell in entering.taken}
    held = withheld(whole, frozenset(taken), pack)
    return TakenOver(
        filling=held.filling,
        year=year,
        unit=unit,
        taken=tuple(cell for cell in entering.taken if cell.offer.term not in held.left),
        clashes=tuple(merger.clashes),
        gaps=(*merged.all_gaps(), *_without_parts(held.left, taken)),
        waiting=held.marked,
        explanations=_explanations(reads, sources, pack),
        framework=_framework(reads, pack),
        units={read.file: read.unit for read in reads},
        errors={read.file: read.errors for read in reads if read.errors},
    )


def read_source(path: Path) -> SourceFile:
    """A filled workbook of ours. Raises UnusableInput."""
    book = saved_book(path)
    pack = pack_of(book)
    reading = read_facts(book, pack)
    fact = reading.record.fields[pack.form.year]
    if not fact.filled:
        raise UnusableInput(f"“{path.name}”没有填年度，不知道它的数是哪一年的。请填好年度后再带入。")
    return SourceFile(
        file=path.name,
        record=reading.record,
        unit=reading.unit.name,
        pack=pack,
        year=int(fact.number),
        explanations=read_explanations(book, pack),
        framework=reading.framework,
        errors=errors_of(reading.record, pack),
    )


def _without_parts(lonely: Mapping[str, str], taken: Mapping[str, Taken]) -> Iterator[Gap]:
    for term, title in lonely.items():
        yield Gap(term, PARTS_MISSING.format(title), taken[term].offer.origin)


def errors_of(record: Record, pack: Pack) -> tuple[str, ...]:
    """Titles of the relations between figures that must hold and do not; a missing choice is no figure."""
    verdicts = confront(record, pack.checks, pack.vocabulary, pack.names_of_codes)
    return tuple(
        verdict.check.data.title
        for verdict in verdicts
        if verdict.outcome is Outcome.INCONSISTENT
        and verdict.severity is Severity.ERROR
        and any(isinstance(fact.value, Decimal) for fact in verdict.comparison.facts)
    )


def _year(given: Filling, pack: Pack) -> int | None:
    entry = given.entries.get(pack.form.year)
    return int(entry) if isinstance(entry, Decimal) else None


def sources_for(reads: Sequence[SourceFile], pack: Pack, year: int | None) -> tuple[list[Source], int]:
    """For each file the rule by which it is taken over, and the new workbook's year."""
    known = load_sources(pack, cache(load_pack))
    if not known:
        raise UnusableInput(f"“{pack.form.title}”没有规定可以从哪些工作簿带入数据。请新建空白的填写。")
    fitting = [_fitting(read, known) for read in reads]
    year = year or _year_of_all(reads, fitting)
    return [_of_year(read, rules, year) for read, rules in zip(reads, fitting, strict=True)], year


def _fitting(read: SourceFile, known: tuple[Source, ...]) -> list[Source]:
    """The rules for the file's form, one for each year that it may be of."""
    fitting = [source for source in known if source.pack.form.id == read.pack.form.id]
    if fitting:
        return fitting
    titles = "、".join(source.title for source in known)
    raise UnusableInput(f"“{read.file}”的表样是“{read.pack.form.id}”，不能带入；可以带入的是：{titles}。")


def _year_of_all(reads: Sequence[SourceFile], fitting: list[list[Source]]) -> int:
    """The earliest year for which every file is a source; the first file's if there is none."""
    years = [[read.year + rule.years for rule in rules] for read, rules in zip(reads, fitting, strict=True)]
    common = set(years[0]).intersection(*years[1:])
    return min(common, default=min(years[0]))


def _of_year(read: SourceFile, fitting: list[Source], year: int) -> Source:
    for source in fitting:
        if read.year + source.years == year:
            return source
    wanted = "或".join(f"{year - source.years}年的（{source.title}）" for source in fitting)
    raise UnusableInput(
        f"新工作簿是{year}年的，“{read.file}”应是{wanted}，实际是{read.year}年的。"
        "请检查文件，或用 --year 指明年度。"
    )


def _unit(reads: Sequence[SourceFile], given: Filling, pack: Pack) -> str:
    """The unit that is given, else that of the files; of several the coarsest: no digits are made up."""
    factors = pack.form.units.factors
    chosen = str(given.entries.get(pack.form.units.term, ""))
    if chosen in factors:
        return chosen
    return max(reads, key=lambda read: read.factor).unit


def _explanations(reads: Sequence[SourceFile], sources: list[Source], pack: Pack) -> dict[str, str]:
    """What counted last year and belongs to a finding."""
    return {
        key: offered(written.text)
        for read, source in zip(reads, sources, strict=True)
        if source.explanations
        for key, written in under_present_ids(read.explanations, pack.former_ids).items()
        if counts(written.text, pack.fillers) and not key.startswith(STRAY)
    }


def _framework(reads: Sequence[SourceFile], pack: Pack) -> str:
    used = {read.framework for read in reads if read.pack.form.id == pack.form.id}
    others = (name for title, name in pack.framework_titles.items() if title in used)
    return next((name for name in others if name != pack.form.framework), "")
