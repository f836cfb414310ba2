"""Change the code in small ways, one at a time, and see whether a test notices: `make mutants`.

    python tests/mutants/run.py [GROUP ...] [--children N] [--again | --only PATTERN]

mutmut makes the changes and runs the tests. Each group of modules meets only tests of its own, which are fast
and must notice without help from the rest of the house. docs/mutants.md is written anew; what people have
judged there of changes that nothing notices stays. `--again` tries, after a test was written, what nothing
has noticed so far and what has changed since; `--only` tries some mutants of a group again
("jixiao.relation.quantity*") and writes nothing.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import chdir
from dataclasses import dataclass
from pathlib import Path

from mutmut.mutation.diff_apply import get_diff_for_mutant
from page import Module, Survivor, unjudged, written

ROOT = Path(__file__).parents[2]
WORK = ROOT / "build" / "mutants"
PAGE = ROOT / "docs" / "mutants.md"
SEEN = (
    "src",
    "tests",
    "workbook_templates",
    "report_templates",
    "samples",
    "docs",
    "CONTRIBUTING.md",
)  # by the tests
# Two plugins collect garbage at the end of each of some thousand runs, and half of the time would be theirs.
PYTEST = (
    *("-n", "0", "-m", "not office and not wheel and not long"),
    *("-p", "no:cacheprovider", "-p", "no:unraisableexception", "-p", "no:threadexception"),
    # mutmut's own calls between ours make a text too deep that is just deep enough
    *("--deselect", "tests/relation/test_syntax.py::test_what_is_as_deep_as_it_may_be_is_read"),
    *("--deselect", "tests/relation/test_syntax.py::test_what_is_too_deep_to_be_walked_is_refused"),
)
# how mutmut writes down what came of a mutant; all else, such as an endless loop or a crash, is noticed
NOTICED, UNNOTICED, NOT_TRIED = 1, (0, 33), None  # a test failed; all passed, or there are none
PATIENCE = 8  # an endless loop is given up after sixteen times what the tests take
METAS = "mutants/src/**/*.meta"


@dataclass(frozen=True)
class Group:
    """Modules, and the tests that should notice when one of them is changed."""

    modules: tuple[str, ...]
    tests: tuple[str, ...]


# of workbook/file/
_OF_BOOKS = ("patching", "repacking", "calculation_flag", "saving")
GROUPS = {
    "relation": Group(("src/jixiao/relation/*",), ("tests/relation",)),
    "checks": Group(("src/jixiao/checks/diagnosis/stale.py",), ("tests/checks/diagnosis/test_stale.py",)),
    "workbook": Group(
        tuple(f"src/jixiao/workbook/file/{module}.py" for module in _OF_BOOKS),
        tuple(f"tests/workbook/file/test_{module}.py" for module in _OF_BOOKS),
    ),
    "report": Group(
        (
            "src/jixiao/report/proof/*",
            *(f"src/jixiao/report/word/{name}.py" for name in ("chart_lines", "comments", "reading")),
            "src/jixiao/report/word/sections.py",
        ),
        ("tests/report/proof", "tests/report/word"),
    ),
}


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("groups", nargs="*", metavar="GROUP", help=", ".join(GROUPS))
    parser.add_argument("--children", type=int, default=2)
    some = parser.add_mutually_exclusive_group()
    some.add_argument("--again", action="store_true")
    some.add_argument("--only", default="", metavar="PATTERN")
    asked = parser.parse_args(arguments)
    modules: list[Module] = []
    for name in asked.groups or GROUPS:
        folder = _prepared(name, afresh=not (asked.again or asked.only))
        if asked.again:
            _forget_unnoticed(folder)
        _run(name, folder, asked.children, asked.only)
        modules += [] if asked.only else _modules(folder)
    if asked.only:
        return
    page = written(PAGE.read_text("utf-8"), modules)
    PAGE.write_text(page, "utf-8")
    for module in modules:
        print("{:48}{:>6}{:>6}{:>7}".format(*module.row))
    if left := unjudged(page):
        sys.exit(f"{left} changes that no test notices are not judged yet: look for “?” in docs/mutants.md.")


def _prepared(name: str, afresh: bool) -> Path:
    """The folder of a group, with all that its tests see."""
    folder = WORK / name
    shutil.rmtree(folder if afresh else folder / "mutants" / "tests", ignore_errors=True)
    folder.mkdir(parents=True, exist_ok=True)
    for seen in SEEN:
        if not (folder / seen).exists():
            (folder / seen).symlink_to(ROOT / seen)
    (folder / "pyproject.toml").write_text(_configured(GROUPS[name]), "utf-8")
    return folder


def _forget_unnoticed(folder: Path) -> None:
    """Let mutmut try once more what no test has noticed, or what has only run out of time.

    Which tests meet which function is found out anew.
    """
    (folder / "mutants" / "mutmut-stats.json").unlink(missing_ok=True)
    for meta in folder.glob(METAS):
        found = json.loads(meta.read_text("utf-8"))
        codes = found["exit_code_by_key"]
        found["exit_code_by_key"] = {n: c if c == NOTICED else NOT_TRIED for n, c in codes.items()}
        meta.write_text(json.dumps(found), "utf-8")


def _run(name: str, folder: Path, children: int, only: str) -> None:
    """Try the mutants of a group."""
    start = time.perf_counter()
    mutmut = [Path(sys.executable).with_name("mutmut"), "run", "--max-children", str(children)]
    subprocess.run([*mutmut, *([only] if only else [])], cwd=folder, check=True)
    print(f"\n{name}: {time.perf_counter() - start:.0f} s")


def _modules(folder: Path) -> list[Module]:
    """What came of them."""
    modules = [_module(meta, folder) for meta in sorted(folder.glob(METAS))]
    return [module for module in modules if module.mutants]


def _configured(group: Group) -> str:
    """The project's settings with those of mutmut."""
    settings = {
        "source_paths": ["src"],
        "only_mutate": group.modules,
        "also_copy": SEEN,
        "pytest_add_cli_args": PYTEST,
        "pytest_add_cli_args_test_selection": group.tests,
    }
    lines = [
        f"{key} = {json.dumps(value)}" for key, value in settings.items()
    ]  # lists of texts: JSON is TOML
    lines += ["use_git_change_detection = false", f"timeout_multiplier = {PATIENCE}"]
    own = ["[tool.mutmut]", *lines, ""]
    return "\n".join([(ROOT / "pyproject.toml").read_text("utf-8"), *own])


def _module(meta: Path, folder: Path) -> Module:
    outcomes: dict[str, int | None] = json.loads(meta.read_text("utf-8"))["exit_code_by_key"]
    assert NOT_TRIED not in outcomes.values(), meta
    path = meta.relative_to(folder / "mutants").with_suffix("")
    survived = [name for name, code in outcomes.items() if code in UNNOTICED]
    with chdir(folder):
        survivors = [_survivor(name, path) for name in survived]
    return Module(path.relative_to("src/jixiao"), len(outcomes), survivors)


def _survivor(mutant: str, path: Path) -> Survivor:
    changed = [line for line in get_diff_for_mutant(mutant, path=path).splitlines()[2:] if line[:1] in "+-"]
    before, after = (" ".join(line[1:].strip() for line in changed if line[0] == sign) for sign in "-+")
    return Survivor(_function(mutant), before, after)


def _function(mutant: str) -> str:
    """jixiao.relation.quantity.xǁQuantityǁgiven__mutmut_3 -> Quantity.given"""
    name = mutant.rpartition(".")[2].partition("__mutmut_")[0]
    return name.removeprefix("x_").removeprefix("xǁ").replace("ǁ", ".")


if __name__ == "__main__":
    main()
