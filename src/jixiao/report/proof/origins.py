"""Where a printed value comes from: its term, its cells, and how it follows from them."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from jixiao.model.fact import Fact, Kind
from jixiao.report.language.derived import Derived
from jixiao.report.language.texts import Counted, SourcedText
from jixiao.report.language.values import Day, Figure


class Origin(msgspec.Struct, frozen=True):
    """`facts` are the cells; `working` is empty where the value is a cell's own."""

    term: str
    label: str
    facts: tuple[Fact, ...] = ()
    working: str = ""
    text: bool = False  # the number stands in a text that somebody typed
    typed: bool = False  # a number typed in the template made another figure of it

    @property
    def cells(self) -> str:
        """The cells in words, each once, in order."""
        return "、".join(dict.fromkeys(str(fact.place) for fact in self.facts if fact.place))


def origin_of(value: object) -> Origin:
    """The origin of something that a ledger holds."""
    match value:
        case SourcedText(source=source):
            return _of_words(source)
        case Day(fact=Fact() as fact):
            return _of_fact(fact)
        case Counted(derived=derived):
            return _of_derived(derived)
        case Figure(fact=Fact() as fact):
            return _of_fact(fact)
        case Figure(derived=Derived() as derived):
            return _of_derived(derived, typed=value.altered)
    return Origin("", "")


def _of_words(source: object) -> Origin:
    if isinstance(source, Figure):
        return origin_of(source)
    if isinstance(source, Fact):
        return Origin(source.term, source.label, (source,), text=True)
    return _of_derived(source) if isinstance(source, Derived) else Origin("", "")


def _of_fact(fact: Fact) -> Origin:
    return Origin(fact.term, fact.label, (fact,))


def _of_derived(derived: Derived, *, typed: bool = False) -> Origin:
    facts = (*derived.facts, *(fact for part in derived.parts for fact in _facts(part)))
    working = _worded(derived)
    return Origin(derived.term or working, derived.label, facts, working, typed=typed)


def _facts(part: object) -> Iterator[Fact]:
    if not isinstance(part, Figure):
        return
    if part.fact is not None:
        yield part.fact
    elif part.derived is not None:
        yield from part.derived.facts
        for inner in part.derived.parts:
            yield from _facts(inner)


def _worded(derived: Derived) -> str:
    return derived.working.format(*map(_name, derived.parts)) if derived.parts else derived.working


def _name(part: object) -> str:
    if not isinstance(part, Figure):
        return str(part)
    if part.fact is not None:
        return part.fact.term
    if part.derived is None:
        return str(part)
    return part.derived.term or f"({_worded(part.derived)})"


def is_figure(value: object) -> bool:
    """True for what says how much or how many; years, dates and texts do not."""
    if isinstance(value, SourcedText):
        return isinstance(value.source, Figure)
    return isinstance(value, Counted) or (isinstance(value, Figure) and value.kind is not Kind.YEAR)
