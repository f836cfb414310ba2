"""Units against indicators and terms: what each scored, and what each says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Any

from jixiao.desk.examined import whole_score
from jixiao.desk.standing import Standing
from jixiao.desk.summary.contents import UnitBooks
from jixiao.desk.summary.kept import CODE, NAME
from jixiao.desk.summary.sheet import COUNT, MONEY, RATE, SCORE, Cell, SummaryColumn, SummarySheet
from jixiao.model.fact import Kind
from jixiao.model.term import Term
from jixiao.pack.pack import Pack

_FORMATS = {Kind.AMOUNT: MONEY, Kind.PERCENT: RATE, Kind.NUMBER: SCORE}


def scores_sheets(source: UnitBooks) -> Iterator[SummarySheet]:
    """Units × indicators, a sheet for each framework, and on top what indicators lose."""
    found: dict[str, list[tuple[Standing, dict[str, Any]]]] = {}
    for row, book in source.each(counting=True):
        score = (book.document or {})["score"]
        if score:
            found.setdefault(score["framework"], []).append((row, score))
    for number, (framework, scored) in enumerate(sorted(found.items()), 1):
        yield _scores_sheet(f"指标得分{number if number > 1 else ''}", framework, scored)


def _scores_sheet(
    name: str, framework: str, scored: Sequence[tuple[Standing, dict[str, Any]]]
) -> SummarySheet:
    first = {one["id"]: one for _, score in scored for one in reversed(score["indicators"])}
    ids = [one["id"] for one in scored[0][1]["indicators"]] + sorted(
        first.keys() - {one["id"] for one in scored[0][1]["indicators"]}
    )
    columns = (
        SummaryColumn(CODE, 14),
        SummaryColumn(NAME, 34),
        SummaryColumn("总分", 9, SCORE),
        *(SummaryColumn(f"{first[number]['name']}（{first[number]['max']}分）", 12, SCORE) for number in ids),
    )
    points = [{one["id"]: one for one in score["indicators"]} for _, score in scored]
    lost = ["", "平均扣分率（%）", None, *(_lost(number, points) for number in ids)]
    rows = (
        [unit.code, unit.name, _total(score), *(_points(row.get(number)) for number in ids)]
        for (unit, score), row in zip(scored, points, strict=True)
    )
    return SummarySheet(
        name,
        f"各单位指标得分：{framework}",
        columns,
        rows,
        frozen=2,
        note="平均扣分率是各指标平均被扣掉的分占满分的比例；空格是还不能评分的。",
        total=lost,
    )


def _total(score: dict[str, Any]) -> float | None:
    whole = whole_score(score)
    return float(whole) if whole else None


def _points(one: dict[str, Any] | None) -> float | None:
    return None if one is None or one["score"] is None else float(one["score"])


def _lost(number: str, rows: Iterable[dict[str, dict[str, Any]]]) -> float | None:
    """How many per cent of the points of an indicator are lost, on the average."""
    scored = [
        (float(one["score"]), float(one["max"])) for row in rows if (one := row.get(number)) and one["score"]
    ]
    whole = sum(most for _, most in scored)
    return round(100 * (1 - sum(score for score, _ in scored) / whole), 2) if whole else None


def figures_sheets(source: UnitBooks, packs: Callable[[str], Pack]) -> Iterator[SummarySheet]:
    """Units × terms, a sheet for each form: every figure that a form has once, amounts in 元."""
    forms = Counter(row.form for row in source.standings if row.counts and row.form)
    for number, form in enumerate(sorted(forms), 1):
        pack = packs(form)
        terms = [term for term in pack.vocabulary.values() if _is_figure(term)]
        called: dict[str, list[Term]] = {}
        for term in terms:
            called.setdefault(term.label, []).append(term)
        columns = (
            SummaryColumn(CODE, 14),
            SummaryColumn(NAME, 34),
            *(_figure_column(term, called[term.label]) for term in terms),
        )
        rows = list(_figure_rows(source, form, terms))
        name = f"主要数据{number if number > 1 else ''}"
        note = f"{pack.form.title.removesuffix('标准工作簿')}。合计没有抵销内部往来；空格是没有填的。"
        yield SummarySheet(
            name, "主要数据（金额单位：元）", columns, rows, frozen=2, note=note, total=_sums(rows, terms)
        )


def _sums(rows: Sequence[Sequence[Cell]], terms: Sequence[Term]) -> list[Cell]:
    """Of amounts and heads, exactly."""
    added: list[Cell] = []
    for place, term in enumerate(terms, 2):
        said = [row[place] for row in rows if isinstance(row[place], Decimal)]
        sums = term.kind in (Kind.AMOUNT, Kind.COUNT) and said
        added.append(
            sum((value for value in said if isinstance(value, Decimal)), Decimal(0)) if sums else None
        )
    return ["", "合计", *added]


def _is_figure(term: Term) -> bool:
    """Of the unit; settings of the self-evaluation are none, and nobody has to fill them in."""
    points = term.kind is Kind.NUMBER and term.formula  # of the self-evaluation: zero where nothing is scored
    kind = term.kind.numeric and term.kind is not Kind.YEAR and not points
    return kind and not (term.path or term.given or term.optional)


def _figure_column(term: Term, alike: Sequence[Term]) -> SummaryColumn:
    """Where several are called the same, also by the sheet, or by what stands over the cell."""
    apart = term.sheet if len({one.sheet for one in alike}) > 1 else term.above
    label = f"{term.label}（{apart}）" if len(alike) > 1 and apart else term.label
    return SummaryColumn(label, 16, _FORMATS.get(term.kind, COUNT), above=term.sheet)


def _figure_rows(source: UnitBooks, form: str, terms: Sequence[Term]) -> Iterator[list[Cell]]:
    for row, book in source.each(counting=True, figures=True):
        if row.form == form:
            said = book.figures.fields
            figures = (Decimal(said[term.name][0]) if term.name in said else None for term in terms)
            yield [row.code, row.name, *figures]
