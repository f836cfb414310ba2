"""One LibreOffice for all presses of a module's tests that need no screen."""

import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from excel.pressing import Bench, book_in, running
from live_twins import short_sample
from workbook.books import silent_sample

from jixiao.faces.excel.launcher import posix_text


@pytest.fixture(scope="session")
def bench(office: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bench]:
    with running(tmp_path_factory.mktemp("bench")) as bench:
        yield bench


@pytest.fixture
def installed(bench: Bench) -> Bench:
    """The bench with the launcher in place, as install_launcher() writes it."""
    bench.install(posix_text(sys.executable))
    return bench


@pytest.fixture(scope="session")
def reported(bench: Bench, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Any]]:
    """The filled sample, and what was seen when its report was asked for; nobody changes either."""
    bench.install(posix_text(sys.executable))
    book = book_in(tmp_path_factory.mktemp("reported"), short_sample())
    return book, bench.press(book, "MakeReport")


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """Without live sheets, of which buttons know nothing."""
    return book_in(tmp_path, silent_sample())
