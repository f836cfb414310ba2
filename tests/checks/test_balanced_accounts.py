"""Over all amounts of the nine tables: a consistent year is quiet; a change is named by its relations."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pytest
from balanced import record_of
from balanced_accounts import PACK, AccountsYear
from checks.equations import equations_of, verdicts_of
from msgspec.structs import replace

from jixiao.model.fact import Fact, Kind, Record
from jixiao.model.outcome import Outcome

LOUD = (Outcome.INCONSISTENT, Outcome.ROUNDING)
YES_NO = (False, True)


@pytest.mark.parametrize("funds", YES_NO)
@pytest.mark.parametrize("own", YES_NO)
@pytest.mark.parametrize("seed", range(3))
def test_a_consistent_year_in_yuan_has_nothing_but_own_spending_to_show(seed: int, funds: bool, own: bool):
    record = record_of(AccountsYear(seed, funds=funds, own=own).filling("元"), "元", PACK)
    loud = [verdict.key for verdict in verdicts_of(record, PACK) if verdict.outcome in LOUD]
    assert loud == (["E41"] if own else [])


@pytest.mark.parametrize("seed", range(24))
def test_rounding_to_wan_yuan_is_never_called_an_error(seed: int):
    record = record_of(AccountsYear(seed).filling("万元"), "万元", PACK)
    assert {v.key for v in verdicts_of(record, PACK) if v.outcome is Outcome.INCONSISTENT} <= {"E41"}


def test_rounding_to_wan_yuan_does_happen_in_these_years():
    records = [record_of(AccountsYear(seed).filling("万元"), "万元", PACK) for seed in range(4)]
    assert sum(v.outcome is Outcome.ROUNDING for record in records for v in verdicts_of(record, PACK)) > 80


def amounts(record: Record) -> Iterator[tuple[dict[str, Fact], str]]:
    """Every filled amount: the fields it stands in and its term."""
    for name, fact in record.fields.items():
        if fact.kind is Kind.AMOUNT and fact.number:
            assert isinstance(record.fields, dict)
            yield record.fields, name
    for group in record.groups.values():
        for row in group:
            yield from amounts(row)


def test_one_changed_amount_is_named_by_every_equation_it_takes_part_in():
    record = record_of(AccountsYear(3).filling("元"), "元", PACK)
    equations = equations_of(verdicts_of(record, PACK))
    checked = [(fields, name) for fields, name in amounts(record) if id(fields[name]) in equations]
    assert len(checked) > 300
    for fields, name in checked[::7]:
        before = fields[name]
        fields[name] = replace(before, value=before.number + Decimal("500"))
        verdicts = {verdict.key: verdict.outcome for verdict in verdicts_of(record, PACK)}
        fields[name] = before
        quiet = {key for key in equations[id(before)] if verdicts[key] is not Outcome.INCONSISTENT}
        # these apply only while all spending is the treasury's, which the slip itself may deny
        assert {key for key in quiet if verdicts[key] is not Outcome.NOT_CHECKED} == set(), name


def test_every_amount_of_the_nine_tables_takes_part_in_an_equation():
    record = record_of(AccountsYear(3).filling("元"), "元", PACK)
    equations = equations_of(verdicts_of(record, PACK))
    assert [name for fields, name in amounts(record) if id(fields[name]) not in equations] == []
