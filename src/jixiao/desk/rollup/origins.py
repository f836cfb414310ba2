"""Where what does not hold in a sum comes from: errors of its units."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal, InvalidOperation

from jixiao.checks.unit import Unit
from jixiao.desk.examined import ExaminedBook
from jixiao.desk.standing import Standing
from jixiao.model.fact import Kind
from jixiao.model.finding import Finding
from jixiao.model.outcome import Severity
from jixiao.workbook.reading.book_unit import BookUnit

SHOWN = 10
_OF_A_SUM = (
    "；其中本身是汇总出来的工作簿，差的可能是行上没有抵销的内部往来，不是填错，"
    "请那一级用 --row 指明内部往来记在哪一行，重新汇总"
)
UnitErrors = Mapping[str, Sequence[tuple[str, Decimal]]]  # by the keys of findings: units, gaps in 元


def errors_of(
    units: Iterable[tuple[Standing, ExaminedBook]], factors: Mapping[str, Decimal]
) -> dict[str, list[tuple[str, Decimal]]]:
    """The errors of the units that count, as far as they are about amounts."""
    found: dict[str, list[tuple[str, Decimal]]] = {}
    for standing, one in units:
        factor = factors.get(one.said("unit"), Decimal(1))
        for finding in (one.document or {}).get("findings", ()):
            about = finding["severity"] == "error" and finding.get("amounts", True)
            gap = _amount(finding["difference"]) if about else None
            if gap is not None:
                unit = standing.name or standing.book
                found.setdefault(finding["key"], []).append((unit, gap * factor))
    return found


def origins(
    findings: Iterable[Finding],
    unit: BookUnit,
    errors: UnitErrors,
    tables: Collection[str] = (),
    summed: Collection[str] = (),
) -> Iterator[str]:
    """For the errors of the sum what is not to be mended there. `unit`: of its amounts.

    `tables`: of which a sum may still have rows with transfers; `summed`: what is added up and is a sum.
    """
    for finding in findings:
        about = finding.severity is Severity.ERROR and finding.amounts
        said = _amount(finding.difference) if about else None
        if said is None or finding.place is None:
            continue
        where, gap = finding.place, said * unit.factor
        if finding.key in errors:
            named = errors[finding.key]
            units = "、".join(f"{name} {_money(amount, unit)}" for name, amount in named[:SHOWN])
            a_sum = any(name in summed for name, _ in named)
            sums = _OF_A_SUM if a_sum and finding.place.sheet in tables else ""
            yield f"  {where} 差 {_money(gap, unit)}：单位的工作簿里就不平（{units}），请退给单位改正{sums}。"


def _money(amount: Decimal, unit: BookUnit) -> str:
    """In the unit in which the workbook of the sum says it, as its sentences do."""
    said = Unit(unit.name, unit.factor, bool(unit.summed))
    return f"{said.said(said.digits(amount, Kind.AMOUNT), Kind.AMOUNT)} {unit.name}"


def _amount(text: str) -> Decimal | None:
    """None for what is no amount, such as percentage points."""
    try:
        return Decimal(text.replace(",", ""))
    except InvalidOperation:
        return None
