"""The summary of a folder: what stands on its sheets, written so that the reviewer's own words stay."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from hashlib import sha256
from pathlib import Path

import msgspec

from jixiao.desk.own_files import OwnFiles
from jixiao.desk.results_owner import OWNER
from jixiao.desk.standing import Standing
from jixiao.desk.store import Store
from jixiao.desk.summary.carried import CarriedColumns, carried_columns
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
from jixiao.desk.summary.looks import looks_elsewhere
from jixiao.desk.summary.noted import ReviewerNotes
from jixiao.desk.summary.own_columns import IDENTITY
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
    file = out / FILE
    state = state_of(store, standings)
    made_from, _, digest = store.made_from(FILE).partition(" ")
    if made_from == state and (digest == file_digest(file) or _is_whole(file, standings)):
        return SummaryFiles((file,))
    old = _OldSummary(file, out)
    own = carried_columns(file, columns_by_sheet(), store.sheets())
    try:
        notes = read_notes(file, columns_by_sheet(own))
    except UnreadableSummaryError as reason:
        notes, own = ReviewerNotes(), CarriedColumns({})
        old.renamed(str(reason))
    left, where = notes.left(standings), ""
    if file.exists() and digest != file_digest(file):
        typed = list(typed_over(file, store.sheets(), own.labels))
        left += [*typed, *looks_elsewhere(file, IDENTITY)]
        where = _WHERE if typed else ""
    old.keep(left, where)
    source, laid = UnitBooks(standings, store.all, store.heads), store.sheets()
    links = UnitLinks(folder, out, store.made(OWNER))
    remarks, files = old.remarks, OwnFiles(store)
    try:
        sheets = map(own.beside, _sheets(source, notes, links))
        noted = _noted(store, sheets, lambda: old.keep(own.left()))
        written = write_sheets(file, noted, beside=files.put)
    except PermissionError:  # Windows refuses while another program has the file open
        beside = _free(out, NEW)
        own.again()
        written = write_sheets(beside, map(own.beside, _sheets(source, notes, links)), beside=files.put)
        store.keep_sheets(laid)
        remarks.append(f"“{FILE}”正开着，没有动它；新的汇总另存为“{beside.name}”。")
    if names := "”“".join(path.name for path in written[1:]):
        remarks.append(
            f"行数超过 Excel 的上限，放不下的接着写在“{names}”里。直接用 Excel 打开会丢掉编码前面的 0："
            "请用“数据→从文本/CSV”导入，单位编码一列选“文本”。"
        )
    store.remember(FILE, f"{state} {file_digest(file)}" if written[0] == file else "")
    return SummaryFiles(tuple(written), (*remarks, *files.remarks))


_WHERE = (
    "自己的话请写在“单位情况”的“处理”“备注”里，或在表的右边另加有名称的一栏；"
    "替单位补的审核说明请写在这家的审核回执上。"
)


class _OldSummary:
    """The summary of before: kept under another name where the new one has no place for what stands in it."""

    def __init__(self, file: Path, out: Path) -> None:
        self._file, self._out = file, out
        self._kept = ""
        self.remarks: list[str] = []

    def renamed(self, reason: str) -> None:
        """It cannot be read."""
        old = self._file.rename(_free(self._out))
        self.remarks.append(
            f"原来的“{FILE}”看不懂（{reason}），没有覆盖，已改名为“{old.name}”；里面填的处理和备注没有带过来。"
        )

    def keep(self, left: Iterable[str], where: str = "") -> None:
        """Once, whatever more is found to have no place; `where` it would have had one. Raises OSError."""
        said = "、".join(left)
        if said and not self._kept:
            old = _free(self._out)
            write_atomically(old, self._file.read_bytes())
            self._kept = old.name
        if said:
            self.remarks.append(f"新的“{FILE}”里放不下{said}，原来的另存为“{self._kept}”。{where}")


def columns_by_sheet(own: CarriedColumns | None = None) -> dict[str, list[str]]:
    """The labels of the columns on the sheets that always have the same ones; others have none.

    `own`: columns of hers go on and count as ours.
    """
    known = {"单位情况": UNITS_COLUMNS, "未报送": MISSING_COLUMNS, "问题": FINDINGS_COLUMNS}
    labels = {sheet: [column.label for column in known.get(sheet, ())] for sheet in SHEETS}
    return {sheet: [*ours, *(own.labels(sheet) if own else ())] for sheet, ours in labels.items()}


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


def _noted(
    store: Store, sheets: Iterable[SummarySheet], before: Callable[[], None]
) -> Iterator[SummarySheet]:
    """What stands on them is kept before the file takes its place, and so is what has no place on them."""
    laid = LaidSheets()
    yield from laid.noting(sheets)
    before()
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
    yield ranking_sheet(source, load_pack)
    yield distribution_sheet(source)
    yield outliers.sheet()


def _free(out: Path, what: str = OLD) -> Path:
    names = (out / f"汇总（{what}{number or ''}）.xlsx" for number in range(10_000))
    return next(path for path in names if not path.exists())
