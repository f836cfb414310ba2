"""Write invented reports, plant slips in them, and see what the audit makes of them.

    python tests/audit_reports/measure.py [--reports N] [--slips N] [--seed N] [--files LIST] [--failures K]

Prints the tables of docs/audit-measured.zh-CN.md. K is a kind of slip that was missed; `alarms` shows what
was said without reason, `notes` what was said as a note.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[1]))  # as pytest does

from audit_reports.figures import CENT, in_words, invented
from audit_reports.files import KINDS as FILES
from audit_reports.forms import FORMS
from audit_reports.judging import judge, looked_through
from audit_reports.pieces import Report, said
from audit_reports.planting import FIGURES, KINDS, plant

COLUMNS = ("planted", "found", "noted", "culprit", "determined", "determined culprit", "alarms")


@dataclass
class Measured:
    """`slips`: kind -> counts; `forms` and `files`: what consistent reports came to."""

    slips: dict[str, Counter] = field(default_factory=lambda: defaultdict(Counter))
    forms: dict[str, Counter] = field(default_factory=lambda: defaultdict(Counter))
    files: dict[str, Counter] = field(default_factory=lambda: defaultdict(Counter))
    failures: list[str] = field(default_factory=list)


def made(number: int, seed: int) -> Report:
    """The report of a number: forms take turns, every fifth is of whole yuan."""
    dice = random.Random(seed * 100003 + number)
    return FORMS[number % len(FORMS)](invented(dice, Decimal(1) if number % 5 == 4 else CENT))


def measure(reports: int, slips: int, seed: int, files: tuple[str, ...] = FILES, show: str = "") -> Measured:
    """`reports` consistent reports, and `slips` slips of every kind, in files of all kinds in turn."""
    measured = Measured()
    with tempfile.TemporaryDirectory() as folder:
        for number in range(reports):
            _consistent(measured, number, seed, files[number // len(FORMS) % len(files)], Path(folder), show)
        for kind in KINDS:
            _planted(measured, kind, slips, seed, files, Path(folder), show)
    return measured


def _consistent(measured: Measured, number: int, seed: int, file: str, folder: Path, show: str) -> None:
    report = made(number, seed)
    result = looked_through(report, folder / f"report.{file}", random.Random(number))
    open_ones = [one for one in result.findings if one.open]
    for tally in (measured.forms[report.form], measured.files[file]):
        tally.update(
            reports=1, relations=result.relations, stated=len(report.relations), figures=result.figures,
            alarms=len(open_ones), notes=len(result.findings) - len(open_ones),
        )  # fmt: skip
    for one in result.findings if show == "notes" else open_ones if show == "alarms" else ():
        measured.failures.append(f"{report.form} {number} {file} {one.kind}: {one.message}\n    {one.quote}")


def _planted(
    measured: Measured, kind: str, slips: int, seed: int, files: tuple[str, ...], folder: Path, show: str
) -> None:
    tally, number = measured.slips[kind], 0
    dice = random.Random(f"{seed} {kind}")
    while tally["planted"] < slips and number < slips * len(FORMS):
        report = made(number, seed + 1)
        planted = plant(kind, report, dice)
        number += 1
        if planted is None:
            continue
        file = dice.choice(files)
        result = looked_through(report, folder / f"slip.{file}", dice)
        found = judge(report, planted, result)
        tally.update(
            planted=1, found=found.found, noted=found.noted, culprit=found.culprit,
            determined=planted.determined, alarms=len(found.alarms),
            **{"determined culprit": planted.determined and found.culprit},
        )  # fmt: skip
        if (show == kind and not found.found) or (
            show == f"{kind} culprit" and planted.determined and not found.culprit
        ):
            what = f"{report.form} {number - 1} {file}: {planted.right} -> {said(planted.piece)}"
            measured.failures.append(f"{what}\n    {report.sentence(planted.piece)}")
        if show == "alarms":
            for one in found.alarms:
                measured.failures.append(
                    f"{report.form} {number - 1} {file} beside {kind} {planted.right} -> "
                    f"{said(planted.piece)}: {one.message}\n    {one.quote}"
                )  # fmt: skip


def lines(measured: Measured) -> Iterator[str]:
    yield "| 报告 | 份数 | 关系（审核核对） | 关系（报告所含） | 数字 | 误报 | 提示 |"
    yield "|---|--:|--:|--:|--:|--:|--:|"
    for name, tally in (*measured.forms.items(), *measured.files.items(), ("合计", _sum(measured.forms))):
        shown = " | ".join(
            str(tally[column]) for column in ("reports", "relations", "stated", "figures", "alarms", "notes")
        )
        yield f"| {in_words(name)} | {shown} |"
    yield ""
    yield "| 差错 | 植入 | 找到 % | 其中仅提示 % | 指对 % | 数字本身能定的 | 其中指对 % | 旁及误报 |"
    yield "|---|--:|--:|--:|--:|--:|--:|--:|"
    figures = _sum({kind: tally for kind, tally in measured.slips.items() if kind in FIGURES})
    words = _sum({kind: tally for kind, tally in measured.slips.items() if kind not in FIGURES})
    for kind, tally in (*measured.slips.items(), ("数字合计", figures), ("文字合计", words)):
        shares = [_share(tally[column], tally["planted"]) for column in ("found", "noted", "culprit")]
        determined, told = int(tally["determined"]), _share(tally["determined culprit"], tally["determined"])
        if kind not in FIGURES and kind != "数字合计":  # words accuse themselves
            shares[2], determined, told = "", "", ""
        cells = (tally["planted"], *shares, determined, told, tally["alarms"])
        yield f"| {in_words(kind)} | {' | '.join(map(str, cells))} |"


def _sum(tallies: dict[str, Counter]) -> Counter:
    whole: Counter = Counter()
    for tally in tallies.values():
        whole.update(tally)
    return whole


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f}" if whole else "-"


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("--reports", type=int, default=240)
    options.add_argument("--slips", type=int, default=60, help="of each kind")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--files", default=",".join(FILES), help="txt,html,docx,pdf (needs LibreOffice)")
    options.add_argument("--failures", default="", help="a kind, 'KIND culprit', alarms or notes")
    chosen = options.parse_args()
    measured = measure(
        chosen.reports, chosen.slips, chosen.seed, tuple(chosen.files.split(",")), chosen.failures
    )
    print("\n".join([*measured.failures, *lines(measured)]))


if __name__ == "__main__":
    main()
