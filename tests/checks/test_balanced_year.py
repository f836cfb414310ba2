"""Over all amounts of the form: a consistent year is quiet; a changed amount is named by its relations."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pytest
from balanced import Year, record_of
from checks.equations import equations_of, is_equation, verdicts_of
from msgspec.structs import replace

from jixiao.checks.confront import Verdict, confront
from jixiao.model.fact import Fact, Kind, Record
from jixiao.model.outcome import Outcome
from jixiao.pack.loading import load_pack

PACK = load_pack()
SLIP = Decimal("500")  # 0.05 万元
LOUD = (Outcome.INCONSISTENT, Outcome.ROUNDING)


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("fiscal_only", [True, False])
def test_a_consistent_year_in_yuan_breaks_no_relation(seed: int, fiscal_only: bool):
    record = record_of(Year(seed, fiscal_only=fiscal_only).filling("元"), "元")
    assert [v.key for v in verdicts_of(record, PACK) if v.outcome in LOUD and _about_sums(v)] == []


@pytest.mark.parametrize("seed", range(40))
def test_rounding_to_wan_yuan_is_never_called_an_error(seed: int):
    record = record_of(Year(seed, fiscal_only=bool(seed % 2)).filling("万元"), "万元")
    broken = [
        v.key for v in verdicts_of(record, PACK) if v.outcome is Outcome.INCONSISTENT and _about_sums(v)
    ]
    assert broken == []


def test_rounding_to_wan_yuan_does_happen_in_these_years():
    outcomes = [
        v.outcome
        for seed in range(5)
        for v in verdicts_of(record_of(Year(seed).filling("万元"), "万元"), PACK)
    ]
    assert outcomes.count(Outcome.ROUNDING) > 50


def _about_sums(verdict: Verdict) -> bool:
    return verdict.check.data.severity != "note" and is_equation(verdict)


def _amounts(record: Record) -> Iterator[tuple[dict[str, Fact], str]]:
    """Every filled entry amount: the fields it stands in and its term."""
    for name, fact in record.fields.items():
        if fact.kind is Kind.AMOUNT and fact.number and not PACK.vocabulary[name].formula:
            assert isinstance(record.fields, dict)
            yield record.fields, name
    for group in record.groups.values():
        for row in group:
            yield from _amounts(row)


@pytest.mark.parametrize(
    ("slip", "fiscal_only"), [(SLIP, True), (-SLIP, False), (Decimal("12345600"), False)]
)
def test_one_changed_amount_is_named_by_every_equation_it_takes_part_in(slip: Decimal, fiscal_only: bool):
    record = record_of(Year(3, fiscal_only=fiscal_only).filling("元"), "元")
    equations = equations_of(verdicts_of(record, PACK))
    checks = {check.data.id: check for check in PACK.checks}
    tried = 0
    for fields, name in _amounts(record):
        before = fields[name]
        wanted = equations.get(id(before), set())
        concerned = [checks[number] for number in {key.partition("@")[0] for key in wanted}]
        fields[name] = replace(before, value=before.number + slip)
        verdicts = confront(record, concerned, PACK.vocabulary, PACK.names_of_codes)
        fields[name] = before
        assert wanted <= {v.key for v in verdicts if v.outcome is Outcome.INCONSISTENT}, name
        tried += id(before) in equations
    assert tried > 150


def test_nearly_every_amount_of_the_form_takes_part_in_an_equation():
    alone = _alone(fiscal_only=True) & _alone(fiscal_only=False)
    assert alone <= {
        "整体预算.政策性调整数",
        "项目自评.全年预算数",
        *(f"{column}.{item}" for column in ("上年决算", "本年预算") for item in DETAILS),
    }


def _alone(*, fiscal_only: bool) -> set[str]:
    record = record_of(Year(3, fiscal_only=fiscal_only).filling("元"), "元")
    equations = equations_of(verdicts_of(record, PACK))
    return {name for fields, name in _amounts(record) if id(fields[name]) not in equations}


DETAILS = ("办公经费", "水费", "电费", "差旅费", "会议费", "培训费", "公用经费", "政府采购金额")
