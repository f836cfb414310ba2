"""Change cells of one sheet part and nothing else: styles, widths, formats, protection stay as they are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import lru_cache

import msgspec
from lxml import etree

from jixiao.workbook.file.appended_rows import appended_rows
from jixiao.workbook.file.cells import ADDRESS, add_addresses, column_letters, column_number
from jixiao.workbook.file.written_value import CellValue, clean_text

# Elements of a worksheet that come after <hyperlinks>.
_AFTER_LINKS = frozenset(
    {
        "printOptions",
        "pageMargins",
        "pageSetup",
        "headerFooter",
        "rowBreaks",
        "colBreaks",
        "customProperties",
        "cellWatches",
        "ignoredErrors",
        "smartTags",
        "drawing",
        "legacyDrawing",
        "legacyDrawingHF",
        "drawingHF",
        "picture",
        "oleObjects",
        "controls",
        "webPublishItems",
        "tableParts",
        "extLst",
    }
)


class SheetPatch(msgspec.Struct, frozen=True):
    """What to write into a sheet.

    `cells` sets the content of single cells and keeps their style; a formula keeps its formula, and
    the content becomes its cached value. `rows` are written from `first` on in `columns`, each in
    the style of the model row `first`; what stood there below is cleared. `links` leads a written
    cell to a place of the workbook. `heights` are points, in the order of `rows`; people may still
    change them, and Excel fits the rows again when their text changes. `folded` are the numbers of the rows
    that the sheet's filter leaves out; they are shown if somebody has taken the filter off.
    """

    cells: Mapping[str, CellValue] = msgspec.field(default_factory=dict)
    columns: tuple[str, ...] = ()
    first: int = 0
    rows: tuple[tuple[CellValue, ...], ...] = ()
    heights: tuple[float, ...] = ()
    links: Mapping[str, str] = msgspec.field(default_factory=dict)
    folded: range = range(0)


def patch_sheet(root: etree._Element, patch: SheetPatch) -> bytes:
    """The bytes of the sheet part with the patch applied; the same patch twice gives the same bytes."""
    sheet = _Sheet(root)
    for address, value in patch.cells.items():
        sheet.set(address, value)
    if patch.columns:
        _write_rows(sheet, patch)
        sheet.link(patch.links)
    sheet.set_dimension()
    return etree.tostring(root.getroottree(), encoding="UTF-8", standalone=True)


def _write_rows(sheet: _Sheet, patch: SheetPatch) -> None:
    styles = {column: sheet.style(f"{column}{patch.first}") for column in patch.columns}
    sheet.clear(patch.columns, patch.first, styles)
    there = max(sheet.last + 1 - patch.first, 0)
    for number, row in enumerate(patch.rows[:there], patch.first):
        for column, value in zip(patch.columns, row, strict=True):
            sheet.set(f"{column}{number}", value, styles[column])
    sheet.append(patch.columns, styles, list(enumerate(patch.rows, patch.first))[there:])
    for number, height in enumerate(patch.heights, patch.first):
        sheet.rows[number].set("ht", f"{height:g}")
    if sheet.filtered:
        for number in patch.folded:
            sheet.rows[number].set("hidden", "1")


class _Sheet:
    """The rows and cells of a sheet part, by address."""

    def __init__(self, root: etree._Element) -> None:
        self.root = root
        self.namespace = root.tag.rpartition("}")[0] + "}"
        data = root.find(f"{self.namespace}sheetData")
        assert data is not None
        add_addresses(root)
        self.data = data
        self.rows = {int(row.get("r", "0")): row for row in data}
        self.last = max(self.rows, default=0)
        self.cells = {a: cell for row in data for cell in row if ADDRESS.fullmatch(a := cell.get("r", ""))}

    @property
    def filtered(self) -> bool:
        """True while the filter of the sheet has a condition."""
        return self.root.find(f"{self.namespace}autoFilter/{self.namespace}filterColumn") is not None

    def style(self, address: str) -> str | None:
        cell = self.cells.get(address)
        return None if cell is None else cell.get("s")

    def set(self, address: str, value: CellValue, style: str | None = None) -> None:
        """Give a cell its content; `style` is used only for a cell that does not exist yet."""
        cell = self.cells.get(address)
        if cell is None:
            cell = self._new_cell(address)
            if style is not None:
                cell.set("s", style)
            self._fill(cell, value, formula=False)
            return
        formula = cell.find(f"{self.namespace}f")
        for child in list(cell):
            if child is not formula:
                cell.remove(child)
        cell.attrib.pop("t", "")
        self._fill(cell, value, formula=formula is not None)

    def _fill(self, cell: etree._Element, value: CellValue, *, formula: bool) -> None:
        if value is None or value == "":
            if formula:
                cell.set("t", "str")
                etree.SubElement(cell, f"{self.namespace}v").text = ""
            return
        if isinstance(value, Decimal):
            etree.SubElement(cell, f"{self.namespace}v").text = f"{value:f}"
        elif formula:
            cell.set("t", "str")
            etree.SubElement(cell, f"{self.namespace}v").text = clean_text(value)
        else:
            cell.set("t", "inlineStr")
            inline = etree.SubElement(cell, f"{self.namespace}is")
            text = etree.SubElement(inline, f"{self.namespace}t")
            text.text = clean_text(value)
            text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")

    def clear(self, columns: tuple[str, ...], first: int, styles: Mapping[str, str | None]) -> None:
        """Empty our columns from row `first` on; rows below the model row lose them altogether."""
        if any(formula.get("t") == "shared" for formula in self.data.iter(f"{self.namespace}f")):
            from jixiao.workbook.file.shared_formulas import release_dependents

            ours = [at for at in self.cells if at.rstrip("0123456789") in columns and _place(at)[1] >= first]
            release_dependents(self.cells, ours)
        for number, row in list(self.rows.items()):
            if number < first:
                continue
            for cell in list(row):
                address = cell.get("r", "")
                if address.rstrip("0123456789") in columns:
                    row.remove(cell)
                    self.cells.pop(address, None)
            for attribute in ("ht", "customHeight", "hidden", "spans"):
                row.attrib.pop(attribute, "")
            if not len(row) and number > first:
                self.data.remove(row)
                del self.rows[number]
        self.last = max(self.rows, default=0)
        for column in columns:  # the model row keeps its styles even if nothing is written
            self.set(f"{column}{first}", None, styles[column])

    def append(
        self,
        columns: tuple[str, ...],
        styles: Mapping[str, str | None],
        rows: Sequence[tuple[int, Sequence[CellValue]]],
    ) -> None:
        """Write rows below the last one, by their numbers."""
        assert all(len(values) == len(columns) for _, values in rows)
        in_order = sorted(enumerate(columns), key=lambda column: column_number(column[1]))
        new = appended_rows(self.namespace[1:-1], in_order, styles, rows)
        for row in new:
            self.data.append(row)
            self.last = int(row.get("r", "0"))
            self.rows[self.last] = row
        for row in (*new[:1], *new[-1:]):  # between them nothing is farther out
            self.cells.update((cell.get("r", ""), cell) for cell in row)

    def link(self, links: Mapping[str, str]) -> None:
        """Replace the hyperlinks of the sheet."""
        for old in self.root.findall(f"{self.namespace}hyperlinks"):
            self.root.remove(old)
        if not links:
            return
        element = etree.Element(f"{self.namespace}hyperlinks")
        for address, location in links.items():
            etree.SubElement(element, f"{self.namespace}hyperlink", ref=address, location=location)
        for child in self.root:
            if etree.QName(child).localname in _AFTER_LINKS:
                child.addprevious(element)
                return
        self.root.append(element)

    def set_dimension(self) -> None:
        dimension = self.root.find(f"{self.namespace}dimension")
        if dimension is not None and self.cells:
            places = [_place(address) for address in self.cells]
            columns, rows = [column for column, _ in places], [row for _, row in places]
            first, last = (
                f"{column_letters(min(columns))}{min(rows)}",
                f"{column_letters(max(columns))}{max(rows)}",
            )
            dimension.set("ref", first if first == last else f"{first}:{last}")

    def _new_cell(self, address: str) -> etree._Element:
        column, number = _place(address)
        row = self._row(number)
        from_right = row.iterchildren(reversed=True)
        before = next((c for c in from_right if _place(c.get("r", ""))[0] <= column), None)
        cell = self.cells[address] = etree.SubElement(row, f"{self.namespace}c", r=address)
        if before is None:
            row.insert(0, cell)
        elif before.getnext() is not cell:  # as rarely: rows are written from left to right
            before.addnext(cell)
        return cell

    def _row(self, number: int) -> etree._Element:
        row = self.rows.get(number)
        if row is None:
            row = self.rows[number] = etree.SubElement(self.data, f"{self.namespace}row", r=str(number))
            if number < self.last:  # as rarely: rows are written one below the other
                self.rows[min(n for n in self.rows if n > number)].addprevious(row)
            self.last = max(number, self.last)
        return row


@lru_cache(maxsize=2**14)  # the same rows of the same columns are written into thousands of workbooks
def _place(address: str) -> tuple[int, int]:
    """B7 -> (2, 7); an address that Excel would not write counts as (0, 0)."""
    match = ADDRESS.fullmatch(address)
    return (column_number(match[1]), int(match[2])) if match else (0, 0)
