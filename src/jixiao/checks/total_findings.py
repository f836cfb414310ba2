"""What is told about totals: those that could be filled in, and those that the tool has filled in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sized
from decimal import Decimal

import msgspec

from jixiao.checks.offered_totals import OfferedTotal
from jixiao.checks.unit import Unit
from jixiao.model.fact import Fact, Place, Record
from jixiao.model.figures import plain
from jixiao.model.finding import Correction, Finding, Suggestion
from jixiao.model.outcome import Outcome, Severity
from jixiao.model.written_explanation import BY_THE_TOOL, WrittenExplanation

OFFERED, FILLED = "TOTAL-01", "TOTAL-02"
NAMED = 3  # so many cells are named one by one
_REASON = "由已填的明细相加"

Written = Mapping[str, WrittenExplanation]


class TypedTotal(msgspec.Struct, frozen=True, array_like=True):
    """A figure that the tool has typed: the cell by its term and row, for rows may move."""

    term: str
    row: str
    value: Decimal


def offer_findings(offers: Iterable[OfferedTotal], unit: Unit) -> Iterator[Finding]:
    """A note for each sheet that lacks totals; the suggestion has all of them."""
    for sheet, found in _by_sheet((offer.fact.place, offer) for offer in offers):
        cells = tuple(offer.fact.place for offer in found if offer.fact.place)
        listed = "、".join(f"{_name(offer.fact, offer.key)} {shown(offer, unit)}" for offer in found[:NAMED])
        message = f"{cells[0]} 本表有 {len(found)} 个合计空着，明细都已填，相加是：{listed}{_more(found)}。"
        yield Finding(
            id=OFFERED,
            severity=Severity.NOTE,
            outcome=Outcome.PASSED,
            label=sheet,
            message=f"{message}可以照决算报表填，也可以运行 jixiao fill 代填（代填的会标明，仍要核对）。",
            place=cells[0],
            mend="请照决算报表或账簿填写；与这里的数不同的，先找出明细错在哪里。",
            cells=cells,
            key=f"{OFFERED}@{sheet}",
            suggestions=(Suggestion(message, _REASON, tuple(_correction(offer, unit) for offer in found)),),
        )


def filled_findings(written: Written, record: Record, unit: Unit) -> Iterator[Finding]:
    """A note for each sheet on which figures of the tool still stand, until its mark is taken away."""
    for key, left in _standing(written, record).items():
        if not left:
            continue
        cells = tuple(fact.place for _, fact in left if fact.place)
        listed = "、".join(
            f"{_name(fact, mark.row)} {_digits(fact, fact.number, unit)}" for mark, fact in left[:NAMED]
        )
        yield Finding(
            id=FILLED,
            severity=Severity.NOTE,
            outcome=Outcome.PASSED,
            label=cells[0].sheet,
            message=f"{cells[0]} 本表有 {len(left)} 个合计是工具代填的：{listed}{_more(left)}。",
            place=cells[0],
            mend=f"请与决算报表核对；核对完，删去审核说明栏的“{BY_THE_TOOL}”，就不再提示。",
            cells=cells,
            key=key,
        )


def without_spent(written: Written, record: Record) -> dict[str, WrittenExplanation]:
    """What is written beside findings, but for marks of the tool whose figures have all been typed over."""
    standing = _standing(written, record)
    return {key: one for key, one in written.items() if standing.get(key, True)}


def _standing(written: Written, record: Record) -> dict[str, list[tuple[TypedTotal, Fact]]]:
    """The tool's figures that are still there, by the keys of their findings."""
    marks = marks_in(written)
    facts = {(fact.term, row.key): fact for fact, row in record.with_rows()} if marks else {}
    pairs = {
        key: [(mark, facts.get((mark.term, mark.row))) for mark in found] for key, found in marks.items()
    }
    return {
        key: [(mark, fact) for mark, fact in found if fact and fact.place and _still(mark, fact)]
        for key, found in pairs.items()
    }


def marks_in(written: Written) -> dict[str, tuple[TypedTotal, ...]]:
    """By the keys of the findings; none of a text that somebody has written anew."""
    kept = {key: one.figures for key, one in written.items() if key.startswith(f"{FILLED}@") and one.figures}
    return {key: marks for key, figures in kept.items() if (marks := _marks(figures)) is not None}


def _marks(figures: str) -> tuple[TypedTotal, ...] | None:
    """None for what the tool has not written: cells of the sheet may have been moved."""
    try:
        return msgspec.json.decode(figures, type=tuple[TypedTotal, ...])
    except msgspec.DecodeError:
        return None


def marked(offers: Iterable[OfferedTotal], written: Written) -> dict[str, WrittenExplanation]:
    """What must stand beside the findings of 校验结果 once the tool has filled these totals in."""
    before = marks_in(written)
    found: dict[str, WrittenExplanation] = {}
    for sheet, filled in _by_sheet((offer.fact.place, offer) for offer in offers):
        key = _free_key(f"{FILLED}@{sheet}", written, before)
        marks = (*before.get(key, ()), *(_mark(offer) for offer in filled))
        found[key] = WrittenExplanation(BY_THE_TOOL, msgspec.json.encode(marks).decode())
    return found


def shown(offer: OfferedTotal, unit: Unit) -> str:
    """The figure in the unit of the workbook."""
    return _digits(offer.fact, offer.value, unit)


def _digits(fact: Fact, value: Decimal, unit: Unit) -> str:
    return unit.full(unit.digits(value, fact.kind), fact.kind)


def _free_key(key: str, written: Written, before: Mapping[str, object]) -> str:
    """What somebody else has written beside such a finding stays."""
    keys = (key, *(f"{key}·{number}" for number in range(2, len(written) + 3)))
    return next(one for one in keys if one not in written or one in before)


def _mark(offer: OfferedTotal) -> TypedTotal:
    return TypedTotal(offer.fact.term, offer.key, Decimal(plain(offer.value)))


def _still(mark: TypedTotal, fact: Fact) -> bool:
    return fact.filled and fact.number == mark.value


def _correction(offer: OfferedTotal, unit: Unit) -> Correction:
    label = f"{offer.key} {offer.fact.label}".strip()
    return Correction(offer.fact.place, label, "", unit.digits(offer.value, offer.fact.kind))


def _name(fact: Fact, key: str) -> str:
    where = fact.place.cell if fact.place else ""
    return f"{where} “{f'{key} {fact.label}'.strip()}”"


def _more(found: Sized) -> str:
    return "等" if len(found) > NAMED else ""


def _by_sheet(pairs: Iterable[tuple[Place | None, OfferedTotal]]) -> Iterator[tuple[str, list[OfferedTotal]]]:
    sheets: dict[str, list[OfferedTotal]] = {}
    for place, offer in pairs:
        if place is not None:
            sheets.setdefault(place.sheet, []).append(offer)
    yield from sheets.items()
