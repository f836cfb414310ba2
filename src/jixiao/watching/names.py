"""Which files of a watched folder are workbooks that somebody fills.

What office programs leave beside them is none: `~$x.xlsm` and `.~lock.x.xlsm#` (open files), `1A2B3C4D.tmp`,
`~DF12.TMP`, `x.xlsm~RF12.TMP` and files without an ending (a save under way), `.~x.xlsm` (WPS). Nor are our
own results beside an open workbook, and tables of figures.
"""

from __future__ import annotations

from pathlib import Path

from jixiao.tracing import TABLE
from jixiao.workbook.saving import holds_results

ENDINGS = (".xlsm", ".xlsx")


def is_workbook(path: Path) -> bool:
    """True if a save of the file should be looked at."""
    ours = holds_results(path) or path.stem.endswith(TABLE)
    return path.suffix.lower() in ENDINGS and not path.name.startswith(("~", ".")) and not ours


def workbooks_in(folder: Path) -> tuple[Path, ...]:
    """The workbooks that lie directly in a folder, by name. Raises OSError."""
    return tuple(sorted(path for path in folder.iterdir() if is_workbook(path) and path.is_file()))
