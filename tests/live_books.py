"""Workbooks to hold the live sheet against Python: the examples of the checks, and years with planted slips."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cache

from balanced import PACK, Year
from lxml import etree

from jixiao.model.fact import Kind
from jixiao.model.filling import Entry, Filling
from jixiao.pack.schema import Example
from jixiao.workbook.build import build_workbook
from jixiao.workbook.layout import lay_out
from jixiao.workbook.live_sheets import with_live
from jixiao.workbook.package import Package
from jixiao.workbook.patching import SheetPatch, patch_sheet
from jixiao.workbook.placed import Layout, Role, address
from jixiao.workbook.saving import with_parts
from jixiao.workbook.structure import read_structure

FRAMEWORK = PACK.framework(PACK.form.framework)
ERROR = "#N/A"  # stands for an error value in a filling
Place = tuple[str, tuple[int, ...]]  # a term, and which row or repetition


@cache
def layout() -> Layout:
    return with_live(lay_out(PACK.form, FRAMEWORK, PACK.codes), PACK)


@cache
def places() -> Mapping[Place, tuple[str, str]]:
    """Where every entry or computed cell lies: sheet and address."""
    return {
        (slot.term.name, slot.at): (sheet.name, address(slot.box.top, slot.box.left))
        for sheet in layout().sheets
        for slot in sheet.slots
        if slot.term and slot.role in (Role.ENTRY, Role.COMPUTED)
    }


@cache
def blank() -> Package:
    from io import BytesIO
    from pathlib import Path
    from zipfile import ZipFile

    book = build_workbook(PACK, FRAMEWORK)
    return Package(Path("blank.xlsm"), book, ZipFile(BytesIO(book)))


def workbook(filling: Filling) -> bytes:
    """The blank workbook with the filling typed in: quicker than to build it anew."""
    cells: dict[str, dict[str, Entry]] = {}
    for place, entry in entries(filling):
        sheet, where = places()[place]
        cells.setdefault(sheet, {})[where] = entry
    parts = read_structure(blank()).parts
    return with_parts(blank(), {parts[sheet]: _typed(parts[sheet], typed) for sheet, typed in cells.items()})


def entries(filling: Filling, at: tuple[int, ...] = ()) -> Iterator[tuple[Place, Entry]]:
    yield from (((term, at), entry) for term, entry in filling.entries.items() if entry != "")
    for records in filling.groups.values():
        for number, record in enumerate(records):
            yield from entries(record, (*at, number))


def _typed(part: str, cells: Mapping[str, Entry]) -> bytes:
    typed = {where: _cell(where, entry) for where, entry in cells.items()}
    root = etree.fromstring(patch_sheet(blank().sheet(part), SheetPatch(cells=typed)))
    for cell in root.iter("{*}c"):
        if cells.get(cell.get("r", "")) == ERROR:
            cell.set("t", "e")
            cell.remove(cell[0])
            etree.SubElement(cell, f"{{{etree.QName(cell).namespace}}}v").text = ERROR
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _cell(where: str, entry: Entry) -> Decimal | str:
    return entry if isinstance(entry, Decimal) else str(entry)


# ---- the examples of the checks, several in one workbook


@dataclass
class Sheaf:
    """Examples that share no cell."""

    given: dict[str, str | list[str]] = field(default_factory=dict)
    taken: set[str] = field(default_factory=set)


def examples() -> list[Filling]:
    """As few workbooks as hold all examples of all checks side by side."""
    sheaves: list[Sheaf] = []
    for check in PACK.checks:
        terms = {*check.relation.terms, *(check.when.terms if check.when else ())}
        cells = {_cell_or_table(term) for term in _with_inputs(terms)}
        for example in check.data.examples:
            needed = cells | {_cell_or_table(term) for term in example.given}
            sheaf = next((sheaf for sheaf in sheaves if not sheaf.taken & needed), None)
            if sheaf is None:
                sheaves.append(sheaf := Sheaf())
            sheaf.taken |= needed
            sheaf.given |= example.given
    return [_filling(sheaf.given) for sheaf in sheaves]


def _with_inputs(terms: set[str]) -> set[str]:
    inputs = {term for name in terms if name in PACK.formulas for term in PACK.formulas[name].terms}
    return terms | inputs


def _cell_or_table(term: str) -> str:
    path = PACK.vocabulary[term].path
    return path[0] if path else term


def _filling(given: Example | Mapping[str, str | list[str]], path: tuple[str, ...] = (), row: int = 0) -> Filling:
    own = {term: value for term, value in given.items() if PACK.vocabulary[term].path == path}
    found = {term: _entry(term, value, row) for term, value in own.items()}
    groups = {
        group.name: tuple(_filling(given, group.path, number) for number in range(_length(group.path, given)))
        for group in PACK.groups.values()
        if group.path[:-1] == path
    }
    return Filling({term: entry for term, entry in found.items() if entry != ""}, groups)


def _length(path: tuple[str, ...], given: Mapping[str, str | list[str]]) -> int:
    inside = {term: value for term, value in given.items() if PACK.vocabulary[term].path[: len(path)] == path}
    if PACK.groups[path[-1]].repeat:
        return int(bool(inside))
    return max((len(value) for value in inside.values()), default=0)


def _entry(term: str, value: str | list[str], row: int) -> Entry:
    text = value if isinstance(value, str) else value[row] if row < len(value) else ""
    return Decimal(text) if text and PACK.vocabulary[term].kind.numeric else text


# ---- whole years with slips


def year(seed: int) -> Filling:
    """A consistent year with up to a dozen slips of all kinds; every tenth is untouched, one is blank."""
    chance = random.Random(seed)
    if seed == 0:
        return Filling({PACK.form.units.term: "元"})
    unit = chance.choice(("元", "万元"))
    filling = Year(seed, fiscal_only=chance.random() < 0.5).filling(unit)
    if seed % 10 == 0:
        return filling
    filling = _with_more_funds(filling, chance, unit)
    filling = _with_texts(filling, chance)
    for _ in range(chance.choice((1, 3, 12))):
        filling = chance.choice(SLIPS)(filling, chance)
    return filling


def _with_more_funds(filling: Filling, chance: random.Random, unit: str) -> Filling:
    funds = [*filling.groups["社保基金"]]
    funds += [Year(chance.randrange(10**6)).filling(unit).groups["社保基金"][0] for _ in range(chance.randrange(3))]
    return replace(filling, groups={**filling.groups, "社保基金": tuple(funds)})


PHRASES = ("按规定办理。", "完成××工作。", "某某单位。", "ＸＸ事项", "xx 事项", "较去年增加。", "我局", "我中心", "控制在年初预算以内")
CHAPTERS = ("部门职责", "存在的问题", "改进措施", "其他说明", "")


def _with_texts(filling: Filling, chance: random.Random) -> Filling:
    rows = tuple(
        Filling({"文字材料.章节": chance.choice(CHAPTERS), "文字材料.正文": chance.choice(PHRASES)})
        for _ in range(chance.randrange(6))
    )
    name = chance.choice(("我局", "我中心", "我单位"))
    return replace(
        filling, entries={**filling.entries, "单位.简称": name}, groups={**filling.groups, "文字材料": rows}
    )


def _some_cell(filling: Filling, chance: random.Random, kinds: tuple[Kind, ...]) -> Place | None:
    found = [place for place, _ in entries(filling) if PACK.vocabulary[place[0]].kind in kinds]
    return chance.choice(found) if found else None


def _with(filling: Filling, place: Place, entry: Entry) -> Filling:
    """One cell changed; an empty text blanks it."""
    (term, at), path = place, PACK.vocabulary[place[0]].path
    if not at:
        return replace(filling, entries={**filling.entries, term: entry})
    group = path[-len(at)]
    records = list(filling.groups[group])
    records[at[0]] = _with(records[at[0]], (term, at[1:]), entry)
    return replace(filling, groups={**filling.groups, group: tuple(records)})


def _value(filling: Filling, place: Place) -> Entry:
    return dict(entries(filling))[place]


def _broken(filling: Filling, chance: random.Random) -> Filling:
    place = _some_cell(filling, chance, (Kind.AMOUNT, Kind.COUNT))
    if place is None:
        return filling
    gap = Decimal(chance.choice(("0.01", "-0.01", "0.02", "-0.03", "0.04", "1", "-250.5", "100000")))
    return _with(filling, place, Decimal(_value(filling, place)) + gap)


def _blanked(filling: Filling, chance: random.Random) -> Filling:
    place = _some_cell(filling, chance, tuple(Kind))
    return _with(filling, place, "") if place and place[0] != PACK.form.units.term else filling


def _zeroed(filling: Filling, chance: random.Random) -> Filling:
    place = _some_cell(filling, chance, (Kind.AMOUNT,))
    return _with(filling, place, Decimal(0)) if place else filling


def _finer(filling: Filling, chance: random.Random) -> Filling:
    """More digits than the unit asks for, as a pasted result of a calculation has."""
    place = _some_cell(filling, chance, (Kind.AMOUNT,))
    if place is None:
        return filling
    more = Decimal(chance.randrange(1, 10000)) / 10 ** chance.choice((4, 5, 6))
    return _with(filling, place, Decimal(_value(filling, place)) + more)


def _negated(filling: Filling, chance: random.Random) -> Filling:
    place = _some_cell(filling, chance, (Kind.AMOUNT,))
    return _with(filling, place, -Decimal(_value(filling, place))) if place else filling


def _unreadable(filling: Filling, chance: random.Random) -> Filling:
    place = _some_cell(filling, chance, (Kind.AMOUNT,))
    return _with(filling, place, chance.choice(("待定", ERROR))) if place else filling


def _renamed(filling: Filling, chance: random.Random) -> Filling:
    """The same words in another width, with blanks; or other words."""
    place = _some_cell(filling, chance, (Kind.TEXT,))
    if place is None or place[0] == PACK.form.units.term:
        return filling
    text = str(_value(filling, place))
    return _with(filling, place, chance.choice((f" {text}", text[:1] + " " + text[1:], f"{text}A", "其他")))


def _recoded(filling: Filling, chance: random.Random) -> Filling:
    place = _some_cell(filling, chance, (Kind.CODE,))
    if place is None:
        return filling
    code = str(_value(filling, place))
    return _with(filling, place, chance.choice((code[:-1], code + "1", "999", "208", "30201", "9990101", f" {code}")))


def _emptied(filling: Filling, chance: random.Random) -> Filling:
    """A table without rows, or with the last ones missing."""
    group = chance.choice(list(filling.groups))
    kept = chance.choice((0, 1, 3))
    return replace(filling, groups={**filling.groups, group: filling.groups[group][:kept]})


def _cleared(filling: Filling, chance: random.Random) -> Filling:
    """A block of cells left blank: all that begin with the same word."""
    word = chance.choice(list(filling.entries)).split(".")[0]
    kept = {term: e for term, e in filling.entries.items() if not term.startswith(f"{word}.") or word == "单位"}
    return replace(filling, entries=kept)


SLIPS = (
    _broken,
    _broken,
    _broken,
    _blanked,
    _zeroed,
    _finer,
    _negated,
    _unreadable,
    _renamed,
    _recoded,
    _emptied,
    _cleared,
)
