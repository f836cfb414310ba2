"""The sheets of answers in a folder, and the workbooks they belong to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import msgspec

from jixiao.desk.folder import about_reply_of_another_kind, book_name, files_below, is_book, is_reply
from jixiao.desk.letters.any_name import unnamed_replies
from jixiao.desk.letters.came_back import read_reply
from jixiao.desk.roster import same_name
from jixiao.desk.standing import Standing

Moved = Mapping[str, str]  # a sheet -> the workbook that has taken the place of the one it was made for


class ReplySheet(msgspec.Struct, frozen=True):
    """`name`: its path below the folder; `named`: its workbook as it says; `book`: that one, if there."""

    name: str
    saved: str
    unit: str
    named: str
    book: str


class Replies(msgspec.Struct, frozen=True):
    """The sheets that can be read, what is odd about others, and all files that may be workbooks."""

    sheets: tuple[ReplySheet, ...]
    unread: tuple[str, ...]
    books: frozenset[str]
    unnamed: frozenset[str] = frozenset()  # files that are such sheets and not called so

    def found(self, moved: Moved = {}) -> dict[str, tuple[str, ...]]:  # noqa: B006 - it is only read
        """For a workbook the sheets of answers to it; the one that was saved last comes last."""
        several: dict[str, list[tuple[str, str]]] = {}
        for sheet in self.sheets:
            for book in {sheet.book, moved.get(sheet.name, "")} & self.books:
                several.setdefault(book, []).append((sheet.saved, sheet.name))
        return {book: tuple(name for _, name in sorted(sheets)) for book, sheets in several.items()}

    def remarks(self, moved: Moved = {}) -> Iterator[str]:  # noqa: B006
        """What has to be said of sheets that are not used."""
        yield from self.unread
        for sheet in self.sheets:
            if not sheet.book and moved.get(sheet.name) not in self.books:
                yield (
                    f"回执“{Path(sheet.name).name}”是对“{sheet.named}”的，文件夹里没有这本工作簿，没有采用。"
                )

    def moved(self, rows: Iterable[Standing]) -> dict[str, str]:
        """Sheets whose workbook was sent anew under another name: the one of its unit that counts.

        What a sheet says of other figures is told where it is read.
        """
        newer, units = dict[str, str](), dict[str, list[str]]()
        for row in rows:
            newer |= {row.book: row.newer} if row.newer else {}
            if row.counts:
                units.setdefault(same_name(row.unit), []).append(row.book)
        found: dict[str, str] = {}
        for sheet in self.sheets:
            own = units.get(same_name(sheet.unit), []) if sheet.unit and not sheet.book else []
            target = newer.get(sheet.book, own[0] if len(own) == 1 else "")
            found |= {sheet.name: target} if target else {}
        return found


def replies_in(folder: Path, without: Path) -> Replies:
    """Each sheet says to which workbook it belongs: by its path, or by its name if only one has it."""
    files = files_below(folder, without)
    unnamed = {*unnamed_replies(filter(is_book, files))}
    books = [book_name(path, folder) for path in files if is_book(path) and path not in unnamed]
    others = (path for path in files if not is_book(path) and not is_reply(path))
    sheets, unread = [], [*map(about_reply_of_another_kind, others)]
    for path in (path for path in files if is_reply(path) or path in unnamed):
        reply = read_reply(path)
        if reply is None:
            unread.append(f"“{path.name}”不是审核回执，或者读不出来，没有采用。")
            continue
        named = [book for book in books if Path(book).name == Path(reply.book).name]
        book = reply.book if reply.book in books else named[0] if len(named) == 1 else ""
        sheets.append(ReplySheet(book_name(path, folder), reply.saved, reply.unit, reply.book, book))
    names = frozenset(book_name(path, folder) for path in unnamed)
    return Replies(tuple(sheets), tuple(unread), frozenset(books), names)
