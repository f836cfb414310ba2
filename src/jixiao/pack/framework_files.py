"""Which files of a unit's own framework count for a workbook: those that lie beside it."""

from __future__ import annotations

from pathlib import Path

SHARED = "评价指标体系.toml"  # for all workbooks of the folder
ENDING = ".framework.toml"  # behind the stem of a workbook


def frameworks_beside(book: Path) -> tuple[Path, ...]:
    """The workbook's own file first; the name of a framework, not of its file, says which one counts."""
    own, shared = framework_file_of(book), book.with_name(SHARED)
    others = sorted(book.parent.glob(f"*{ENDING}"))
    return tuple(file for file in dict.fromkeys((own, shared, *others)) if file.is_file())


def framework_file_of(book: Path) -> Path:
    """Where the framework of a new workbook is put."""
    return book.with_name(f"{book.stem}{ENDING}")
