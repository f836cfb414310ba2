"""The scores of a workbook, and all that is to be said about them; nothing for a form that scores nothing."""

from __future__ import annotations

from jixiao.model.fact import Record
from jixiao.model.finding import Finding
from jixiao.model.scorecard import Scorecard
from jixiao.pack.framework import Framework
from jixiao.pack.pack import Pack
from jixiao.scoring.changed_presets import changed_presets
from jixiao.scoring.findings import scorecard_findings
from jixiao.scoring.scorecard import score_framework
from jixiao.scoring.unused_entries import unused_entries


def assessed(
    record: Record, framework: Framework | None, pack: Pack
) -> tuple[Scorecard | None, tuple[Finding, ...]]:
    """What is typed over the framework's presets comes before what is said about the scores."""
    assessment = pack.form.assessment
    if assessment is None or framework is None:
        return None, ()
    scorecard = score_framework(record, framework, assessment, pack.vocabulary, pack.names_of_codes)
    return scorecard, (
        *changed_presets(record, framework, assessment.table, pack.presets),
        *unused_entries(record, framework, assessment),
        *scorecard_findings(scorecard, record, assessment, pack.fillers),
    )
