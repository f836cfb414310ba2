"""What was taken over and what was not, cell by cell, as text: for the new workbook and for scripts."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import msgspec
from msgspec.structs import replace

from jixiao.carryover.offers import Offer
from jixiao.carryover.taking import TakenOver
from jixiao.model.fact import Kind
from jixiao.model.figures import in_unit, percent, plain, readable, round_half_up
from jixiao.model.quotes import cut
from jixiao.pack.form import Sheet
from jixiao.pack.pack import Pack
from jixiao.pack.sections import TableSection
from jixiao.pack.toml_file import read_toml

FILE = "carryover-sheet.toml"  # beside the packs
LONGEST = 30  # characters of a text


class RecordLine(msgspec.Struct, frozen=True):
    """`content` is what was taken, empty where nothing was; `source` where it stands, or why nothing was."""

    sheet: str
    label: str
    term: str
    content: str
    source: str


def record_lines(over: TakenOver, pack: Pack) -> Iterator[RecordLine]:
    """Every cell taken, then those about which files disagree, then those that no file could fill."""
    saying = Saying(pack, over.unit)
    for cell in over.taken:
        rounded = "（四舍五入）" if cell.rounded else ""
        yield saying.line(
            cell.offer.term, cell.row, f"{saying.value(cell.offer)}{rounded}", str(cell.offer.origin)
        )
    for clash in over.clashes:
        offers = "；".join(f"{offer.origin} {saying.value(offer)}" for offer in clash.refused)
        why = f"与已经填的不一致，未取：{offers}" if clash.kept else f"几个来源不一致，没有带入：{offers}"
        yield saying.line(clash.refused[0].term, clash.row, "", why)
    for gap in over.gaps:
        if gap.term not in over.filling.entries:
            yield saying.line(gap.term, "", "", f"没有带入：{gap.reason}（{gap.origin}）")


def with_record(pack: Pack, over: TakenOver) -> Pack:
    """The pack whose workbooks have the record as a further sheet. Raises PackError."""
    sheet = read_toml(pack.folder.parent / FILE, Sheet)
    (table,) = (section for section in sheet.sections if isinstance(section, TableSection))
    names = [column.name for column in table.columns]
    given = tuple(
        dict(zip(names, (str(number), line.sheet, line.label, line.content, line.source), strict=True))
        for number, line in enumerate(record_lines(over, pack), 1)
    )
    filled = replace(sheet, sections=(replace(table, given=given),))
    return replace(pack, form=replace(pack.form, sheets=(*pack.form.sheets, filled)))


class Saying:
    """Says terms and values of a new workbook in its unit."""

    def __init__(self, pack: Pack, unit: str) -> None:
        self.pack = pack
        self.unit = unit
        self.units = {factor: name for name, factor in pack.form.units.factors.items()}

    def line(self, term: str, row: str, content: str, source: str) -> RecordLine:
        known = self.pack.vocabulary[term]
        return RecordLine(known.sheet, f"{f'{row}·' if row else ''}{known.label}", term, content, source)

    def term(self, name: str, row: str = "") -> str:
        line = self.line(name, row, "", "")
        return f"{line.sheet}·{line.label}"

    def value(self, offer: Offer) -> str:
        """As it stands in its file; where the unit changes, also as it stands in the new workbook."""
        kind, value, factor = self.pack.vocabulary[offer.term].kind, offer.value, offer.origin.factor
        if kind is Kind.AMOUNT and isinstance(value, Decimal):
            there = f"{readable(in_unit(value, factor), factor)}{self.units.get(factor, '')}"
            own = self.pack.form.units.factors[self.unit]
            new = "" if own == factor or offer.given else f" → {_digits(value, factor, own)}{self.unit}"
            return f"{there}{new}"
        if kind is Kind.PERCENT and isinstance(value, Decimal):
            return percent(value)
        return plain(value) if isinstance(value, Decimal) else f"“{cut(str(value), LONGEST)}”"


def _digits(value: Decimal, there: Decimal, here: Decimal) -> str:
    rounded = round_half_up(value / here) * here if here > there else value
    return readable(in_unit(rounded, here), here)
