"""Record and scorecard -> what a template can name: every term of the form, the scores, the flags."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property, partial

from jixiao.model.fact import Fact, Kind, Record, State
from jixiao.model.scorecard import Score, Scorecard, Subtotal
from jixiao.model.term import Group, Term
from jixiao.pack.branches import Branch
from jixiao.pack.errors import PackError
from jixiao.pack.loading import Pack
from jixiao.pack.schema import Form, ResultColumn, ScorecardSection
from jixiao.report.language.derived import GIVEN, SUMMED, Derived
from jixiao.report.language.scope import Scope
from jixiao.report.language.style import ReportStyle
from jixiao.report.language.texts import Words
from jixiao.report.language.values import Figure, Numerals, clean_text, numerals_of, value_of


def context_of(record: Record, scorecard: Scorecard, pack: Pack, style: ReportStyle, *, draft: bool) -> Scope:
    """Everything a template of the pack may name.

    A dotted term is a path of scopes (支出.合计); a table is a list of rows, a block a list of
    instances, each a scope with the last part of its terms; unused rows are left out.
    """
    numerals = numerals_of(style, pack.form.units.factors)
    entries = dict(_Facts(pack, style, numerals).scope(record, ()).entries)
    section = _score_section(pack.form)
    if section is not None:
        entries[section.name] = _Scores(section, style, numerals).scope(scorecard)
    entries |= {style.flags.draft: draft, style.flags.contents: style.contents}
    return Scope("", entries)


@dataclass(frozen=True)
class _Facts:
    pack: Pack
    style: ReportStyle
    numerals: Numerals

    def scope(self, record: Record, path: tuple[str, ...]) -> Scope:
        """The values of one record: of the whole workbook if the path is empty."""
        return self._names(record, self.pack.branches[path], path[-1] if path else "")

    def _names(self, record: Record, branch: Branch, name: str) -> Scope:
        def made(part: str) -> object:
            leaf = branch[part]
            if isinstance(leaf, dict):
                return self._names(record, leaf, f"{name}.{part}" if name else part)
            return self._fact(record, leaf) if isinstance(leaf, str) else self._rows(record, leaf)

        return Scope(name, {}, branch.keys(), made)

    def _fact(self, record: Record, name: str) -> object:
        fact = record.fields.get(name) or _missing(self.pack.vocabulary[name])
        return value_of(fact, self.style, self.numerals)

    def _rows(self, record: Record, group: Group) -> tuple[Scope, ...]:
        used = (inner for inner in record.groups.get(group.name, ()) if inner.used)
        return tuple(self.scope(inner, group.path) for inner in used)


def _missing(term: Term) -> Fact:
    return Fact(term.name, term.label, term.kind, None, state=State.BLANK)


def _score_section(form: Form) -> ScorecardSection | None:
    sections = (section for sheet in form.sheets for section in sheet.sections)
    return next((section for section in sections if isinstance(section, ScorecardSection)), None)


@dataclass(frozen=True)
class _Scores:
    """The scorecard under the names that the form gives its columns."""

    section: ScorecardSection
    style: ReportStyle
    numerals: Numerals

    def scope(self, card: Scorecard) -> Scope:
        names = self.style.scorecard
        by_id = {score.id: self.row(score, card) for score in card.scores}
        rows = tuple(by_id.values())
        lost = tuple(row for row, score in zip(rows, card.scores, strict=True) if score.deduction)
        total, maximum, framework = self.section.total, names.maximum, names.framework
        entries: dict[str, object] = {
            total: self.figure(card.total, self.summed(total, card.scores)),
            maximum: self.figure(card.max_total, self.given(maximum, card)),
            self.section.grade: card.grade,
            framework: Words(card.framework, self.given(framework, card)),
            names.complete: card.complete,
            names.rows: rows,
            names.deducted: lost,
            self.label("level1"): tuple(self.level1(part, card, by_id) for part in card.level1),
            self.label("level2"): tuple(self.level2(level, part, card, by_id) for level, part in card.level2),
        }
        return Scope(self.section.name, entries)

    def level1(self, part: Subtotal, card: Scorecard, rows: Mapping[str, Scope]) -> Scope:
        inside = (sub for level, sub in card.level2 if level == part.name)
        inner = tuple(self.level2(part.name, sub, card, rows) for sub in inside)
        scores = [score for score in card.scores if score.level1 == part.name]
        return self.subtotal(part, card, scores, {self.label("level2"): inner})

    def level2(self, level1: str, part: Subtotal, card: Scorecard, rows: Mapping[str, Scope]) -> Scope:
        place = (level1, part.name)
        scores = [score for score in card.scores if (score.level1, score.level2) == place]
        inner = tuple(rows[score.id] for score in scores)
        return self.subtotal(part, card, scores, {self.label("name"): inner})

    def subtotal(
        self, part: Subtotal, card: Scorecard, scores: Sequence[Score], inner: Mapping[str, object]
    ) -> Scope:
        name, maximum, score = self.style.scorecard.name, self.label("max_score"), self.label("score")
        entries: dict[str, object] = {
            name: Words(part.name, self.given(name, card)),
            maximum: self.figure(part.max_score, self.given(maximum, card)),
            score: self.figure(part.score, self.summed(score, scores)),
            **inner,
        }
        return Scope(self.section.name, entries)

    def row(self, score: Score, card: Scorecard) -> Scope:
        name = f"{self.section.name}.{self.style.scorecard.rows}"
        return Scope(name, {}, self.names, partial(self.held, score=score, card=card))

    @cached_property
    def laid_down(self) -> dict[str, Derived]:
        return {}

    @cached_property
    def columns(self) -> dict[str, ResultColumn]:
        return {column.label: column for column in self.section.columns}

    @cached_property
    def names(self) -> tuple[str, ...]:
        """What a row of the score table has."""
        return (*self.columns, self.style.scorecard.lost)

    def held(self, name: str, score: Score, card: Scorecard) -> object:
        if name == self.style.scorecard.lost:
            return self.figure(score.deduction, self.worked(name, score))
        holds = self.columns[name].holds
        value = getattr(score, holds)
        if holds == "reason" and score.given_reason and score.reason_fact is not None:
            return Words(clean_text(value), score.reason_fact)
        came = holds in ("measure", "score", "reason")
        source = self.worked(name, score) if came else self.given(name, card)
        return Words(clean_text(value), source) if isinstance(value, str) else self.figure(value, source)

    def figure(self, value: Decimal | None, source: Derived) -> Figure:
        if value is None:
            return Figure(Decimal(0), Kind.NUMBER, self.numerals, instead=self.style.no_value)
        return Figure(value, Kind.NUMBER, self.numerals, derived=source)

    def given(self, name: str, card: Scorecard) -> Derived:
        """What the framework lays down."""
        if name not in self.laid_down:
            term = f"{self.section.name}.{name}"
            self.laid_down[name] = Derived(GIVEN.format(card.framework), term=term, label=name)
        return self.laid_down[name]

    def summed(self, name: str, scores: Sequence[Score]) -> Derived:
        """A sum of scores; its cells are theirs."""
        facts = tuple(fact for score in scores for fact in score.facts)
        return Derived(SUMMED, facts=facts, term=f"{self.section.name}.{name}", label=name)

    def worked(self, name: str, score: Score) -> Derived:
        """What an indicator came to, and how."""
        working = "；".join(filter(None, (score.relation, score.working)))
        term = f"{self.section.name}.{self.style.scorecard.rows}.{name}"
        return Derived(working, facts=score.facts, term=term, label=f"{score.id} {score.name} {name}")

    def label(self, holds: str) -> str:
        for column in self.section.columns:
            if column.holds == holds:
                return column.label
        raise PackError("form.toml", self.section.name, f"a report needs a column that holds {holds}")
