"""Our own tests once more, under the Python of Windows: other words for bad paths, another file system.

Left out is what needs LibreOffice, Gnumeric or pandas, starts programs of this system, or takes minutes.
"""

import re

import pytest
from windows import machine

pytestmark = [pytest.mark.windows, pytest.mark.exhaustive]
ROOMS = {  # which are run together, and how many tests there are at least
    ("model", "methods", "relation"): 500,
    ("scoring", "documents", "workbook/file"): 800,
    ("checks", "frameworks"): 1500,
}
WITHOUT = "not office and not gnumeric and not wheel and not long and not volume and not windows"


@pytest.mark.parametrize(("rooms", "least"), ROOMS.items(), ids=[" ".join(rooms) for rooms in ROOMS])
def test_the_tests_pass_on_windows(rooms: tuple[str, ...], least: int):
    command = [
        machine.made() / "python.exe",
        "-X",
        "utf8",
        "-m",
        "pytest",
        "-q",
        "-p",
        "no:cacheprovider",
        "--tb=short",
    ]
    done = machine.wine(
        [*command, "-m", WITHOUT, *(f"tests/{room}" for room in rooms)],
        cwd=machine.ROOT,
        env={"PYTHONPATH": machine.windows_path(machine.ROOT / "src")},
        limit=1500,
    )
    said = done.stdout.decode(errors="replace")
    assert done.returncode == 0, said[-6000:]
    assert int(re.search(r"(\d+) passed", said)[1]) >= least
