"""Results of workbooks that are not among the units' files any more, and results that are gone: told."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from jixiao.desk.folder import RESULTS, results_folder
from jixiao.desk.kept_json import known
from jixiao.desk.store import Store
from jixiao.files import is_folder, is_there

SHOWN = 5
LEFT = "以前的结果"  # under which it keeps those that were told
LAID = "结果里的文件"  # the name under which the store keeps what the last call left there


def about_left_results(store: Store, out: Path, books: Iterable[str]) -> Iterator[str]:
    """One sentence about those that are new. Nothing is taken away: they may be the reviewer's record."""
    present = {results_folder(str(out), book) for book in books}
    top = out / RESULTS
    folders = sorted(Path(at) for at, _, files in os.walk(top) if files)
    gone = [one for one in folders if one != top and present.isdisjoint([one, *one.parents])]
    names_left = [_printable(folder.relative_to(top).as_posix()) for folder in gone]
    told = known(store.made_from(LEFT), list[str], [])
    store.remember(LEFT, json.dumps(names_left))
    left = [name for name in names_left if name not in told]
    if left:
        names = "”“".join(left[:SHOWN])
        more = f"等 {len(left)} 个文件夹" if len(left) > SHOWN else ""
        yield (
            f"“{RESULTS}”里“{names}”{more}的工作簿已经不在各单位的文件中间，里面的通知、回执和报告是以前的，"
            "不要再发。不用留的，请删去。"
        )


def taken_away(store: Store, out: Path) -> dict[str, list[Path]]:
    """By their workbooks, letters, sheets and reports of the last call that are gone."""
    laid = known(store.made_from(LAID), dict[str, list[str]], {})
    there = {book: folder for book in laid if is_folder(folder := results_folder(str(out), book))}
    return {
        book: [folder / name for name in laid[book] if not is_there(folder / name)]
        for book, folder in there.items()
    }


def keep_laid(store: Store, out: Path, books: Iterable[str]) -> None:
    """What lies there now."""
    laid = {book: sorted(_in(results_folder(str(out), book))) for book in books}
    store.remember(LAID, json.dumps(laid))


def about_taken_away(missed: Mapping[str, list[Path]], out: Path) -> Iterator[str]:
    """One sentence about those that have not been made again. Said once: the reviewer may have wanted it."""
    files = [file for several in missed.values() for file in several if not is_there(file)]
    gone = [_printable(file.relative_to(out).as_posix()) for file in files]
    if gone:
        more = f"等 {len(gone)} 个文件" if len(gone) > SHOWN else ""
        yield (
            f"“{'”“'.join(gone[:SHOWN])}”{more}上次办理后不在了，没有重新生成。"
            "还要用的，请把它所在的整个文件夹移走，再办理一次。"
        )


def _printable(name: str) -> str:
    return name.encode("utf-8", "backslashreplace").decode()


def _in(folder: Path) -> set[str]:
    """Not what an office program lays beside an open file."""
    try:
        return {file.name for file in folder.iterdir() if not file.name.startswith(("~$", "."))}
    except OSError:
        return set()
