"""A name that differs is one slip, however many findings it makes."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from msgspec.structs import replace
from slips.books import Book, books

from jixiao.checks.acceptance import explained
from jixiao.checks.confront import confront
from jixiao.checks.diagnosis.hints import hints
from jixiao.checks.diagnosis.network import Network
from jixiao.checks.diagnosis.trial import Trial
from jixiao.checks.findings import findings_of
from jixiao.model.finding import Finding

Found = Callable[[str, int, str], list[Finding]]


@pytest.fixture(scope="module")
def book() -> Book:
    return books("department-overall", range(3, 4))[0]


@pytest.fixture
def renamed(book: Book) -> Iterator[Found]:
    """What is found about names once that row of the table has another one."""
    before = []

    def rename(table: str, row: int, name: str) -> list[Finding]:
        fields, term = book.record.groups[table][row].fields, f"{table}.项目名称"
        before.append((fields, term, fields[term]))
        fields[term] = replace(fields[term], value=name)  # type: ignore[index]
        return [finding for finding in findings(book) if "项目名称" in finding.message]

    yield rename
    for fields, term, fact in before:
        fields[term] = fact  # type: ignore[index]


def findings(book: Book) -> tuple[Finding, ...]:
    pack = book.pack
    verdicts = confront(book.record, pack.checks, pack.vocabulary, pack.names_of_codes)
    said = hints(Network(verdicts, pack.formulas), book.unit, Trial(book.record, pack))
    return explained(findings_of(verdicts, book.unit, said), {})


def test_a_name_that_differs_is_one_finding_with_its_follow_ons(renamed: Found):
    found = renamed("项目自评", 0, "专项经费O")
    lead, *others = [one for one in found if one.outcome.value == "inconsistent"]
    assert len(others) >= 5
    assert lead.follows == ""
    assert {one.follows for one in others} == {lead.key}


def test_the_suggestion_is_the_one_cell_that_differs(renamed: Found):
    lead, *_ = renamed("项目自评", 0, "专项经费O")
    [correction] = lead.suggestions[0].corrections
    assert (correction.stated, correction.needed) == ("专项经费O", "专项经费0")


def test_a_name_like_no_other_is_still_one_finding(renamed: Found):
    found = renamed("项目自评", 0, "完全另外的一件事情")
    same = [one for one in found if one.id == found[0].id]
    assert [one.follows for one in same] == ["", *[same[0].key] * (len(same) - 1)]
    assert all(not one.suggestions for one in found)
