"""A check: its data as a file says it, and tied to the vocabulary, ready to be evaluated."""

from __future__ import annotations

import re
from functools import cached_property
from typing import Literal

import msgspec

from jixiao.model.term import Vocabulary, nearest
from jixiao.pack.errors import PackError
from jixiao.relation.binding import Bound, bind
from jixiao.relation.functions import is_truth
from jixiao.relation.syntax import COMPARISONS, Binary, Name, RelationError
from jixiao.strict import Basis, Keys, Strict


class Example(Strict, kw_only=True):
    given: dict[str, str | list[str]]
    outcome: Literal["passed", "rounding", "inconsistent", "not_checked"]


class CheckData(Strict, kw_only=True):
    """One check, as [[check]] says it; family.py tells how one [[check]] can say many."""

    id: str
    title: str
    relation: str
    severity: Literal["error", "warning", "note"]
    basis: Basis
    examples: tuple[Example, ...]
    when: str | tuple[str, ...] = ()  # the check applies only where this relation holds, or all of these
    together: str = ""  # what all it finds has in common: one finding for checks with the same words
    says: str = ""  # the finding in words, {term} for a value; for checks that compare no amounts
    left: str = ""  # what a side of the comparison is called, where its own words are many
    right: str = ""
    mend: str = ""  # what to do about it, if there is more to say than “compare the cells”
    was: tuple[str, ...] = ()  # ids it had before: explanations written for them are its own

    @property
    def conditions(self) -> tuple[str, ...]:
        """The relations of `when`; none for a check that always applies."""
        if isinstance(self.when, str):
            return (self.when,) if self.when else ()
        return self.when


class Check(msgspec.Struct, frozen=True, dict=True):
    """A check ready to be evaluated: its relation, and the conditions of `when`, all of which must hold.

    `waits`: what must hold so that the figures are all there; until then the check is held.
    """

    data: CheckData
    relation: Bound
    when: tuple[Bound, ...] = ()
    file: str = "checks.toml"  # where it stands
    number: int = 0  # which [[check]] of the file says it, from 0
    waits: tuple[Bound, ...] = ()

    @cached_property
    def path(self) -> tuple[str, ...]:
        """The table or block for whose every record the check runs."""
        return max((bound.path for bound in self.bounds), key=len)

    @cached_property
    def is_equation(self) -> bool:
        """True if both sides must be equal; a note only remarks on figures that often differ."""
        tree = self.relation.expression
        return isinstance(tree, Binary) and tree.operator == "=" and self.data.severity != "note"

    @cached_property
    def asks_for_reason(self) -> bool:
        """True if its id says so."""
        return self.data.id.startswith("REASON-")

    @cached_property
    def total(self) -> str:
        """The term that stands alone on the left of an equation; empty where none does."""
        tree = self.relation.expression
        left = tree.left if isinstance(tree, Binary) and self.is_equation else None
        return left.term if isinstance(left, Name) else ""

    @property
    def bounds(self) -> tuple[Bound, ...]:
        """The relation and its conditions."""
        return self.relation, *self.when

    def at(self, key: str = "") -> Keys:
        """The way to a key of it through its file."""
        return ("check", self.number, key) if key else ("check", self.number)


def bind_check(data: CheckData, vocabulary: Vocabulary, file: str, number: int = 0) -> Check:
    """Tie a check to the vocabulary. Raises PackError with the id of the check."""

    def bound(key: str, text: str) -> Bound:
        try:
            return bind_relation(text, vocabulary)
        except RelationError as error:
            raise PackError(file, data.id, str(error), ("check", number, key)) from error
        except RecursionError:
            raise PackError(file, data.id, "the brackets are too deep", ("check", number, key)) from None

    when = tuple(bound("when", condition) for condition in data.conditions)
    check = Check(data, bound("relation", data.relation), when, file, number)
    if any(check.path[: len(each.path)] != each.path for each in check.bounds):
        raise PackError(file, data.id, "“when” and the relation walk different tables", check.at("relation"))
    _check_says(check, vocabulary)
    if (data.left or data.right) and not isinstance(check.relation.expression, Binary):
        reason = "“left” and “right” name the sides of one comparison, and the relation joins several"
        raise PackError(file, data.id, reason, check.at("relation"))
    return check


def bind_relation(text: str, vocabulary: Vocabulary) -> Bound:
    """Bind a relation that compares two sides, or joins comparisons. Raises RelationError."""
    bound = bind(text, vocabulary)
    if not is_truth(bound.expression):
        raise RelationError(f"“{text}” compares nothing; a relation needs one of {' '.join(COMPARISONS)}")
    return bound


def _check_says(check: Check, vocabulary: Vocabulary) -> None:
    """The check's own sentence speaks of cells that can be seen from where it stands."""
    for term in re.findall(r"\{([^{}]+)\}", check.data.says):
        reason = ""
        if term not in vocabulary:
            guess = nearest(term, vocabulary)
            reason = f"the unknown term “{term}”" + (f"; did you mean “{guess}”?" if guess else "")
        elif check.path[: len(vocabulary[term].path)] != vocabulary[term].path:
            reason = f"“{term}”, a column of another table"
        if reason:
            raise PackError(check.file, check.data.id, f"“says” names {reason}", check.at("says"))
