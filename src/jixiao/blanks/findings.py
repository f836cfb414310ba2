"""Blank cells -> one finding for each sheet; declarations that the figures contradict -> one for each."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from itertools import groupby

from jixiao.blanks.needed import BlankCell, Need, blank_cells
from jixiao.checks.explained_figures import set_of
from jixiao.checks.unit import Unit
from jixiao.model.fact import EMPTY, Fact, Kind, Place, Record, places_of
from jixiao.model.finding import Finding
from jixiao.model.outcome import Outcome, Severity
from jixiao.model.scorecard import Scorecard
from jixiao.pack.declarations import Declaration
from jixiao.pack.pack import Pack
from jixiao.workbook.reading.filled_workbook import Reading

BLANK = "BLANK-01"  # cells of a sheet are blank
CONTRADICTED = "BLANK-02"  # what is declared not to exist is filled in
WaysOut = Mapping[Place, str]
_COUNTED = (Kind.AMOUNT, Kind.COUNT)  # of these there may be none, and a zero says so
NAMED = 3  # so few cells are named one by one
REQUIRED_NAMED = 9  # of those that nobody can leave out


def blank_findings(
    reading: Reading, scorecard: Scorecard | None, pack: Pack, template: str | None = None
) -> tuple[Finding, ...]:
    """What is blank, in the order of the sheets, then what contradicts itself."""
    record = reading.record
    sheets: dict[str, list[BlankCell]] = {sheet.name: [] for sheet in pack.form.sheets}
    for cell in blank_cells(reading, scorecard, pack, template):
        sheets.setdefault(cell.sheet, []).append(cell)  # people rename sheets
    ways = _ways_out(scorecard)
    told = (_finding(sheet, found, record, pack, ways) for sheet, found in sheets.items() if found)
    unit = Unit(reading.unit.name, reading.unit.factor, bool(reading.unit.summed))
    return (*told, *_contradictions(record, pack, unit))


def _finding(sheet: str, blanks: list[BlankCell], record: Record, pack: Pack, ways: WaysOut) -> Finding:
    cells = tuple(blank.place for blank in blanks if blank.place)
    needs = dict(_by_need(blanks))
    severity = min((blank.need.severity for blank in blanks), key=lambda severity: severity.rank)
    where = f"{cells[0]} 本表有 {len(cells)} 格没有填。" if cells else f"“{sheet}”表没有填。"
    parts = "；".join(f"{need}：{_listed(found)}" for need, found in needs.items())
    return Finding(
        id=BLANK,
        severity=severity,
        outcome=Outcome.NOT_CHECKED if severity is not Severity.NOTE else Outcome.PASSED,
        label=sheet,
        message=f"{where}{parts}。{_consequence(needs, zeros=_can_be_zero(blanks, pack))}",
        place=cells[0] if cells else None,
        mend=_mend(blanks, record, pack, ways),
        cells=cells,
        key=f"{BLANK}@{sheet}",
        figures=set_of(dict.fromkeys(blank.term or blank.label for blank in blanks)),
    )


def _can_be_zero(blanks: Iterable[BlankCell], pack: Pack) -> bool:
    return any(blank.place and pack.vocabulary[blank.term].kind in _COUNTED for blank in blanks)


def _consequence(needs: Container[Need], *, zeros: bool) -> str:
    """What comes of blanks; a blank figure is no zero, whatever an accountant means by it."""
    printed = ["报告里印“（未填）”"] if Need.PRINTED in needs else []
    scored = ["有关指标不能评分"] if Need.SCORED in needs else []
    told = ["报告里不写"] if Need.TOLD in needs and not printed else []
    said = "，".join((*printed, *scored, *told))
    return f"{'空着不等于 0：' if zeros else ''}{said}。" if said else ""


def _by_need(blanks: Iterable[BlankCell]) -> Iterator[tuple[Need, list[BlankCell]]]:
    found = list(blanks)
    for need in Need:
        if chosen := [blank for blank in found if blank.need is need]:
            yield need, chosen


def _listed(blanks: list[BlankCell]) -> str:
    labels = dict.fromkeys(blank.label for blank in blanks)
    most = REQUIRED_NAMED if blanks[0].need is Need.REQUIRED else NAMED
    if not blanks[0].place or len(blanks) == len(labels) <= most:
        return "、".join(
            f"“{blank.label}”{f'（{blank.place.cell}）' if blank.place else ''}" for blank in blanks
        )
    from jixiao.workbook.file.ranges import ranges  # most workbooks have no such finding

    cells = "、".join(ranges(blank.place.cell for blank in blanks if blank.place))
    return f"{cells}（“{blanks[0].label}”{'等' if len(labels) > 1 else ''}）"


def _mend(blanks: list[BlankCell], record: Record, pack: Pack, ways: WaysOut) -> str:
    zeros = _can_be_zero(blanks, pack)
    advice = ["请补填", *(["没有发生额的填 0"] if zeros else [])]
    declaring = [one for one in pack.declarations if any(blank.term in one.terms for blank in blanks)]
    by_sheet = groupby(declaring, key=lambda one: one.cell.sheet)
    advice += [_declared_by(sheet, list(found), record) for sheet, found in by_sheet]
    advice += dict.fromkeys(ways[blank.place] for blank in blanks if blank.place and blank.place in ways)
    if all(blank.need in (Need.TOLD, Need.LISTED) for blank in blanks) and zeros:
        advice.append("确实不用填的，写明审核说明")
    return f"{'；'.join(advice)}。"


def _ways_out(scorecard: Scorecard | None) -> WaysOut:
    """What who has no such business can do about cells in which an indicator is judged."""
    obstacles = (score.obstacle for score in scorecard.scores if score.obstacle) if scorecard else ()
    return {
        fact.place: obstacle.way_out
        for obstacle in obstacles
        for fact in obstacle.blanks
        if obstacle.way_out and fact.place
    }


def _declared_by(sheet: str, declarations: list[Declaration], record: Record) -> str:
    words = [f"“{one.cell.label}”{_at(record.fields[one.cell.name])}" for one in declarations]
    return f"本单位没有的，在“{sheet}”表的{'、'.join(words)}选“{declarations[0].cell.choices[0]}”"


def _at(fact: Fact) -> str:
    return f"（{fact.place.cell}）" if fact.place else ""


def _contradictions(record: Record, pack: Pack, unit: Unit) -> Iterator[Finding]:
    holding = [declaration for declaration in pack.declarations if declaration.holds(record)]
    there = [fact for fact in record.walk() if fact.state not in EMPTY] if holding else []
    for declaration in holding:
        filled = [fact for fact in there if _denies(fact, declaration)]
        if filled:
            yield _contradiction(declaration, record.fields[declaration.cell.name], filled, unit)


def _denies(fact: Fact, declaration: Declaration) -> bool:
    """A zero says the same as the declaration."""
    return fact.term in declaration.terms and (bool(fact.number) or not fact.kind.numeric)


def _contradiction(declaration: Declaration, said: Fact, filled: list[Fact], unit: Unit) -> Finding:
    cells = places_of((said, *filled))
    shown = "、".join(f"{fact.place} “{fact.label}”填有 {_typed(fact, unit)}" for fact in filled[:NAMED])
    more = f"等 {len(filled)} 格" if len(filled) > NAMED else ""
    return Finding(
        id=CONTRADICTED,
        severity=Severity.ERROR,
        outcome=Outcome.INCONSISTENT,
        label=declaration.cell.label,
        message=f"{said.place} “{said.label}”选了“{said.text}”，可是{shown}{more}。",
        place=said.place,
        stated=said.text,
        mend=f"有这项业务的，请清空 {said.place}；没有的，请删去所列的数。",
        cells=cells,
        key=f"{CONTRADICTED}@{declaration.cell.name}",
    )


def _typed(fact: Fact, unit: Unit) -> str:
    """A figure as every other finding shows it; a text as it was typed."""
    if not fact.filled or not fact.kind.numeric:
        return fact.typed
    return unit.full(unit.digits(fact.number, fact.kind), fact.kind)
