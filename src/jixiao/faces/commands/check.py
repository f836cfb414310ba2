"""jixiao check: read and check workbooks; nothing is written."""

from __future__ import annotations

from pathlib import Path

import click

from jixiao.faces.commands.common import (
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
)
from jixiao.faces.words.command_line import ChineseCommand
from jixiao.model.errors import UnusableInput


@click.command(
    cls=ChineseCommand,
    example="check 我单位2024.xlsm\ncheck 我单位2024.xlsm --last-year 我单位2023.xlsm",
    help="只校验，不写任何文件。可以一次给出多个工作簿。",
)
@click.argument("books", type=FILE, nargs=-1, required=True, metavar="工作簿…")
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
    from jixiao.faces.words import results
    from jixiao.pipeline import inspect

    loaded = named_pack(pack)
    codes, documents = [], []
    for book in books:
        try:
            inspection = inspect(book, loaded, rules, last_year)
        except UnusableInput as problem:
            codes.append(complain(str(problem)))
            documents.append({"workbook": str(book), "error": str(problem)})
            continue
        codes.append(code_of(inspection))
        documents.append(results.as_json(inspection, None, None))
        if not as_json:
            print_lines(results.as_text(inspection))
    if as_json:
        print_json(documents[0] if len(books) == 1 else documents)
    return max(codes)
