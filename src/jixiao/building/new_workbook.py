"""A new standard workbook for a unit: empty, or filled from values, other workbooks and published tables."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

from msgspec.structs import replace

from jixiao.building.workbook import built, for_ending, refuse_taken
from jixiao.carryover.moving import Begun, Moved, move, moves, refuse_same
from jixiao.carryover.record import with_record
from jixiao.carryover.taking import SourceFile, TakenOver, read_source, taken_from
from jixiao.files import write_new
from jixiao.model.errors import UnusableInput
from jixiao.model.filling import Filling
from jixiao.pack.filling import read_filling
from jixiao.pack.framework import Framework
from jixiao.pack.pack import Pack
from jixiao.workbook.reading.facts import FIRST_YEAR, LAST_YEAR
from jixiao.workbook.results.offered_explanations import with_offered


def new_workbook(
    pack: Pack,
    out: Path,
    *,
    year: int | None = None,
    framework: str | Framework | None = None,
    values: Path | None = None,
    sources: tuple[Path, ...] = (),
    published: tuple[SourceFile, ...] = (),
    evaluated: int | None = None,
) -> TakenOver | Moved | None:
    """Write a new standard workbook; say what was taken over from `sources` and `published` tables.

    One source of another framework and of the same year is moved whole to the framework that is named;
    `evaluated` is the year for which that was made, where it says so.

    Raises UnusableInput; never overwrites a file.
    """
    refuse_taken(out)
    pack = for_ending(pack, out)
    target = _known(framework, pack)
    if target and len(sources) == 1 and not (values or published):
        if moves(sources[0], pack, target, year or evaluated):
            return write_moved(move(sources[0], pack, target), pack, out)
        if year:
            refuse_same(sources[0], pack, target, year)
    filling = _begun(values, year, pack)
    if not (sources or published):
        _write(out, pack, framework or "", filling, {})
        return None
    reads = (*map(read_source, sources), *published)
    over = taken_from(reads, pack, filling, values.name if values else "", year)
    over = replace(over, framework="") if framework else over
    _write(out, with_record(pack, over), framework or over.framework, over.filling, over.explanations)
    return over


def _begun(values: Path | None, year: int | None, pack: Pack) -> Filling:
    """The filling of a values file, and the year. Raises UnusableInput."""
    filling = read_filling(values, pack) if values else Filling()
    if year is None:
        return filling
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise UnusableInput(f"年度“{year}”不对，请写四位数字，例如 2024。")
    return replace(filling, entries={**filling.entries, pack.form.year: Decimal(year)})


def _known(framework: str | Framework | None, pack: Pack) -> Framework | None:
    """The framework that is meant; None if no name is given, or one that the pack does not have."""
    if isinstance(framework, str):
        return pack.framework(framework) if framework in pack.framework_names else None
    return framework


def continued_workbook(
    typed: Begun, name: str, out: Path, sources: tuple[Path, ...], published: tuple[SourceFile, ...]
) -> TakenOver:
    """Write a workbook with all that is typed in another (called `name`), and besides what files can fill.

    Raises UnusableInput; never overwrites a file.
    """
    refuse_taken(out)
    pack = for_ending(typed.pack, out)
    over = taken_from((*map(read_source, sources), *published), pack, typed.filling, name)
    explanations = {**over.explanations, **typed.explanations}
    _write(out, with_record(pack, over), typed.framework, over.filling, explanations)
    return over


def write_moved(moved: Moved, pack: Pack, out: Path) -> Moved:
    """The new workbook for what was moved; `pack` as it is built into a file of this name."""
    _write(out, pack, moved.target, moved.filling, moved.explanations)
    return moved


def _write(
    out: Path, pack: Pack, framework: str | Framework, filling: Filling, explanations: Mapping[str, str]
) -> None:
    book = built(pack, framework or pack.form.framework, filling)
    write_new(out, with_offered(book, pack, explanations) if explanations else book)
