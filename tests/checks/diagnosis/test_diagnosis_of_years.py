"""Last year's workbook as evidence: it tells which cell is wrong, and is never blamed itself."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cache

import pytest
from balanced import PACK, record_of
from msgspec.structs import replace
from slips.books import Book, Slot, books

from jixiao.checks.confront import Verdict
from jixiao.checks.diagnosis.diagnosis import diagnose
from jixiao.checks.diagnosis.hints import hints
from jixiao.checks.diagnosis.network import Network
from jixiao.checks.last_year import confront_years, findings_across_years
from jixiao.model.fact import Kind, Record
from jixiao.model.filling import Entry, Filling
from jixiao.model.outcome import Outcome
from jixiao.pack.carryover import load_two_years

YEARS = load_two_years(PACK)
assert YEARS is not None
WRONG = "上年支出.基本支出"


@cache
def book() -> Book:
    """A consistent workbook in 元."""
    return books("department-overall", range(1))[0]


def forerunner(record: Record) -> Record:
    """Last year's workbook, as this year's figures of last year have it."""
    entries: dict[str, Entry] = {}
    for check in YEARS.pack.checks:
        if not check.path and len(check.relation.terms) == 2:
            here, there = check.relation.terms
            fact = record.fields[here]
            entries[there.removeprefix(f"{YEARS.prefix}.")] = (
                fact.text if fact.kind is Kind.TEXT else fact.number
            )
    return record_of(Filling(entries), "元")


@pytest.fixture
def last() -> Record:
    return forerunner(book().record)


@pytest.fixture
def slip(last: Record) -> Iterator[Slot]:
    """A figure that stands in one relation only, and looks like no slip of the fingers."""
    slot = next(slot for slot in book().slots if slot.term == WRONG)
    before = slot.fact
    slot.put(replace(before, value=before.number + Decimal("1234567.89")))
    yield slot
    slot.put(before)


def links(last: Record) -> tuple[Verdict, ...]:
    return confront_years(book().record, last, YEARS)


def network(last: Record) -> Network:
    return Network(book().network().verdicts, PACK.formulas, links(last))


def test_two_consistent_years_are_left_in_peace(last: Record):
    assert {v.key for v in links(last) if v.outcome is Outcome.INCONSISTENT} <= {"YEAR-12", "YEAR-10"}
    assert diagnose(network(last), book().unit) == ()


def test_a_slip_that_this_year_cannot_tell_is_found_with_last_year(slip: Slot, last: Record):
    alone = diagnose(book().network(), book().unit)
    assert slip.fact.place not in {c.fact.place for d in alone for e in d.explanations[:1] for c in e.cells}
    [both] = diagnose(network(last), book().unit)
    first = both.explanations[0]
    assert [(cell.fact.place, cell.needed) for cell in first.cells] == [
        (slip.fact.place, slip.fact.number - Decimal("1234567.89"))
    ]


def test_no_cell_of_last_years_workbook_is_ever_blamed(slip: Slot, last: Record):
    found = diagnose(network(last), book().unit)
    cells = {id(cell.fact) for one in found for e in one.explanations for cell in e.cells}
    assert cells <= {id(fact) for fact in book().record.walk()}


def test_the_finding_about_last_year_points_to_the_same_slip(slip: Slot, last: Record):
    joined = network(last)
    across = joined.verdicts[joined.linked.start :]
    found = findings_across_years(across, book().unit, YEARS, "上年.xlsm", hints(joined, book().unit))
    [finding] = [finding for finding in found if finding.outcome is Outcome.INCONSISTENT]
    assert "很可能与“上年支出合计等于各项支出之和”出于同一处差错" in finding.message
    assert finding.message.index("同一处差错") < finding.message.index("上年数取自“上年.xlsm”")


def test_a_difference_to_last_year_alone_is_not_repeated_as_a_suggestion(last: Record):
    fields = {
        **last.fields,
        "结转结余.年末": replace(last.fields["结转结余.年末"], value=Decimal("98765432.1")),
    }
    found = diagnose(network(replace(last, fields=fields)), book().unit)
    assert found
    assert not any(one.explanations for one in found)
