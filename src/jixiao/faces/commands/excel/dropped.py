"""jixiao excel dropped: what the drop target and the menu 发送到 run on the files they are given."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path

import click

from jixiao.faces.commands.common import CONSISTENT, COULD_NOT_RUN, FINDINGS, complain, print_lines, say
from jixiao.faces.words.command_line import ChineseCommand, file_trouble
from jixiao.model.errors import UnusableInput


@click.command(
    cls=ChineseCommand,
    example="excel dropped 我单位2024.xlsm 我单位2023.xlsm",
    help="拖放目标和“发送到”菜单用的命令：对给出的工作簿逐本运行 jixiao run，对文件夹运行 jixiao watch；"
    "公开表（.docx、.pdf 等）和工作簿一起拖进来，就把表里的数带入工作簿，另存一本；"
    "财政局的评分表和工作簿一起拖进来，就按这张评分表在旁边新建一本，已填的都带过去；"
    "只拖写好的报告进来，就审核它们，标注稿和清单写在报告旁边。",
    short_help="拖放目标和“发送到”菜单用的命令。",
)
@click.argument("books", nargs=-1, metavar="[工作簿…]")
def command(books: tuple[str, ...]) -> int:
    from jixiao.faces.excel.drop_target import GIVEN, dropped_paths
    from jixiao.faces.excel.dropped_report import is_report
    from jixiao.faces.excel.dropped_table import is_score_table

    given = dropped_paths(os.environ.get(GIVEN, "")) or books
    if not given:
        return complain("没有收到工作簿。请把填好的工作簿文件拖到这个图标上，一次可以拖几个。")
    if all(is_report(Path(each)) for each in given):
        return _audit([Path(each) for each in given])
    tables = [each for each in given if is_score_table(Path(each))]
    if tables:
        return _by_table(tables, [each for each in given if each not in tables])
    taken = _books_and_tables(given)
    if taken:
        return _guarded(lambda: _take_in(*taken))
    codes = [_run(book) for book in given]
    if len(codes) > 1:
        counts = (codes.count(code) for code in (CONSISTENT, FINDINGS, COULD_NOT_RUN))
        say("共 {} 本：全部相符 {} 本，有问题 {} 本，没能处理 {} 本。".format(len(codes), *counts))
    return max(codes)


def _audit(reports: list[Path]) -> int:
    """As `jixiao audit`; what it writes goes beside the reports."""
    folders = dict.fromkeys(report.parent for report in reports)
    return max(_guarded(partial(_audit_in, folder, reports)) for folder in folders)


def _audit_in(folder: Path, reports: list[Path]) -> int:
    from jixiao.faces.commands.audit import command as audit

    files = [str(report) for report in reports if report.parent == folder]
    words = ["--out", str(folder), "--", *files]
    return int(audit.main(words, prog_name="jixiao", standalone_mode=False))


def _books_and_tables(given: tuple[str, ...]) -> tuple[Path, list[Path]] | None:
    """The workbook to fill and the files to fill it from, if there are published tables among what is given.

    Of several workbooks, the one of the latest year is filled, and one that does not say its year before all.
    """
    from jixiao.importing.published_sources import is_published
    from jixiao.importing.taking_in import latest

    paths = [Path(each) for each in given]
    books = [path for path in paths if path.is_file() and not is_published(path)]
    if not books or len(books) == len(paths) or any(path.is_dir() for path in paths):
        return None
    book = latest(books)
    return book, [path for path in paths if path != book]


def _take_in(book: Path, files: list[Path]) -> int:
    from jixiao.faces.words.takeover import in_a_sentence
    from jixiao.importing.taking_in import take_in

    say(in_a_sentence(take_in(book, files)))
    return CONSISTENT


def _run(given: str) -> int:
    """As `jixiao run`, or `jixiao watch` for a folder; what goes wrong with one stops no other."""
    from jixiao.faces.commands.run import command as run
    from jixiao.faces.commands.watch import command as watch

    command = watch if Path(given).is_dir() else run
    return _guarded(lambda: int(command.main(["--", given], prog_name="jixiao", standalone_mode=False)))


def _by_table(tables: list[str], books: list[str]) -> int:
    """Workbooks made anew for a score table that was dropped with them, or lies beside the only one."""
    from jixiao.faces.excel.dropped_table import books_beside

    if len(tables) > 1:
        return complain(f"一次只能用一张评分表，收到了 {len(tables)} 张：{'、'.join(tables)}。")
    table = Path(tables[0])
    chosen = [Path(book) for book in books] or books_beside(table)
    if not chosen:
        return complain(
            f"“{table.name}”是评分表，旁边没有工作簿，或不止一本：请把评分表和工作簿一起选中，拖到这个图标上。"
        )
    return max(_guarded(partial(_made_anew, book, table)) for book in chosen)


def _made_anew(book: Path, table: Path) -> int:
    from jixiao.faces.excel.dropped_table import made_anew

    print_lines(made_anew(book, table))
    return CONSISTENT


def _guarded(work: Callable[[], int]) -> int:
    """The exit code of some work, whatever goes wrong with it."""
    try:
        code = work()
    except UnusableInput as problem:
        code = complain(str(problem))
    except OSError as error:
        code = complain(file_trouble(error))
    say()
    return code
