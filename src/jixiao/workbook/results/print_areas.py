"""What is printed of each sheet after a run: the form as far as it is filled, and nothing of an unused one.

Rows and sheets are not hidden, for people would no longer find where to type.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Set

from jixiao.model.fact import Place, Record, State
from jixiao.model.term import Term
from jixiao.pack.form import Sheet
from jixiao.pack.pack import Pack
from jixiao.pack.sections import FieldsSection
from jixiao.workbook.file.cells import ADDRESS, column_letters, column_number
from jixiao.workbook.file.print_areas import NOTHING
from jixiao.workbook.file.structure import Area, defined_name
from jixiao.workbook.reading.filled_workbook import Reading

Rows = Mapping[str, set[int]]  # by the sheet's present name


def print_areas(reading: Reading, pack: Pack) -> dict[str, str]:
    """The sheet's present name -> its print area; without sheets of which cells are lost."""
    unprinted = {term for sheet in pack.form.sheets for term in _unprinted(sheet, reading.record)}
    filled = _filled_rows(reading, pack, unprinted)
    lost = {fact.term for fact in reading.record.walk() if fact.state is State.LOST}
    terms: dict[str, list[Term]] = defaultdict(list)
    for term in pack.vocabulary.values():
        if term.name not in unprinted:
            terms[term.sheet].append(term)
    found: dict[str, str] = {}
    for sheet in pack.form.sheets:
        here = terms[sheet.name]
        if here and lost.isdisjoint(term.name for term in here):
            found |= _of_form(sheet, here, reading, pack, filled)
    return found


def _unprinted(sheet: Sheet, record: Record) -> Iterator[str]:
    """What no paper shows, and what is shown only when it is filled and is blank."""
    for section in sheet.sections:
        if not isinstance(section, FieldsSection) or not section.shown:
            continue
        terms = [field.term for field in section.fields]
        if section.shown == "screen" or all(_is_blank(term, record) for term in terms):
            yield from terms


def _is_blank(term: str, record: Record) -> bool:
    """Of a cell that there is once."""
    fact = record.fields.get(term)
    return fact is not None and fact.empty


def _filled_rows(reading: Reading, pack: Pack, unprinted: Set[str]) -> Rows:
    """Rows in which somebody has typed something."""
    rows: dict[str, set[int]] = defaultdict(set)
    for fact in reading.record.walk():
        term = pack.vocabulary[fact.term]
        if fact.place and not (fact.empty or term.formula or term.given or term.name in unprinted):
            rows[fact.place.sheet].add(_row(fact.place))
    return rows


def _row(place: Place) -> int:
    match = ADDRESS.fullmatch(place.cell)
    assert match is not None
    return int(match[2])


def _of_form(sheet: Sheet, terms: list[Term], reading: Reading, pack: Pack, filled: Rows) -> dict[str, str]:
    """The sheet's name and print area; nothing for a sheet on which nobody types, or that was taken apart."""
    if all(term.formula or term.given for term in terms):
        return {}
    numbers = range(_instances(terms, pack))
    instances = [found for number in numbers if (found := _areas(terms, number, reading, pack))]
    areas = [area for instance in instances for area in instance.values()]
    names = {area.sheet for area in areas}
    if len(names) != 1:
        return {}
    (name,) = names
    if not filled[name]:
        return {name: NOTHING}
    right = max([len(sheet.widths), *(column_number(area.column) for area in areas)])
    bottom = max(_bottoms(instances, pack, max(filled[name])))
    return {name: f"$A$1:${column_letters(right)}${bottom}"}


def _instances(terms: list[Term], pack: Pack) -> int:
    """How often the sheet has the same cells."""
    return max([1, *(pack.groups[term.path[0]].repeat for term in terms if term.path)])


def _areas(terms: list[Term], number: int, reading: Reading, pack: Pack) -> dict[str, Area]:
    """Where the cells of an instance lie; what there is once lies in the first."""
    found = {}
    for term in terms:
        repeated = bool(term.path) and pack.groups[term.path[0]].repeat > 0
        area = reading.structure.area(defined_name(term, number)) if repeated or number == 0 else None
        if area is not None:
            found[term.name] = area
    return found


def _bottoms(instances: list[dict[str, Area]], pack: Pack, last: int) -> Iterator[int]:
    """Last rows of what is printed: of a table its last filled row, of a block its last used instance.

    `last` is the last filled row of the sheet.
    """
    yield last
    for number, instance in enumerate(instances):
        if number == 0 or min(area.first for area in instance.values()) <= last:
            yield from (area.last for name, area in instance.items() if not _free(name, pack))


def _free(term: str, pack: Pack) -> bool:
    """Whether it is a column with rows that people need not use."""
    path = pack.vocabulary[term].path
    return bool(path) and pack.groups[path[-1]].rows > 0
