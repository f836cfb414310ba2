"""Our own tests once more, under the Python of Windows: other words for bad paths, another file system.

Left out is what needs LibreOffice, Gnumeric or a browser, models Excel's own folders, starts programs of this
system, or takes minutes. Run there once by hand are report, importing, pack, audit and the rest of workbook,
of faces and of the modules of this folder.
"""

import re

import pytest
from windows import machine

pytestmark = [pytest.mark.windows, pytest.mark.exhaustive]
ROOMS = {  # which are run together, and how many tests there are at least
    ("model", "methods", "relation"): 500,
    ("scoring", "documents", "workbook/file"): 800,
    ("checks", "frameworks"): 1500,
    ("watching", "workbook/sheets", "test_files.py", "test_system_words.py"): 150,
    ("faces/test_watch.py", "faces/test_button.py", "faces/test_bad_files.py"): 65,
    ("desk",): 115,
    ("audit_results", "faces/test_audit_command.py", "test_frames.py", "test_live.py"): 70,
}
SLOW = (  # each worker that dies is two seconds there
    "desk/test_crew.py::test_everything_is_done_and_a_worker_that_dies_costs_only_the_item_that_killed_it",
)
WITHOUT = (
    "not office and not gnumeric and not browser and not wheel and not long and not volume and not windows"
)


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
        [
            *command,
            *("-m", WITHOUT),
            *(f"--deselect=tests/{test}" for test in SLOW),
            *(f"tests/{room}" for room in rooms),
        ],
        cwd=machine.ROOT,
        env={
            "PYTHONPATH": machine.windows_path(machine.ROOT / "src"),
            # what draws a window starts wine's desktop, which stays and keeps the pipes it was given
            "WINEDLLOVERRIDES": "mscoree,mshtml,explorer.exe=",
        },
        limit=1500,
    )
    said = done.stdout.decode(errors="replace")
    assert done.returncode == 0, said[-6000:]
    assert int(re.search(r"(\d+) passed", said)[1]) >= least
