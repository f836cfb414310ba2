"""A folder of workbooks, from the first look to the summary: the order of the reviewer's work."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import partial
from pathlib import Path

import msgspec

from jixiao.desk.about_orders import about_days, about_signature
from jixiao.desk.batch import FAILED, BatchStep, Beside, work_on
from jixiao.desk.crew import Crew
from jixiao.desk.examined import ExaminedBook
from jixiao.desk.examining import Orders
from jixiao.desk.folder import files_below
from jixiao.desk.given import check_beside, check_given, check_last_year, check_places
from jixiao.desk.last_review import BEGAN, MOVED, keep_orders
from jixiao.desk.lateness import DAYS, Deadlines
from jixiao.desk.left_results import about_left_results, about_taken_away, keep_laid, taken_away
from jixiao.desk.letters.replies import Replies, replies_in
from jixiao.desk.other_forms import about_other_forms
from jixiao.desk.own_files import OwnFiles
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

Tell = Callable[
    [BatchStep, Callable[[], ExaminedBook]], None
]  # of a workbook, which is read from the store if need be


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
        tell: Tell,
        remark: Callable[[str], None],
    ) -> Reviewed:
        """Do it all; `tell` hears of each workbook, `remark` of oddities. Raises UnusableInput, OSError."""
        wanted, folder = self.wanted, Path(self.wanted.orders.folder)
        made_folder(wanted.target)
        remarks = Remarks(wanted.target, remark)
        remarks.all(self._about_what_is_given())
        before = _last_years(wanted, folder, crew, remarks)
        replies = replies_in(folder, wanted.target)
        with Store(wanted.target / STORE) as store:
            missed = taken_away(store, wanted.target)
            remarks.all(keep_worked_on(store, wanted.target))
            rows = self._looked_at(store, crew, before, replies, missed, tell)
            remarks.all(replies.remarks(store.made(MOVED)))
            stuck = self._lettered(store, rows, remarks)
            remarks.all(self._written(store, rows, missed))
            note_copies(store, wanted.target)
            remarks.keep(OwnFiles(store))
            return Reviewed(rows, FAILED if stuck else max(store.codes().values(), default=0))

    def _about_what_is_given(self) -> Iterator[str]:
        """Of the roster, of what a template may not do, and of days that cannot be meant."""
        wanted = self.wanted
        if self.roster:
            yield from self.roster.remarks
        if self.cut:
            yield self.cut
        yield from about_days(wanted.deadline, wanted.reply_by, wanted.today)

    def _looked_at(
        self,
        store: Store,
        crew: Crew,
        before: Mapping[str, str],
        replies: Replies,
        missed: dict[str, list[Path]],
        tell: Tell,
    ) -> list[Standing]:
        """Each workbook, and once more those that answers go to that name another; how the units stand.

        `missed`: results that are gone; what is made anew is taken out.
        """
        orders = self.wanted.orders
        for step in work_on(store, crew, orders, _beside(store, before, replies)):
            tell(step, partial(store.one, step.book))
            if step.examined:  # its results are new
                missed.pop(step.book, None)
        keep_orders(store, orders, before)
        rows = self._standings(store)
        if not _moved_on(store, replies, rows):
            return rows
        for step in work_on(store, crew, orders, _beside(store, before, replies)):
            if step.examined and not step.examined.trouble:
                tell(step, partial(store.one, step.book))
        return self._standings(store)

    def _lettered(self, store: Store, rows: list[Standing], remarks: Remarks) -> int:
        """Write the letters that follow from all workbooks; how many could not be written."""
        from jixiao.desk.letters.notices import write_notices

        sender = self.wanted.orders.sender
        remarks.all(about_other_forms(rows))
        if not (self.wanted.orders.out and sender):
            return 0
        notices = write_notices(store, rows, sender, self.wanted.target, self.wanted.year)
        remarks.all(notices.remarks)
        remarks.all(about_signature(sender, rows))
        return notices.stuck

    def _written(self, store: Store, rows: list[Standing], missed: Mapping[str, list[Path]]) -> Iterator[str]:
        """Write the summary and the overview; what has to be said of them."""
        from jixiao.desk.overview.overview import write_overview
        from jixiao.desk.summary.summary import write_summary

        wanted, folder = self.wanted, Path(self.wanted.orders.folder)
        summary = write_summary(store, rows, folder, wanted.target)
        yield from summary.remarks
        yield from write_overview(store, rows, folder, wanted.target)
        if wanted.orders.out:
            yield from self._of_results(store, rows, missed)

    def _of_results(
        self, store: Store, rows: list[Standing], missed: Mapping[str, list[Path]]
    ) -> Iterator[str]:
        """What has to be said of results that are old, and of those that are gone."""
        target, books = self.wanted.target, [row.book for row in rows if row.book]
        yield from about_left_results(store, target, books)
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


def _beside(store: Store, before: Mapping[str, str], replies: Replies) -> Beside:
    return Beside(before, replies.found(store.made(MOVED)), replies.unnamed)


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
    if wanted.last_year is not None:
        check_last_year(wanted.last_year)
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
