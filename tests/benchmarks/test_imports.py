"""Importing a heavy package on a path that does not need it is a defect: people wait for it."""

import os
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest
from workbook.books import BALANCED, REAL, sample, saved

BUILDERS = {"openpyxl", "pandas", "numpy", "docxtpl", "docx", "xlwings", "xlsxwriter", "pyopenvba"}
START = "from jixiao.faces.cli import main; main()"


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample with a sum that does not come out."""
    return saved(tmp_path_factory.mktemp("book"), sample(REAL))


@pytest.fixture(scope="module")
def quiet(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample all of whose sums come out."""
    return saved(tmp_path_factory.mktemp("quiet"), sample(BALANCED))


def modules(book: Path, *arguments: str) -> set[str]:
    """The modules that the command line loads when its caches, beside the book, are filled."""
    first_modules(book, *arguments)
    return started(book, arguments, again=True)


def first_modules(book: Path, *arguments: str) -> set[str]:
    """The modules that the command line loads when it is called for the first time."""
    return started(book, arguments, again=False)


@cache
def started(book: Path, arguments: tuple[str, ...], *, again: bool) -> set[str]:
    """A process costs half a second: many tests look at the same one."""
    command = [sys.executable, "-X", "importtime", "-c", START, *arguments]
    environment = {**os.environ, "JIXIAO_CACHE": str(book.parent / "cache")}
    done = subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode in (0, 1), done.stderr
    lines = (line for line in done.stderr.splitlines() if line.startswith("import time:"))
    return {line.rpartition("|")[2].strip() for line in lines}


def packages(found: set[str]) -> set[str]:
    return {module.partition(".")[0] for module in found}


def own(found: set[str]) -> set[str]:
    return {module for module in found if module.partition(".")[0] == "jixiao"}


def test_asking_for_help_loads_neither_a_pack_nor_the_xml_library(book):
    assert packages(first_modules(book, "--help")) & {*BUILDERS, "jinja2", "lxml", "msgspec"} == set()


def test_a_check_loads_no_package_that_builds_workbooks_or_reports(book):
    assert packages(first_modules(book, "check", str(book))) & {*BUILDERS, "jinja2"} == set()


def test_a_run_with_a_prepared_template_loads_no_package_that_builds_workbooks_or_templates(book):
    first = packages(first_modules(book, "run", str(book)))
    assert "docxtpl" in first  # or the second run would prove nothing
    assert packages(modules(book, "run", str(book))) & BUILDERS == set()


@pytest.mark.parametrize("command", ["check", "run"])
def test_what_checks_and_runs_import_makes_no_dataclass(book, command):
    assert "dataclasses" not in packages(
        modules(book, command, str(book))
    )  # each takes half a millisecond to make


def test_a_check_loads_only_what_reads_checks_and_scores(book):
    rooms = ("report.", "carryover", "importing", "watching", "building", "workbook.sheets", "workbook.live")
    others = (
        "workbook.written",
        "workbook.excel",
        "faces.excel",
        "faces.doctor",
        "pack.complaints",
        "pack.toml_lines",
    )
    found = own(first_modules(book, "check", str(book))) - {
        "jixiao.report.output",
        "jixiao.report.output.naming",
    }
    assert [module for module in found if module.removeprefix("jixiao.").startswith((*rooms, *others))] == []
    assert len(found) <= 202


def test_a_check_writes_nothing_and_loads_nothing_that_writes(book):
    writing = {
        "write_back",
        "workbook.file.patching",
        "workbook.file.repacking",
        "workbook.file.saving",
        "workbook.results.patched_book",
        "workbook.results.result_sheets",
    }
    assert not first_modules(book, "check", str(book)) & {f"jixiao.{module}" for module in writing}


def test_where_all_sums_come_out_nothing_is_loaded_that_looks_for_slips(quiet):
    found = own(modules(quiet, "run", str(quiet)))
    slips = [module for module in found if module.startswith("jixiao.checks.diagnosis.")]
    assert {module.rpartition(".")[2] for module in slips} <= {"hints", "names", "network", "trial"}
    assert len(found) <= 268
    assert len(own(first_modules(quiet, "check", str(quiet)))) <= 186


def test_a_run_with_a_prepared_template_loads_nothing_that_prepares_or_looks_through_one(book):
    found = own(modules(book, "run", str(book)))
    assert [module for module in found if module.startswith("jixiao.report.lint")] == []
    assert "jixiao.report.template.preparing" not in found
    assert len(found) <= 286


def test_no_command_loads_the_network(book):
    assert packages(modules(book, "run", str(book))) & {"ssl", "http", "email", "asyncio"} == set()
