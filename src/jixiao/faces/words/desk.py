"""What the desk says: while it works, a bar on a terminal and lines elsewhere; and at the end."""

from __future__ import annotations

import json
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    ProgressColumn,
    Task,
    TaskProgressColumn,
    TextColumn,
    TimeRemainingColumn,
)
from rich.progress import Progress as Bar
from rich.text import Text

from jixiao.desk.batch import BatchStep
from jixiao.desk.examined import BookTrouble, ExaminedBook
from jixiao.desk.rollup.against import Nearness
from jixiao.desk.rollup.origins import origins
from jixiao.desk.rollup.rolling_up import RolledUp
from jixiao.desk.standing import Review, Standing
from jixiao.desk.turnout import turnout
from jixiao.faces.words.command_line import one_line

if TYPE_CHECKING:
    from jixiao.inspection import Inspection

SHOWN = 10  # differences in the text; the file has all
EVERY = 10.0  # seconds between two lines where there is no terminal


class _Rate(ProgressColumn):
    """Workbooks a second, as soon as it is known."""

    def render(self, task: Task) -> Text:
        return Text(f"每秒 {task.speed:.1f} 本" if task.speed else "")


class Progress:
    """Told of each workbook that is done. All of it goes to standard error."""

    def __init__(self, number: int, *, quiet: bool) -> None:
        self.number, self.quiet, self.done = number, quiet, 0
        self.console = Console(stderr=True, highlight=False, markup=False, soft_wrap=True)
        columns = (TextColumn("已审核"), BarColumn(), MofNCompleteColumn(), TaskProgressColumn())
        rest = TimeRemainingColumn()
        shown = self.console.is_terminal and not quiet
        self.bar = Bar(
            *columns,
            _Rate(),
            TextColumn("还要"),
            rest,
            console=self.console,
            transient=True,
            disable=not shown,
        )
        self.shown = shown
        self.last = time.monotonic()

    def __enter__(self) -> Progress:
        self.bar.start()
        self.task = self.bar.add_task("", total=self.number)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.bar.stop()

    def tell(self, step: BatchStep) -> None:
        """A workbook is done."""
        self.done += 1
        self.bar.advance(self.task)
        if step.examined and step.examined.trouble:
            self._say(f"[{step.examined.trouble}] {step.book}：{step.examined.sentence}")
        elif not self.shown and not self.quiet and time.monotonic() - self.last > EVERY:
            self.last = time.monotonic()
            self._say(f"已审核 {self.done}/{self.number} 本。")

    def remark(self, line: str) -> None:
        """What is odd about something that was given or made."""
        self._say(line)

    def _say(self, sentence: str) -> None:
        line = one_line(sentence)
        if self.shown:
            self.console.print(line)
        else:
            print(line, file=sys.stderr, flush=True)


def as_text(rows: list[Standing], target: Path) -> Iterator[str]:
    """How many have reported and how they stand, and what has to be done about files."""
    yield from _counted(rows)
    for row in rows:
        if row.advice:
            yield one_line(f"[{row.arrival}] {row.book or row.name}：{row.advice}")
    yield f"结果在：{target}"


def in_a_sentence(rows: list[Standing], target: Path) -> str:
    """The same for a message box: details stand in the summary."""
    todo = sum(bool(row.advice) for row in rows)
    more = f"有 {todo} 处要办的事，见汇总.xlsx 的“单位情况”。" if todo else ""
    return f"审核完成。{''.join(_counted(rows))}{more}结果在：{target}"


def _counted(rows: list[Standing]) -> Iterator[str]:
    counting = [row for row in rows if row.counts]
    found = turnout(rows)
    more = f"，另有不在名册的 {found.strangers} 本" if found.strangers else ""
    yield f"到齐：{found.said}{more}。"
    verdicts = Counter(row.verdict for row in counting)
    stands = "，".join(f"{one} {verdicts[one]} 本" for one in Review if verdicts[one])
    yield f"审核：{stands or '没有可审的'}。"


def rollup_as_text(done: RolledUp) -> Iterator[str]:
    """What was added up and taken out, what differs, and that nothing is lost."""
    yield f"汇总：{done.level.name}，计入 {done.level.units} 家，分 {len(done.workbooks)} 本。"
    taken = [one for level in done.level.walk() for one in level.eliminated]
    for one in taken[:SHOWN]:
        more, less = ("收到", "付出") if one.gap > 0 else ("付出", "收到")
        gap = f"，{more}的比{less}的多 {abs(one.gap):,.2f} 元，请核对" if one.gap else ""
        left = f"，“{'”“'.join(one.left)}”的行上没有抵销（用 --row 指明是哪一行）" if one.left else ""
        left += "".join(f"，--row 指明的一行不合用：{why}，行上没有抵销" for _, why in one.unfit)
        yield f"抵销：{one.department}，{one.label} {one.taken:,.2f} 元{gap}{left}。"
    if len(taken) > SHOWN:
        yield f"抵销共 {len(taken)} 处，其余见明细的“抵销明细”。"
    officeless = [level.name for level in done.level.walk() if level.officeless]
    if officeless:
        more = f"等 {len(officeless)} 个部门" if len(officeless) > SHOWN else ""
        yield f"没有本级的工作簿，内部往来没有抵销：{'、'.join(officeless[:SHOWN])}{more}。"
    yield from _differences(done)
    yield from done.remarks
    wrong = f"不等：{'、'.join(done.lost)}。这是本工具的错误，请交给维护人员"
    yield f"核对：各单位之和与汇总数加抵销数{wrong if done.lost else '逐项相等'}。"
    yield f"明细：{done.account}"


def origins_as_text(done: RolledUp, whole: Inspection) -> Iterator[str]:
    """What is wrong with the sum and is not to be mended there."""
    unit = whole.reading.unit
    found = list(origins(whole.findings, unit, done.errors, done.tables, done.sums))
    if found:
        yield "上面有的错误不是汇总工作簿的，不要在里面改数："
        yield from found


def _differences(done: RolledUp) -> Iterator[str]:
    """Against the workbook of the department, if there is one."""
    if done.differences is None:
        return
    wrong = [one for one in done.differences if one.nearness is Nearness.DIFFERENT]
    number = Counter(one.nearness for one in done.differences)
    perhaps = f"，可能是尾差 {number[Nearness.PERHAPS]} 项" if number[Nearness.PERHAPS] else ""
    yield f"与本部门工作簿核对：不平 {len(wrong)} 项，尾差 {number[Nearness.ROUNDING]} 项{perhaps}。"
    for one in wrong[:SHOWN]:
        why = f"，{one.suspected}" if one.suspected else ""
        own, summed, gap = (
            f"{one.said(value)}{' 元' if one.amount else ''}" for value in (one.own, one.summed, one.gap)
        )
        yield f"  {one.where}：本部门 {own}，单位汇总 {summed}，差 {gap}{why}。"


def as_json_line(one: ExaminedBook) -> str:
    """What `check` and `run` print about a workbook, on one line."""
    document = one.document or {"workbook": one.book, "error": one.sentence, "trouble": one.trouble}
    if one.unwritten:
        document = {**document, "error": one.unwritten, "trouble": BookTrouble.NOT_WRITTEN}
    return json.dumps({**document, "book": one.book}, ensure_ascii=False)
