"""The scores of a workbook, and all that is to be said about them; nothing for a form that scores nothing."""

from __future__ import annotations

from jixiao.model.fact import Record
from jixiao.model.finding import Finding
from jixiao.model.scorecard import Scorecard
from jixiao.pack.framework import Framework
from jixiao.pack.framework_rows import FrameworkSheet
from jixiao.pack.pack import Pack
from jixiao.relation.scope import Scope
from jixiao.scoring.beyond_whole import beyond_whole
from jixiao.scoring.changed_presets import changed_presets
from jixiao.scoring.declared_findings import declared_findings
from jixiao.scoring.doubtful_reasons import doubtful_reasons
from jixiao.scoring.findings import scorecard_findings
from jixiao.scoring.said_deductions import said_deductions
from jixiao.scoring.said_totals import said_totals
from jixiao.scoring.scorecard import score_framework
from jixiao.scoring.unused_entries import unused_entries


def assessed(
    record: Record, framework: Framework | None, pack: Pack, sheet: FrameworkSheet | None = None
) -> tuple[Scorecard | None, tuple[Finding, ...]]:
    """What is typed over the framework's presets comes before what is said about the scores."""
    assessment = pack.form.assessment
    if assessment is None or framework is None:
        return None, ()
    scorecard = score_framework(record, framework, assessment, pack.vocabulary, pack.names_of_codes)
    year = record.fields[pack.form.year]
    return scorecard, (
        *changed_presets(record, framework, assessment.table, pack.presets),
        *unused_entries(record, framework, assessment),
        *beyond_whole(record, framework, assessment),
        *scorecard_findings(scorecard, pack.fillers),
        *declared_findings(scorecard, assessment, pack.fillers),
        *said_deductions(scorecard),
        *said_totals(record, scorecard, int(year.number) if year.filled else None),
        *doubtful_reasons(scorecard, framework, assessment),
        *(_by_people(scorecard, record, framework, pack, sheet) if framework.own and sheet else ()),
    )


def _by_people(
    scorecard: Scorecard, record: Record, framework: Framework, pack: Pack, sheet: FrameworkSheet
) -> tuple[Finding, ...]:
    """Of rows of the unit's own table that people score; few workbooks have any."""
    from jixiao.scoring.against_offers import against_offers
    from jixiao.scoring.framework_sheet.unsure_rows import about_unsure, unsure_indicators

    assessment = pack.form.assessment
    if assessment is None:
        return ()
    unsure = unsure_indicators(sheet, framework)
    scope = Scope(record, pack.vocabulary)
    beside = against_offers(scorecard, framework, unsure, record, assessment, scope, pack.names_of_codes)
    return (*about_unsure(sheet, framework, assessment.veto), *beside)
