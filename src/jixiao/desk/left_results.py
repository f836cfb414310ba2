"""Results of workbooks that are no longer among the units' files: told, for their letters are old."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from jixiao.desk.folder import RESULTS, results_folder

SHOWN = 5


def about_left_results(out: Path, books: Iterable[str]) -> Iterator[str]:
    """One sentence, if there are any. Nothing is taken away: they may be the reviewer's record."""
    known = {results_folder(str(out), book) for book in books}
    top = out / RESULTS
    folders = sorted(Path(at) for at, _, files in os.walk(top) if files)
    gone = [folder for folder in folders if known.isdisjoint([folder, *folder.parents])]
    left = [folder.relative_to(top).as_posix() for folder in gone]
    if left:
        names = "”“".join(name.encode("utf-8", "backslashreplace").decode() for name in left[:SHOWN])
        more = f"等 {len(left)} 个文件夹" if len(left) > SHOWN else ""
        yield (
            f"“{RESULTS}”里“{names}”{more}的工作簿已经不在各单位的文件中间，里面的通知、回执和报告是以前的，"
            "不要再发。不用留的，请删去。"
        )
