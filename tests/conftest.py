"""Tests marked `office`, `gnumeric`, `browser`, `windows` need it: skipped where absent, failed in CI."""

import gc
import os
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path
from types import ModuleType

import browser as browser_harness
import gnumeric as other_harness
import hypothesis
import office as harness
import pytest
import shared
from volume import ALL
from windows import machine as other_system
from workbook.books import silently

from jixiao.faces.cli import GARBAGE_WORTH_LOOKING_FOR

gc.set_threshold(GARBAGE_WORTH_LOOKING_FOR)  # as the command line does

# how long an example takes is the affair of the machine
hypothesis.settings.register_profile("house", deadline=None)
hypothesis.settings.load_profile("house")

# rooms, and modules that belong to none, of which no test looks at the live sheets of a new workbook
SILENT = {
    "audit",
    "audit_results",
    "checks",
    "desk",
    "faces",
    "frameworks",
    "importing",
    "pack",
    "report",
    "scoring",
}
SILENT |= {"test_uploading.py"}
EXHAUSTIVE = "exhaustive"  # runs in `make test-long` alone
PROGRAMS = {
    "office": (harness.find_soffice, "LibreOffice is not installed (no soffice on the PATH)"),
    "gnumeric": (other_harness.find_ssconvert, "Gnumeric is not installed (no ssconvert on the PATH)"),
    "browser": (browser_harness.find_chromium, "Chromium is not installed"),
    "windows": (other_system.find_windows, "wine, its compiler or the locale zh_CN.UTF-8 is not installed"),
}


def pytest_configure(config: pytest.Config) -> None:
    if hasattr(config, "workerinput"):  # the workers of a run have folders side by side
        os.environ[shared.FOLDER] = str(Path(config.getoption("basetemp")).parent)


@pytest.hookimpl(tryfirst=True)  # before -m selects by marker
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    for item in items:
        for program in PROGRAMS.keys() & {*getattr(item, "fixturenames", ())}:
            item.add_marker(program)
    if not ALL:
        config.hook.pytest_deselected(items=[item for item in items if item.get_closest_marker(EXHAUSTIVE)])
        items[:] = [item for item in items if not item.get_closest_marker(EXHAUSTIVE)]
    items.sort(key=lambda item: item.get_closest_marker("long") is None)  # or all wait for them at the end


def pytest_collection_finish() -> None:
    gc.freeze()  # what was collected stays to the end: nobody need look through it again and again


def pytest_runtest_setup(item: pytest.Item) -> None:
    for program, (find, absent) in PROGRAMS.items():
        if item.get_closest_marker(program) is None or find():
            continue
        if os.environ.get("CI"):
            pytest.fail(f"{absent}, and in CI a test may not be skipped for that", pytrace=False)
        pytest.skip(absent)


@pytest.fixture(scope="module", autouse=True)
def silent_books(request: pytest.FixtureRequest) -> Iterator[None]:
    """Workbooks are made without live sheets where nobody looks at them; a module may ask for them."""
    room = request.path.relative_to(Path(__file__).parent).parts[0]
    wanted = getattr(request.module, "WITH_LIVE_SHEETS", room not in SILENT)
    with nullcontext() if wanted else silently():
        yield


@pytest.fixture(scope="session")
def office() -> ModuleType:
    """The LibreOffice harness, tests/office.py."""
    return harness


@pytest.fixture(scope="session")
def browser() -> ModuleType:
    """The harness of a browser, tests/browser.py."""
    return browser_harness


@pytest.fixture(scope="session")
def gnumeric() -> ModuleType:
    """The Gnumeric harness, tests/gnumeric.py."""
    return other_harness
