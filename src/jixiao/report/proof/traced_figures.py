"""Every figure of a finished report with its origin, for the comments and the table of figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress

import msgspec
from msgspec.structs import replace

from jixiao.model.fact import Fact, Kind, Record
from jixiao.model.figures import percent, plain
from jixiao.pack.pack import Pack
from jixiao.relation.evaluation import Evaluation, NotEvaluable
from jixiao.relation.scope import Scope
from jixiao.report.language.texts import SourcedText
from jixiao.report.proof.numbers import Figures
from jixiao.report.proof.occurrences import Occurrence
from jixiao.report.proof.origins import Origin, is_figure, origin_of
from jixiao.report.word.reading import Document, Paragraph


class Traced(msgspec.Struct, frozen=True):
    """A printed figure: where it stands in its paragraph, and where it comes from."""

    paragraph: Paragraph
    start: int
    end: int
    origin: Origin
    figure: bool  # False for years and dates, and for what a framework lays down in words

    @property
    def text(self) -> str:
        return self.paragraph.text[self.start : self.end]


def traced_figures(
    document: Document, printed: Iterable[Occurrence], figures: Figures, record: Record, pack: Pack
) -> tuple[Traced, ...]:
    """The printed figures, years and dates in the order of the document."""
    here: dict[tuple[str, int], list[Occurrence]] = {}
    for occurrence in printed:
        here.setdefault((occurrence.part, occurrence.paragraph), []).append(occurrence)
    workings = _Workings(record, pack)
    return tuple(
        replace(traced, origin=workings.completed(traced.origin))
        for paragraph in document.paragraphs
        for occurrence in here.get((paragraph.part, paragraph.number), ())
        if occurrence.value is not None
        for traced in _traced(occurrence, paragraph, figures)
    )


def _traced(printed: Occurrence, paragraph: Paragraph, figures: Figures) -> Iterator[Traced]:
    origin = origin_of(printed.value)
    if isinstance(printed.value, SourcedText) and not is_figure(printed.value):
        for number in figures.figures_in(paragraph.text):
            if printed.start <= number.start and number.end <= printed.end:
                yield Traced(paragraph, number.start, number.end, origin, bool(origin.facts))
    elif not paragraph.computed(printed.start):
        yield Traced(paragraph, printed.start, printed.end, origin, is_figure(printed.value))


class _Workings:
    """The relations of the form's computed cells, and the cells they look at."""

    def __init__(self, record: Record, pack: Pack) -> None:
        self.pack = pack
        self.scope = Scope(record, pack.vocabulary)

    def completed(self, origin: Origin) -> Origin:
        """The origin of a computed cell with its relation and with the cells that went into it."""
        if len(origin.facts) != 1 or origin.facts[0].term not in self.pack.formulas:
            return origin
        [fact] = origin.facts
        working = self.pack.vocabulary[fact.term].formula
        return replace(origin, working=working, facts=(fact, *self._inputs(fact)))

    def _inputs(self, fact: Fact) -> tuple[Fact, ...]:
        for scope in self.scope.each(self.pack.vocabulary[fact.term].path):
            if scope.innermost.fields[fact.term] is fact:
                run = Evaluation(scope, self.pack.names_of_codes)
                with suppress(NotEvaluable):  # the cells are named as far as it came
                    run.value(self.pack.formulas[fact.term].expression)
                return run.facts
        return ()


def cell_text(fact: Fact, factors: Mapping[str, object], unit: str) -> str:
    """What stands in a cell, amounts in the unit of the report."""
    if not fact.filled:
        return fact.typed
    if fact.kind is Kind.AMOUNT:
        return f"{plain(fact.number / factors[unit])}{unit}"  # type: ignore[operator]
    if fact.kind is Kind.PERCENT:
        return percent(fact.number)
    return plain(fact.number) if fact.kind.numeric else fact.text
