"""The summary of a folder: what stands on its sheets, written so that the reviewer's own words stay."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import msgspec

from jixiao.desk.results_owner import OWNER
from jixiao.desk.standing import Standing
from jixiao.desk.store import Store
from jixiao.desk.summary.comparison import Outliers, distribution_sheet, ranking_sheet
from jixiao.desk.summary.contents import (
    FINDINGS_COLUMNS,
    MISSING_COLUMNS,
    UNITS_COLUMNS,
    BrokenRules,
    Collector,
    UnitBooks,
    findings_sheet,
    missing_sheet,
    units_sheet,
)
from jixiao.desk.summary.figures import FiguresOfUnits, ScoresOfUnits
from jixiao.desk.summary.kept import UnreadableSummaryError, read_notes
from jixiao.desk.summary.laid_sheets import LaidSheets
from jixiao.desk.summary.links import UnitLinks
from jixiao.desk.summary.noted import ReviewerNotes
from jixiao.desk.summary.rule_titles import RuleTitles
from jixiao.desk.summary.sheet import SummarySheet
from jixiao.desk.summary.typed_over import typed_over
from jixiao.desk.summary.writing import write_sheets
from jixiao.files import write_atomically
from jixiao.pack.loading import load_pack

FILE = "汇总.xlsx"
OLD, NEW = "旧", "新"  # what is added to the name of a file beside it
SHEETS = (
    "单位情况",
    "未报送",
    "问题",
    "按规则",
    "指标得分",
    "主要数据",
    "得分排名",
    "得分分布",
    "异常",
)  # and a number


class SummaryFiles(msgspec.Struct, frozen=True):
    """What was written, and what has to be said about it."""

    paths: tuple[Path, ...]
    remarks: tuple[str, ...] = ()


def write_summary(store: Store, standings: list[Standing], folder: Path, out: Path) -> SummaryFiles:
    """Write the summary of the workbooks in `folder` into `out`, if anything has changed. Raises OSError."""
    file, remarks = out / FILE, []
    state = state_of(store, standings)
    made_from, _, digest = store.made_from(FILE).partition(" ")
    if made_from == state and (digest == file_digest(file) or _is_whole(file, standings)):
        return SummaryFiles((file,))
    try:
        notes = read_notes(file, columns_by_sheet())
    except UnreadableSummaryError as reason:
        notes = ReviewerNotes()
        old = file.rename(_free(out))
        remarks.append(
            f"原来的“{FILE}”看不懂（{reason}），没有覆盖，已改名为“{old.name}”；里面填的处理和备注没有带过来。"
        )
    left = notes.left(standings)
    if file.exists() and digest != file_digest(file):
        left += typed_over(file, store.sheets())
    if left:
        old = _free(out)
        write_atomically(old, file.read_bytes())
        remarks.append(f"新的“{FILE}”里放不下{'、'.join(left)}，原来的另存为“{old.name}”。")
    source, laid = UnitBooks(standings, store.all, store.heads), store.sheets()
    links = UnitLinks(folder, out, store.made(OWNER))
    try:
        written = write_sheets(file, _noted(store, _sheets(source, notes, links)))
    except PermissionError:  # Windows refuses while another program has the file open
        beside = _free(out, NEW)
        written = write_sheets(beside, _sheets(source, notes, links))
        store.keep_sheets(laid)
        remarks.append(f"“{FILE}”正开着，没有动它；新的汇总另存为“{beside.name}”。")
    if names := "”“".join(path.name for path in written[1:]):
        remarks.append(
            f"行数超过 Excel 的上限，放不下的接着写在“{names}”里。直接用 Excel 打开会丢掉编码前面的 0："
            "请用“数据→从文本/CSV”导入，单位编码一列选“文本”。"
        )
    store.remember(FILE, f"{state} {file_digest(file)}" if written[0] == file else "")
    return SummaryFiles(tuple(written), tuple(remarks))


def columns_by_sheet() -> dict[str, list[str]]:
    """The labels of the columns on the sheets that always have the same ones; others have none."""
    known = {"单位情况": UNITS_COLUMNS, "未报送": MISSING_COLUMNS, "问题": FINDINGS_COLUMNS}
    return {sheet: [column.label for column in known.get(sheet, ())] for sheet in SHEETS}


def state_of(store: Store, standings: list[Standing]) -> str:
    """A digest of all that files about all workbooks are made from."""
    return sha256(f"{store.state()}{standings}".encode()).hexdigest()


def file_digest(file: Path) -> str:
    """Of a file as it lies there; empty if it cannot be read."""
    try:
        return sha256(file.read_bytes()).hexdigest()
    except OSError:
        return ""


def _is_whole(file: Path, standings: list[Standing]) -> bool:
    """Whether a summary that somebody has saved since is still one."""
    try:
        return bool(read_notes(file, columns_by_sheet()).rows) or (file.exists() and not standings)
    except UnreadableSummaryError:
        return False


def _noted(store: Store, sheets: Iterator[SummarySheet]) -> Iterator[SummarySheet]:
    """What stands on them is kept before the file takes its place."""
    laid = LaidSheets()
    yield from laid.noting(sheets)
    store.keep_sheets(laid.found)


def _sheets(source: UnitBooks, notes: ReviewerNotes, links: UnitLinks) -> Iterator[SummarySheet]:
    """The workbooks are gone through twice: what is found of each goes into the file at once."""
    titles = RuleTitles(load_pack)
    rules, scores, figures, outliers = (
        BrokenRules(titles),
        ScoresOfUnits(),
        FiguresOfUnits(load_pack),
        Outliers(load_pack),
    )
    yield units_sheet(source.standings, notes, links)
    yield missing_sheet(source.standings)
    yield findings_sheet(source, links, titles)
    for row, book in source.each(counting=True, figures=True):
        collectors: tuple[Collector, ...] = (rules, scores, figures, outliers)
        for one in collectors:
            one.add(row, book)
    yield rules.sheet()
    yield from scores.sheets()
    yield from figures.sheets()
    yield ranking_sheet(source)
    yield distribution_sheet(source)
    yield outliers.sheet()


def _free(out: Path, what: str = OLD) -> Path:
    names = (out / f"汇总（{what}{number or ''}）.xlsx" for number in range(10_000))
    return next(path for path in names if not path.exists())
