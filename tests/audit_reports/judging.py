"""What the audit said of a report, held against what is true of it."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from audit_reports.files import write
from audit_reports.pieces import Report, flat, said
from audit_reports.planting import Planted, near
from jixiao.audit.audit import audit
from jixiao.audit.document.finding import Audit, AuditFinding
from jixiao.documents.reading import read_document

NEAR = 40  # characters, as far as a reader looks around


@dataclass
class Judgement:
    """`found`: some finding stands at the slip; `culprit`: it names the figure itself.

    `alarms`: findings that the slip does not explain.
    """

    found: bool
    culprit: bool
    noted: bool  # found, but only as a note
    alarms: list[AuditFinding]


def looked_through(report: Report, path: Path, dice: random.Random) -> Audit:
    return audit(read_document(write(report, path, dice)))


def judge(report: Report, planted: Planted, result: Audit) -> Judgement:
    text = report.flat()
    own = report.place(planted.piece)
    around = [report.place(piece) for piece in near(report, planted)]
    wrong = flat(said(planted.piece))
    hits, alarms = [], []
    for finding in result.findings:
        spots = list(places(finding, text))
        if touch(spots, [own]) or (wrong and wrong in figures_of(finding) and touch(spots, around)):
            hits.append(finding)
        elif finding.open and not touch(spots, around):
            alarms.append(finding)
    named = any(names(finding, wrong) for finding in hits)
    return Judgement(bool(hits), named, bool(hits) and not any(one.open for one in hits), alarms)


def places(finding: AuditFinding, text: str) -> Iterator[tuple[int, int]]:
    """All places of a finding's quote in the flat text; of one with gaps, the longest piece that is found."""
    for one in (finding, *finding.consequences):
        quote = flat(one.quote)
        pieces = sorted(re.split(r"…+|\.{3,}|[|｜]", quote), key=len, reverse=True)
        for piece in [quote, *pieces]:
            found = [match.span() for match in re.finditer(re.escape(piece), text)] if len(piece) > 3 else []
            yield from found
            if found:
                break


def touch(spots: list[tuple[int, int]], others: list[tuple[int, int]]) -> bool:
    return any(start - NEAR < end and begin < stop + NEAR for start, stop in spots for begin, end in others)


def figures_of(finding: AuditFinding) -> set[str]:
    texts = [finding.stated, finding.computed, *(pointer.text for pointer in finding.pointers)]
    return {_digits(text) for text in texts} | {_digits(text).replace(",", "") for text in texts}


def _digits(text: str) -> str:
    match = re.search(r"-?\d[\d,，]*(\.\d+)?", text)
    return match.group() if match else flat(text)


def names(finding: AuditFinding, wrong: str) -> bool:
    """The figure that the finding is about first, or that it calls the culprit."""
    accused = [pointer.text for pointer in finding.pointers if pointer.culprit] or [finding.stated]
    return wrong in {_digits(flat(one)) for one in accused} or wrong in flat(accused[0])
