"""jixiao fill: type the totals that their parts make out into a workbook."""

from __future__ import annotations

from pathlib import Path

import click

from jixiao.faces.commands.common import (
    CONSISTENT,
    FILE,
    named_pack,
    pack_option,
    print_lines,
    rules_option,
    say,
)
from jixiao.faces.words.command_line import ChineseCommand


@click.command(
    cls=ChineseCommand,
    example="fill 我单位2024.xlsm",
    short_help="代填空着的合计：明细都已填、只能得出一个数的。",
    help="代填空着的合计：同一张表里明细都已填、只能得出一个数的才填，填过的格子不动。"
    "代填的数列在“校验结果”表，照样参加校验；请与决算报表核对，再删去那里的“工具代填，待核对”。",
)
@click.argument("book", type=FILE, metavar="工作簿")
@rules_option
@pack_option
def command(book: Path, rules: tuple[Path, ...], pack: str | None) -> int:
    from jixiao.faces.words import totals
    from jixiao.totals import fill_totals

    done = fill_totals(book, named_pack(pack), rules)
    if done.saved.remark:
        say(done.saved.remark, err=True)
    print_lines(totals.as_text(done))
    return CONSISTENT
