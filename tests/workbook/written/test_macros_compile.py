"""The macros compile in Excel, as far as vbalidator can tell, which knows the members of its objects."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from jixiao.workbook.written.vba import REVIEWER, sources

START = "from src.main import main; main()"  # so the package calls itself


def complaints(folder: Path) -> list[str]:
    report = folder / "report.json"
    command = [
        sys.executable,
        *("-X", "utf8"),  # it reads its own tables in the system's code page
        "-c",
        START,
        "--host",
        "excel",
        "--quiet",
        "--output",
        str(report),
        str(folder),
    ]
    done = subprocess.run(command, capture_output=True, check=False, cwd=folder)
    assert report.is_file(), done.stderr
    return [
        f"{issue['file']}:{issue['line']} {issue['message']}"
        for issue in json.loads(report.read_text())["issues"]
    ]


def test_the_macros_compile(tmp_path):
    for name, code in sources().items():
        (tmp_path / f"{name}.bas").write_text(code)
    reviewers = sources(REVIEWER)["JixiaoButtons"].replace("JixiaoButtons", "JixiaoReviewer")
    (tmp_path / "JixiaoReviewer.bas").write_text(reviewers)
    assert complaints(tmp_path) == []


@pytest.mark.parametrize(
    "line", ["NoSuchProcedure 1", "Dim found As Range: found.NoSuchMember", "If True Then"]
)
def test_what_does_not_compile_would_be_found(line, tmp_path):
    (tmp_path / "Broken.bas").write_text(f"Option Explicit\nSub Broken()\n    {line}\nEnd Sub\n")
    assert complaints(tmp_path)
