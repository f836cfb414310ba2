"""A sum -> a workbook of the units' own form, to be checked, scored and reported like any other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path

import msgspec
from msgspec import structs

from jixiao.desk.rollup.levels import SummedLevel
from jixiao.desk.rollup.total import Total
from jixiao.desk.rollup.transfers import as_written
from jixiao.desk.roster import same_name
from jixiao.files import write_new
from jixiao.model.fact import Kind
from jixiao.model.filling import Entry, Filling
from jixiao.pack.framework import Framework
from jixiao.pack.loading import load_pack
from jixiao.pack.pack import Pack
from jixiao.workbook.written.build import build_workbook

EXACT, ROUNDED = "元", "万元"


def rolled_workbook(level: SummedLevel, pack: Pack, framework: Framework | None) -> bytes:
    """The workbook as bytes. Where units have rounded amounts the sum has too, and says of how many."""
    units = pack.form.units
    unit = ROUNDED if level.rounded else EXACT
    filling = _filling(_of_its_own(level), pack, units.factors[unit])
    head: dict[str, Entry] = {pack.form.unit_name: level.name, units.term: unit}
    head |= {pack.form.unit_code: level.code} if level.code and pack.form.unit_code else {}
    head |= {units.summed: Decimal(level.rounded)} if level.rounded and units.summed else {}
    return build_workbook(pack, framework, Filling({**filling.entries, **head}, filling.groups))


class SumToWrite(msgspec.Struct, frozen=True):
    """A sum and where its workbook goes; `framework`: by which it is scored."""

    file: str
    level: SummedLevel
    form: str
    framework: Framework | None


def write_sums(sums: Sequence[SumToWrite]) -> list[str]:
    """The work of a worker: to make a workbook takes memory that nothing gives back but the end of a process.

    The files. Raises UnusableInput if one is there already, OSError.
    """
    for one in sums:
        write_new(Path(one.file), rolled_workbook(one.level, load_pack(one.form), one.framework))
    return [one.file for one in sums]


def alone(level: SummedLevel, pack: Pack) -> SummedLevel:
    """A level as its workbook says it, without those below it and without its members."""
    total = as_written(level, pack.form.transfers)
    return structs.replace(level, total=total, members=(), eliminated=(), below=(), before=Total())


def _of_its_own(level: SummedLevel) -> Total:
    """Without what all units say of the department itself: it does not stand above itself."""
    texts = {
        term: text for term, text in level.total.texts.items() if same_name(text) != same_name(level.name)
    }
    return structs.replace(level.total, texts=texts)


def _filling(total: Total, pack: Pack, factor: Decimal) -> Filling:
    figures = {
        term: _typed(pack.vocabulary[term].kind, value, factor) for term, value in total.figures.items()
    }
    groups = {name: tuple(_filling(row, pack, factor) for row in rows) for name, rows in total.groups.items()}
    texts = {term: _read(pack.vocabulary[term].kind, text) for term, text in total.texts.items()}
    entries: Mapping[str, Entry] = {**texts, **figures}
    return Filling({term: entry for term, entry in entries.items() if _enterable(term, pack)}, groups)


def _enterable(term: str, pack: Pack) -> bool:
    return not (pack.vocabulary[term].formula or pack.vocabulary[term].given)


def _read(kind: Kind, text: str) -> Entry:
    return Decimal(text) if kind.numeric else text


def _typed(kind: Kind, value: Decimal, factor: Decimal) -> Decimal:
    return value / factor if kind is Kind.AMOUNT else value
