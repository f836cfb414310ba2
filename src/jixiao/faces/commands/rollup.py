"""jixiao rollup: the sum of the units as a workbook of its own."""

from __future__ import annotations

from itertools import chain
from pathlib import Path

import click

from jixiao.faces.commands.common import FILE, YEAR, code_of, print_lines, say
from jixiao.faces.words.command_line import ChineseCommand
from jixiao.model.errors import UnusableInput


@click.command(
    cls=ChineseCommand,
    example="rollup 各单位上报 全部门2024.xlsm\nrollup 各单位上报 全部门2024.xlsm --against 本部门2024.xlsm",
    short_help="把各单位的工作簿加总成一本，抵销内部往来，再校验、评分、生成报告。",
    help="把一个文件夹里各单位的工作簿加总成一本同样的工作簿，抵销部门内部往来，再校验、评分、生成报告。"
    "各单位的文件不改动；加总、抵销和核对的明细另存在“…-汇总说明.xlsx”。",
)
@click.argument("folder", type=FILE, metavar="文件夹")
@click.argument("out", type=FILE, metavar="汇总工作簿.xlsm")
@click.option(
    "--name",
    default="",
    metavar="名称",
    help="汇总后的单位名称；不写则用名册最上面一级，没有名册时用文件夹名。",
)
@click.option(
    "--roster", type=FILE, metavar="名册", help="单位名册：按“上级单位”一栏分层次，每个部门另有一本。"
)
@click.option(
    "--against",
    type=FILE,
    metavar="工作簿",
    help="部门自己的工作簿：列出与单位汇总不一致的地方和可能的单位。",
)
@click.option(
    "--row",
    "rows",
    multiple=True,
    metavar="[部门:]表=编码",
    help="内部往来记在哪一行，例如 功能分类=2080199；各部门不同的给几次，或写明部门：某局:功能分类=2130199。",
)
@click.option("--year", type=YEAR, metavar="年度", help="汇总哪一年的；不写则以多数为准。")
@click.option(
    "--workers",
    type=click.IntRange(1, 256),
    metavar="个数",
    help="同时处理几本（Windows 上最多 61）；不写则按处理器个数。",
)
def command(
    folder: Path,
    out: Path,
    name: str,
    roster: Path | None,
    against: Path | None,
    rows: tuple[str, ...],
    year: int | None,
    workers: int | None,
) -> int:
    from jixiao.desk.batch import work_on
    from jixiao.desk.crew import Processes
    from jixiao.desk.ctrl_c import heard_once
    from jixiao.desk.folder import REVIEWED, files_below
    from jixiao.desk.given import check_beside, check_outside
    from jixiao.desk.last_review import as_before, days_before
    from jixiao.desk.rollup.named_rows import read_rows
    from jixiao.desk.rollup.rolling_up import RollupOrder, roll_up
    from jixiao.desk.rollup.sum_files import check_out
    from jixiao.desk.roster_file import read_roster
    from jixiao.desk.standing import brief
    from jixiao.desk.store import FILE as STORE
    from jixiao.desk.store import Store
    from jixiao.desk.units import standings
    from jixiao.faces.words import desk, results
    from jixiao.files import made_folder, resolved
    from jixiao.pipeline import run

    listed = read_roster(roster) if roster else None
    wanted = RollupOrder(out, name, read_rows(rows), against, resolved(folder).name)
    target = folder / REVIEWED
    number = len(files_below(folder, target))
    check_outside(folder, out, target)
    if not number:
        raise UnusableInput(f"文件夹“{folder}”里没有工作簿。请给出存放各单位工作簿的文件夹。")
    if roster:
        check_beside(folder, roster)
    check_out(out)
    made_folder(target)
    with heard_once(), Store(target / STORE) as store:
        with desk.Progress(number, quiet=False) as progress:
            for step in work_on(store, Processes(workers or 0), *as_before(store, folder)):
                progress.tell(step)
        units = standings(map(brief, store.heads()), listed, str(year or ""), days_before(store))
        done = roll_up(store, units, listed, wanted, Processes(1))
    print_lines(desk.rollup_as_text(done))
    whole = run(done.workbooks[0])
    print_lines(results.as_text(whole.inspection))
    if origins := list(desk.origins_as_text(done, whole.inspection)):
        print_lines(origins)
    for one in chain([whole], map(run, done.workbooks[1:])):
        say(f"汇总工作簿：{one.workbook}" + (f"，报告：{one.report}" if one.report else ""))
    return code_of(whole.inspection)
