"""Copies of workbooks among the results that somebody has saved: no call reads them, one may replace them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from jixiao.desk.folder import book_path, results_folder
from jixiao.desk.kept_json import known
from jixiao.desk.saved_moment import last_saved
from jixiao.desk.store import Store
from jixiao.files import write_atomically
from jixiao.model.errors import UnusableInput
from jixiao.workbook.file.source import open_package

SEEN = "副本的时间"  # the name under which the store keeps when the copies were written


def keep_worked_on(store: Store, out: Path) -> Iterator[str]:
    """Lay what was saved since the last call beside the copy under another name; what is said of it.

    Raises OSError.
    """
    seen = known(store.made_from(SEEN), dict[str, int], {})
    for book in store.codes():
        copy = _copy(out, book)
        if _written(copy) in (0, seen.get(book)) or not _is_saved_anew(copy, store, book):
            continue
        names = (copy.with_stem(f"{copy.stem}（手工修改{number}）") for number in count(1))
        kept = next(name for name in names if not name.exists())
        write_atomically(kept, copy.read_bytes())
        yield (
            f"“{copy.relative_to(out).as_posix()}”有人改过并保存，另存了一份“{kept.name}”。它只是结果的副本，"
            "改在那里的数和说明不会读：请改在单位报来的工作簿里，说明写在审核回执上。"
        )


def note_copies(store: Store, out: Path) -> None:
    """When the copies were written that lie there now."""
    written = {book: moment for book in store.codes() if (moment := _written(_copy(out, book)))}
    store.remember(SEEN, json.dumps(written))


def _copy(out: Path, book: str) -> Path:
    return book_path(results_folder(str(out), book), Path(book).name)


def _written(copy: Path) -> int:
    """Zero if it is not there."""
    try:
        return copy.stat().st_mtime_ns
    except OSError:
        return 0


def _is_saved_anew(copy: Path, store: Store, book: str) -> bool:
    """An office program says when; ours leaves what the unit's own file says."""
    try:
        return last_saved(open_package(copy)) != store.one(book).saved
    except UnusableInput:
        return True
