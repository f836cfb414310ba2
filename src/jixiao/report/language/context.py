"""Record and scorecard -> what a template can name: every term of the form, the scores, the flags."""

from __future__ import annotations

import msgspec
from msgspec.structs import replace

from jixiao.model.fact import Fact, Record, State
from jixiao.model.finding import Finding
from jixiao.model.scorecard import Scorecard
from jixiao.model.term import Group, Term
from jixiao.pack.form import Form
from jixiao.pack.pack import Pack
from jixiao.pack.sections import ScorecardSection
from jixiao.pack.vocabulary import Branch
from jixiao.report.language.explained import explanations_of
from jixiao.report.language.scope import TemplateScope
from jixiao.report.language.scores import scores_of
from jixiao.report.language.style import ReportStyle
from jixiao.report.language.values import Numerals, numerals_of, value_of


def context_of(
    record: Record,
    scorecard: Scorecard,
    pack: Pack,
    style: ReportStyle,
    *,
    draft: bool,
    findings: tuple[Finding, ...] = (),
) -> TemplateScope:
    """Everything a template of the pack may name.

    A dotted term is a path of scopes (支出.合计); a table is a list of rows, a block a list of
    instances, each a scope with the last part of its terms; unused rows are left out. Of
    `findings`, those are told that somebody has explained.
    """
    numerals = numerals_of(style, pack.form.units.factors, record.walk())
    entries = dict(_Facts(pack, style, numerals).scope(record, ()).entries)
    section = _score_section(pack.form)
    if section is not None:
        entries[section.name] = scores_of(scorecard, section, style, numerals)
    entries |= {style.flags.draft: draft, style.flags.contents: style.contents}
    entries[style.explained.rows] = explanations_of(findings, style)
    return TemplateScope("", entries)


class _Facts(msgspec.Struct, frozen=True):
    pack: Pack
    style: ReportStyle
    numerals: Numerals

    def scope(self, record: Record, path: tuple[str, ...]) -> TemplateScope:
        """The values of one record: of the whole workbook if the path is empty."""
        return self._names(record, self.pack.branches[path], path[-1] if path else "")

    def _names(self, record: Record, branch: Branch, name: str) -> TemplateScope:
        def made(part: str) -> object:
            leaf = branch[part]
            if isinstance(leaf, dict):
                return self._names(record, leaf, f"{name}.{part}" if name else part)
            return self._fact(record, leaf) if isinstance(leaf, str) else self._rows(record, leaf)

        return TemplateScope(name, {}, branch.keys(), made)

    def _fact(self, record: Record, name: str) -> object:
        fact = record.fields.get(name) or _missing(self.pack.vocabulary[name])
        optional = self.pack.vocabulary[name].optional
        return value_of(fact, self.style, self.numerals, optional=optional)

    def _rows(self, record: Record, group: Group) -> tuple[TemplateScope, ...]:
        """Those that are filled in; the one that stands for a table that cannot be read says so."""
        used = (inner for inner in record.groups.get(group.name, ()) if inner.used or inner.lost)
        return tuple(
            self.scope(each, group.path) for inner in used for each in self._each_choice(inner, group)
        )

    def _each_choice(self, record: Record, group: Group) -> tuple[Record, ...]:
        """A table that cannot be read may have a row for each of the choices by which rows are told apart."""
        choices = self.pack.vocabulary[group.key].choices if group.key and record.lost else ()
        if not choices:
            return (record,)
        key = record.fields[group.key]
        rows = (replace(key, value=choice, state=State.FILLED) for choice in choices)
        return tuple(Record({**record.fields, group.key: row}, record.groups) for row in rows)


def _missing(term: Term) -> Fact:
    return Fact(term.name, term.label, term.kind, None, state=State.BLANK)


def _score_section(form: Form) -> ScorecardSection | None:
    return next(form.sections(ScorecardSection), None)
