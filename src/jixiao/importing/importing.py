"""Import of published tables into a new workbook: files -> sheets -> tables -> filling -> workbook."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from jixiao.building.workbook import built, for_ending, refuse_taken
from jixiao.documents.reading import read_document
from jixiao.files import write_new
from jixiao.identity import is_ours
from jixiao.importing.assembling import Assembly, assemble
from jixiao.importing.guide import Guide, load_guide
from jixiao.importing.recognising import pack_of_tables
from jixiao.importing.repeated import REFUSED
from jixiao.importing.sheets import SourceSheet, sheets_of
from jixiao.importing.table_reading import Leftover, TableReading
from jixiao.importing.tables import find_tables
from jixiao.model.errors import UnusableInput
from jixiao.model.fact import Kind
from jixiao.pack.pack import Pack

OURS = "“{}”就是本工具的标准工作簿，不用导入：直接 jixiao check 核对它，或用 jixiao new --from 从它带入数字。"


TWO_OF_ALL = (
    "每张{}都有两份，数不一样，不知道该取哪一份，没有导入。"
    "文件里有几个单位、几个年度的表的，请分成几个文件，每次只导入一份。"
)


@dataclass(frozen=True)
class Sources:
    """What files hold, before anybody knows which tables these are."""

    sheets: tuple[SourceSheet, ...]
    unread: tuple[str, ...]


@dataclass(frozen=True)
class Imported:
    """What was made out of the files, and what was not."""

    pack: Pack
    kind: str  # what one of its tables is called
    assembly: Assembly
    missing: tuple[str, ...]  # tables that were nowhere
    skipped: tuple[str, ...]  # sheets without a table and without a figure: covers, contents
    unread: tuple[str, ...]  # files that could not be read, each a sentence
    strange: tuple[Leftover, ...]  # sheets that hold figures but are no table of the form
    to_fill: tuple[str, ...]  # labels of cells that a workbook needs and no table prints

    @property
    def leftovers(self) -> tuple[Leftover, ...]:
        return (*self.strange, *self.assembly.leftovers)

    @property
    def listed(self) -> int:
        """Figures that were not taken but listed; with those taken they are all that the files hold."""
        return sum(left.figures for left in self.leftovers)

    @property
    def complete(self) -> bool:
        """True if everything that was given was understood."""
        return not self.questions and not self.unread

    @property
    def questions(self) -> tuple[Leftover, ...]:
        """What was not understood, without the columns that the form does not have."""
        return tuple(left for left in self.leftovers if not left.beside)


def import_tables(
    files: Iterable[Path], out: Path, pack: Pack | None, unit: str = "", year: int | None = None
) -> Imported:
    """Read the tables of all files into a new workbook; without a pack, into that of the tables they hold.

    Raises UnusableInput; never overwrites a file.
    """
    refuse_taken(out)
    sources = read_sources(files)
    pack = pack or pack_of_tables(sources.sheets)
    done = tables_in(sources, pack, unit, year)
    lost = [left for left in done.leftovers if left.figures and not left.beside]
    if lost and not done.assembly.taken and all(left.reason == REFUSED for left in lost):
        raise UnusableInput(TWO_OF_ALL.format(done.kind))
    write_new(out, built(for_ending(pack, out), pack.form.framework, done.assembly.filling))
    return done


def read_tables(files: Iterable[Path], pack: Pack, unit: str = "", year: int | None = None) -> Imported:
    """What the files hold, in one filling. Raises UnusableInput if there is no table in them."""
    return tables_in(read_sources(files), pack, unit, year)


def tables_in(sources: Sources, pack: Pack, unit: str = "", year: int | None = None) -> Imported:
    """What files that are read hold, in one filling. Raises UnusableInput if there is no table in them.

    `unit` and `year` are those of the filling; without them, the tables' own.
    """
    _check_unit(unit, pack)
    guide = load_guide(pack)
    sheets, unread = sources.sheets, sources.unread
    found = find_tables(sheets, guide, pack)
    readings = found.readings
    if not any(reading.figures or reading.note for reading in readings):
        raise UnusableInput(_refused(readings) or _nothing(sheets, unread, guide, found.strange))
    titles = {reading.region.table.name for reading in readings}
    assembly = assemble(readings, found.covers, pack, guide, unit, year)
    return Imported(
        pack=pack,
        kind=guide.words.kind,
        assembly=assembly,
        missing=tuple(table.name for table in guide.table if table.name not in titles),
        skipped=tuple(f"{sheet.file}“{sheet.name}”" for sheet in found.skipped),
        unread=unread,
        strange=tuple(found.strange),
        to_fill=tuple(_to_fill(pack, assembly)),
    )


def _check_unit(unit: str, pack: Pack) -> None:
    known = pack.form.units.factors
    if unit and unit not in known:
        raise UnusableInput(f"没有“{unit}”这种金额单位，可用的是：{'、'.join(known)}。")


def read_sources(files: Iterable[Path]) -> Sources:
    """The sheets of all files, and a sentence for each file or part of one that cannot be read."""
    sheets: list[SourceSheet] = []
    unread: list[str] = []
    for path in dict.fromkeys(files):
        try:
            document = read_document(path)
            if document.kind == "xlsx" and is_ours(path):
                raise UnusableInput(OURS.format(path.name))
            sheets += sheets_of(document)
            unread += document.unread
        except UnusableInput as problem:
            unread.append(str(problem))
    return Sources(tuple(sheets), tuple(unread))


def _to_fill(pack: Pack, assembly: Assembly) -> Iterator[str]:
    """Required cells and counts of people and things that are still blank."""
    stamps = pack.form.identity.values()
    for term in (pack.vocabulary[name] for name in pack.single_terms if name not in stamps):
        wanted = term.required or (term.kind is Kind.COUNT and not term.optional)
        if wanted and not term.formula and term.name not in assembly.filling.entries:
            yield term.label


def _refused(readings: list[TableReading]) -> str:
    """Why none of the tables that were recognised could be taken; empty if there are none."""
    reasons = (left.reason for reading in readings for left in reading.leftovers[:1])
    said = (
        f"“{reading.region.table.name}”：{why}。" for reading, why in zip(readings, reasons, strict=False)
    )
    return "".join(["认出了下面的表，但都没有能导入的数。", *said]) if readings else ""


def _nothing(
    sheets: tuple[SourceSheet, ...], unread: tuple[str, ...], guide: Guide, strange: list[Leftover]
) -> str:
    if unread and not sheets:
        return "".join(unread)
    names = "、".join(f"“{sheet.name}”" for sheet in sheets[:5])
    others = dict.fromkeys(left.other for left in strange if left.other)
    kind = guide.words.kind
    seen = f"看到的是{'、'.join(others)}，不是{kind}。" if others else ""
    known = {table.name for table in guide.table}
    seen += "".join(f"“{left.content}”：{left.reason}。" for left in strange if left.content in known)
    titles = "、".join(f"“{table.name}”" for table in guide.table[:3])
    return "".join(unread) + (
        f"没有找到可以导入的{kind}（看过工作表{names}{'等' if len(sheets) > 5 else ''}）。{seen}"
        f"{'隐藏的工作表不导入，要导入请先取消隐藏。' if any(sheet.hidden for sheet in sheets) else ''}"
        f"表要有标题，例如{titles}；请检查是否选错了文件。评分表请用“读入评分表”按钮，或 --framework。"
    )
