"""Units against indicators and terms: what each scored, and what each says."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Any

import msgspec

from jixiao.desk.examined import ExaminedBook, whole_score
from jixiao.desk.standing import Standing
from jixiao.desk.summary.kept import CODE, NAME
from jixiao.desk.summary.sheet import COUNT, MONEY, RATE, SCORE, Cell, SummaryColumn, SummarySheet
from jixiao.model.fact import ZERO, Kind
from jixiao.model.term import Term
from jixiao.pack.pack import Pack
from jixiao.pack.sections import FieldsSection

_Unit = tuple[str, str, str]  # code, name, and all figures as one text: numbers would take ten times the room
_BETWEEN = " "  # stands before each of them
_FORMATS = {Kind.AMOUNT: MONEY, Kind.PERCENT: RATE, Kind.NUMBER: SCORE}


class _Scored(msgspec.Struct):
    """What units scored by one framework, in as little room as ten thousand of them need."""

    order: list[str] = []  # the indicators as the first unit has them
    heads: dict[str, str] = {}
    units: list[tuple[str, str, float | None, dict[str, float | None]]] = []
    got: dict[str, float] = {}
    most: dict[str, float] = {}

    def add(self, row: Standing, score: dict[str, Any]) -> None:
        points = {one["id"]: one for one in score["indicators"]}
        self.order = self.order or list(points)
        self.heads |= {id_: f"{one['name']}\n（{one['max']}分）" for id_, one in points.items()}
        for id_, one in points.items():
            if one["score"]:
                self.got[id_] = self.got.get(id_, 0) + float(one["score"])
                self.most[id_] = self.most.get(id_, 0) + float(one["max"])
        scored = {id_: None if one["score"] is None else float(one["score"]) for id_, one in points.items()}
        self.units.append((row.code, row.name, _total(score), scored))

    def lost(self, number: str) -> float | None:
        """How many per cent of the points of an indicator are lost, on the average."""
        most = self.most.get(number)
        return round(100 * (1 - self.got[number] / most), 2) if most else None


class ScoresOfUnits:
    """Units × indicators, a sheet for each framework, and on top what indicators lose."""

    def __init__(self) -> None:
        self._found: dict[str, _Scored] = {}

    def add(self, row: Standing, book: ExaminedBook) -> None:
        score = (book.document or {})["score"]
        if score:
            self._found.setdefault(score["framework"], _Scored()).add(row, score)

    def sheets(self) -> Iterator[SummarySheet]:
        for number, (framework, scored) in enumerate(sorted(self._found.items()), 1):
            yield _scores_sheet(f"指标得分{number if number > 1 else ''}", framework, scored)


def _scores_sheet(name: str, framework: str, scored: _Scored) -> SummarySheet:
    ids = [*scored.order, *sorted(scored.heads.keys() - set(scored.order))]
    columns = (
        SummaryColumn(CODE, 14),
        SummaryColumn(NAME, 34),
        SummaryColumn("总分", 9, SCORE),
        *(SummaryColumn(scored.heads[number], 12, SCORE) for number in ids),
    )
    rows = (
        [code, unit, total, *(points.get(number) for number in ids)]
        for code, unit, total, points in scored.units
    )
    return SummarySheet(
        name,
        f"各单位指标得分：{framework}",
        columns,
        rows,
        frozen=2,
        note="平均扣分率是各指标平均被扣掉的分占满分的比例；空格是还不能评分的。",
        total=["", "平均扣分率（%）", None, *map(scored.lost, ids)],
    )


def _total(score: dict[str, Any]) -> float | None:
    whole = whole_score(score)
    return float(whole) if whole else None


class FiguresOfUnits:
    """Units × terms, a sheet for each form: every figure that a form has once, amounts in 元."""

    def __init__(self, packs: Callable[[str], Pack]) -> None:
        self._packs = packs
        self._terms: dict[str, list[Term]] = {}
        self._units: dict[str, list[_Unit]] = {}

    def add(self, row: Standing, book: ExaminedBook) -> None:
        if row.form not in self._terms:
            pack = self._packs(row.form)
            settings = _settings(pack)
            terms = (term for term in pack.vocabulary.values() if term.name not in settings)
            self._terms[row.form] = [term for term in terms if _is_figure(term)]
        said = book.figures.fields
        texts = [_BETWEEN + said.get(term.name, ("",))[0] for term in self._terms[row.form]]
        self._units.setdefault(row.form, []).append((row.code, row.name, "".join(texts)))

    def sheets(self) -> Iterator[SummarySheet]:
        for number, form in enumerate(sorted(self._units), 1):
            name = f"主要数据{number if number > 1 else ''}"
            terms, units = _filled(self._terms[form], self._units[form])
            yield _figures_sheet(name, self._packs(form), terms, units)


def _filled(terms: Sequence[Term], units: Sequence[_Unit]) -> tuple[list[Term], list[_Unit]]:
    """Without what nobody has to fill in and no unit has."""
    used = {place for place, term in enumerate(terms) if not term.optional}
    for _, _, said in units:
        used.update(place for place, text in enumerate(said.split(_BETWEEN)[1:]) if text)
    if len(used) == len(terms):
        return list(terms), list(units)
    places = sorted(used)
    return [terms[place] for place in places], [_only(unit, places) for unit in units]


def _only(unit: _Unit, places: Iterable[int]) -> _Unit:
    code, name, said = unit
    texts = said.split(_BETWEEN)[1:]
    return code, name, "".join(_BETWEEN + texts[place] for place in places)


def _figures_sheet(name: str, pack: Pack, terms: Sequence[Term], units: Sequence[_Unit]) -> SummarySheet:
    called: dict[str, list[Term]] = {}
    for term in terms:
        called.setdefault(term.label, []).append(term)
    columns = (
        SummaryColumn(CODE, 14),
        SummaryColumn(NAME, 34),
        *(_figure_column(term, called[term.label]) for term in terms),
    )
    return SummarySheet(
        name,
        "主要数据（金额单位：元）",
        columns,
        map(_cells, units),
        frozen=2,
        note=f"{pack.form.title.removesuffix('标准工作簿')}。合计没有抵销内部往来；空格是没有填的。",
        total=_sums(units, terms),
    )


def _sums(units: Iterable[_Unit], terms: Sequence[Term]) -> list[Cell]:
    """Of amounts and heads, exactly."""
    added: list[Decimal | None] = [None] * len(terms)
    for _, _, said in units:
        for place, text in enumerate(said.split(_BETWEEN)[1:]):
            if text and terms[place].kind in (Kind.AMOUNT, Kind.COUNT):
                added[place] = (added[place] or ZERO) + Decimal(text)
    return ["", "合计", *added]


def _cells(unit: _Unit) -> list[Cell]:
    code, name, said = unit
    return [code, name, *(Decimal(text) if text else None for text in said.split(_BETWEEN)[1:])]


def _is_figure(term: Term) -> bool:
    """Of the unit; of what nobody has to fill in, amounts and heads: totals contain them."""
    points = term.kind is Kind.NUMBER and term.formula  # of the self-evaluation: zero where nothing is scored
    kind = term.kind.numeric and term.kind is not Kind.YEAR and not points
    asked = not term.optional or term.kind in (Kind.AMOUNT, Kind.COUNT)
    return kind and asked and not (term.path or term.given)


def _settings(pack: Pack) -> set[str]:
    """What is there before anybody has filled anything in, and what only a sum says."""
    form = pack.form
    fields = (field for section in form.sections(FieldsSection) for field in section.fields)
    of_sums = form.transfers.terms if form.transfers else ()
    return {*(field.term for field in fields if field.initial), form.units.summed, *of_sums}


def _figure_column(term: Term, alike: Sequence[Term]) -> SummaryColumn:
    """Where several are called the same, also by the sheet, or by what stands over the cell."""
    apart = term.sheet if len({one.sheet for one in alike}) > 1 else term.above
    label = f"{term.label}（{apart}）" if len(alike) > 1 and apart else term.label
    return SummaryColumn(label, 16, _FORMATS.get(term.kind, COUNT), above=term.sheet)
