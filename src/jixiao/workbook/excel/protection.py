"""A protected sheet of the open workbook, unprotected while results are written, then protected as before.

xlwings has nothing for this, so it is Excel's own object on Windows that is asked. Where that object knows
no protection (macOS), nothing is taken off, and Excel refuses to write into a protected sheet.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from jixiao.model.errors import UnusableInput

if TYPE_CHECKING:
    from xlwings import Sheet

# What a user may do in a protected sheet: arguments of Protect and, of the same name, what Protection tells.
ALLOWED = (
    "AllowFormattingCells",
    "AllowFormattingColumns",
    "AllowFormattingRows",
    "AllowInsertingColumns",
    "AllowInsertingRows",
    "AllowInsertingHyperlinks",
    "AllowDeletingColumns",
    "AllowDeletingRows",
    "AllowSorting",
    "AllowFiltering",
    "AllowUsingPivotTables",
)


@contextmanager
def unprotected(sheet: Sheet) -> Iterator[None]:
    """Raises UnusableInput if the sheet is protected with a password."""
    excel = sheet.api
    if not getattr(excel, "ProtectContents", False):
        yield
        return
    before = _protection(excel)
    _unprotect(excel, sheet.name)
    try:
        yield
    finally:
        excel.Protect(**before)


def _protection(excel: Any) -> dict[str, bool]:
    """The arguments that protect the sheet as it is now."""
    return {
        "DrawingObjects": excel.ProtectDrawingObjects,
        "Contents": True,
        "Scenarios": excel.ProtectScenarios,
        "UserInterfaceOnly": excel.ProtectionMode,
        **{name: getattr(excel.Protection, name) for name in ALLOWED},
    }


def _unprotect(excel: Any, name: str) -> None:
    try:
        excel.Unprotect("")  # without a password given, Excel would ask for one
    except _refusals() as error:
        raise UnusableInput(
            f"工作表“{name}”设了保护密码，结果写不进去。请撤销这张表的密码保护（审阅→撤销工作表保护）后再试。"
        ) from error


def _refusals() -> tuple[type[Exception], ...]:
    """What Excel's object raises; the module is there only on Windows."""
    try:
        from pywintypes import com_error
    except ImportError:
        return ()
    return (com_error,)
