"""Files of nobody that is known, and the units whose names they resemble: shown, never guessed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from msgspec.structs import replace

from jixiao.desk.roster import Listed, Roster, same_name
from jixiao.desk.standing import Arrival, Standing

_OWNERLESS = {
    Arrival.UNREADABLE: "打不开",
    Arrival.OTHER_FORM: "表样不符",
    Arrival.NAMELESS: "没有填单位名称",
    Arrival.UNFINISHED: "没有办完",
    Arrival.UNKNOWN: "对不上名册",
    Arrival.OTHER_YEAR: "填的是别的年度、别的单位",
}
_MOST_FILES = 500  # of which units are looked for
_MOST_UNITS = 3  # that one file may resemble
_NO_WORD = re.compile(r"[^\u4e00-\u9fff]+")
_SHORT = range(2, 6)  # signs of a name that people have shortened: 残联, 供销社


def with_likely_files(rows: Sequence[Standing], roster: Roster) -> list[Standing]:
    """Beside a unit without a workbook the files that may be its own, and beside those files the unit."""
    astray = [row for row in rows if _is_astray(row)][:_MOST_FILES]
    if not astray:
        return list(rows)
    names = _Names(roster)
    likely = {row.book: names.like(_own_words(row, rows)) for row in astray}
    files: dict[int, list[Standing]] = {}
    for row in astray:
        for unit in likely[row.book]:
            files.setdefault(unit.row, []).append(row)
    return [_told(row, likely, files) for row in rows]


def _is_astray(row: Standing) -> bool:
    """Whether nobody knows whose file it is; that of another year says it, unless no roster has the unit."""
    known = row.arrival is Arrival.OTHER_YEAR and row.listed is not None
    return row.arrival in _OWNERLESS and not row.newer and not known


def _told(row: Standing, likely: dict[str, tuple[Listed, ...]], files: dict[int, list[Standing]]) -> Standing:
    if row.arrival is Arrival.MISSING and row.listed and row.listed.row in files:
        found = "，".join(f"“{one.book}”{_OWNERLESS[one.arrival]}" for one in files[row.listed.row])
        return replace(row, advice=f"{row.advice}名称像是它的：{found}。请先核对是不是它报来的。")
    if row.arrival is not Arrival.UNKNOWN and likely.get(row.book):
        units = "”“".join(unit.name for unit in likely[row.book])
        return replace(row, advice=f"{row.advice}文件名像是“{units}”的，请核对。")
    return row


def _own_words(row: Standing, rows: Sequence[Standing]) -> Iterator[str]:
    """What it calls itself, the name of the file, and of the folder if no unit's workbook lies there.

    A workbook of another year and unit has perhaps only been typed over: what it calls itself says nothing.
    """
    path = PurePosixPath(row.book)
    yield from filter(None, (row.unit if row.arrival is not Arrival.OTHER_YEAR else "", path.stem))
    yield from _NO_WORD.split(path.stem)
    if len(path.parts) > 1 and not any(
        other.listed and PurePosixPath(other.book).parent == path.parent for other in rows
    ):
        yield path.parent.name


class _Names:
    """The names of the roster by the pairs of signs in them."""

    def __init__(self, roster: Roster) -> None:
        self._pairs = [(unit, _pairs(unit.name)) for unit in roster.units]
        self._with: dict[str, list[int]] = {}
        for number, (_, pairs) in enumerate(self._pairs):
            for pair in pairs:
                self._with.setdefault(pair, []).append(number)

    def like(self, words: Iterator[str]) -> tuple[Listed, ...]:
        """The units that the first telling word resembles most; none if these are too many."""
        said = list(words)
        found = (one for word in said if (one := self._like(_pairs(word))))
        return next(found, ()) or next((one for word in said if (one := self._shortened(word))), ())

    def _shortened(self, text: str) -> tuple[Listed, ...]:
        """The one unit whose name has the signs of a short word in their order."""
        word = _word(text)
        if len(word) not in _SHORT:
            return ()
        found = [unit for unit, _ in self._pairs if _runs_through(word, _word(unit.name))]
        return tuple(found) if len(found) == 1 else ()

    def _like(self, pairs: set[str]) -> tuple[Listed, ...]:
        shared = Counter(number for pair in pairs for number in self._with.get(pair, ()))
        most = max(shared.values(), default=0)
        best = [self._pairs[number] for number, common in shared.items() if common == most]
        if most < 2 or len(best) > _MOST_UNITS:
            return ()
        return tuple(unit for unit, own in best if most == len(pairs) or 2 * most > len(own))


def _word(text: str) -> str:
    return _NO_WORD.sub("", same_name(text))


def _runs_through(short: str, name: str) -> bool:
    signs = iter(name)
    return all(sign in signs for sign in short)


def _pairs(text: str) -> set[str]:
    word = _word(text)
    return {word[at : at + 2] for at in range(len(word) - 1)}
