"""From Excel itself or from a script, through xlwings: work on the workbook that is open, saved or not.

run(xlwings.Book.caller())      check, score, fill the two result sheets, make and open the report
check(xlwings.Book.caller())    the same without a report
click(run)                      the same for a button: speaks in a message box instead of raising
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from jixiao.faces.words.results import in_a_sentence
from jixiao.inspection import Inspection
from jixiao.model.errors import UnusableInput
from jixiao.pipeline import Run, inspect_source
from jixiao.reporting import reported, written_report
from jixiao.system_words import reason_of
from jixiao.workbook.excel.open_book import open_book
from jixiao.workbook.excel.print_areas import set_print_areas
from jixiao.workbook.excel.writing import write_into
from jixiao.write_back import patches_of, print_areas_of

if TYPE_CHECKING:
    from xlwings import Book

TITLE = "绩效"


def inspect(book: Book) -> Inspection:
    """Read, check and score the open workbook; nothing is written. Raises UnusableInput."""
    return inspect_source(open_book(book))


def check(book: Book) -> Inspection:
    """Inspect the open workbook and fill its result sheets; it is not saved. Raises UnusableInput."""
    inspection = inspect(book)
    _write(book, inspection)
    return inspection


def run(book: Book) -> Run:
    """Check the open workbook, fill its result sheets, make the report beside it and open the report.

    The workbook is not saved. A pack that scores nothing has no report. Raises UnusableInput if the workbook
    cannot be worked on, OSError if the report cannot be written.
    """
    inspection, made = reported(inspect(book))
    _write(book, inspection)
    path = inspection.source.path
    about = _about_anew(inspection, path)
    if made is None:
        return Run(inspection, path, None, about)
    written = written_report(inspection, made, path.parent, path)
    _show(written.path)
    return Run(inspection, path, written.path, (*written.remarks, *about), made)


def _about_anew(inspection: Inspection, path: Path) -> tuple[str, ...]:
    """What is said of a workbook that was made anew, if the sheet of the framework was changed."""
    if inspection.wanted is None:
        return ()
    from jixiao.faces.words.takeover import remade_in_a_sentence
    from jixiao.frameworks.made.remaking import remade

    anew = remade(inspection, path)
    return (remade_in_a_sentence(anew),) if anew else ()


def _write(book: Book, inspection: Inspection) -> None:
    write_into(book, patches_of(inspection))
    set_print_areas(book, print_areas_of(inspection))


def click(action: Callable[[Book], Inspection | Run]) -> None:
    """Do `check` or `run` to the workbook whose button was pressed, and say in Excel what came of it.

    An exception would reach the accountant as the traceback that RunPython shows.
    """
    from xlwings import Book

    book = Book.caller()
    try:
        said, mode = _said(action(book)), "info"
    except UnusableInput as problem:
        said, mode = str(problem), "critical"
    except OSError as error:
        said, mode = (
            f"报告没有写成（{reason_of(error)}）。请检查文件夹的权限和磁盘空间后再试。",
            "critical",
        )
    book.app.alert(said, TITLE, mode=mode)


def _show(report: Path) -> None:
    """With the program that the computer has for it; none is no reason to fail."""
    if sys.platform == "win32":
        with suppress(OSError):
            os.startfile(report)
        return
    from click import launch

    launch(str(report), wait=sys.platform == "linux")  # there a helper is started, and ends at once


def _said(done: Inspection | Run) -> str:
    if isinstance(done, Run):
        return "".join((in_a_sentence(done.inspection, done.report), *done.remarks))
    return in_a_sentence(done, None)
