"""What is known of a workbook that was read, checked and scored; nothing has been written yet."""

from __future__ import annotations

from functools import cached_property

import msgspec

from jixiao.checks.offered_totals import OfferedTotal
from jixiao.checks.tally import Tally
from jixiao.model.fact import Record
from jixiao.model.finding import CheckResult, Finding
from jixiao.model.outcome import Outcome, Severity
from jixiao.model.scorecard import Scorecard
from jixiao.model.written_explanation import WrittenExplanation
from jixiao.pack.framework import Framework
from jixiao.pack.pack import Pack
from jixiao.workbook.file.package import Package
from jixiao.workbook.file.source import CellSource, SavedBook
from jixiao.workbook.reading.filled_workbook import Reading


class Inspection(msgspec.Struct, frozen=True, dict=True):
    """The facts, what the checks and the scoring made of them, and what people had explained."""

    pack: Pack
    source: CellSource
    reading: Reading
    findings: tuple[Finding, ...]
    others: tuple[CheckResult, ...]
    scorecard: Scorecard | None  # None where the pack scores nothing
    explanations: dict[str, WrittenExplanation]  # as they stand in the workbook
    tally: Tally  # of the relations that the workbook itself lists
    further: Tally = Tally()  # of own rules, and of what is compared with last year
    offered: tuple[OfferedTotal, ...] = ()  # blank totals that their parts make out
    wanted: Framework | None = None  # what the sheet of the framework asks for, where people have changed it

    @property
    def record(self) -> Record:
        return self.reading.record

    @property
    def package(self) -> Package:
        """The file that was read; a workbook open in Excel is none."""
        if not isinstance(self.source, SavedBook):
            raise TypeError("an open workbook was read, not its file")
        return self.source.package

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
        """How many relations there are, how they came out, and how many findings of each weight are left."""
        left = [finding for finding in self.findings if finding.outcome is not Outcome.EXPLAINED]
        relations = self.tally + self.further
        return {
            "checks": relations.checks,
            "passed": relations.passed,
            "rounding": relations.rounding,
            "inconsistent": relations.inconsistent,
            "hints": relations.hints,
            "not_checked": relations.not_checked,
            "explained": len(self.findings) - len(left),
            "error": sum(finding.severity is Severity.ERROR for finding in left),
            "warning": sum(finding.severity is Severity.WARNING for finding in left),
            "following": sum(bool(finding.follows) for finding in left if finding.open),
            "note": sum(finding.severity is Severity.NOTE for finding in left),
        }
