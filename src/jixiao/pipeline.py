"""The order of the work, from a workbook to its findings, scores and report. Read this first."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from jixiao.checks.confront import confront
from jixiao.checks.findings import explained, findings_of, results_of
from jixiao.checks.sentences import Unit
from jixiao.model.errors import UnusableInput
from jixiao.model.fact import Record
from jixiao.model.finding import CheckResult, Finding
from jixiao.model.outcome import Outcome, Severity
from jixiao.model.scorecard import Scorecard
from jixiao.pack.framework import Framework
from jixiao.pack.loading import Pack
from jixiao.scoring.findings import scorecard_findings
from jixiao.scoring.scorecard import score_framework
from jixiao.workbook.package import Package, open_package
from jixiao.workbook.reading import Reading, read_facts
from jixiao.workbook.results import Results, read_explanations, unwritable, with_results
from jixiao.workbook.saving import save_results


@dataclass(frozen=True)
class Inspection:
    """A workbook that was read, checked and scored. Nothing has been written yet."""

    pack: Pack
    package: Package
    reading: Reading
    findings: tuple[Finding, ...]
    others: tuple[CheckResult, ...]
    scorecard: Scorecard
    explanations: dict[str, str]
    outcomes: tuple[Outcome, ...]

    @property
    def record(self) -> Record:
        return self.reading.record

    @property
    def consistent(self) -> bool:
        """True if no error is left and every warning is explained."""
        return not any(finding.open for finding in self.findings)

    @property
    def draft(self) -> bool:
        """A report with errors left is a draft."""
        return any(finding.severity is Severity.ERROR for finding in self.findings)

    @cached_property
    def counts(self) -> dict[str, int]:
        """How many checks were run, how they came out, and how many findings of each weight are left."""
        left = [finding for finding in self.findings if finding.outcome is not Outcome.EXPLAINED]
        return {
            "checks": len(self.outcomes),
            "passed": self.outcomes.count(Outcome.PASSED),
            "rounding": self.outcomes.count(Outcome.ROUNDING),
            "inconsistent": self.outcomes.count(Outcome.INCONSISTENT),
            "not_checked": self.outcomes.count(Outcome.NOT_CHECKED),
            "explained": len(self.findings) - len(left),
            "error": sum(finding.severity is Severity.ERROR for finding in left),
            "warning": sum(finding.severity is Severity.WARNING for finding in left),
            "note": sum(finding.severity is Severity.NOTE for finding in left),
        }


def inspect(path: Path, pack: Pack) -> Inspection:
    """Read, check and score a workbook. Raises UnusableInput if it cannot be worked on; writes nothing."""
    package = open_package(path)
    reading = read_facts(package, pack)
    framework = framework_of(reading, pack)
    verdicts = confront(reading.record, pack.checks, pack.vocabulary, pack.names_of_codes)
    scorecard = score_framework(
        reading.record, framework, pack.form.assessment, pack.vocabulary, pack.names_of_codes
    )
    explanations = read_explanations(package, reading.structure, pack.form)
    findings = (
        *reading.findings,
        *findings_of(verdicts, Unit(reading.units.name, reading.units.factor)),
        *scorecard_findings(scorecard, reading.record, pack.form.assessment),
        *unwritable(package, reading.structure, pack.form, scorecard),
    )
    return Inspection(
        pack=pack,
        package=package,
        reading=reading,
        findings=explained(findings, explanations),
        others=results_of(verdicts),
        scorecard=scorecard,
        explanations=explanations,
        outcomes=tuple(verdict.outcome for verdict in verdicts),
    )


@dataclass(frozen=True)
class Run:
    """What a run left behind: the inspection, the workbook with the results, and the report."""

    inspection: Inspection
    workbook: Path
    report: Path
    remarks: tuple[str, ...] = ()
    unprinted: tuple[str, ...] = ()  # terms of amounts that the template prints nowhere


def run(path: Path, pack: Pack, out: Path | None = None) -> Run:
    """Inspect a workbook, write the results back into it and make the report in `out` or beside it.

    Raises UnusableInput if the workbook cannot be worked on, OSError if results cannot be written.
    """
    from jixiao.report.making import ReportMaker
    from jixiao.report.output import write_report
    from jixiao.report.unprinted import unprinted_figures

    inspection = inspect(path, pack)
    folder = _folder(out or path.parent)
    maker = ReportMaker(pack)
    report = maker.make(inspection.record, inspection.scorecard, draft=inspection.draft)
    saved = save_results(inspection.package, workbook_with_results(inspection), folder)
    written = write_report(folder / f"{report_name(inspection)}.docx", report)
    unprinted = unprinted_figures(maker.prepared, inspection.record, pack.vocabulary)
    return Run(inspection, saved.path, written, (saved.remark,) if saved.remark else (), unprinted)


def _folder(folder: Path) -> Path:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError):
        raise UnusableInput(f"“{folder}”是文件，不是文件夹，报告没有地方放。请另选文件夹。") from None
    return folder


def framework_of(reading: Reading, pack: Pack) -> Framework:
    """The indicator framework that the workbook was built for. Raises UnusableInput if it is unknown."""
    names = []
    for name in pack.framework_names:
        framework = pack.framework(name)
        if framework.name == reading.framework:
            return framework
        names.append(f"“{framework.name}”")
    raise UnusableInput(
        f"工作簿里的评价指标体系“{reading.framework}”不认识，可用的是：{'、'.join(names)}。请勿改动填报说明表中的版本栏。"
    )


def workbook_with_results(inspection: Inspection) -> bytes:
    """The workbook with the two result sheets filled."""
    results = Results(
        findings=inspection.findings,
        others=inspection.others,
        counts=inspection.counts,
        scorecard=inspection.scorecard,
        explanations=inspection.explanations,
    )
    return with_results(inspection.package, inspection.reading.structure, inspection.pack.form, results)


def report_of(inspection: Inspection) -> bytes:
    """The finished Word report, a draft if errors are left."""
    from jixiao.report.making import make_report

    return make_report(inspection.record, inspection.scorecard, inspection.pack, draft=inspection.draft)


_TERM = re.compile(r"\{([^{}]+)\}")
_NOT_IN_FILE_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f]')
DRAFT = "（草稿）"


def report_name(inspection: Inspection) -> str:
    """The report's file name without ending, by the form's pattern; a draft says so."""
    fields = inspection.record.fields
    name = _TERM.sub(lambda match: fields[match[1]].text, inspection.pack.form.report_name)
    name = _NOT_IN_FILE_NAMES.sub("", name).strip(". ")[:100]
    return f"{name}{DRAFT if inspection.draft else ''}"
