"""From a unit to its files."""

from __future__ import annotations

import os
from collections.abc import Mapping
from os.path import relpath
from pathlib import Path
from urllib.parse import quote

from jixiao.desk.folder import book_path, results_folder
from jixiao.desk.letters.sender import OPINION
from jixiao.desk.results_owner import is_owner
from jixiao.desk.standing import Standing
from jixiao.desk.summary.kept import BOOK
from jixiao.desk.summary.sheet import Link
from jixiao.files import resolved


class UnitLinks:
    """From a unit to its files, by their paths from the summary; not to results of who had the name before.

    `owners`: whose results are, by the workbooks under whose names they lie.
    """

    def __init__(self, folder: Path, out: Path, owners: Mapping[str, str] = {}) -> None:
        self.folder, self.out, self.owners = folder, out, owners

    def __call__(self, row: Standing, what: str) -> Link | None:
        if not row.book:
            return None
        if what == BOOK:
            return Link(row.book, self._target(book_path(self.folder, row.book)))
        if not is_owner(self.owners.get(row.book, ""), row.unit, row.code):
            return None
        try:
            return self._made(row, what)
        except OSError:  # of a path that no system takes
            return None

    def _made(self, row: Standing, what: str) -> Link | None:
        made = results_folder(str(self.out), row.book)
        letters = {made / f"{kind}.docx" for kind in OPINION}
        if what == "退回通知":
            found = sorted(path for path in letters if path.exists())
        elif what == "报告":
            reports = sorted(set(made.glob("*.docx")) - letters)
            found = sorted(reports, key=lambda path: path.stat().st_mtime, reverse=True)  # not that of before
        else:
            found = [path for path in [book_path(made, Path(row.book).name)] if path.exists()]
        text = found[0].stem if found and what == "退回通知" else what  # of which there are several kinds
        return Link(text, self._target(found[0])) if found else None

    def _target(self, path: Path) -> str:
        try:
            below = Path(relpath(path, self.out)).as_posix()
        except ValueError:  # on another drive of Windows
            return resolved(path).as_uri()
        return quote(os.fsencode(below), safe="/")
