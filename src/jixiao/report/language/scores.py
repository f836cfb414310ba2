"""The scorecard under the names that the form gives its columns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cached_property, partial
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

from jixiao.model.fact import Kind
from jixiao.model.figures import plain
from jixiao.model.scorecard import Score, Scorecard, Subtotal
from jixiao.pack.errors import PackError
from jixiao.pack.sections import LEVELS, NEEDED, WRITTEN, ResultColumn, ScorecardSection
from jixiao.report.language.derived import GIVEN, SCALED, SUMMED, Derived
from jixiao.report.language.scope import TemplateScope
from jixiao.report.language.style import ReportStyle
from jixiao.report.language.texts import SourcedText
from jixiao.report.language.values import Figure, Numerals, clean_text

if TYPE_CHECKING:
    from jixiao.report.language.handed_out import HandedOut


def scores_of(
    card: Scorecard, section: ScorecardSection, style: ReportStyle, numerals: Numerals
) -> TemplateScope:
    """What a template can say of a scorecard: totals, levels, indicators, deductions."""
    return _Scores(card, section, style, numerals).scope()


class _Scores(msgspec.Struct, frozen=True, dict=True):
    card: Scorecard
    section: ScorecardSection
    style: ReportStyle
    numerals: Numerals

    def scope(self) -> TemplateScope:
        card, names = self.card, self.style.scorecard
        rows = {score.id: self.row(score) for score in card.scores}
        level2 = {(level, part.name): self.level2(level, part, rows) for level, part in card.level2}
        total, maximum, framework = self.section.total, names.maximum, names.framework
        entries: dict[str, object] = {
            total: self.figure(card.total, self.totalled(total)),
            maximum: self.figure(card.max_total, self.given(maximum)),
            self.section.grade: card.grade,
            framework: SourcedText(card.framework, self.given(framework)),
            names.complete: card.complete,
            names.rows: tuple(rows.values()),
            names.scaled: bool(card.left_out),
            names.reached: self.figure(card.reached, self.summed(names.reached, card.scores)),
            names.applicable: self.figure(card.applicable, self.given(names.applicable)),
            names.columns: tuple(self.heading(label) for label, _ in self.printed),
            names.dated: card.dated,
            names.totals: tuple(self.totals()),
            names.below: tuple(self.line(text) for text in card.below),
            names.deducted: tuple(rows[score.id] for score in card.scores if score.deduction),
            self.label("level1"): tuple(self.level1(part, level2) for part in card.level1),
            self.label("level2"): tuple(level2.values()),
        }
        return TemplateScope(self.section.name, entries)

    def level1(self, part: Subtotal, level2: Mapping[tuple[str, str], TemplateScope]) -> TemplateScope:
        inner = tuple(scope for (level, _), scope in level2.items() if level == part.name)
        scores = [score for score in self.card.scores if score.level1 == part.name]
        return self.subtotal(part, scores, {self.label("level2"): inner})

    def level2(self, level1: str, part: Subtotal, rows: Mapping[str, TemplateScope]) -> TemplateScope:
        place = (level1, part.name)
        scores = [score for score in self.card.scores if (score.level1, score.level2) == place]
        return self.subtotal(part, scores, {self.label("name"): tuple(rows[score.id] for score in scores)})

    def subtotal(self, part: Subtotal, scores: Sequence[Score], inner: Mapping[str, object]) -> TemplateScope:
        name, maximum, score = self.style.scorecard.name, self.label("max_score"), self.label("score")
        unscored = bool(scores) and all(each.score is None for each in scores)  # nothing is not 0
        entries: dict[str, object] = {
            name: SourcedText(part.name, self.given(name)),
            maximum: self.figure(part.max_score, self.given(maximum)),
            score: self.figure(None if unscored else part.score, self.summed(score, scores)),
            self.style.scorecard.complete: all(each.settled for each in scores),
            **inner,
        }
        return TemplateScope(self.section.name, entries)

    def row(self, score: Score) -> TemplateScope:
        return TemplateScope(self.row_name, {}, self.names, partial(self.column_value, score))

    def heading(self, label: str) -> TemplateScope:
        name = self.style.scorecard.name
        return TemplateScope(self.section.name, {name: SourcedText(label, self.given(name))})

    def line(self, text: str) -> TemplateScope:
        names = self.style.scorecard
        said = SourcedText(clean_text(text), self.given(names.below))
        return TemplateScope(self.section.name, {names.cell: said})

    def totals(self) -> Iterator[TemplateScope]:
        """The last row of the printed table, where the points and the scores of its rows are summed."""
        card, names = self.card, self.style.scorecard
        if not self.printed or card.left_out or not card.complete:
            return
        sums: dict[str, object] = {
            "max_score": self.figure(card.max_total, self.given(names.maximum)),
            "score": self.figure(card.total, self.totalled(self.section.total)),
        }
        for at, (_, holds) in enumerate(self.printed):
            first = SourcedText(names.whole, self.given(names.totals)) if at == 0 else ""
            yield TemplateScope(self.row_name, {names.cell: sums.get(holds, first)})

    def cells(self, score: Score) -> tuple[TemplateScope, ...]:
        """A row as the printed table has it."""
        return tuple(self.cell(score, holds, at) for at, (_, holds) in enumerate(self.printed))

    def cell(self, score: Score, holds: str, at: int) -> TemplateScope:
        names = self.style.scorecard
        value = self.cell_value(score, holds, at)
        return TemplateScope(self.row_name, {names.cell: value, names.repeated: holds in LEVELS})

    def cell_value(self, score: Score, holds: str, at: int) -> object:
        """What a run found, or what the table itself says there."""
        said = self.table.said(score, holds, at)
        if said is None:
            return self.column_value(score, self.label(holds))
        return SourcedText(clean_text(said), self.given(self.printed[at][0]))

    def column_value(self, score: Score, name: str) -> object:
        if name == self.style.scorecard.lost:
            return self.figure(score.deduction, self.worked(name, score))
        if name == self.style.scorecard.cells:
            return self.cells(score)
        holds = self.more[name] if name in self.more else self.columns[name].holds
        value = getattr(score, holds)
        if holds in ("reason", "given_reason") and score.given_reason and score.reason_fact is not None:
            return SourcedText(clean_text(value), score.reason_fact)
        came = holds in (*WRITTEN, "evidence", *self.more.values())
        source = self.worked(name, score) if came else self.given(name)
        return (
            SourcedText(clean_text(value), source) if isinstance(value, str) else self.figure(value, source)
        )

    def figure(self, value: Decimal | None, source: Derived) -> Figure:
        if value is None:
            return Figure(Decimal(0), Kind.NUMBER, self.numerals, instead=self.style.no_value)
        return Figure(value, Kind.NUMBER, self.numerals, derived=source)

    def given(self, name: str) -> Derived:
        """What the framework lays down."""
        if name not in self.laid_down:
            working, term = GIVEN.format(self.card.framework), f"{self.section.name}.{name}"
            self.laid_down[name] = Derived(working, term=term, label=name)
        return self.laid_down[name]

    def summed(self, name: str, scores: Sequence[Score]) -> Derived:
        """A sum of scores; its cells are theirs."""
        facts = tuple(fact for score in scores for fact in score.facts)
        return Derived(SUMMED, facts=facts, term=f"{self.section.name}.{name}", label=name)

    def totalled(self, name: str) -> Derived:
        """The sum of all, or what it comes to of the whole."""
        card, came = self.card, self.summed(name, self.card.scores)
        if not card.left_out:
            return came
        figures = {"reached": card.reached, "applicable": card.applicable, "whole": card.max_total}
        return replace(came, working=SCALED.format(**{key: plain(each) for key, each in figures.items()}))

    def worked(self, name: str, score: Score) -> Derived:
        """What an indicator came to, and how."""
        working = "；".join(filter(None, (score.relation, score.working)))
        label = f"{score.id} {score.name} {name}"
        return Derived(working, facts=score.facts, term=f"{self.row_name}.{name}", label=label)

    def label(self, holds: str) -> str:
        """The label of the column that holds something."""
        if holds not in self.labels:
            raise PackError("form.toml", self.section.name, f"a report needs a column that holds {holds}")
        return self.labels[holds]

    @cached_property
    def labels(self) -> dict[str, str]:
        return {column.holds: column.label for column in self.columns.values()}

    @cached_property
    def columns(self) -> dict[str, ResultColumn]:
        return {column.label: column for column in (*self.section.columns, *self.section.further)}

    @cached_property
    def printed(self) -> tuple[tuple[str, str], ...]:
        """Heading and content of the columns of a table that was handed out, and of those a run needs."""
        hers = self.card.columns
        there = {holds for _, holds in hers}
        needed = ((self.labels[holds], holds) for holds in NEEDED if holds not in there)
        return (*hers, *needed) if hers else ()

    @cached_property
    def table(self) -> HandedOut:
        from jixiao.report.language.handed_out import HandedOut  # few workbooks score by such a table

        return HandedOut(self.card)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """What a row of the score table has."""
        names = self.style.scorecard
        return (*self.columns, names.lost, names.cells, *self.more)

    @cached_property
    def more(self) -> dict[str, str]:
        """Names that are no columns of the form -> what of a score they are."""
        names = self.style.scorecard
        return {names.said: "said", names.working: "working", names.given_reason: "given_reason"}

    @cached_property
    def row_name(self) -> str:
        return f"{self.section.name}.{self.style.scorecard.rows}"

    @cached_property
    def laid_down(self) -> dict[str, Derived]:
        return {}
