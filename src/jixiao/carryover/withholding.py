"""Sources have only a part, and a new workbook must not contradict itself: checks wait, totals are left out.

A sheet whose form has a field for it (`incomplete`) says by that field that a part is missing, and its checks
wait. Elsewhere a total whose parts no source has is not taken over.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set

import msgspec

from jixiao.checks.confront import Verdict, confront
from jixiao.model.fact import Fact
from jixiao.model.filling import Filling
from jixiao.model.outcome import Outcome, Severity
from jixiao.pack.computed import filled_record
from jixiao.pack.pack import Pack
from jixiao.relation.syntax import Binary, Name


class Withheld(msgspec.Struct, frozen=True):
    """`marked`: sheet -> the check for which it waits; `left`: term of a total -> the check it breaks."""

    filling: Filling
    marked: Mapping[str, str]
    left: Mapping[str, str]


def withheld(filling: Filling, taken: frozenset[str], pack: Pack) -> Withheld:
    """Mark sheets and leave totals out until nothing that was `taken` over breaks a check for want of parts.

    What the user gave stays, and what sources themselves have wrong is not hidden.
    """
    fields = {sheet.name: sheet.incomplete for sheet in pack.form.sheets if sheet.incomplete}
    marks = {sheet: term for sheet, term in fields.items() if term not in filling.entries}
    marked: dict[str, str] = {}
    left: dict[str, str] = {}
    while True:
        broken = list(_broken(filling, pack))
        sheets = _most_wanting(broken, marks.keys() - marked.keys(), pack)
        totals = {
            total: verdict.check.data.title
            for verdict in broken
            if not sheets and (total := _total(verdict)) in taken - left.keys()
        }
        if not (sheets or totals):
            return Withheld(filling, marked, left)
        marked |= sheets
        left |= totals
        said = {marks[sheet]: pack.vocabulary[marks[sheet]].choices[0] for sheet in sheets}
        kept = {term: entry for term, entry in filling.entries.items() if term not in totals}
        filling = msgspec.structs.replace(filling, entries={**kept, **said})


def _most_wanting(broken: Iterable[Verdict], sheets: Set[str], pack: Pack) -> dict[str, str]:
    """The sheet for whose blanks most checks are broken, with the first of these; nothing if none is."""
    titles: dict[str, list[str]] = {}
    for verdict in broken:
        for sheet in _blank_sheets(verdict, pack) & sheets:
            titles.setdefault(sheet, []).append(verdict.check.data.title)
    order = [sheet.name for sheet in pack.form.sheets if sheet.name in titles]
    most = max(order, key=lambda sheet: len(titles[sheet]), default="")
    return {most: titles[most][0]} if most else {}


def _broken(filling: Filling, pack: Pack) -> Iterator[Verdict]:
    """The equations that must hold and do not, one side of which has a blank."""
    record = filled_record(filling, pack)
    checks = [check for check in pack.checks if Severity(check.data.severity) is Severity.ERROR]
    for verdict in confront(record, checks, pack.vocabulary, pack.names_of_codes):
        tree = verdict.check.relation.expression
        if verdict.outcome is Outcome.INCONSISTENT and isinstance(tree, Binary) and tree.operator == "=":
            yield verdict


def _blank_sheets(verdict: Verdict, pack: Pack) -> set[str]:
    """The sheets on which cells of the equation are blank; all of them where it found no cell at all."""
    facts = [fact for fact in verdict.comparison.facts if _counts(fact)]
    blank = {pack.vocabulary[fact.term].sheet for fact in facts if fact.empty}
    unseen = set(verdict.check.relation.terms) - {fact.term for fact in facts}
    return blank | {pack.vocabulary[term].sheet for term in unseen if pack.vocabulary[term].path}


def _counts(fact: Fact) -> bool:
    return fact.kind.numeric


def _total(verdict: Verdict) -> str:
    """The cell that an equation compares with its parts, if one of these is blank; else empty."""
    tree = verdict.check.relation.expression
    if not (isinstance(tree, Binary) and isinstance(tree.left, Name)) or isinstance(tree.right, Name):
        return ""
    parts = [fact for fact in verdict.comparison.facts if fact.term != tree.left.term]
    return tree.left.term if not parts or any(fact.empty for fact in parts) else ""
