"""A filled workbook -> what it offers to a new one: values with the cells they come from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal

from jixiao.model.fact import ZERO, Fact, Place, Record, Value
from jixiao.model.term import Group
from jixiao.pack.carryover import Source
from jixiao.pack.pack import Pack
from jixiao.relation.binding import Bound
from jixiao.relation.comparison import compare, holds
from jixiao.relation.evaluation import Codes, Evaluation, NotEvaluable
from jixiao.relation.quantity import Quantity
from jixiao.relation.scope import Scope
from jixiao.relation.syntax import Name

BLANK = "来源未填"
UNREADABLE = "来源单元格读不出"
NOT_WHOLE = "来源的“{}”没有或没有读全"
UNLISTED = "原表没有这一项的数，按零带入（依据：{}）"


@dataclass(frozen=True, slots=True)
class OfferOrigin:
    """The cells of a file that a value comes from; `factor` is the file's unit in 元.

    `several`: the source lies in several files, and each place names its own. `unlisted`: no cell holds the
    value, the cells only show that there can be nothing but a zero.
    """

    file: str
    places: tuple[Place, ...]
    factor: Decimal
    several: bool = False
    unlisted: bool = False

    def __str__(self) -> str:
        file = "" if self.several and self.places else self.file
        cells = f"{file} {'、'.join(str(place) for place in self.places)}".strip()
        return UNLISTED.format(cells) if self.unlisted else cells


@dataclass(frozen=True, slots=True)
class Offer:
    """A value for one cell of the new workbook; amounts in 元. `given` was said by the user and wins."""

    term: str
    value: Value
    quantum: Decimal
    origin: OfferOrigin
    given: bool = False
    note: str = ""  # comment on the cell

    @property
    def quantity(self) -> Quantity | None:
        return Quantity.given(self.value, self.quantum) if isinstance(self.value, Decimal) else None


@dataclass(frozen=True, slots=True)
class Gap:
    """A cell of the new workbook that the source could have filled, and why it did not."""

    term: str
    reason: str
    origin: OfferOrigin


@dataclass(frozen=True, slots=True)
class Offering:
    """The offers of one scope, shaped like a Record."""

    fields: Mapping[str, Offer] = field(default_factory=dict)
    groups: Mapping[str, tuple[Offering, ...]] = field(default_factory=dict)
    gaps: tuple[Gap, ...] = ()

    def all_gaps(self) -> Iterator[Gap]:
        """The gaps of this scope and of all inside it."""
        yield from self.gaps
        for rows in self.groups.values():
            for row in rows:
                yield from row.all_gaps()


def offering_of(record: Record, origin: OfferOrigin, source: Source, pack: Pack) -> Offering:
    """Everything that the workbook, which is `origin`, offers to a new workbook of `pack`."""
    reader = _Reader(
        source, pack, origin, source.pack.names_of_codes, frozenset(_unsure(record, source.pack))
    )
    return reader.offering(Scope(record, source.pack.vocabulary), "", "")


def _unsure(record: Record, pack: Pack) -> Iterator[str]:
    """The sheets of which the workbook itself says that they were not read wholly."""
    for sheet in pack.form.sheets:
        term = sheet.incomplete
        if term and record.fields[term].text == pack.vocabulary[term].choices[0]:
            yield sheet.name


@dataclass(frozen=True, slots=True)
class _Reader:
    source: Source
    pack: Pack
    origin: OfferOrigin
    codes: Codes
    unsure: frozenset[str]

    def offering(self, scope: Scope, into: str, of: str) -> Offering:
        """What one record of `of` offers to one record of `into`; both empty for the whole workbook."""
        fields: dict[str, Offer] = {}
        gaps: dict[str, Gap] = {}
        for take in self.source.takes:
            if (take.into, take.of) == (into, of) and self._holds(take.when, scope):
                for term, bound in take.terms.items():
                    found = self._offer(term, bound, scope)
                    if isinstance(found, Gap) and found.reason == BLANK and take.whole is not None:
                        found = self._nothing(found, take.whole, scope)
                    if isinstance(found, Offer):
                        fields[term] = found
                    elif found.reason != BLANK or not into:  # blank cells of rows are no news
                        gaps[term] = found
        return Offering(fields, self._groups(scope, into, of), tuple(gaps.values()))

    def _holds(self, condition: Bound | None, scope: Scope) -> bool:
        return condition is None or holds(compare(condition, scope, self.codes))

    def _nothing(self, gap: Gap, whole: Bound, scope: Scope) -> Offer | Gap:
        """A zero, if what the source lists is all there is."""
        compared = compare(whole, scope, self.codes)
        if not holds(compared):
            return gap
        ground = self._at([fact for fact in compared.facts if fact.filled][:1])
        return Offer(gap.term, ZERO, ZERO, replace(ground, unlisted=True))

    def _groups(self, scope: Scope, into: str, of: str) -> dict[str, tuple[Offering, ...]]:
        found: dict[str, tuple[Offering, ...]] = {}
        pairs = dict.fromkeys((take.into, take.of) for take in self.source.takes if take.into)
        for inner, inner_of in pairs:
            target, source = self.pack.groups[inner], self.source.pack.groups[inner_of]
            if _outer(target) == into and _outer(source) == of:
                found[inner] = (*found.get(inner, ()), *self._rows(scope, target, source))
        return found

    def _rows(self, scope: Scope, target: Group, source: Group) -> Iterator[Offering]:
        if self.source.pack.vocabulary[source.terms[0]].sheet in self.unsure:
            return
        for record in scope.innermost.groups.get(source.name, ()):
            inside = Scope(scope.root, scope.vocabulary, {**scope.current, source.name: record}, scope.known)
            row = self.offering(inside, target.name, source.name)
            if row.fields or row.gaps:
                yield row

    def _offer(self, term: str, bound: Bound, scope: Scope) -> Offer | Gap:
        sheets = {self.source.pack.vocabulary[each].sheet for each in bound.terms} & self.unsure
        if sheets:
            return self._gap(term, NOT_WHOLE.format("、".join(sorted(sheets))), ())
        if isinstance(bound.expression, Name):
            return self._of_fact(term, scope.cell(bound.expression.term))
        run = Evaluation(scope, self.codes)
        try:
            result = run.value(bound.expression)
        except NotEvaluable as obstacle:
            return self._gap(term, UNREADABLE, (obstacle.fact,) if obstacle.fact else run.facts)
        filled = tuple(fact for fact in run.facts if fact.filled)
        if not filled:
            return self._gap(term, BLANK, run.facts)
        if isinstance(result, str):
            return Offer(term, result, ZERO, self._at(filled))
        return self._number(term, result.value, result.high - result.low, filled)

    def _of_fact(self, term: str, fact: Fact) -> Offer | Gap:
        if fact.filled and isinstance(fact.value, Decimal):
            return self._number(term, fact.value, fact.quantum, (fact,))
        if fact.filled:
            return Offer(term, fact.value, ZERO, self._at((fact,)))
        return self._gap(term, BLANK if fact.empty else UNREADABLE, (fact,))

    def _number(self, term: str, value: Decimal, quantum: Decimal, facts: tuple[Fact, ...]) -> Offer:
        """A zero without a cell was read from the blanks of a table that is whole."""
        origin = self._at(facts)
        return Offer(term, value, quantum, replace(origin, unlisted=not (value or origin.places)))

    def _gap(self, term: str, reason: str, facts: tuple[Fact, ...]) -> Gap:
        return Gap(term, reason, self._at(facts))

    def _at(self, facts: Iterable[Fact]) -> OfferOrigin:
        places = tuple(dict.fromkeys(fact.place for fact in facts if fact.place))
        return replace(self.origin, places=places)


def _outer(group: Group) -> str:
    return group.path[-2] if len(group.path) > 1 else ""
