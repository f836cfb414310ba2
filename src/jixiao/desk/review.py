"""A folder of workbooks, from the first look to the summary: the order of the reviewer's work."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path

import msgspec

from jixiao.desk.about_orders import about_days, about_signature
from jixiao.desk.batch import BatchStep, Beside, work_on
from jixiao.desk.crew import Crew
from jixiao.desk.examined import ExaminedBook
from jixiao.desk.examining import Orders
from jixiao.desk.folder import files_below
from jixiao.desk.given import check_beside, check_given, check_places
from jixiao.desk.lateness import DAYS, Deadlines, days_of
from jixiao.desk.left_results import about_left_results, about_taken_away, keep_laid, taken_away
from jixiao.desk.letters.replies import Replies, replies_in
from jixiao.desk.remarks import Remarks
from jixiao.desk.roster import Roster
from jixiao.desk.roster_file import read_roster
from jixiao.desk.standing import Standing, brief
from jixiao.desk.store import FILE as STORE
from jixiao.desk.store import Store
from jixiao.desk.units import standings
from jixiao.desk.worked_on_copies import keep_worked_on, note_copies
from jixiao.files import made_folder
from jixiao.model.errors import UnusableInput

MOVED = "回执用于 "  # and a sheet of answers: the workbook that has taken the place of the one it names
BEGAN = "最早的一本 "  # and the workbook: what is known of earlier files of its unit, if they go
ORDERS = "审核时的设置"  # the name under which the store keeps what findings follow from


class ReviewOrder(msgspec.Struct, frozen=True):
    """`target`: where everything goes that is made; `year`: empty for that of most workbooks."""

    orders: Orders
    target: Path
    roster: Path | None = None
    last_year: Path | None = None
    year: str = ""
    deadline: date | None = None
    reply_by: date | None = None  # until when workbooks are wanted that were sent back
    today: date | None = None  # as the calendar says; nothing that is written follows from it


class Reviewed(msgspec.Struct, frozen=True):
    """How the units stand, and the exit code that the worst workbook has."""

    rows: list[Standing]
    code: int


class Reviewing(msgspec.Struct, frozen=True):
    """What is given is sound; `number` files are to be looked at. `cut`: what of a template is left out."""

    wanted: ReviewOrder
    roster: Roster | None
    number: int
    cut: str = ""

    def run(
        self,
        crew: Crew,
        tell: Callable[[BatchStep, Callable[[], ExaminedBook]], None],
        remark: Callable[[str], None],
    ) -> Reviewed:
        """Do it all; `tell` hears of each workbook, `remark` of oddities. Raises UnusableInput, OSError."""
        from jixiao.desk.letters.notices import write_notices
        from jixiao.desk.overview.overview import write_overview
        from jixiao.desk.summary.summary import write_summary

        wanted, folder = self.wanted, Path(self.wanted.orders.folder)
        made_folder(wanted.target)
        remark = remarks = Remarks(wanted.target, remark)
        for said in (
            *(self.roster.remarks if self.roster else ()),
            *([self.cut] if self.cut else ()),
            *about_days(wanted.deadline, wanted.reply_by, wanted.today),
        ):
            remark(said)
        before = _last_years(wanted, folder, crew, remark)
        replies = replies_in(folder, wanted.target)
        with Store(wanted.target / STORE) as store:
            missed = taken_away(store, wanted.target)
            for said in keep_worked_on(store, wanted.target):
                remark(said)
            for step in work_on(store, crew, wanted.orders, Beside(before, replies.found(store.made(MOVED)))):
                tell(step, lambda book=step.book: store.one(book))  # type: ignore[misc]
                if step.examined:  # its results are new
                    missed.pop(step.book, None)
            store.remember(ORDERS, _as_text(wanted.orders, before))
            rows = self._standings(store)
            if _moved_on(store, replies, rows):
                again = Beside(before, replies.found(store.made(MOVED)))
                for step in work_on(store, crew, wanted.orders, again):
                    if step.examined and not step.examined.trouble:
                        tell(step, lambda book=step.book: store.one(book))  # type: ignore[misc]
                rows = self._standings(store)
            for said in replies.remarks(store.made(MOVED)):
                remark(said)
            if wanted.orders.out and wanted.orders.sender:
                for said in write_notices(store, rows, wanted.orders.sender, wanted.target, wanted.year):
                    remark(said)
                for said in about_signature(wanted.orders.sender, rows):
                    remark(said)
            summary = write_summary(store, rows, folder, wanted.target)
            write_overview(store, rows, folder, wanted.target)
            for said in (
                *summary.remarks,
                *(self._of_results(store, rows, missed) if wanted.orders.out else ()),
            ):
                remark(said)
            note_copies(store, wanted.target)
            remarks.keep()
            return Reviewed(rows, max(store.codes().values(), default=0))

    def _of_results(
        self, store: Store, rows: list[Standing], missed: Mapping[str, list[Path]]
    ) -> Iterator[str]:
        """What has to be said of results that are old, and of those that are gone."""
        target, books = self.wanted.target, [row.book for row in rows if row.book]
        yield from about_left_results(target, books)
        yield from about_taken_away(missed, target)
        keep_laid(store, target, books)

    def _standings(self, store: Store) -> list[Standing]:
        """How the units stand; when their first files came is kept, for these may go."""
        wanted = self.wanted
        days = Deadlines(wanted.deadline, wanted.reply_by, store.made(BEGAN))
        store.remember(DAYS, days.as_text())
        rows = standings(map(brief, store.heads()), self.roster, wanted.year, days)
        for row in rows:
            if row.counts and row.began is not None and days.known.get(row.book) != row.began:
                store.remember(BEGAN + row.book, row.began)
        return rows


def _moved_on(store: Store, replies: Replies, rows: list[Standing]) -> bool:
    """Keep which workbooks sheets belong to besides those that they name; whether that is new."""
    known = store.made(MOVED)
    new = {sheet: book for sheet, book in replies.moved(rows).items() if known.get(sheet) != book}
    for sheet, book in new.items():
        store.remember(MOVED + sheet, book)
    return bool(new)


def reviewing(wanted: ReviewOrder) -> Reviewing:
    """Look at what is given, before any workbook. Raises UnusableInput."""
    folder = Path(wanted.orders.folder)
    roster = read_roster(wanted.roster) if wanted.roster else None
    check_places(folder, wanted.target)
    if wanted.roster:
        check_beside(folder, wanted.roster)
    number = len(files_below(folder, wanted.target))
    if not number:
        raise UnusableInput(f"文件夹“{folder}”里没有工作簿。请给出存放各单位工作簿的文件夹。")
    return Reviewing(wanted, roster, number, check_given(wanted.orders))


def _last_years(
    wanted: ReviewOrder, folder: Path, crew: Crew, remark: Callable[[str], None]
) -> Mapping[str, str]:
    if wanted.last_year is None:
        return {}
    from jixiao.desk.last_years import last_years_of

    matched = last_years_of(folder, wanted.target, wanted.last_year, crew)
    for said in matched.remarks:
        remark(said)
    return matched.found


def _as_text(orders: Orders, last_years: Mapping[str, str]) -> str:
    """ASCII, for paths may be no text."""
    return json.dumps([orders.template, orders.rules, dict(last_years)])


def days_before(store: Store) -> Deadlines:
    """The days of the last review, so that a unit stands in a sum as it stood there."""
    return days_of(store.made_from(DAYS), store.made(BEGAN))


def as_before(store: Store, folder: Path) -> tuple[Orders, Beside]:
    """The orders under which the workbooks of the folder are not looked at anew: those of the last review.

    Without what is no longer there.
    """
    kept = store.made_from(ORDERS)
    template, rules, last_years = json.loads(kept) if kept else (None, [], {})
    if not all(Path(file).exists() for file in filter(None, (template, *rules))):
        template, rules = None, []
    before = {book: file for book, file in last_years.items() if Path(file).is_file()}
    orders = Orders(str(folder), template=template, rules=tuple(rules))
    replies = replies_in(folder, store.file.parent)
    return orders, Beside(before, replies.found(store.made(MOVED)))
