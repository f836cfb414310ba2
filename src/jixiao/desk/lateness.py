"""Whether a workbook came too late: the first by the deadline, what was sent back by the day asked for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

import msgspec

from jixiao.desk.standing import Brief

DAYS = "期限"  # the name under which the store keeps those of the last review


class Deadlines(msgspec.Struct, frozen=True):
    """`first`: until when workbooks are wanted; `again`: until when those are that were sent back.

    `known`: for a workbook what began() said of it when earlier files of its unit were still there.
    """

    first: date | None = None
    again: date | None = None
    known: Mapping[str, str] = {}

    def as_text(self) -> str:
        """The days alone."""
        return " ".join(day.isoformat() if day else "-" for day in (self.first, self.again))

    def began(self, one: Brief, earlier: Iterable[Brief]) -> str | None:
        """When the first file of its unit was saved, empty if that is not known; None if it is the first.

        `earlier`: other files of its unit that are there.
        """
        others = [other.first or other.saved for other in earlier]
        others += [self.known[one.book]] if one.book in self.known else []
        if not others and not one.replaced:
            return None
        first = "" if one.first == one.saved else one.first  # of an earlier file, not of answers to this one
        return min(filter(None, (first, *others)), default="")

    def about(self, one: Brief, began: str | None) -> str:
        """Why a workbook is late; empty if it is not.

        Whoever was in time with the first file may mend it later.
        """
        if not _is_after(one.saved, self.first):
            return ""
        if began is None:
            return f"最后保存于 {one.saved[:10]}，晚于期限 {self.first}。"
        if _is_after(began, self.first):
            return f"第一次报来的保存于 {began[:10]}，晚于期限 {self.first}。"
        if _is_after(one.saved, self.again):
            return f"改正的最后保存于 {one.saved[:10]}，晚于重新报送期限 {self.again}。"
        return ""


def days_of(text: str, known: Mapping[str, str]) -> Deadlines:
    """What as_text() said; no day of no text, or of one that says none."""
    try:
        first, again = (None if day == "-" else date.fromisoformat(day) for day in (text or "- -").split())
    except ValueError:
        return Deadlines(known=known)
    return Deadlines(first, again, known)


def _is_after(saved: str, day: date | None) -> bool:
    return day is not None and saved[:10] > day.isoformat()
