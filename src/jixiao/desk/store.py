"""What was done is kept in one file, so that a second call does only what has changed."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from itertools import chain
from pathlib import Path
from types import TracebackType

from jixiao.desk.examined import ExaminedBook
from jixiao.desk.folder import RECORD
from jixiao.desk.results_owner import OWNER, owner_of
from jixiao.desk.sealed import SealedBook, head_of, opened
from jixiao.model.errors import UnusableInput

FILE = RECORD
_TABLE = "CREATE TABLE IF NOT EXISTS examined (book TEXT PRIMARY KEY, stamp TEXT, code INTEGER, content BLOB)"
_BUSY, _FULL = "database is locked", "database or disk is full"

COMPARED = "与上次比 "  # and the workbook: what a letter was made from that speaks of the last one
_NO_ROOM = "磁盘空间不够"
# What a disk says that has room for a file, and not for all of it
_NOT_TAKEN = (sqlite3.SQLITE_IOERR_WRITE, sqlite3.SQLITE_IOERR_FSYNC, sqlite3.SQLITE_IOERR_TRUNCATE)
_REASONS = {
    sqlite3.SQLITE_FULL: _NO_ROOM,
    sqlite3.SQLITE_IOERR: "磁盘读写出错",
    sqlite3.SQLITE_READONLY: "文件或文件夹是只读的",
    sqlite3.SQLITE_CANTOPEN: "打不开，或没有权限",
    sqlite3.SQLITE_PERM: "没有权限",
    sqlite3.SQLITE_LOCKED: "正被其他程序占用",
    sqlite3.SQLITE_BUSY: "正被其他程序占用",
    sqlite3.SQLITE_NOMEM: "内存不够",
    sqlite3.SQLITE_TOOBIG: "一份结果太大",
}


class Store:
    """The examined workbooks of a folder, by their path below it; each under the stamp of what it came from.

    One call at a time has the file. Raises UnusableInput if another has it, or it is no file of ours;
    OSError if it cannot be written.
    """

    def __init__(self, file: Path) -> None:
        self.file = file
        try:
            self._base = sqlite3.connect(file, timeout=0, isolation_level="EXCLUSIVE")
            self._base.execute("PRAGMA locking_mode = EXCLUSIVE")
            self._base.execute(_TABLE)
            self._base.commit()
            self._base.execute("CREATE TABLE IF NOT EXISTS made (name TEXT PRIMARY KEY, stamp TEXT)")
            self._base.execute("CREATE TABLE IF NOT EXISTS laid (sheet TEXT PRIMARY KEY, content BLOB)")
            self._stamps: dict[str, str] = dict(self._base.execute("SELECT book, stamp FROM examined"))
        except sqlite3.Error as error:
            if str(error) == _FULL or _code(error) in _NOT_TAKEN:
                raise self._unwritten(error) from error
            raise self._unusable(error) from error

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._base.close()

    def stamp(self, book: str) -> str:
        """The stamp under which the workbook was examined; empty if it was not."""
        return self._stamps.get(book, "")

    def has(self, book: str) -> bool:
        """Whether the workbook was looked at, whatever came of it."""
        return book in self._stamps

    def keep(self, examined: Iterable[tuple[str, SealedBook]]) -> None:
        """Keep what came of some workbooks, all or none of them; each with its stamp. Raises OSError."""
        books = list(examined)
        rows = [(one.book, stamp, one.code, one.content) for stamp, one in books]
        owners = [(OWNER + one.book, one.owner) for _, one in books if one.owner]
        try:
            with self._base:
                self._base.executemany("INSERT OR REPLACE INTO examined VALUES (?, ?, ?, ?)", rows)
                self._base.executemany("INSERT OR REPLACE INTO made VALUES (?, ?)", owners)
                self._base.executemany(
                    "DELETE FROM made WHERE name = ?", [(COMPARED + row[0],) for row in rows]
                )
        except sqlite3.Error as error:
            raise self._unwritten(error) from error
        self._stamps |= {book: stamp for book, stamp, _, _ in rows}

    def owner(self, book: str) -> str:
        """Whose results lie under the name of a workbook, as owner_of() says it; empty if nobody's."""
        return self.made_from(OWNER + book) or (owner_of(self.one(book)) if self.has(book) else "")

    def forget_others(self, books: Iterable[str]) -> None:
        """Forget the workbooks that are no longer in the folder."""
        gone = self._stamps.keys() - set(books)
        with self._base:
            self._base.executemany("DELETE FROM examined WHERE book = ?", [(book,) for book in gone])
        for book in gone:
            del self._stamps[book]

    def all(self, books: Iterable[str] | None = None) -> Iterator[ExaminedBook]:
        """One after the other, in the order of their paths, or of those that are given."""
        return map(opened, self._contents(books))

    def heads(self, books: Iterable[str] | None = None) -> Iterator[ExaminedBook]:
        """The same without their figures, which take most of the time."""
        return map(head_of, self._contents(books))

    def _contents(self, books: Iterable[str] | None) -> Iterator[bytes]:
        if books is None:
            rows: Iterable[tuple[bytes]] = self._base.execute("SELECT content FROM examined ORDER BY book")
        else:
            one = "SELECT content FROM examined WHERE book = ?"
            rows = chain.from_iterable(self._base.execute(one, (book,)) for book in books)
        return (content for (content,) in rows)

    def codes(self) -> dict[str, int]:
        """The exit code of each workbook."""
        return dict(self._base.execute("SELECT book, code FROM examined ORDER BY book"))

    def state(self) -> str:
        """A digest of all stamps: what is made of all workbooks together follows from it."""
        return sha256(repr(sorted(self._stamps.items())).encode()).hexdigest()

    def made_from(self, name: str) -> str:
        """From which state a file about all workbooks was made last; empty if it was not."""
        found = self._base.execute("SELECT stamp FROM made WHERE name = ?", (name,)).fetchone()
        return str(found[0]) if found else ""

    def made(self, kind: str) -> dict[str, str]:
        """All states of a kind, by the rest of their names."""
        found = self._base.execute("SELECT name, stamp FROM made")
        return {name.removeprefix(kind): stamp for name, stamp in found if name.startswith(kind)}

    def remember(self, name: str, state: str) -> None:
        """That the file about all workbooks was made from this state."""
        with self._base:
            self._base.execute("INSERT OR REPLACE INTO made VALUES (?, ?)", (name, state))

    def keep_sheets(self, sheets: Mapping[str, bytes]) -> None:
        """Keep what is known of the sheets of the summary, and of no other sheets. Raises OSError."""
        try:
            with self._base:
                self._base.execute("DELETE FROM laid")
                self._base.executemany("INSERT INTO laid VALUES (?, ?)", sheets.items())
        except sqlite3.Error as error:
            raise self._unwritten(error) from error

    def sheets(self) -> dict[str, bytes]:
        """The same, by the names of the sheets."""
        return dict(self._base.execute("SELECT sheet, content FROM laid"))

    def one(self, book: str) -> ExaminedBook:
        """What came of one workbook."""
        (content,) = self._base.execute("SELECT content FROM examined WHERE book = ?", (book,)).fetchone()
        return opened(content)

    def _unwritten(self, error: sqlite3.Error) -> OSError:
        return OSError(0, f"审核记录写不进去（{_reason(error)}）", str(self.file))

    def _unusable(self, error: sqlite3.Error) -> UnusableInput:
        if str(error) == _BUSY:
            return UnusableInput(
                f"“{self.file.parent}”里的批量审核正在进行，不能同时再办一次。"
                "请等它结束，或用 --out 换一个文件夹。"
            )
        return UnusableInput(f"“{self.file}”不能用作审核记录（{_reason(error)}）。请把它移走，再办理一次。")


def _reason(error: sqlite3.Error) -> str:
    if (code := _code(error)) in _NOT_TAKEN:
        return _NO_ROOM
    return _REASONS.get(code & 0xFF, "不是审核记录，或已损坏")  # the rest tells where it happened


def _code(error: sqlite3.Error) -> int:
    return int(getattr(error, "sqlite_errorcode", 0))
