"""The explanations of warnings as templates print them: what was not met, and why."""

from __future__ import annotations

from collections.abc import Iterable

from jixiao.model.finding import Finding
from jixiao.model.outcome import Outcome
from jixiao.report.language.derived import Derived
from jixiao.report.language.scope import TemplateScope
from jixiao.report.language.style import ReportStyle
from jixiao.report.language.texts import SourcedText
from jixiao.report.language.values import clean_text

WRITTEN = "校验结果表的审核说明"


def explanations_of(findings: Iterable[Finding], style: ReportStyle) -> tuple[TemplateScope, ...]:
    """One row for each rule whose warning is explained; none where they are not to be printed."""
    closed = (each for each in findings if each.outcome is Outcome.EXPLAINED and each.title)
    return tuple(_row(finding, style) for finding in closed) if style.explanations else ()


def _row(finding: Finding, style: ReportStyle) -> TemplateScope:
    names = style.explained
    source = Derived(WRITTEN, term=f"{names.rows}.{names.text}", label=finding.title)
    entries: dict[str, object] = {
        names.rule: SourcedText(clean_text(finding.title), source),
        names.text: SourcedText(clean_text(finding.explanation), source),
    }
    return TemplateScope(names.rows, entries)
