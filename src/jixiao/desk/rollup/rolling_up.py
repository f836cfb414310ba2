"""The workbooks of a folder -> the workbook of their sum, one for each department, and the account of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import msgspec

from jixiao.desk.crew import Crew, work_through
from jixiao.desk.examined import ExaminedBook, PlainRecord, figures_of
from jixiao.desk.rollup.account import account_sheets
from jixiao.desk.rollup.adding import Adding
from jixiao.desk.rollup.against import Deviation, differences, proof
from jixiao.desk.rollup.levels import FiguresByUnit, SummedLevel, books_of, levels_of
from jixiao.desk.rollup.members_said import (
    about_errors,
    about_left_departments,
    about_member,
    about_missing,
    about_name,
    about_owner,
    about_strangers,
    department_of,
    told_apart,
)
from jixiao.desk.rollup.named_rows import NamedRows, check_tables
from jixiao.desk.rollup.origins import UnitErrors, errors_of
from jixiao.desk.rollup.rolled_workbook import SumToWrite, alone, write_sums
from jixiao.desk.rollup.rows_said import about_rows, check_departments
from jixiao.desk.rollup.sum_files import account_beside, workbooks_of
from jixiao.desk.rollup.transfers import about_budgets
from jixiao.desk.roster import Roster
from jixiao.desk.standing import Review, Standing
from jixiao.desk.store import Store
from jixiao.desk.summary.writing import write_sheets
from jixiao.identity import pack_of
from jixiao.model.errors import UnusableInput
from jixiao.pack.framework import Framework
from jixiao.pack.loading import load_pack
from jixiao.pack.pack import Pack
from jixiao.pack.rollup_file import load_rollup
from jixiao.pipeline import inspect_source
from jixiao.workbook.file.source import saved_book

ONE_DEPARTMENT = (
    "没有给出带“上级单位”的名册，全部单位当作一个部门抵销。不是一个部门的，请用 --roster 给出名册。"
)


class RolledUp(msgspec.Struct, frozen=True):
    """The workbooks that were written, the whole first; the account; what differs; what has to be said."""

    level: SummedLevel
    workbooks: tuple[Path, ...]
    account: Path
    differences: tuple[Deviation, ...] | None
    remarks: tuple[str, ...]
    lost: tuple[str, ...]  # labels of figures whose proof does not come out: none, or this program is wrong
    errors: UnitErrors = {}  # those that are left in workbooks of units
    sums: frozenset[str] = frozenset()  # names of what was added up and is a sum itself
    tables: frozenset[str] = frozenset()  # whose rows may have transfers in them


class RollupOrder(msgspec.Struct, frozen=True):
    """`name`: of the whole, where somebody has given one; `rows`: in which transfers stand.

    `against`: the department's own workbook; `folder`: the name where no roster has one either.
    """

    out: Path
    name: str = ""
    rows: NamedRows = NamedRows()
    against: Path | None = None
    folder: str = "汇总"


def roll_up(
    store: Store,
    standings: Sequence[Standing],
    roster: Roster | None,
    wanted: RollupOrder,
    crew: Crew | None = None,
) -> RolledUp:
    """Add up the workbooks that count. Raises UnusableInput if there are none, or a file is there already.

    `crew`: who makes the workbooks of the sums; else this process does, and keeps the memory.
    """
    pack, others = _pack(standings)
    said: list[str] = [*(roster.remarks if roster else ()), *others]
    adding = Adding(pack, load_rollup(pack), said)
    check_tables(wanted.rows, _tables(adding))
    counting = told_apart(row for row in standings if row.counts and row.form == pack.form.id)
    rows = {row.book: row for row in counting}
    books = books_of(((rows[one.book], one) for one in store.all() if one.book in rows), adding)
    level = levels_of(wanted.folder, books, roster, adding, wanted.rows)
    check_departments(wanted.rows, level)
    said += [*about_name(level, wanted.name, roster), *about_left_departments(level, roster)]
    level = level.called(wanted.name or level.name)
    said += [*about_missing(standings, rows, roster), *about_errors(rows.values())]
    said += about_strangers(rows.values(), level)
    units = FiguresByUnit(books)
    if not (roster and roster.has_levels) and any(one.taken for one in level.eliminated):
        said.append(ONE_DEPARTMENT)
    found = _differences(wanted.against, level, adding, rows.values(), roster)
    said += [*about_rows(wanted.rows, level), *about_budgets(level, pack)]
    levels = list(level.walk())
    files = workbooks_of(levels, wanted.out)
    account = account_beside(wanted.out)
    framework = _framework(pack, (one for one in store.heads() if one.book in rows))
    sums = zip(files, levels, strict=True)
    _write([SumToWrite(str(file), alone(one, pack), pack.form.id, framework) for file, one in sums], crew)
    write_sheets(account, account_sheets(level, units, standings, found, pack, adding.full))
    return RolledUp(
        level=level,
        workbooks=files,
        account=account,
        differences=found,
        remarks=tuple(dict.fromkeys(said)),
        lost=tuple(_lost(level, units, pack)),
        errors=_errors_left(store, rows, pack),
        sums=frozenset(book.name for book in books if book.summed),
        tables=_tables(adding),
    )


def _differences(
    own: Path | None, whole: SummedLevel, adding: Adding, rows: Iterable[Standing], roster: Roster | None
) -> tuple[Deviation, ...] | None:
    """Where the department's own workbook says something else than its level. Raises UnusableInput."""
    if own is None:
        return None
    figures = _own_figures(own, adding.pack, rows)
    level = department_of(figures, whole, adding.pack)
    adding.said.extend(about_owner(own, figures, level, whole, adding.pack, roster))
    total = adding.total_of(figures)
    adding.said.extend(about_member(own, total, level))
    return tuple(differences(total, level, level.workbooks(), adding.pack))


def _lost(level: SummedLevel, units: FiguresByUnit, pack: Pack) -> Iterator[str]:
    for term, whole, taken, rest in proof(level, units, pack.vocabulary):
        if whole != taken + rest:
            yield term.label


def _errors_left(store: Store, rows: Mapping[str, Standing], pack: Pack) -> UnitErrors:
    """The errors that are left in workbooks which were added up."""
    wrong = {book for book, row in rows.items() if row.verdict is Review.ERRORS}
    heads = (one for one in store.heads() if one.book in wrong) if wrong else ()
    return errors_of(((rows[one.book], one) for one in heads), pack.form.units.factors)


def _write(sums: Sequence[SumToWrite], crew: Crew | None) -> None:
    if crew is None:
        write_sums(sums)
        return
    for done in work_through(crew, write_sums, sums):
        for one in done.lost:
            raise UnusableInput(
                f"汇总工作簿“{one.file}”没有写成：处理它的进程中断了，多半是内存不足。"
                "请关闭其他程序，再办理一次。"
            )


def _pack(standings: Sequence[Standing]) -> tuple[Pack, list[str]]:
    """Of the forms that add up the one that most units have, and what has to be said about others."""
    forms = Counter(row.form for row in standings if row.counts)
    if not forms:
        raise UnusableInput(
            "没有可以汇总的工作簿：都没有收到、打不开或不是这一年的。请先用 jixiao batch 看看各单位的情况。"
        )
    packs = [load_pack(name) for name, _ in forms.most_common()]
    pack = next((one for one in packs if load_rollup(one).table), None)
    if pack is None:
        why = load_rollup(packs[0]).refused or "表样没有汇总的规定（rollup.toml）。"
        raise UnusableInput(f"“{packs[0].form.title}”不能汇总：{why}")
    others = (one.form for one in packs if one is not pack)
    return pack, [f"另有 {forms[one.id]} 本是“{one.title}”，没有计入汇总。" for one in others]


def _tables(adding: Adding) -> frozenset[str]:
    return frozenset(name for one in adding.file.elimination for name in one.rows)


def _own_figures(file: Path, pack: Pack, rows: Iterable[Standing]) -> PlainRecord:
    """What the department's own workbook says. Raises UnusableInput if it is of another year or form."""
    source = saved_book(file)
    if (other := pack_of(source).form).id != pack.form.id:
        raise UnusableInput(
            f"“{file.name}”是“{other.title}”，各单位的是“{pack.form.title}”，不能核对。"
            "请用 --against 给出部门自己的、同一种表样的工作簿。"
        )
    figures = figures_of(inspect_source(source, pack).record)
    year = figures.fields.get(pack.form.year or "", ("", ""))[0]
    summed = Counter(row.year for row in rows if row.year).most_common(1)
    if year and summed and year != summed[0][0]:
        raise UnusableInput(
            f"“{file.name}”填的是 {year} 年，各单位的是 {summed[0][0]} 年，不能核对。请换同一年的。"
        )
    return figures


def _framework(pack: Pack, books: Iterable[ExaminedBook]) -> Framework | None:
    """That of the units, if they have one in common that the pack knows; else the pack's own."""
    scores = ((one.document or {}).get("score") for one in books)
    titles = {score["framework"] for score in scores if score}
    known = pack.framework_titled(titles.pop()) if len(titles) == 1 else None
    return known or (pack.framework(pack.form.framework) if pack.form.framework else None)
