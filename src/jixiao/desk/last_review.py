"""What is kept of the last review of a folder: how it looked at the workbooks, and when they were wanted."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import msgspec

from jixiao.desk.batch import Beside
from jixiao.desk.examining import Orders
from jixiao.desk.kept_json import known
from jixiao.desk.lateness import DAYS, Deadlines, days_of
from jixiao.desk.letters.replies import replies_in
from jixiao.desk.store import Store

# The names under which the store keeps it:
ORDERS = "审核时的设置"  # what findings follow from
MOVED = "回执用于 "  # and a sheet of answers: the workbook that has taken the place of the one it names
BEGAN = "最早的一本 "  # and the workbook: what is known of earlier files of its unit, if they go


class _Kept(msgspec.Struct, frozen=True, array_like=True):
    """Of orders, what findings follow from; and last year's workbooks, by those of this year."""

    template: str | None = None
    rules: tuple[str, ...] = ()
    last_years: dict[str, str] = {}


def keep_orders(store: Store, orders: Orders, last_years: Mapping[str, str]) -> None:
    """As ASCII, for paths may be no text."""
    store.remember(ORDERS, json.dumps([orders.template, orders.rules, dict(last_years)]))


def days_before(store: Store) -> Deadlines:
    """The days of the last review, so that a unit stands in a sum as it stood there."""
    return days_of(store.made_from(DAYS), store.made(BEGAN))


def as_before(store: Store, folder: Path) -> tuple[Orders, Beside]:
    """The orders under which the workbooks of the folder are not looked at anew: those of the last review.

    Without what is no longer there.
    """
    kept = known(store.made_from(ORDERS), _Kept, _Kept())
    template, rules = kept.template, kept.rules
    if not all(Path(file).exists() for file in filter(None, (template, *rules))):
        template, rules = None, ()
    before = {book: file for book, file in kept.last_years.items() if Path(file).is_file()}
    orders = Orders(str(folder), template=template, rules=rules)
    replies = replies_in(folder, store.file.parent)
    return orders, Beside(before, replies.found(store.made(MOVED)), replies.unnamed)
