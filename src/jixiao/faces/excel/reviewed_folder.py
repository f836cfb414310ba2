"""The button of the reviewer's workbook: the chosen folder is reviewed as the sheet's settings want."""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from jixiao.desk.batch import BatchStep
from jixiao.desk.crew import Processes
from jixiao.desk.examined import ExaminedBook
from jixiao.desk.examining import Orders
from jixiao.desk.folder import REVIEWED
from jixiao.desk.letters.sender import Sender
from jixiao.desk.overview.overview import FILE as OVERVIEW
from jixiao.desk.remarks import FILE as REMARKS
from jixiao.desk.review import ReviewOrder, reviewing
from jixiao.faces.words.desk import in_a_sentence
from jixiao.files import resolved
from jixiao.model.errors import UnusableInput
from jixiao.workbook.file.source import CellSource, saved_book, text_at

PATIENCE = 100.0  # seconds after which the macro gets an answer although there is more to do
_DAY = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?")
_SERIAL = re.compile(r"\d{5}")
_EPOCH = date(1899, 12, 30)  # of Excel's days


def review_folder(book: Path, original: Path, folder: Path, tell: Callable[[str], None]) -> str:
    """Review it and return what is to be said; where it takes long, `tell` gets a sentence on the way.

    `book` is the copy with the settings, `original` the open workbook. Raises UnusableInput, OSError.
    """
    target = folder / REVIEWED
    review = reviewing(ordered(saved_book(book), original.parent, folder, target))
    remarks: list[str] = []
    if _lies_among(original, folder, target):
        if review.number == 1:
            raise UnusableInput(
                f"文件夹“{folder}”里除了“{original.name}”没有别的工作簿。请选存放各单位工作簿的文件夹。"
            )
        remarks.append(f"“{original.name}”也放在各单位的工作簿中间，没有当作单位报送的；最好移到别的文件夹。")
    progress = _Progress(review.number, tell)
    done = review.run(Processes(), progress.step, remarks.append)
    show(target / OVERVIEW)
    return "".join((in_a_sentence(done.rows, target), *remarks))


def _lies_among(original: Path, folder: Path, target: Path) -> bool:
    place = resolved(original).parent
    return place.is_relative_to(resolved(folder)) and not place.is_relative_to(resolved(target))


def ordered(settings: CellSource, beside: Path, folder: Path, target: Path) -> ReviewOrder:
    """What the cells of the sheet ask for. Raises UnusableInput for what makes no sense."""

    def said(name: str) -> str:
        return text_at(settings, f"审核.{name}")

    year, only = said("年度").removesuffix("年"), said("只校验")
    if year and not re.fullmatch(r"20\d\d", year):
        raise UnusableInput(f"“年度”一格填的是“{year}”，请填四位数字，例如 2025。")
    if only not in ("", "是", "否"):
        raise UnusableInput(f"“只校验”一格填的是“{only}”，请填“是”或“否”，或不填。")
    reply_by = _day(said("重新报送期限"), "重新报送期限")
    checks = only == "是"
    sender = None if checks else Sender(said("审核单位"), reply_by.isoformat() if reply_by else "")
    orders = Orders(str(folder), out="" if checks else str(target), sender=sender)
    roster = _place(said("名册"), "名册", (beside, folder.parent))
    before = _place(said("上年文件夹"), "上年文件夹", (beside, folder.parent))
    deadline = _day(said("报送期限"), "报送期限")
    return ReviewOrder(orders, target, roster, before, year, deadline, reply_by, date.today())


def _day(text: str, name: str) -> date | None:
    """A date as people type it, or as Excel keeps it: the number of its day."""
    if not text:
        return None
    found = _DAY.fullmatch(text.replace(" ", ""))
    try:
        if found:
            return date(*map(int, found.groups()))
    except ValueError:
        found = None
    if _SERIAL.fullmatch(text):
        return _EPOCH + timedelta(days=int(text))
    raise UnusableInput(f"“{name}”一格填的是“{text}”，不是日期。请照这样填：2026-03-31。")


def _place(text: str, name: str, folders: tuple[Path, ...]) -> Path | None:
    """A path, or a name beside the workbook or beside the folder."""
    if not text:
        return None
    found = next((place for folder in folders if (place := folder / text.strip('"')).exists()), None)
    if found is None:
        raise UnusableInput(f"“{name}”一格填的“{text}”没有找到。请填完整路径，或把它放在本工作簿的文件夹里。")
    return found


class _Progress:
    """After a while the macro is answered, once; the work goes on."""

    def __init__(self, number: int, tell: Callable[[str], None]) -> None:
        self.number, self.tell, self.done = number, tell, 0
        self.began, self.told = time.monotonic(), False

    def step(self, step: BatchStep, examined: Callable[[], ExaminedBook]) -> None:
        """A workbook is done."""
        self.done += 1
        passed = time.monotonic() - self.began
        if not self.told and passed > PATIENCE and self.done < self.number:
            self.told = True
            rest = max(1, round(passed / self.done * (self.number - self.done) / 60))
            self.tell(
                f"共 {self.number} 本，已审核 {self.done} 本，还在继续，大约还要 {rest} 分钟，办完自动打开"
                f"“{OVERVIEW}”，要留意的事写在旁边的“{REMARKS}”里。"
                "可以继续用 Excel；关机、断电也不要紧，再点一次接着办。"
            )


def show(page: Path) -> None:
    """With the program that the computer has for it; none is no reason to fail."""
    from click import launch

    launch(str(page), wait=sys.platform == "linux")  # there a helper is started, and ends at once
