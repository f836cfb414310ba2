"""Attack the command line in volume: `python tests/attack/run.py files --count 200`."""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from attack.bad_files import files
from attack.bounded import Outcome, called
from attack.hostile_markup import templates
from attack.hostile_rules import rules
from attack.hostile_values import values
from attack.kinds import Drawn

from jixiao.building.samples import samples

SAMPLE = next(each.workbook for each in samples() if each.values.stem == "leiyang-2022")
ROOMS = {"files": files, "templates": templates, "rules": rules, "values": values}
Tried = tuple[str, str, Outcome]  # kind, command, what came of it


def copied(folder: Path) -> Path:
    """The sample there, where it may be written to."""
    return Path(shutil.copy(SAMPLE, folder / "样本.xlsm"))


def words(command: str, file: Path, folder: Path) -> list[object]:
    """The command line for a file."""
    book = folder / "新.xlsm"
    shipped = copied(folder) if command == "run --template" else SAMPLE
    given = folder / "报来"
    if command == "batch --roster":
        given.mkdir()
        copied(given)
    return {
        "check": ["check", file],
        "run": ["run", file, "--out", folder / "out"],
        "new --from": ["new", book, "--from", file],
        "framework read": ["framework", "read", file],
        "new --values": ["new", book, "--values", file],
        "import": ["import", file, book],
        "verify": ["verify", file, SAMPLE],
        "audit": ["audit", file],
        "run --template": ["run", shipped, "--out", folder / "out", "--template", file],
        "template lint": ["template", "lint", file],
        "batch --roster": ["batch", given, "--roster", file, "--out", folder / "out", "--workers", 1],
        "check --rules": ["check", SAMPLE, "--rules", file],
    }[command]


def tried(drawn: Drawn, kept: Path | None) -> Iterator[Tried]:
    """Each file through its command, in a folder of its own; one that breaks the limits is kept."""
    for number, (kind, ending, content, command) in enumerate(drawn):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            file = folder / f"文件{number}.{ending}"
            file.write_bytes(content)
            outcome = called(*words(command, file, folder), cwd=folder)
            left = sorted(each.name for each in folder.rglob("*.tmp"))
        if left:
            print("left behind:", left)
        if outcome.faults and kept:
            (kept / f"{number}-{kind.replace(' ', '-')}.{ending}").write_bytes(content)
        told = f"{outcome.seconds:5.1f} s {outcome.megabytes:5.0f} MB {outcome.code}"
        said = "; ".join(outcome.faults) or outcome.err.strip()[:150]
        print(f"{number:4} {told}  {kind} | {command} | {said}", flush=True)
        yield kind, command, outcome


def summary(found: list[Tried]) -> Iterator[str]:
    """A table for the docs: kinds, how many, refused, read, the worst of each."""
    by_kind: dict[str, list[Outcome]] = defaultdict(list)
    for kind, _, outcome in found:
        by_kind[kind].append(outcome)
    for kind, outcomes in by_kind.items():
        refused = sum(outcome.code == 2 for outcome in outcomes)
        seconds = max(outcome.seconds for outcome in outcomes)
        megabytes = max(outcome.megabytes for outcome in outcomes)
        broken = sum(bool(outcome.faults) for outcome in outcomes)
        yield f"| {kind} | {len(outcomes)} | {refused} | {seconds:.1f} | {megabytes:.0f} | {broken} |"


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("what", choices=tuple(ROOMS))
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="")
    parser.add_argument("--keep", type=Path)
    chosen = parser.parse_args()
    if chosen.keep:
        chosen.keep.mkdir(parents=True, exist_ok=True)
    drawn = ROOMS[chosen.what].drawn(chosen.count, chosen.seed, chosen.only)
    started = time.monotonic()
    found = list(tried(drawn, chosen.keep))
    broken = [each for each in found if each[2].faults]
    print(*summary(found), sep="\n")
    print(f"{len(found)} tried, {len(broken)} outside the limits, {time.monotonic() - started:.0f} s")
    sys.exit(bool(broken))


if __name__ == "__main__":
    main()
