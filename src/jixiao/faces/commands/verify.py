"""jixiao verify: does a Word report, edited or not, still agree with its workbook?"""

from __future__ import annotations

from pathlib import Path

import click

from jixiao.faces.commands.common import (
    CONSISTENT,
    FILE,
    FINDINGS,
    json_option,
    last_year_option,
    named_pack,
    pack_option,
    print_json,
    print_lines,
    rules_option,
    template_option,
)
from jixiao.faces.words.command_line import ChineseCommand
from jixiao.model.errors import UnusableInput

BOOKS, REPORTS = (".xlsm", ".xlsx"), (".docx", ".doc")


@click.command(
    cls=ChineseCommand,
    example="verify 我单位2024年部门整体支出绩效自评报告.docx 我单位2024.xlsm",
    help="核对 Word 报告与工作簿：逐个数字比较，指出在 Word 里改动过的地方。不写任何文件。",
)
@click.argument("report", type=FILE, metavar="报告.docx")
@click.argument("book", type=FILE, metavar="工作簿")
@json_option
@last_year_option
@rules_option
@pack_option
@template_option
def command(
    report: Path,
    book: Path,
    as_json: bool,
    last_year: Path | None,
    rules: tuple[Path, ...],
    pack: str | None,
    template: str | None,
) -> int:
    from jixiao.faces.words import verification
    from jixiao.pipeline import inspect
    from jixiao.verifying import verify

    if report.suffix.lower() in BOOKS and book.suffix.lower() in REPORTS:
        raise UnusableInput(f"两个文件写反了：请先写报告“{book.name}”，再写工作簿“{report.name}”。")
    result = verify(report, inspect(book, named_pack(pack), rules, last_year), template)
    if as_json:
        print_json(verification.as_json(result, report, book))
    else:
        print_lines(verification.as_text(result, report, book))
    return CONSISTENT if result.agrees else FINDINGS
