"""The workbook part: which sheet lies in which part, what a term's defined name is, and where each points."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from functools import cached_property, lru_cache

import msgspec
from lxml import etree

from jixiao.model.fact import Place
from jixiao.model.term import Term
from jixiao.workbook.file.markup import PARSING, parse_xml
from jixiao.workbook.file.package import MAX_XML, Package
from jixiao.workbook.file.relations import main_part, relationships, relationships_part

_AREA = re.compile(
    r"^(?:'((?:[^']|'')+)'|([^'!]+))!\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$"
)
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STRICT_ID = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"
MAX_ROWS = 10_000  # a name over more rows than any form has is no name of ours any more


class Area(msgspec.Struct, frozen=True, dict=True):
    """One cell, or the cells of one column, of a sheet."""

    sheet: str
    column: str
    first: int
    last: int

    @property
    def cell(self) -> str:
        return f"{self.column}{self.first}"

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """All its cells, from the first row to the last."""
        rows = range(self.first, self.last + 1)
        return tuple([Place(self.sheet, f"{self.column}{row}") for row in rows])

    @cached_property
    def cells(self) -> frozenset[str]:
        """Their addresses."""
        return frozenset([place.cell for place in self.places])

    def beside(self, column: str) -> Area:
        """The same rows of another column."""
        return _area(self.sheet, column, self.first, self.last)

    def place(self, row: int) -> Place:
        """The cell of the column in that row, also outside of it: columns of a table can be out of line."""
        if self.first <= row <= self.last:
            return self.places[row - self.first]
        return Place(self.sheet, f"{self.column}{row}")

    def row(self, address: str) -> int:
        """The row of one of its cells."""
        return int(address[len(self.column) :])


class BookStructure(msgspec.Struct, frozen=True, eq=False):
    """Sheets and names; one object for all workbooks that have the same, so that more can be known of it.

    `parts`: sheet name -> member name (empty for a workbook open in Excel), in tab order.
    `names`: defined name -> area, if it is one.
    """

    parts: Mapping[str, str]
    names: Mapping[str, Area]
    epoch_1904: bool

    def area(self, name: str) -> Area | None:
        area = self.names.get(name)
        return area if area is not None and area.sheet in self.parts else None


def read_structure(package: Package) -> BookStructure:
    """Read the workbook part and its relationships. Raises UnusableInput."""
    main = main_part(package)
    root, names = _names_apart(package, main)
    targets = {each.id: each.target for each in relationships(package, main)}
    if not targets:
        package.part(relationships_part(main))  # says that it is missing
    parts = {}
    for sheet in root.iterfind(".//{*}sheets/{*}sheet"):
        target = targets.get(sheet.get(_ID) or sheet.get(_STRICT_ID) or "")
        if target and package.has(target):
            parts[sheet.get("name", "")] = target
    names = names or tuple(_defined(root))
    properties = root.find("{*}workbookPr")
    epoch = properties is not None and properties.get("date1904") in ("1", "true")
    return _structure(tuple(parts.items()), names, epoch)


_Defined = tuple[str, bool, str]  # a name, whether it belongs to one sheet, what it refers to


def _names_apart(package: Package, main: str) -> tuple[etree._Element, tuple[_Defined, ...]]:
    """The workbook part and the defined names, which thousands of workbooks of one form have in common.

    Where a part says them in another way, they are still in it and none are given.
    """
    content = package.part(main)
    before, _, rest = content.partition(b"<definedNames>")
    listed, end, after = rest.partition(b"</definedNames>")
    if len(content) > MAX_XML or not end or b"<!" in content or not (names := _listed(listed)):
        return package.xml(main), ()
    package.spend(len(content))
    return parse_xml(before + after, package.path, package.kind), names


@lru_cache(maxsize=16)
def _listed(names: bytes) -> tuple[_Defined, ...]:
    """Nothing if they are no whole names by themselves."""
    try:
        root = etree.fromstring(b"<w><definedNames>%s</definedNames></w>" % names, etree.XMLParser(**PARSING))
    except etree.XMLSyntaxError:
        return ()
    return tuple(_defined(root))


def _defined(root: etree._Element) -> Iterator[_Defined]:
    for name in root.iterfind(".//{*}definedNames/{*}definedName"):
        yield name.get("name", ""), name.get("localSheetId") is not None, name.text or ""


@lru_cache(maxsize=16)  # by all that it says: thousands of workbooks of one form say the same
def _structure(
    parts: tuple[tuple[str, str], ...], names: tuple[_Defined, ...], epoch_1904: bool
) -> BookStructure:
    sheets = dict(parts)
    return BookStructure(sheets, names_of(names, sheets), epoch_1904)


def names_of(defined: Iterable[_Defined], sheets: Container[str]) -> dict[str, Area]:
    """Names with their areas, of (name, whether it belongs to one sheet, reference).

    A copied sheet has names of its own. They count where the name of the whole workbook has gone with the
    sheet that was copied, and only one copy is left.
    """
    names: dict[str, Area] = {}
    copies: dict[str, list[Area]] = {}
    for name, local, reference in defined:
        area = parse_area(reference)
        if area is not None and local:
            copies.setdefault(name, []).append(area)
        elif area is not None:
            names[name] = area
    for name, areas in copies.items():
        left = [area for area in areas if area.sheet in sheets]
        if len(left) == 1 and (name not in names or names[name].sheet not in sheets):
            names[name] = left[0]
    return names


@lru_cache(maxsize=4096)  # the names of thousands of workbooks of one form point to the same places
def parse_area(text: str) -> Area | None:
    """A reference such as 'Sheet 1'!$B$3:$B$9; None for anything that is no part of one column."""
    match = _AREA.match(text)
    if match is None:
        return None
    quoted, plain, column, first, last_column, last = match.groups()
    if last_column not in (None, column):
        return None
    top, bottom = sorted((int(first), int(last or first)))
    if not 0 < top <= bottom < top + MAX_ROWS:
        return None
    return _area((quoted or plain).replace("''", "'"), column, top, bottom)


@lru_cache(maxsize=4096)
def _area(sheet: str, column: str, first: int, last: int) -> Area:
    """One object for each place, so that the addresses of its cells are listed once."""
    return Area(sheet, column, first, last)


def defined_name(term: Term, repetition: int = 0) -> str:
    """The defined name of a term's cell or column; `repetition` counts the block's instances from 0.

    基金.合计 is the cell of the first instance, 基金_2.合计 that of the second.
    """
    if repetition == 0:
        return term.name
    block = term.path[0]
    return f"{block}_{repetition + 1}{term.name.removeprefix(block)}"
