"""The results of a workbook of a folder: its copy, its report and the letter to its unit.

What stands in their way is no fault of the unit: its figures count, and the next call tries again.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from jixiao.desk.examined import ExaminedBook
from jixiao.desk.folder import results_folder
from jixiao.desk.letters.sender import Sender
from jixiao.model.errors import UnusableInput, done_before
from jixiao.system_words import reason_of

if TYPE_CHECKING:
    from jixiao.inspection import Inspection


def finished(
    found: ExaminedBook, inspection: Inspection, out: str, template: str | None, sender: Sender | None
) -> ExaminedBook:
    """The same with its results written into its folder below `out`, as far as that goes."""
    folder = results_folder(out, found.book)
    try:
        found = _with_results(found, inspection, folder, template)
        return _with_letter(found, sender, folder) if sender else found
    except UnusableInput as problem:
        return unwritten(found, str(problem))
    except OSError as error:
        why = f"{reason_of(error)}。请检查磁盘空间和文件夹权限。"
        return unwritten(found, f"{why}{done_before(error)}")


def unwritten(found: ExaminedBook, why: str) -> ExaminedBook:
    """The same, with what has to be said of results that were not written; `why` is a sentence."""
    what = "通知" if found.said("written") else "结果"
    name = Path(found.book).name
    return replace(found, unwritten=f"“{name}”已经审核，照常计入；{what}没有写成，下次办理时再写：{why}")


def _with_results(
    found: ExaminedBook, inspection: Inspection, folder: Path, template: str | None
) -> ExaminedBook:
    from jixiao.pipeline import finish
    from jixiao.report.output.writing import without_draft
    from jixiao.result_document import result_document

    done = finish(inspection, folder, template, copy=True)
    said = without_draft(done.report) if done.report else ""
    return replace(
        found,
        document=result_document(done.inspection, done.workbook, done.report),
        remarks=(*found.remarks, *done.remarks, *filter(None, [said])),
    )


def _with_letter(found: ExaminedBook, sender: Sender, folder: Path) -> ExaminedBook:
    from jixiao.desk.letters.sending import write_letter

    said = write_letter(found, sender, folder)
    return replace(found, remarks=(*found.remarks, *said)) if said else found
