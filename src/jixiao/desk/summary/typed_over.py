"""What somebody has typed into a summary where no run reads it back: told with its cell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from operator import eq
from pathlib import Path
from zipfile import BadZipFile

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from jixiao.desk.summary.kept import BOOK, CODE, NAME, UNITS
from jixiao.desk.summary.laid_sheets import DIGEST, LaidSheet, plain, unpacked
from jixiao.desk.summary.sheet import GOES_ON

UNKNOWN = "改动过的内容（认不出改了哪里）"
TOP = 10  # the labels stand in one of the first rows, also with lines inserted above
SHOWN, WORDS = 5, 40  # places that are told of a sheet, and characters of each
SEARCHED = 20  # changed rows in which the cell is looked for
_GOES_ON = plain(GOES_ON)
_Row = tuple[int, list[str]]  # its number, and its cells as plain() has them


def typed_over(
    file: Path, laid: Mapping[str, bytes], carried: Callable[[str], Collection[str]] = lambda sheet: ()
) -> Iterator[str]:
    """What no new summary will have of a file that was saved since it was written, sheet by sheet.

    `laid`: what is known of its sheets; without it anything may have been typed. `carried`: which columns
    of hers go on.
    """
    if not laid:
        yield UNKNOWN
        return
    try:
        book = load_workbook(file, read_only=True)
        for page in book:
            if page.title in laid:
                rows = ([plain(value) for value in row] for row in page.iter_rows(values_only=True))
                known, hers = unpacked(laid[page.title]), {*map(plain, carried(page.title))}
                yield from _on_sheet(page.title, enumerate(rows, 1), known, hers)
        book.close()
    except (OSError, BadZipFile, LookupError, ValueError, TypeError, SyntaxError):
        yield UNKNOWN


def _on_sheet(name: str, rows: Iterator[_Row], laid: LaidSheet, carried: Collection[str]) -> Iterator[str]:
    top = list(islice(rows, TOP))
    number, labels = max(top, key=lambda row: len({*row[1]} & {*laid.labels}), default=(0, []))
    places = _places(labels, laid.labels)
    ours = zip(laid.labels, laid.typed, places, strict=True)
    if gone := [label for label, typed, place in ours if place < 0 and not typed]:
        yield f"“{name}”里{UNKNOWN[:-1]}：没有“{gone[0]}”一栏了）"
        return
    odd, own = _Odd(laid), dict[int, str]()
    for at, row in chain((row for row in top if row[0] >= number), rows):
        for place in own_places(row, places):
            if place >= len(labels) or labels[place] not in carried:
                own.setdefault(place, labels[place] if place < len(labels) else "")
        said = [row[place] if 0 <= place < len(row) else "" for place in places]
        if at > number and _is_ours(name, said, laid):
            odd.add(at, said)
    above = [
        (get_column_letter(place + 1) + str(at), text)
        for at, row in top
        for place, text in enumerate(row)
        if at < number and text and text not in laid.heads
    ]
    changed = [*above, *odd.cells(places)]
    if changed:
        told = "、".join(f"{cell}“{text[:WORDS]}”" for cell, text in changed[:SHOWN])
        more = "等" if len(changed) > SHOWN or odd.more else ""
        yield f"“{name}”里改写的{told}{more}"
    if name != UNITS:  # where they are told by who reads the notes
        yield from (f"“{name}”里自己加的列“{own[at] or get_column_letter(at + 1)}”" for at in sorted(own))


def own_places(row: Sequence[str], places: Sequence[int]) -> Iterator[int]:
    """Where a row says anything outside our columns."""
    ours = {*places}
    return (place for place, text in enumerate(row) if text and place not in ours)


def _places(labels: Sequence[str], ours: Iterable[str]) -> list[int]:
    """Where each of our columns stands, of two with one label the first; -1 if it is gone."""
    free: dict[str, list[int]] = {}
    for place, label in enumerate(labels):
        free.setdefault(label, []).append(place)
    return [free[label].pop(0) if free.get(label) else -1 for label in ours]


def _is_ours(name: str, ours: Sequence[str], laid: LaidSheet) -> bool:
    """Whether a row is to be compared: words below the units are told by who reads the notes."""
    said = [text for label, text in zip(laid.labels, ours, strict=True) if label in (BOOK, CODE, NAME)]
    return any(said) if name == UNITS else any(ours) and not ours[0].startswith(_GOES_ON)


class _Odd:
    """The rows that were not written so."""

    def __init__(self, laid: LaidSheet) -> None:
        self._laid = laid
        self._left = Counter(mark[:DIGEST] for mark in laid.marks())
        self._found: list[_Row] = []
        self.more = False

    def add(self, number: int, row: list[str]) -> None:
        digest = self._laid.mark(row)[:DIGEST]
        if self._left[digest] > 0:
            self._left[digest] -= 1
        elif len(self._found) < SEARCHED:
            self._found.append((number, row))
        else:
            self.more = True

    def cells(self, places: Sequence[int]) -> Iterator[tuple[str, str]]:
        """What is typed in each, by its cell: where it differs from the row that is most like it."""
        left = [mark for mark in self._laid.marks() if self._left[mark[:DIGEST]] > 0] if self._found else []
        for number, row in self._found:
            mark = self._laid.mark(row)[DIGEST:]
            like = max(left, key=lambda other: sum(map(eq, other[DIGEST:], mark)), default=b"")
            if like:
                left.remove(like)
            cells = [
                (f"{get_column_letter(place + 1)}{number}", text, not like or now != before)
                for place, text, now, before in zip(places, row, mark, like[DIGEST:] or mark, strict=True)
            ]
            differing = [(cell, text) for cell, text, differs in cells if differs]
            yield from ((cell, text) for cell, text in differing or [cells[0][:2]] if text)
