"""What was done is kept in one file, so that a second call does only what has changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from itertools import chain
from pathlib import Path
from types import TracebackType

from jixiao.desk.examined import ExaminedBook
from jixiao.desk.folder import RECORD
from jixiao.desk.record_file import RecordFile
from jixiao.desk.results_owner import OWNER, owner_of
from jixiao.desk.sealed import SealedBook, head_of, is_sealed, opened

FILE = RECORD
COMPARED = "与上次比 "  # and the workbook: what a letter was made from that speaks of the last one


class Store:
    """The examined workbooks of a folder, by their path below it; each under the stamp of what it came from.

    Rows that are damaged are as if they had never been kept. One call at a time has the file; every use
    raises UnusableInput if another has it, or it is no file of ours, OSError if it cannot be read or written.
    """

    def __init__(self, file: Path) -> None:
        self.file = file
        self._base = RecordFile(file)
        try:
            self._stamps = dict(self._sound())
        except BaseException:
            self._base.close()
            raise

    def _sound(self) -> Iterator[tuple[str, str]]:
        """Workbooks with their stamps; what is damaged is taken out."""
        damaged = []
        for row, book, stamp, code, content in self._base.rows(
            "SELECT rowid, book, stamp, code, content FROM examined"
        ):
            if is_sealed(content) and all(map(isinstance, (book, stamp, code), (str, str, int))):
                yield book, stamp
            else:
                damaged.append((row,))
        self._base.change(("DELETE FROM examined WHERE rowid = ?", damaged))

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
        self._base.change(
            ("INSERT OR REPLACE INTO examined VALUES (?, ?, ?, ?)", rows),
            ("INSERT OR REPLACE INTO made VALUES (?, ?)", owners),
            ("DELETE FROM made WHERE name = ?", [(COMPARED + row[0],) for row in rows]),
        )
        self._stamps |= {book: stamp for book, stamp, _, _ in rows}

    def owner(self, book: str) -> str:
        """Whose results lie under the name of a workbook, as owner_of() says it; empty if nobody's."""
        return self.made_from(OWNER + book) or (owner_of(self.one(book)) if self.has(book) else "")

    def forget_others(self, books: Iterable[str]) -> None:
        """Forget the workbooks that are no longer in the folder."""
        gone = self._stamps.keys() - set(books)
        self._base.change(("DELETE FROM examined WHERE book = ?", [(book,) for book in gone]))
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
            rows = self._base.rows("SELECT content FROM examined ORDER BY book")
        else:
            one = "SELECT content FROM examined WHERE book = ?"
            rows = chain.from_iterable(self._base.rows(one, (book,)) for book in books)
        return (content for (content,) in rows)

    def codes(self) -> dict[str, int]:
        """The exit code of each workbook."""
        return dict(self._base.rows("SELECT book, code FROM examined ORDER BY book"))

    def state(self) -> str:
        """A digest of all stamps: what is made of all workbooks together follows from it."""
        return sha256(repr(sorted(self._stamps.items())).encode()).hexdigest()

    def made_from(self, name: str) -> str:
        """From which state a file about all workbooks was made last; empty if it was not."""
        found = next(self._base.rows("SELECT stamp FROM made WHERE name = ?", (name,)), ("",))
        return str(found[0])

    def made(self, kind: str) -> dict[str, str]:
        """All states of a kind, by the rest of their names."""
        found = ((str(name), str(stamp)) for name, stamp in self._base.rows("SELECT name, stamp FROM made"))
        return {name.removeprefix(kind): stamp for name, stamp in found if name.startswith(kind)}

    def remember(self, name: str, state: str) -> None:
        """That the file about all workbooks was made from this state."""
        self._base.change(("INSERT OR REPLACE INTO made VALUES (?, ?)", [(name, state)]))

    def keep_sheets(self, sheets: Mapping[str, bytes]) -> None:
        """Keep what is known of the sheets of the summary, and of no other sheets. Raises OSError."""
        rows = [*sheets.items()]
        self._base.change(("DELETE FROM laid", [()]), ("INSERT INTO laid VALUES (?, ?)", rows))

    def sheets(self) -> dict[str, bytes]:
        """The same, by the names of the sheets."""
        found = self._base.rows("SELECT sheet, content FROM laid")
        return {sheet: content for sheet, content in found if is_sealed(content)}

    def one(self, book: str) -> ExaminedBook:
        """What came of one workbook."""
        ((content,),) = self._base.rows("SELECT content FROM examined WHERE book = ?", (book,))
        return opened(content)
