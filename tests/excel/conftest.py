"""One LibreOffice for all presses of a module's tests that need no screen."""

import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from excel.pressing import Bench, running
from workbook.books import sample

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


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """The filled sample in a folder whose name has Chinese, spaces and brackets."""
    folder = tmp_path / "绩效 自评(1) [终稿]"
    folder.mkdir()
    path = folder / "工作簿 (2022) [a].xlsm"
    path.write_bytes(sample())
    return path
