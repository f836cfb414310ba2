"""jixiao excel reviewer: a new workbook from which a reviewer starts the review of a folder."""

from __future__ import annotations

from pathlib import Path

import click

from jixiao.faces.commands.common import CONSISTENT, FILE, say
from jixiao.faces.words.command_line import ChineseCommand


@click.command(
    cls=ChineseCommand,
    example="excel reviewer 审核汇总.xlsm",
    help="新建审核人用的汇总工作簿：一个按钮，选各单位工作簿所在的文件夹，审核并汇总（同 jixiao batch）。",
)
@click.argument("out", type=FILE, metavar="新工作簿.xlsm")
def command(out: Path) -> int:
    from jixiao.building.workbook import MACROS, refuse_taken
    from jixiao.files import write_new
    from jixiao.model.errors import UnusableInput
    from jixiao.workbook.written.reviewer_book import reviewer_book

    if out.suffix.lower() != MACROS:
        raise UnusableInput(f"文件名“{out.name}”应以 .xlsm 结尾，里面有按钮用的宏。")
    refuse_taken(out)
    write_new(out, reviewer_book())
    say(f"已生成 {out}")
    return CONSISTENT
