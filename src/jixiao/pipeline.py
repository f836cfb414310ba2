"""The order of the work, from a workbook to its findings, scores and report. Read this first."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from jixiao.checks.confront import Verdict, confront
from jixiao.checks.findings import explained, findings_of, results_of
from jixiao.checks.sentences import Unit
from jixiao.model.errors import UnusableInput
from jixiao.model.fact import Record
from jixiao.model.finding import CheckResult, Finding
from jixiao.model.outcome import Outcome, Severity
from jixiao.model.scorecard import Scorecard
from jixiao.pack.framework import Framework
from jixiao.pack.loading import DEFAULT, Pack, load_pack
from jixiao.pack.rule_files import rule_files
from jixiao.pack.stamp import stamps
from jixiao.scoring.findings import scorecard_findings
from jixiao.scoring.scorecard import score_framework
from jixiao.workbook.package import Package, open_package
from jixiao.workbook.reading import Reading, read_facts
from jixiao.workbook.results import Results, read_explanations, unwritable, with_results
from jixiao.workbook.saving import save_results
from jixiao.workbook.stamp import text_at
from jixiao.workbook.structure import read_structure


@dataclass(frozen=True)
class Inspection:
    """A workbook that was read, checked and scored. Nothing has been written yet."""

    pack: Pack
    package: Package
    reading: Reading
    findings: tuple[Finding, ...]
    others: tuple[CheckResult, ...]
    scorecard: Scorecard | None  # None where the pack scores nothing
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


def inspect(
    path: Path, pack: Pack | None = None, rules: Iterable[Path] = (), last_year: Path | None = None
) -> Inspection:
    """Read, check and score a workbook. Raises UnusableInput if it cannot be worked on; writes nothing.

    Without a pack given, it is the one whose stamp the workbook bears. `rules` are files of an accountant's
    own checks; those that lie beside the workbook are used without being named. `last_year` is the workbook
    of the year before, with which opening balances and last year's figures are compared.
    """
    package = open_package(path)
    pack = pack or pack_of(package)
    reading = read_facts(package, pack)
    pack = _with_own_rules(pack, rule_files(path, rules))
    verdicts = confront(reading.record, pack.checks, pack.vocabulary, pack.names_of_codes)
    links = _links(reading, pack, last_year)
    scorecard = _scored(reading, pack)
    explanations = read_explanations(package, reading.structure, pack.form)
    findings = (
        *reading.findings,
        *findings_of(verdicts, Unit(reading.units.name, reading.units.factor), pack.formulas),
        *links.findings,
        *_about_scores(scorecard, reading, pack),
        *unwritable(package, reading.structure, pack.form, scorecard),
    )
    return Inspection(
        pack=pack,
        package=package,
        reading=reading,
        findings=explained(findings, explanations),
        others=results_of((*verdicts, *links.verdicts)),
        scorecard=scorecard,
        explanations=explanations,
        outcomes=tuple(verdict.outcome for verdict in (*verdicts, *links.verdicts)),
    )


@dataclass(frozen=True, slots=True)
class _Links:
    """What came of comparing this year's workbook with last year's."""

    verdicts: tuple[Verdict, ...] = ()
    findings: tuple[Finding, ...] = ()


def _links(reading: Reading, pack: Pack, last_year: Path | None) -> _Links:
    if last_year is None:
        return _Links()
    from jixiao.last_year import links_of

    package = open_package(last_year)
    return _Links(*links_of(reading, pack, package, pack_of(package)))


def pack_of(package: Package) -> Pack:
    """The pack whose stamp the workbook bears, else the default one: reading then says what is wrong."""
    structure = read_structure(package)
    bears = (stamp.pack for stamp in stamps() if text_at(package, structure, stamp.term) == stamp.pack)
    return _loaded(next(bears, DEFAULT))


@cache
def _loaded(name: str) -> Pack:
    return load_pack(name)


def _with_own_rules(pack: Pack, files: tuple[Path, ...]) -> Pack:
    if not files:
        return pack
    from jixiao.checks.own_rules import with_own_rules

    return with_own_rules(pack, files)


def _scored(reading: Reading, pack: Pack) -> Scorecard | None:
    assessment = pack.form.assessment
    if assessment is None:
        return None
    framework = framework_of(reading, pack)
    return score_framework(reading.record, framework, assessment, pack.vocabulary, pack.names_of_codes)


def _about_scores(scorecard: Scorecard | None, reading: Reading, pack: Pack) -> tuple[Finding, ...]:
    assessment = pack.form.assessment
    if scorecard is None or assessment is None:
        return ()
    return scorecard_findings(scorecard, reading.record, assessment)


@dataclass(frozen=True)
class Run:
    """What a run left behind: the inspection, the workbook with the results, and the report if any."""

    inspection: Inspection
    workbook: Path
    report: Path | None
    remarks: tuple[str, ...] = ()
    unprinted: tuple[str, ...] = ()  # terms of amounts that the template prints nowhere


def run(
    path: Path,
    pack: Pack | None = None,
    out: Path | None = None,
    rules: Iterable[Path] = (),
    last_year: Path | None = None,
) -> Run:
    """Inspect a workbook, write the results back into it and make the report in `out` or beside it.

    A pack that scores nothing has no report. Raises UnusableInput if the workbook cannot be worked on,
    OSError if results cannot be written.
    """
    inspection = inspect(path, pack, rules, last_year)
    folder = _folder(out or path.parent)
    made = _report(inspection)
    saved = save_results(inspection.package, workbook_with_results(inspection), folder)
    remarks = (saved.remark,) if saved.remark else ()
    if made is None:
        return Run(inspection, saved.path, None, remarks)
    from jixiao.report.output import write_report

    written = write_report(folder / f"{report_name(inspection)}.docx", made.content)
    return Run(inspection, saved.path, written, remarks, made.unprinted)


@dataclass(frozen=True, slots=True)
class _Made:
    content: bytes
    unprinted: tuple[str, ...]


def _report(inspection: Inspection) -> _Made | None:
    """The report and the figures that it leaves out; None where the pack has no report."""
    if inspection.scorecard is None:
        return None
    from jixiao.report.making import ReportMaker
    from jixiao.report.unprinted import unprinted_figures

    maker = ReportMaker(inspection.pack)
    content = maker.make(inspection.record, inspection.scorecard, draft=inspection.draft)
    return _Made(content, unprinted_figures(maker.prepared, inspection.record, inspection.pack.vocabulary))


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


def report_of(inspection: Inspection) -> bytes | None:
    """The finished Word report, a draft if errors are left; None where the pack has no report."""
    made = _report(inspection)
    return made.content if made else None


_TERM = re.compile(r"\{([^{}]+)\}")
_NOT_IN_FILE_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f]')
DRAFT = "（草稿）"


def report_name(inspection: Inspection) -> str:
    """The report's file name without ending, by the form's pattern; a draft says so."""
    fields = inspection.record.fields
    name = _TERM.sub(lambda match: fields[match[1]].text, inspection.pack.form.report_name)
    name = _NOT_IN_FILE_NAMES.sub("", name).strip(". ")[:100]
    return f"{name}{DRAFT if inspection.draft else ''}"
