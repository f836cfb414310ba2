"""What has to be said of what is added up: errors left in it, units of no roster, a foreign workbook."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from pathlib import Path

from msgspec.structs import replace

from jixiao.desk.examined import PlainRecord
from jixiao.desk.rollup.levels import SummedLevel
from jixiao.desk.rollup.total import Total
from jixiao.desk.roster import Roster, same_name
from jixiao.desk.standing import Arrival, Review, Standing
from jixiao.pack.pack import Pack

SHOWN = 10


def told_apart(standings: Iterable[Standing]) -> list[Standing]:
    """Workbooks of one name bear their code too, or their file where the codes do not tell them apart."""
    named: dict[str, list[Standing]] = {}
    rows = list(standings)
    for row in rows:
        named.setdefault(same_name(row.name), []).append(row)
    return [_apart(row, named[same_name(row.name)]) for row in rows]


def _apart(row: Standing, alike: list[Standing]) -> Standing:
    if len(alike) == 1 or not row.name:
        return row
    codes = {one.code for one in alike if one.code}
    return replace(row, name=f"{row.name}（{row.code if len(codes) == len(alike) else row.book}）")


def about_errors(standings: Iterable[Standing]) -> Iterator[str]:
    """Which units are added up although errors are left in their workbooks."""
    wrong = [row for row in standings if row.verdict is Review.ERRORS]
    if wrong:
        names = "、".join(f"{row.name or row.book}（{_errors(row)}）" for row in wrong[:SHOWN])
        more = "等" if len(wrong) > SHOWN else ""
        yield (
            f"计入的单位里有 {len(wrong)} 家的工作簿还有错误没有改，也加进了汇总数：{names}{more}。"
            "请先让它们改正，再汇总一次。"
        )


def _errors(row: Standing) -> str:
    """Counted as on the list of units."""
    behind = f"，与警告合计连带 {row.behind} 条" if row.behind else ""
    return f"错误 {row.errors} 条{behind}"


def about_missing(
    standings: Iterable[Standing], counting: Container[str], roster: Roster | None
) -> Iterator[str]:
    """Who of the roster is not added up, and why. `counting`: the workbooks that are."""
    listed = [row for row in standings if roster and row.listed]
    there = {row.listed.row for row in listed if row.listed and row.book in counting}
    left = {row.listed.row: row for row in listed if row.listed and row.listed.row not in there}
    if left:
        number = len(there) + len(left)
        names = "、".join(f"{row.name}（{row.arrival}）" for row in list(left.values())[:SHOWN])
        more = "等" if len(left) > SHOWN else ""
        yield (
            f"名册里应报的 {number} 家，计入 {len(there)} 家，没有计入 {len(left)} 家：{names}{more}。"
            "汇总数不含它们；收齐以后请再汇总一次。"
        )


def about_strangers(rows: Iterable[Standing], level: SummedLevel) -> Iterator[str]:
    """Which workbooks of no roster are added up."""
    names = [row.name or row.book for row in rows if row.arrival is Arrival.UNKNOWN]
    if names:
        many = f"等 {len(names)} 家" if len(names) > SHOWN else ""
        yield (
            f"不在名册的“{'”“'.join(names[:SHOWN])}”{many}也加进了“{level.name}”，没有参加抵销。"
            "不应计入的，请把文件移到别处，再汇总一次。"
        )


def about_name(level: SummedLevel, given: str, roster: Roster | None) -> Iterator[str]:
    """A sum that is called after its folder, for want of anything better."""
    if given or level.listed:
        return
    tops = [one.name for one in roster.units if roster.above(one) is None] if roster else []
    many = f"名册最上面一级有 {len(tops)} 个单位，" if len(tops) > 1 else ""
    yield (
        f"没有给出汇总后的单位名称，{many}工作簿和报告里写的是文件夹名“{level.name}”。"
        "请用 --name 写明全称，另存一本再汇总一次。"
    )


def about_left_departments(level: SummedLevel, roster: Roster | None) -> Iterator[str]:
    """Departments of the roster without a workbook of their own, because nothing below them counts."""
    there = {(one.name, one.code) for one in level.walk() if one.listed}
    above = [one for one in roster.units if roster.below(one)] if roster else []
    left = [one.name for one in above if (one.name, one.code) not in there]
    if left:
        more = f"等 {len(left)} 个部门" if len(left) > SHOWN else ""
        yield (
            f"“{'”“'.join(left[:SHOWN])}”{more}和下属单位都没有可以计入的工作簿，没有另出一本；"
            "各单位为什么没有计入，见明细的“计入的单位”。"
        )


def department_of(own: PlainRecord, level: SummedLevel, pack: Pack) -> SummedLevel:
    """Of the levels the one of the unit whose workbook it is, if it is surely one below; else the whole."""
    name, code = _owner(own, pack)
    if level.listed and (same_name(level.name) == name or (code and level.code == code)):
        return level
    below = [one for one in level.walk() if one.listed and one is not level]
    found = [one for one in below if same_name(one.name) == name]
    return found[0] if len(found) == 1 and (not code or code == found[0].code) else level


def about_owner(
    file: Path, own: PlainRecord, level: SummedLevel, whole: SummedLevel, pack: Pack, roster: Roster | None
) -> Iterator[str]:
    """Whether it may be another department's workbook; without a roster nobody knows what the sum is of.

    `level`: what it is compared with, which need not be the `whole`.
    """
    name, code = _owner(own, pack)
    said = own.fields.get(pack.form.unit_name, ("", ""))[0]
    if level is not whole:
        yield (
            f"“{file.name}”填的单位是“{said}”，是和汇总里这个部门（计入 {level.units} 家）核对的，"
            f"不是和“{whole.name}”核对。"
        )
        return
    called = same_name(level.name)
    apart = name not in called and called not in name and not (code and code == level.code)
    member = name != called and any(same_name(one.name) == name for one in (roster.units if roster else ()))
    if name and ((level.listed and apart) or (not level.listed and member)):
        yield f"“{file.name}”填的单位是“{said}”，汇总的是“{level.name}”，请核对是不是拿错了工作簿。"


def about_member(file: Path, own: Total, level: SummedLevel) -> Iterator[str]:
    """Whether it is one of those that are added up: its own office's, perhaps, and not the department's."""
    same = [name for name, total in level.workbooks() if total.figures == own.figures]
    if same and level.units > 1:
        yield (
            f"“{file.name}”的数与计入汇总的“{same[0]}”完全相同，像是它自己的（本级的），不是部门汇总的工作簿，"
            "请核对是不是拿错了。"
        )


def _owner(own: PlainRecord, pack: Pack) -> tuple[str, str]:
    """Whose workbook it says it is: the name without its folding, and the code."""
    name = own.fields.get(pack.form.unit_name, ("", ""))[0]
    return same_name(name), own.fields.get(pack.form.unit_code or "", ("", ""))[0]
