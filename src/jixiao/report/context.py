"""Record and scorecard -> what a template can name: every term of the form, the scores, the flags."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from jixiao.model.fact import Fact, Kind, Record, State
from jixiao.model.scorecard import Score, Scorecard, Subtotal
from jixiao.model.term import Term
from jixiao.pack.errors import PackError
from jixiao.pack.loading import Pack
from jixiao.pack.schema import Form, ScorecardSection
from jixiao.report.scope import Scope
from jixiao.report.style import ReportStyle
from jixiao.report.values import Figure, Numerals, clean_text, numerals_of, value_of


def context_of(record: Record, scorecard: Scorecard, pack: Pack, style: ReportStyle, *, draft: bool) -> Scope:
    """Everything a template of the pack may name.

    A dotted term is a path of scopes (支出.合计); a table is a list of rows, a block a list of
    instances, each a scope with the last part of its terms; unused rows are left out.
    """
    numerals = numerals_of(style, pack.form.units.factors)
    context = _Facts(pack, style, numerals).scope(record, "", ())
    section = _score_section(pack.form)
    if section is not None:
        context.put(section.name, _Scores(section, style, numerals).scope(scorecard))
    context.put(style.flags.draft, draft)
    return context


@dataclass(frozen=True)
class _Facts:
    pack: Pack
    style: ReportStyle
    numerals: Numerals

    def scope(self, record: Record, prefix: str, path: tuple[str, ...]) -> Scope:
        """The values of one record: of the whole workbook if the path is empty."""
        scope = Scope(prefix)
        for name in self.pack.groups[path[-1]].terms if path else self.pack.single_terms:
            fact = record.fields.get(name) or _missing(self.pack.vocabulary[name])
            scope.put(_within(name, prefix), value_of(fact, self.style, self.numerals))
        for group in self.pack.groups.values():
            if group.path[:-1] == path:
                used = (inner for inner in record.groups.get(group.name, ()) if inner.used)
                rows = tuple(self.scope(inner, group.name, group.path) for inner in used)
                scope.put(_within(group.name, prefix), rows)
        return scope


def _missing(term: Term) -> Fact:
    return Fact(term.name, term.label, term.kind, None, state=State.BLANK)


def _within(name: str, prefix: str) -> str:
    return name.removeprefix(f"{prefix}.") if prefix else name


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
        rows = tuple(self.row(score) for score in card.scores)
        lost = tuple(row for row, score in zip(rows, card.scores, strict=True) if score.deduction)
        entries: dict[str, object] = {
            self.section.total: self.figure(card.total),
            names.maximum: self.figure(card.max_total),
            self.section.grade: card.grade,
            names.framework: card.framework,
            names.complete: card.complete,
            names.rows: rows,
            names.deducted: lost,
            self.label("level1"): tuple(self.level1(part, card) for part in card.level1),
        }
        return Scope(self.section.name, entries)

    def level1(self, part: Subtotal, card: Scorecard) -> Scope:
        inner = tuple(self.level2(part.name, sub, card) for level, sub in card.level2 if level == part.name)
        return self.subtotal(part, self.label("level2"), inner)

    def level2(self, level1: str, part: Subtotal, card: Scorecard) -> Scope:
        place = (level1, part.name)
        inner = tuple(self.row(score) for score in card.scores if (score.level1, score.level2) == place)
        return self.subtotal(part, self.label("name"), inner)

    def subtotal(self, part: Subtotal, inner_name: str, inner: tuple[Scope, ...]) -> Scope:
        entries: dict[str, object] = {
            self.style.scorecard.name: part.name,
            self.label("max_score"): self.figure(part.max_score),
            self.label("score"): self.figure(part.score),
            inner_name: inner,
        }
        return Scope(self.section.name, entries)

    def row(self, score: Score) -> Scope:
        entries = {column.label: self.held(score, column.holds) for column in self.section.columns}
        entries[self.style.scorecard.lost] = self.figure(score.deduction)
        return Scope(f"{self.section.name}.{self.style.scorecard.rows}", entries)

    def held(self, score: Score, holds: str) -> object:
        value = getattr(score, holds)
        return clean_text(value) if isinstance(value, str) else self.figure(value)

    def figure(self, value: Decimal | None) -> Figure:
        if value is None:
            return Figure(Decimal(0), Kind.NUMBER, self.numerals, instead=self.style.no_value)
        return Figure(value, Kind.NUMBER, self.numerals)

    def label(self, holds: str) -> str:
        for column in self.section.columns:
            if column.holds == holds:
                return column.label
        raise PackError("form.toml", self.section.name, f"a report needs a column that holds {holds}")
