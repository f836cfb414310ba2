"""Published tables as sources of a new workbook: files -> what a workbook made of them would say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from msgspec.structs import replace as with_fields

from jixiao.carryover.taking import SourceFile, errors_of
from jixiao.identity import is_ours
from jixiao.importing.importing import Imported, Sources, read_sources, tables_in
from jixiao.importing.recognising import pack_of_tables
from jixiao.model.errors import UnusableInput
from jixiao.model.fact import Fact, Place, Record
from jixiao.pack.computed import filled_record
from jixiao.pack.pack import Pack

ENDINGS = (".xlsx", ".xls", ".html", ".htm", ".docx", ".pdf")
Places = Mapping[tuple[str, ...], tuple[str, ...]]


def is_published(path: Path) -> bool:
    """Whether a file may hold published tables: of a kind that can be read, and no workbook of ours."""
    kind = path.suffix.lower()
    return kind in ENDINGS and kind != ".xlsm" and not is_ours(path)


def read_each(files: Iterable[Path]) -> tuple[list[Sources], list[str]]:
    """The files that can be read, and a sentence for each that cannot."""
    parts = [read_sources([path]) for path in dict.fromkeys(files)]
    refused = ["".join(part.unread) for part in parts if part.unread and not part.sheets]
    return [part for part in parts if part.sheets or not part.unread], refused


def sets_of_tables(parts: Iterable[Sources]) -> list[tuple[SourceFile, Imported]]:
    """Each set of tables of one kind and year, which may lie in several files, and what was read of it.

    Raises UnusableInput for a file that holds no such tables, or does not say of which year.
    """
    kinds: dict[str, tuple[Pack, list[Sources]]] = {}
    for sources in parts:
        pack = pack_of_tables(sources.sheets)
        kinds.setdefault(pack.form.id, (pack, []))[1].append(sources)
    return [(_source(done), done) for pack, parts in kinds.values() for done in _sets(pack, parts)]


def _sets(pack: Pack, parts: list[Sources]) -> Iterable[Imported]:
    """Files of one year are one set; one that does not say its year belongs to the only one there is."""
    years = {id(part): tables_in(part, pack).assembly.year for part in parts}
    known = {year for year in years.values() if year}
    if len(known) > 1 and None in years.values():
        part = next(part for part in parts if not years[id(part)])
        raise UnusableInput(_no_year(part.sheets[0].file))
    wanted: list[int | None] = [*sorted(known)]
    for year in wanted or [None]:
        same = [part for part in parts if years[id(part)] in (year, None)]
        sheets = tuple(sheet for part in same for sheet in part.sheets)
        yield tables_in(Sources(sheets, tuple(text for part in same for text in part.unread)), pack)


def _source(done: Imported) -> SourceFile:
    assembly, pack = done.assembly, done.pack
    files = list(dict.fromkeys(place[0] for place in assembly.places.values()))
    name = "、".join(files)
    if not assembly.tables:
        raise UnusableInput(_contradictory(done))
    if assembly.year is None:
        raise UnusableInput(_no_year(name))
    several = len(files) > 1
    record = _placed(filled_record(assembly.filling, pack), pack, assembly.places, several)
    errors = errors_of(record, pack)
    return SourceFile(name, record, assembly.unit, pack, assembly.year, errors=errors, several=several)


def _contradictory(done: Imported) -> str:
    """Every table is there twice with other figures: of two units, or of two states of the accounts."""
    files = "、".join(dict.fromkeys(f"“{left.file}”" for left in done.leftovers))
    return f"{files}里的{done.kind}是同一年的，同样的表数不一样，不知道该取哪一份。请只选一份再带入。"


def _no_year(file: str) -> str:
    return (
        f"“{file}”没有写是哪一年的，不能带入。请在文件名里写上年度（例如 2024年决算公开表），"
        "或先用 jixiao import --year 导入成工作簿。"
    )


def _placed(record: Record, pack: Pack, places: Places, several: bool, key: str = "") -> Record:
    """The record with the places of its figures in the files; `several`: a place has to name its file."""

    def placed(fact: Fact) -> Fact:
        at = places.get((key, fact.term) if key else (fact.term,))
        if at is None:
            return fact
        file, sheet, cell = at
        return with_fields(fact, place=Place(f"{file} {sheet}" if several else sheet, cell))

    fields = {term: placed(fact) for term, fact in record.fields.items()}
    groups = {
        name: tuple(
            _placed(row, pack, places, several, row.fields[pack.groups[name].key].text) for row in rows
        )
        for name, rows in record.groups.items()
    }
    return Record(fields, groups, key)
