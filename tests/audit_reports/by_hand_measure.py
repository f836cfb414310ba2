"""What the audit finds in the reports written by hand: every slip, and every finding that is none.

python tests/audit_reports/by_hand_measure.py [--files txt,html,docx] [--brief] [NAME...]
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from collections import Counter
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[1]))  # as pytest does

from audit_reports.by_hand import FOLDER, Slip, Written, written
from audit_reports.files import KINDS, write
from audit_reports.judging import figures_of, names, places, touch
from audit_reports.pieces import flat, said
from jixiao.audit.audit import audit
from jixiao.audit.document.finding import Audit, AuditFinding
from jixiao.documents.reading import read_document

WORDS = (
    "direction",
    "template",
    "reason",
    "year",
    "naming",
    "numbering",
    "unit",
    "note",
    "doubled",
)


def audited(made: Written, file: str) -> Audit:
    with tempfile.TemporaryDirectory() as folder:
        return audit(
            read_document(write(made.report, Path(folder) / f"report.{file}", random.Random(made.name)))
        )


def matched(
    made: Written, result: Audit
) -> tuple[list[tuple[Slip, AuditFinding | None]], list[AuditFinding]]:
    """Each slip with the finding that tells of it, and the findings that tell of none."""
    text = made.report.flat()
    told: dict[int, AuditFinding] = {}
    others = []
    for finding in result.findings:
        spots = list(places(finding, text))
        ranked = [(_fit(made, slip, finding, spots), -number) for number, slip in enumerate(made.slips)]
        best, number = max(ranked, default=(0, 0))
        if best:
            told.setdefault(-number, finding)
        else:
            others.append(finding)
        for fit, place in ranked:  # one finding may name more than one wrong figure
            if fit == 3:
                told.setdefault(-place, finding)
    return [(slip, told.get(number)) for number, slip in enumerate(made.slips)], others


def _fit(made: Written, slip: Slip, finding: AuditFinding, spots: list[tuple[int, int]]) -> int:
    wrong = flat(said(slip.piece)).removesuffix("%")
    near = touch(spots, [made.report.place(slip.piece)])
    if near and wrong and wrong.replace(",", "") in figures_of(finding):
        return 3
    if wrong and any(letter.isdigit() for letter in wrong) and wrong in figures_of(finding):
        return 2
    if slip.kind in WORDS:  # the words themselves, or quoted with their neighbours
        own = made.report.place(slip.piece)
        if any(_overlap(spot, own) for spot in _accused(finding, spots)):
            return 3
        if any(_overlap(spot, own) for spot in spots):
            return 2
    return 1 if near else 0


def _accused(finding: AuditFinding, spots: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Where in its quotes the words stand that a finding points at first."""
    said = flat(finding.pointers[0].text) if finding.pointers else ""
    place = flat(finding.quote).find(said) if said else -1
    return [(start + place, start + place + len(said)) for start, _ in spots] if place >= 0 else []


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def measure_written(mades: list[Written], files: tuple[str, ...], brief: bool = False) -> Counter:
    whole: Counter = Counter()
    for made in mades:
        for file in files:
            result = audited(made, file)
            pairs, others = matched(made, result)
            alarms = [one for one in others if one.open]
            whole.update(
                slips=len(pairs),
                alarms=len(alarms),
                notes=len(others) - len(alarms),
                relations=result.relations,
            )
            for slip, finding in pairs:
                side = "words" if slip.kind in WORDS else "figures"
                whole.update({side: 1, f"{side} found": finding is not None, "found": finding is not None})
                whole["culprit"] += finding is not None and names(
                    finding, flat(said(slip.piece)).removesuffix("%")
                )
                whole["only noted"] += finding is not None and not finding.open
                if finding is None and not brief:
                    print(
                        f"MISSED {made.name} {file} {slip.kind}: {slip.right} -> {said(slip.piece)}\n"
                        f"    {made.report.sentence(slip.piece)[:300]}"
                    )
            for one in others if not brief else ():
                print(
                    f"{'ALARM' if one.open else 'NOTE'} {made.name} {file} {one.kind}: {one.message}\n"
                    f"    {one.quote}"
                )
    return whole


def measure_each(mades: list[Written], brief: bool = False) -> Counter:
    """Each slip alone in a report that is right otherwise, as slips stand in real reports."""
    whole: Counter = Counter()
    for made in mades:
        made.mended()
        for slip in made.slips:
            slip.piece.text = slip.wrong
            pairs, _ = matched(made, audited(made, "txt"))
            found = next(finding for one, finding in pairs if one is slip)
            slip.piece.text = slip.right
            side = "words" if slip.kind in WORDS else "figures"
            whole.update({side: 1, f"{side} found": found is not None})
            if found is None and not brief:
                print(f"MISSED {made.name} {slip.kind}: {slip.right} -> {slip.wrong}")
                print(f"    {made.report.sentence(slip.piece)[:300]}")
            elif found is not None:
                wrong = flat(slip.wrong).removesuffix("%")
                whole.update({f"{side} named": names(found, wrong)})
    return whole


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("names", nargs="*")
    options.add_argument("--files", default="txt", help=",".join(KINDS))
    options.add_argument("--folder", type=Path, default=FOLDER)
    options.add_argument("--each", action="store_true", help="each slip alone too")
    options.add_argument("--brief", action="store_true", help="the counts alone")
    chosen = options.parse_args()
    paths = sorted(chosen.folder.glob("*.txt"))
    mades = [
        written(path)
        for path in paths
        if not chosen.names or any(path.stem.startswith(one) for one in chosen.names)
    ]
    whole = measure_written(mades, tuple(chosen.files.split(",")), chosen.brief)
    print(dict(whole))
    right = whole["found"]
    print(
        f"precision {right}/{right + whole['alarms']}, figures {whole['figures found']}/{whole['figures']}, "
        f"words {whole['words found']}/{whole['words']}, culprit {whole['culprit']}/{right}, "
        f"only noted {whole['only noted']}"
    )
    for made in mades:
        made.mended()
    if chosen.each:
        print("each alone:", dict(measure_each(mades, chosen.brief)))
    for made in mades:
        for file in chosen.files.split(","):
            for one in audited(made, file).findings:
                if one.open:
                    print(f"MENDED {made.name} {file} {one.kind}: {one.message}\n    {one.quote}")


if __name__ == "__main__":
    main()
