"""carryover.toml -> what a new workbook takes from other workbooks, and what must agree with last year's."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

import msgspec

from jixiao.model.term import Vocabulary, nearest
from jixiao.pack.check import bind_relation
from jixiao.pack.checks_file import ChecksFile, Rows
from jixiao.pack.errors import PackError, lying_in
from jixiao.pack.family import names_for, patterns_in
from jixiao.pack.pack import Pack
from jixiao.pack.toml_file import read_toml
from jixiao.pack.two_years import TwoYears, two_years
from jixiao.relation.binding import Bound, bind_value
from jixiao.relation.syntax import RelationError
from jixiao.strict import Strict

FILE = "carryover.toml"


class TakeData(Strict, kw_only=True):
    """Cells of one scope: term of the new workbook -> expression over the terms of the source.

    {} in both stands for every name that makes terms of both; computed cells are left out.
    """

    terms: dict[str, str]
    into: str = ""  # table or block of the new workbook; empty: its single cells
    of: str = msgspec.field(default="", name="from")  # table or block of the source, record by record
    when: str = ""  # over the source; only where it holds
    whole: str = ""  # over the source; where it holds, what the source does not list is a zero


class SourceData(Strict, kw_only=True):
    """A kind of workbook that something is taken from."""

    pack: str
    years: int  # the new workbook's year less the source's
    title: str
    take: tuple[TakeData, ...]
    explanations: bool = False  # its explanations are offered again


class CarryoverFile(Strict, kw_only=True):
    last_year: str  # prefix of last year's terms in `check`
    source: tuple[SourceData, ...] = ()
    check: Rows = ()  # as in checks.toml, and so are the words
    words: dict[str, str] = msgspec.field(default_factory=dict)


class Take(msgspec.Struct, frozen=True, eq=False):
    """`terms`: term of the new workbook -> expression over the source."""

    into: str
    of: str
    when: Bound | None
    whole: Bound | None
    terms: Mapping[str, Bound]


class Source(msgspec.Struct, frozen=True, eq=False):
    pack: Pack
    years: int
    title: str
    explanations: bool
    takes: tuple[Take, ...]


def load_sources(pack: Pack, load: Callable[[str], Pack]) -> tuple[Source, ...]:
    """What a new workbook of the pack can take over; none without the file. Raises PackError."""
    if not (pack.folder / FILE).is_file():
        return ()
    with lying_in(pack.folder):
        return tuple(_source(data, pack, load(data.pack)) for data in _read(pack).source)


def load_two_years(pack: Pack) -> TwoYears | None:
    """The checks against last year's workbook; None without the file. Raises PackError."""
    if not (pack.folder / FILE).is_file():
        return None
    data = _read(pack)
    with lying_in(pack.folder):
        return two_years(pack, data.last_year, ChecksFile(check=data.check, words=data.words), FILE)


def last_years_terms(pack: Pack) -> Mapping[str, str]:
    """Single cell for a figure of last year -> that for this year's, as a new workbook would take it over."""
    if not (pack.folder / FILE).is_file():
        return {}
    return {
        term: this
        for source in _read(pack).source
        if (source.pack, source.years) == (pack.form.id, 1)
        for take in source.take
        if not take.into
        for pattern, expression in take.terms.items()
        for term, this in _pairs(pattern, expression, pack, pack)
        if this in pack.vocabulary and pack.vocabulary[term].kind.numeric
    }


def _read(pack: Pack) -> CarryoverFile:
    return read_toml(pack.folder / FILE, CarryoverFile)


def _source(data: SourceData, pack: Pack, source: Pack) -> Source:
    takes = tuple(_take(take, pack, source) for take in data.take)
    pairs = {("", ""), *((take.into, take.of) for take in takes)}
    for take in takes:
        outer = _outer(take.into, pack), _outer(take.of, source)
        if outer not in pairs:
            raise PackError(FILE, take.into, "the records around it are not taken over")
    return Source(source, data.years, data.title, data.explanations, takes)


def _outer(group: str, pack: Pack) -> str:
    path = pack.groups[group].path if group else ()
    return path[-2] if len(path) > 1 else ""


def _take(data: TakeData, pack: Pack, source: Pack) -> Take:
    for group, known in ((data.into, pack), (data.of, source)):
        if group and group not in known.groups:
            raise PackError(FILE, group, f"unknown table or block{_guess(group, known.groups)}")
    if bool(data.into) != bool(data.of):
        raise PackError(FILE, data.into or data.of, "“into” and “from” go together")
    path = source.groups[data.of].path if data.of else ()
    terms = {
        _target(term, data.into, pack): _bound(text, path, source)
        for pattern, expression in data.terms.items()
        for term, text in _pairs(pattern, expression, pack, source)
    }
    when, whole = (
        _bound(text, path, source, bind_relation) if text else None for text in (data.when, data.whole)
    )
    return Take(data.into, data.of, when, whole, terms)


def _pairs(pattern: str, expression: str, pack: Pack, source: Pack) -> Iterator[tuple[str, str]]:
    if "{}" not in pattern:
        yield pattern, expression
        return
    shapes = [(shape, source.vocabulary) for shape in patterns_in(expression)]
    entered = {name: term for name, term in pack.vocabulary.items() if not term.formula}
    names = names_for([(pattern, entered), *shapes])
    if not names:
        raise PackError(FILE, pattern, "{} fits no name")
    yield from ((pattern.replace("{}", name), expression.replace("{}", name)) for name in names)


def _target(term: str, into: str, pack: Pack) -> str:
    known = pack.vocabulary.get(term)
    if known is None:
        raise PackError(FILE, term, f"unknown term{_guess(term, pack.vocabulary)}")
    if known.formula:
        raise PackError(FILE, term, "a computed cell takes nothing over")
    if (known.path[-1] if known.path else "") != into:
        raise PackError(FILE, term, f"it does not belong to “{into or 'the single cells'}”")
    return term


def _guess(name: str, known: Mapping[str, object]) -> str:
    found = nearest(name, known)
    return f"; did you mean “{found}”?" if found else ""


def _bound(
    text: str, path: tuple[str, ...], source: Pack, binding: Callable[[str, Vocabulary], Bound] = bind_value
) -> Bound:
    try:
        bound = binding(text, source.vocabulary)
    except RelationError as error:
        raise PackError(FILE, text, str(error)) from error
    if path[: len(bound.path)] != bound.path:
        raise PackError(FILE, text, "it speaks of another table than “from”")
    return bound
