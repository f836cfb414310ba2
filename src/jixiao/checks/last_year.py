"""This year's workbook against last year's: verdicts and findings that name the cells of both."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from jixiao.checks.confront import FOUND, Verdict, confront
from jixiao.checks.findings import findings_of
from jixiao.checks.proof import prove_checks
from jixiao.checks.unit import Unit
from jixiao.model.fact import Record
from jixiao.model.finding import Finding
from jixiao.model.hint import NO_HINTS, Hints
from jixiao.pack.carryover import load_two_years
from jixiao.pack.pack import Pack
from jixiao.pack.two_years import TwoYears


def confront_years(record: Record, last: Record, years: TwoYears) -> tuple[Verdict, ...]:
    """Run every check that joins the two years."""
    pack = years.pack
    return confront(years.joined(record, last), pack.checks, pack.vocabulary, pack.names_of_codes)


def findings_across_years(
    verdicts: Iterable[Verdict], unit: Unit, years: TwoYears, file: str, said: Hints = NO_HINTS
) -> tuple[Finding, ...]:
    """One finding per broken link. Place and cells are this year's; the message also names last year's."""
    found = [verdict for verdict in verdicts if verdict.outcome in FOUND]
    findings = findings_of(found, unit, said)
    return tuple(
        _finding(verdict, finding, years, file) for verdict, finding in zip(found, findings, strict=True)
    )


def _finding(verdict: Verdict, finding: Finding, years: TwoYears, file: str) -> Finding:
    facts = verdict.comparison.facts
    last = [fact for fact in facts if fact.place and years.is_last(fact)]
    figures = [fact for fact in last if fact.kind.numeric]  # not the names that rows are found by
    there = dict.fromkeys(str(fact.place) for fact in figures or last)
    here = dict.fromkeys(fact.place for fact in facts if fact.place and not years.is_last(fact))
    tail = f"上年数见“{file}”的 {'、'.join(there)}。" if there else f"上年数取自“{file}”。"
    return replace(finding, message=f"{finding.message}{tail}", cells=tuple(here))


def prove_years(pack: Pack) -> None:
    """Prove the examples of the checks against last year. Raises PackError."""
    years = load_two_years(pack)
    if years is not None:
        prove_checks(years.pack)
