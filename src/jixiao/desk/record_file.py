"""The file that a folder's record is kept in: whatever goes wrong with it is told here, in one sentence."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from jixiao.model.errors import UnusableInput

_TABLES = (
    "examined (book TEXT PRIMARY KEY, stamp TEXT, code INTEGER, content BLOB)",
    "made (name TEXT PRIMARY KEY, stamp TEXT)",
    "laid (sheet TEXT PRIMARY KEY, content BLOB)",
)
_BUSY, _FULL = "database is locked", "database or disk is full"
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


class RecordUnwrittenError(OSError):
    """The record is sound, but the system does not let it be read or written."""


class RecordUnusableError(UnusableInput):
    """Another call has the record, or it is damaged or no record of ours."""


RECORD_FAULTS = (RecordUnwrittenError, RecordUnusableError)


class RecordFile:
    """Rows of the record, by statements of SQL. One call at a time has the file.

    Every use raises RecordUnusableError or RecordUnwrittenError.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        try:
            self._base = sqlite3.connect(file, timeout=0, isolation_level="EXCLUSIVE")
        except sqlite3.Error as error:
            raise self._unusable(error) from error
        try:
            self._base.text_factory = _as_text
            self._base.execute("PRAGMA locking_mode = EXCLUSIVE")
            for table in _TABLES:
                self._base.execute(f"CREATE TABLE IF NOT EXISTS {table}")
                self._base.commit()
            self._base.execute("SELECT 1 FROM examined").fetchone()
        except sqlite3.Error as error:
            self.close()
            if str(error) == _FULL or _code(error) in _NOT_TAKEN:
                raise self._unwritten(error) from error
            raise self._unusable(error) from error

    def close(self) -> None:
        """Let others have it."""
        self._base.close()

    def rows(self, statement: str, values: Sequence[object] = ()) -> Iterator[tuple[Any, ...]]:
        """What is found, one after the other."""
        try:
            yield from self._base.execute(statement, values)
        except sqlite3.Error as error:
            raise self._told(error) from error

    def change(self, *changes: tuple[str, Iterable[Sequence[object]]]) -> None:
        """Statements with their rows, all of them or none."""
        try:
            with self._base:
                for statement, rows in changes:
                    self._base.executemany(statement, rows)
        except sqlite3.Error as error:
            raise self._told(error) from error

    def _told(self, error: sqlite3.Error) -> RecordUnwrittenError | RecordUnusableError:
        known = str(error) != _BUSY and _code(error) & 0xFF in _REASONS
        return self._unwritten(error) if known else self._unusable(error)

    def _unwritten(self, error: sqlite3.Error) -> RecordUnwrittenError:
        return RecordUnwrittenError(0, f"审核记录写不进去（{_reason(error)}）", str(self._file))

    def _unusable(self, error: sqlite3.Error) -> RecordUnusableError:
        if str(error) == _BUSY:
            return RecordUnusableError(
                f"“{self._file.parent}”里的批量审核正在进行，不能同时再办一次。"
                "请等它结束，或用 --out 换一个文件夹。"
            )
        return RecordUnusableError(
            f"“{self._file}”不能用作审核记录（{_reason(error)}）。请把它移走，再办理一次。"
        )


def _as_text(content: bytes) -> str:
    """Damaged bytes, too: whoever reads it sees that it is nothing of ours."""
    return content.decode(errors="replace")


def _reason(error: sqlite3.Error) -> str:
    if (code := _code(error)) in _NOT_TAKEN:
        return _NO_ROOM
    return _REASONS.get(code & 0xFF, "不是审核记录，或已损坏")  # the rest tells where it happened


def _code(error: sqlite3.Error) -> int:
    return int(getattr(error, "sqlite_errorcode", 0))
