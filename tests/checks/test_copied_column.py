"""This year's figures in the column for last year's: told once, and what is broken by it follows."""

from __future__ import annotations

from collections.abc import Collection

from balanced import record_of
from msgspec.structs import replace
from profiles import profile

from jixiao.checks.confront import Verdict, confront
from jixiao.checks.suspected import suspected_columns
from jixiao.model.fact import Place, Record
from jixiao.model.hint import Pasted
from jixiao.model.outcome import Outcome
from jixiao.pack.carryover import last_years_terms
from jixiao.pack.loading import load_pack

PACK = load_pack()
BOOK = record_of(profile("school", 1), "万元")
COLUMN = [pair for pair in last_years_terms(PACK).items() if pair[0].startswith(("上年收入", "上年支出"))]


def copied(count: int) -> Record:
    """The book in which so many of last year's figures are this year's."""
    fields = {}
    for number, (last, this) in enumerate(COLUMN):
        figures = BOOK.fields[this if number < count else last]
        place = Place("收支总表", f"C{number + 5}")
        fields[last] = replace(BOOK.fields[last], value=figures.value, place=place)
    return replace(BOOK, fields={**BOOK.fields, **fields})


def verdicts_of(record: Record) -> tuple[Verdict, ...]:
    return confront(record, PACK.checks, PACK.vocabulary, PACK.names_of_codes)


def found(record: Record, explained: Collection[int] | None = None) -> tuple[Pasted, list[Verdict]]:
    verdicts = verdicts_of(record)
    broken = [verdict for verdict in verdicts if verdict.outcome is Outcome.INCONSISTENT]
    told = set(map(id, broken)) if explained is None else explained
    return suspected_columns(verdicts, (), record, PACK, told), broken


def test_a_copied_column_is_told_once_and_what_is_broken_by_it_follows():
    told, broken = found(copied(len(COLUMN)), ())
    (lead,) = told.findings
    assert lead.place is not None
    assert lead.place.sheet == "收支总表"
    assert "与同一行的本年数一样，像是把本年数整栏抄成了上年数。" in lead.message
    errors = [verdict for verdict in broken if verdict.severity == "error"]
    assert errors
    assert {told.said[id(verdict)].follows for verdict in errors} == {lead.key}


def test_a_few_equal_figures_are_no_copy():
    told, broken = found(copied(1), ())
    assert broken
    assert told.findings == ()


def test_nothing_is_told_where_nothing_is_broken_or_all_of_it_is_explained():
    assert found(copied(0), ())[0].findings == ()
    told, broken = found(copied(len(COLUMN)))
    assert broken
    assert told.findings == ()
