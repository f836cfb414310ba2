"""jixiao check: read and check workbooks; nothing is written."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from jixiao.faces.commands.common import (
    CONSISTENT,
    COULD_NOT_RUN,
    FILE,
    code_of,
    complain,
    json_option,
    last_year_option,
    named_pack,
    pack_option,
    print_json,
    print_lines,
    rules_option,
    say,
)
from jixiao.faces.words.command_line import ChineseCommand
from jixiao.model.errors import UnusableInput

if TYPE_CHECKING:
    from jixiao.pack.pack import Pack

NOT_READ = "没有生成报告：文字里写的金额与表里的数对不对，办理（run）时才核对。"


@click.command(
    cls=ChineseCommand,
    example="check 我单位2024.xlsm\ncheck 我单位2024.xlsm --last-year 我单位2023.xlsm",
    short_help="只校验，不写任何文件。",
    help="只校验，不写任何文件。可以一次给出多个工作簿，或它们所在的文件夹。"
    "文字里写的金额与表里的数对不对，run 生成报告时才核对。",
)
@click.argument("books", type=FILE, nargs=-1, required=True, metavar="工作簿或文件夹…")
@json_option
@last_year_option
@rules_option
@pack_option
def command(
    books: tuple[Path, ...],
    as_json: bool,
    last_year: Path | None,
    rules: tuple[Path, ...],
    pack: str | None,
) -> int:
    paths = _workbooks(books)
    loaded = named_pack(pack)
    checked = (
        _checked(path, loaded, rules, last_year, as_json=as_json, named=path in books) for path in paths
    )
    if as_json:
        return _print_documents(checked, one=books == tuple(paths) and len(paths) == 1)
    return max(code for code, _ in checked)


def _workbooks(given: tuple[Path, ...]) -> list[Path]:
    """Those that are given, and those in folders that are given."""
    if not any(path.is_dir() for path in given):
        return list(given)
    from jixiao.desk.folder import workbooks_in

    return [file for path in given for file in workbooks_in(path)]


def _checked(
    book: Path,
    pack: Pack | None,
    rules: tuple[Path, ...],
    last_year: Path | None,
    *,
    as_json: bool,
    named: bool,
) -> tuple[int, dict[str, Any]]:
    """The exit code of a workbook and its document; without --json its lines are printed at once."""
    from jixiao.pipeline import inspect

    try:
        inspection = inspect(book, pack, rules, last_year)
    except UnusableInput as problem:
        code, said = _in_the_way(book, problem, named=named)
        complain(said)
        return code, {"workbook": str(book), "error": said}
    if as_json:
        from jixiao.result_document import result_document

        return code_of(inspection), result_document(inspection)
    from jixiao.faces.words import results

    print_lines(results.as_text(inspection))
    if inspection.scorecard is not None:
        print_lines([NOT_READ])
    return code_of(inspection), {}


def _in_the_way(book: Path, problem: UnusableInput, *, named: bool) -> tuple[int, str]:
    """The exit code and what is said of a file that cannot be checked."""
    from jixiao.desk.own_products import about_product_file

    if said := about_product_file(book):
        return (COULD_NOT_RUN if named else CONSISTENT), said
    return COULD_NOT_RUN, str(problem)


def _print_documents(checked: Iterable[tuple[int, dict[str, Any]]], *, one: bool) -> int:
    """One document, or a list of them, each as soon as it is known."""
    codes = []
    if not one:
        say("[")
    for number, (code, document) in enumerate(checked):
        codes.append(code)
        if number:
            say(",")
        print_json(document)
    if not one:
        say("]")
    return max(codes)
