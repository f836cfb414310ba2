"""Which workbooks are of one unit, by the roster, else by name and code; what contradicts itself is told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import PurePosixPath

import msgspec

from jixiao.desk.roster import Listed, Roster, same_name
from jixiao.desk.standing import Brief
from jixiao.relation.texts import same_text

SHOWN = 3  # workbooks of one name


class UnitGroups(msgspec.Struct, frozen=True):
    """By a workbook's path: those of its unit, that which counts first; and of other units with its code.

    `namesakes`: units of its name with other codes, where no roster says that there are several.
    `kept`: for a file that does not count, of another year or unreadable, the one of its unit that does;
    `astray`: the other way round.
    """

    several: Mapping[str, Sequence[Brief]]
    same_code: Mapping[str, Sequence[Brief]]
    kept: Mapping[str, Brief] = {}
    astray: Mapping[str, Sequence[Brief]] = {}
    namesakes: Mapping[str, Sequence[Brief]] = {}

    def earlier(self, one: Brief) -> list[Brief]:
        """Other files of its unit that do not count, if it does."""
        return [*self.several.get(one.book, ())[1:], *self.astray.get(one.book, ())]


def grouped(books: Sequence[Brief], roster: Roster | None, others: Sequence[Brief] = ()) -> UnitGroups:
    """Of several workbooks of a unit for one form the one that was saved last counts.

    `others`: of other years, and files that could not be worked on.
    """
    several: dict[str, Sequence[Brief]] = {}
    for group in _groups(books, roster):
        plain = _plainest(group)
        best = sorted(group, key=lambda one: (one.saved, plain[one.digest] is one), reverse=True)
        several |= {one.book: best for one in group}
    best = list({group[0].book: group[0] for group in several.values()}.values())
    kept = _of_other_years(best, [one for one in others if not one.trouble], roster)
    kept |= _with_one_name(best, [one for one in others if one.trouble])
    astray: dict[str, list[Brief]] = {}
    for one in others:
        if one.book in kept:
            astray.setdefault(kept[one.book].book, []).append(one)
    return UnitGroups(several, _with_one_code(best, roster), kept, astray, _namesakes(best, roster))


def _plainest(group: Sequence[Brief]) -> dict[str, Brief]:
    """Of each file that is there under several names the one with the shortest: 某局 - 副本 is a copy."""
    found: dict[str, Brief] = {}
    for one in sorted(group, key=lambda one: len(PurePosixPath(one.book).name)):
        found.setdefault(one.digest, one)
    return found


def _with_one_name(best: Sequence[Brief], others: Sequence[Brief]) -> dict[str, Brief]:
    """某局.xls came first, 某局.xlsm is what was asked for then."""
    named = {PurePosixPath(one.book).with_suffix(""): one for one in best}
    paths = ((one.book, PurePosixPath(one.book).with_suffix("")) for one in others)
    return {book: named[path] for book, path in paths if path in named}


def _of_other_years(
    best: Sequence[Brief], others: Sequence[Brief], roster: Roster | None
) -> dict[str, Brief]:
    """For each the one of its unit that counts, if there is one."""
    counting = {one.book for one in best}
    found: dict[str, Brief] = {}
    for group in _groups([*best, *others], roster) if others else ():
        own = [one for one in group if one.book in counting]
        if len(own) == 1:
            found |= {one.book: own[0] for one in group if one is not own[0]}
    return found


def _groups(books: Iterable[Brief], roster: Roster | None) -> Iterator[list[Brief]]:
    listed: dict[tuple[int, str, str], list[Brief]] = {}
    named: dict[tuple[str, str, str], list[Brief]] = {}
    for one in books:
        unit = roster.unit_of(one.code, one.name) if roster else None
        if unit:
            listed.setdefault((unit.row, one.form, one.part), []).append(one)
        else:
            named.setdefault((same_name(one.name) or _digits(one.code), one.form, one.part), []).append(one)
    yield from listed.values()
    for group in named.values():
        yield from _by_code(group)


def _by_code(group: list[Brief]) -> Iterator[list[Brief]]:
    """Units of one name are one, unless their codes say otherwise; zeros before a code may have got lost."""
    codes: dict[str, list[Brief]] = {}
    for one in group:
        codes.setdefault(_digits(one.code), []).append(one)
    yield from [group] if len(codes.keys() - {""}) <= 1 else codes.values()


def _digits(code: str) -> str:
    return same_text(code).lstrip("0")


def _with_one_code(counting: Iterable[Brief], roster: Roster | None) -> dict[str, list[Brief]]:
    """Workbooks whose code another unit has too: that of a copied workbook often stays."""
    codes: dict[str, dict[str, Brief]] = {}
    for one in counting:
        if one.code and not (roster and roster.unit_of(one.code, one.name)):
            codes.setdefault(same_text(one.code), {})[one.book] = one
    return {
        book: [other for other in found.values() if same_name(other.name) != same_name(one.name)]
        for found in codes.values()
        for book, one in found.items()
    }


def _namesakes(counting: Iterable[Brief], roster: Roster | None) -> dict[str, list[Brief]]:
    """Workbooks of one name whose codes are why they are not one unit's: a code may have been mended."""
    named: dict[tuple[str, str, str], list[Brief]] = {}
    for one in counting:
        if one.name and not (roster and roster.unit_of(one.code, one.name)):
            named.setdefault((same_name(one.name), one.form, one.part), []).append(one)
    return {
        one.book: [other for other in found if other is not one] for found in named.values() for one in found
    }


def about_namesakes(one: Brief, others: Sequence[Brief]) -> str:
    """What is odd about a workbook that counts beside others of its name."""
    if not others:
        return ""
    names = "”“".join(f"{other.book}（编码{other.code or '没有填'}）" for other in others[:SHOWN])
    more = f"等 {len(others)} 本" if len(others) > SHOWN else ""
    same = (
        "，主要数据也完全相同" if one.amounts and one.amounts in [other.amounts for other in others] else ""
    )
    return (
        f"单位名称与“{names}”{more}的相同，编码不同（这一本是“{one.code or '没有填'}”）{same}，都计入了。"
        "是同一家改了编码重报的，请删去旧的一本；是两家单位的，请核对名称和编码。"
    )


def about_code(one: Brief, listed: Listed | None, others: Sequence[Brief]) -> str:
    """What is odd about the code of a workbook that counts."""
    if listed and one.code and listed.code and same_text(one.code) != same_text(listed.code):
        other = f"单位编码填的是“{one.code}”，名册里是“{listed.code}”，按名称认定，"
        if _digits(one.code) != _digits(listed.code):
            return f"{other}请核对改正。"
        short = "名册" if len(same_text(listed.code)) < len(same_text(one.code)) else "工作簿"
        return f"{other}只差前面的 0：多半是{short}里的 0 丢了，请核对后改正{short}。"
    if listed and listed.code and not one.code:
        return f"单位编码没有填，名册里是“{listed.code}”，按名称认定。"
    if listed and one.name and same_name(one.name) != same_name(listed.name):
        return (
            f"单位名称填的是“{one.name}”，名册里编码“{listed.code}”是“{listed.name}”，按编码认定。"
            "请核对是不是这一家，编码或名称填错的请改正。"
        )
    if others:
        names = "”“".join(f"{other.name}（{other.book}）" for other in others)
        return (
            f"单位编码“{one.code}”与“{names}”的相同，名称不同，都计入了。"
            "是两家单位的，请改正编码；是同一家的，请删去一本。"
        )
    return ""


def odd_identity(one: Brief, listed: Listed | None, others: Sequence[Brief]) -> str:
    """The same for the unit, which can mend it; nothing of what is the roster's fault."""
    if listed and one.code and listed.code and same_text(one.code) != same_text(listed.code):
        lost = _digits(one.code) == _digits(listed.code) and len(one.code) > len(listed.code)
        return "" if lost else f"单位编码填的是“{one.code}”，应报单位的名册里是“{listed.code}”。"
    if listed and one.name and same_name(one.name) != same_name(listed.name):
        return f"单位名称填的是“{one.name}”，应报单位的名册里编码“{listed.code}”的单位是“{listed.name}”。"
    return f"单位编码“{one.code}”与另一家单位填的相同。" if others else ""


def of_two_units(one: Brief, roster: Roster) -> tuple[Listed, Listed] | None:
    """The units of the roster that the code and the name of a workbook belong to, if these are two."""
    by_code, by_name = roster.coded(one.code), roster.named(one.name)
    return (by_code, by_name) if by_code and by_name and by_code.row != by_name.row else None
