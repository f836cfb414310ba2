"""This year's workbook and last year's as one: last year's terms bear a prefix, so relations join both."""

from __future__ import annotations

import msgspec
from msgspec.structs import replace

from jixiao.model.fact import Fact, Record
from jixiao.model.term import Group, Term
from jixiao.pack.check import Check
from jixiao.pack.checks_file import ChecksFile, Ground, checks_of
from jixiao.pack.errors import PackError
from jixiao.pack.pack import Pack
from jixiao.relation.functions import comparisons
from jixiao.relation.syntax import Name, walk


class TwoYears(msgspec.Struct, frozen=True, eq=False):
    """A pack whose vocabulary also has last year's terms, and whose checks compare the two years."""

    pack: Pack
    prefix: str

    def joined(self, record: Record, last: Record) -> Record:
        """This year's record with last year's beside it."""
        beside = _renamed(last, self.prefix)
        return Record({**record.fields, **beside.fields}, {**record.groups, **beside.groups})

    def is_last(self, fact: Fact) -> bool:
        """True for a fact of last year's workbook."""
        return fact.term.startswith(f"{self.prefix}.")


def two_years(pack: Pack, prefix: str, data: ChecksFile, file: str) -> TwoYears:
    """Raises PackError if a check is no comparison that states a cell of this year's workbook."""
    last_terms = (_last_term(term, prefix) for term in pack.vocabulary.values())
    last_groups = (_last_group(group, prefix) for group in pack.groups.values())
    vocabulary = {**pack.vocabulary, **{term.name: term for term in last_terms}}
    groups = {**pack.groups, **{group.name: group for group in last_groups}}
    bound = checks_of(data, Ground(vocabulary, pack.codes), file)
    for check in bound:
        _prove_stated(check, prefix, file)
    return TwoYears(replace(pack, vocabulary=vocabulary, groups=groups, checks=bound), prefix)


def _prove_stated(check: Check, prefix: str, file: str) -> None:
    stated = [part for tree in comparisons(check.relation.expression) for part in walk(tree.left)]
    if any(isinstance(part, Name) and part.term.startswith(f"{prefix}.") for part in stated):
        reason = "the left side must be this year's, the right side last year's"
        raise PackError(file, check.data.id, reason, check.at("relation"))


def _last_term(term: Term, prefix: str) -> Term:
    """Of a table, the name of the sheet says that it is last year's."""
    path = tuple(f"{prefix}.{group}" for group in term.path)
    said = {"sheet": prefix} if path else {"label": f"{prefix}：{term.label}"}
    return replace(term, name=f"{prefix}.{term.name}", path=path, formula="", **said)


def _last_group(group: Group, prefix: str) -> Group:
    return replace(
        group,
        name=f"{prefix}.{group.name}",
        path=tuple(f"{prefix}.{name}" for name in group.path),
        terms=tuple(f"{prefix}.{name}" for name in group.terms),
        key=group.key and f"{prefix}.{group.key}",
        within=group.within and f"{prefix}.{group.within}",
    )


def _renamed(record: Record, prefix: str) -> Record:
    fields = {
        f"{prefix}.{name}": replace(fact, term=f"{prefix}.{name}") for name, fact in record.fields.items()
    }
    groups = {
        f"{prefix}.{name}": tuple(_renamed(inner, prefix) for inner in records)
        for name, records in record.groups.items()
    }
    return Record(fields, groups, record.key)
