"""The workbooks of a folder, each looked at once: what has not changed since is not done again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path

import msgspec
from msgspec.structs import replace

from jixiao import __version__
from jixiao.desk.changed_hands import handed_over
from jixiao.desk.crew import Crew, work_through
from jixiao.desk.examined import BookTrouble, ExaminedBook, after
from jixiao.desk.examining import Examining, Item, Orders
from jixiao.desk.folder import book_name, book_path, files_below, is_book, results_folder
from jixiao.desk.letters.sender import Sender
from jixiao.desk.sealed import SealedBook, sealed
from jixiao.desk.stale_reports import with_stale_reports
from jixiao.desk.store import Store
from jixiao.files import is_folder
from jixiao.pack import loading
from jixiao.pack.rule_files import rule_files
from jixiao.system_words import reason_of

FAILED = 2
AGAIN = (BookTrouble.NOT_WRITTEN, BookTrouble.DIED, BookTrouble.FAULT)  # may go well next time


class BatchStep(msgspec.Struct, frozen=True):
    """A workbook is done: now, or by an earlier call.

    `examined` is then None, and lies in the store; troubles are told every time.
    """

    book: str
    examined: SealedBook | None = None


class Beside(msgspec.Struct, frozen=True):
    """What goes with workbooks, by their paths below the folder: of the year before, and units' answers."""

    last_years: Mapping[str, str] = {}
    replies: Mapping[str, tuple[str, ...]] = {}  # by their own paths below the folder, the oldest first
    no_books: frozenset[str] = frozenset()  # files that are answers, whatever they are called


def work_on(store: Store, crew: Crew, orders: Orders, beside: Beside | None = None) -> Iterator[BatchStep]:
    """Look at every workbook below the folder that is new or has changed, and keep what came of it.

    Raises UnusableInput if the folder cannot be read, OSError if nothing can be kept.
    """
    folder = Path(orders.folder)
    beside = beside or Beside()
    found = files_below(folder, store.file.parent)
    paths = [
        name for path in found if is_book(path) and (name := book_name(path, folder)) not in beside.no_books
    ]
    items = [Item(book, beside.last_years.get(book, ""), beside.replies.get(book, ())) for book in paths]
    store.forget_others(paths)
    common = _common_stamp(orders)
    stamps = {item.book: _stamp(item, folder, common, orders) for item in items if store.stamp(item.book)}
    codes = store.codes()
    known = {book for book in stamps if _known(store.stamp(book), stamps[book], orders, book, codes)}
    for book in (book for book in stamps if book in known):
        yield BatchStep(book, sealed(store.one(book)) if codes[book] == FAILED else None)
    new = {item.book: item for item in items if item.book not in known}
    for done in work_through(crew, Examining(orders), new.values()):
        came = [*done.made, *(sealed(_lost(item, orders)) for item in done.lost)]
        made = [_beside_what_was(one, store, orders.out) for one in came]
        store.keep(
            ("" if one.trouble in AGAIN else _stamp(new[one.book], folder, common, orders, one.digest), one)
            for one in made
        )
        yield from (BatchStep(one.book, one) for one in made)


def _beside_what_was(came: SealedBook, store: Store, out: str) -> SealedBook:
    """The same, knowing what an earlier call made of it, and what lies where its results are."""
    if not out and not store.has(came.book):
        return came
    one = came.opened()
    if store.has(one.book):
        one = after(one, store.one(one.book))
    one = handed_over(one, out, store.owner(one.book))
    return sealed(with_stale_reports(one, out))


def _known(kept: str, stamp: str, orders: Orders, book: str, codes: Mapping[str, int]) -> bool:
    """Whether a workbook was examined as it is and, if results are wanted, whether these are still there."""
    (before, written), (now, wanted) = kept.split("|") if kept else ("", ""), stamp.split("|")
    if before != now:
        return False
    made = written == wanted and is_folder(results_folder(orders.out, book))
    return not orders.out or codes[book] == FAILED or made


def _stamp(item: Item, folder: Path, common: bytes, orders: Orders, digest: str = "") -> str:
    """What the findings follow from and, behind the bar, what more the written results follow from.

    `digest`: of the workbook, if it was read.
    """
    path = book_path(folder, item.book)
    files = [*rule_files(path, map(Path, orders.rules))]
    files += [Path(item.last_year)] if item.last_year else []
    files += [book_path(folder, reply) for reply in item.replies]
    read = bytes.fromhex(digest) if digest else _digest(path)
    parts = [common, item.book.encode(), read, *map(_digest, files)]
    written = sha256(_letter_stamp(orders.sender)).hexdigest() if orders.out else ""
    examined = sha256(b"\0".join(parts)).hexdigest()
    return f"{examined}|{written}"


def _letter_stamp(sender: Sender | None) -> bytes:
    template = Path(sender.template) if sender and sender.template else None
    return _bytes(sender) + (_digest(template) if template else b"")


def _bytes(orders: object) -> bytes:
    """Also of paths that are no text."""
    return repr(orders).encode("utf-8", "backslashreplace")


def _digest(file: Path) -> bytes:
    try:
        return sha256(file.read_bytes()).digest()
    except OSError as error:
        return reason_of(error).encode()


def _common_stamp(orders: Orders) -> bytes:
    """Of what concerns all workbooks: this program, its packs, and the orders."""
    data = [loading.data_folder(name) for name in ("workbook_templates", "report_templates")]
    files = sorted(file for folder in data for file in folder.rglob("*") if file.suffix in (".toml", ".docx"))
    same = replace(orders, folder="", out="", seconds=0, sender=None)  # without what changes no finding
    template = Path(orders.template or "")
    files += [template] if template.is_file() else []
    parts = [__version__.encode(), _bytes(same), *map(_digest, files)]
    return sha256(b"\0".join(parts)).digest()


def _lost(item: Item, orders: Orders) -> ExaminedBook:
    name = Path(item.book).name
    why = (
        f"“{name}”没有审核完：处理它的进程中断了，或超过了 {orders.seconds:g} 秒。"
        "请单独用 jixiao check 试一次；文件特别大的，加 --seconds 放宽时限。"
    )
    return ExaminedBook(item.book, "", trouble=BookTrouble.DIED, sentence=why)
