"""Workbooks of different units with the very same amounts: one of them was perhaps copied and renamed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from hashlib import sha256
from itertools import islice

from msgspec.structs import replace

from jixiao.desk.roster import Roster, same_name
from jixiao.desk.standing import Brief, Standing
from jixiao.model.fact import Kind, Record, State
from jixiao.model.term import Term

FEWEST = 8  # different amounts other than nought: fewer may agree by chance
SHOWN = 3


def amounts_digest(record: Record, vocabulary: Mapping[str, Term]) -> str:
    """The same for workbooks with the same amounts; empty where these are too few to say anything."""
    amounts = {
        term: format(fact.number.normalize(), "f")
        for term, fact in record.fields.items()
        if fact.state is State.FILLED and vocabulary[term].kind is Kind.AMOUNT and fact.number
    }
    if len({*amounts.values()}) < FEWEST:
        return ""
    return sha256("\n".join(f"{term}={amounts[term]}" for term in sorted(amounts)).encode()).hexdigest()


def with_same_figures(
    rows: Iterable[Standing], books: Iterable[Brief], roster: Roster | None
) -> list[Standing]:
    """The rows that count, with a word about others of the same form and year whose amounts are theirs.

    A department with a single unit rightly says the same as that one.
    """
    rows = list(rows)
    digests = {one.book: one.amounts for one in books if one.amounts}
    alike: dict[tuple[str, str, str], list[Standing]] = {}
    for row in rows:
        if row.counts and row.book in digests:
            alike.setdefault((row.form, row.year, digests[row.book]), []).append(row)
    told = {
        row.book: said for group in alike.values() for row in group if (said := _about(row, group, roster))
    }
    return [replace(row, advice=" ".join(filter(None, (row.advice, told.get(row.book, ""))))) for row in rows]


def _about(row: Standing, group: list[Standing], roster: Roster | None) -> str:
    others = list(islice((one for one in group if _are_apart(row, one, roster)), SHOWN + 1))
    if not others:
        return ""
    names = "、".join(f"“{one.book}”（{one.name or one.code}）" for one in others[:SHOWN])
    more = "等" if len(others) > SHOWN else ""
    return f"主要数据与{names}{more}完全相同，请核实是不是拿了别家的工作簿来改名称。"


def _are_apart(one: Standing, other: Standing, roster: Roster | None) -> bool:
    if same_name(one.unit) == same_name(other.unit):
        return False
    if roster and one.listed and other.listed:
        return other.listed not in (roster.above(one.listed), *roster.below(one.listed))
    return True
