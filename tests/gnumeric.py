"""Gnumeric as a third opinion: another spreadsheet program, with a calculation of its own."""

import shutil
import subprocess
from pathlib import Path


def find_ssconvert() -> str | None:
    return shutil.which("ssconvert")


def recalculate(book: Path, out: Path) -> None:
    """Compute every formula anew; the workbook is written to `out`, an .xlsx file."""
    _convert(book, str(out))


def as_text(book: Path) -> None:
    """The same; each sheet is written beside the workbook as book-SHEET.csv."""
    _convert(book, f"{book.with_suffix('')}-%s.csv", "-S", "--export-type=Gnumeric_stf:stf_csv")


def _convert(book: Path, out: str, *options: str) -> None:
    program = find_ssconvert()
    assert program
    subprocess.run(
        [program, "--recalc", *options, str(book), out], check=True, capture_output=True, timeout=60
    )
