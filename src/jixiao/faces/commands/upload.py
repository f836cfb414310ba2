"""jixiao upload: the tables of a budget platform, made of a filled workbook."""

from __future__ import annotations

from pathlib import Path

import click

from jixiao.faces.commands.common import FILE, code_of, named_pack, pack_option, print_lines
from jixiao.faces.words.command_line import ChineseCommand


@click.command(
    cls=ChineseCommand,
    example="upload 我单位2024.xlsm",
    short_help="生成预算绩效系统填报用的表（.xlsx）。",
    help="把填好的工作簿做成预算绩效系统填报用的表（.xlsx）：栏目与系统的自评表相同，金额是万元、四位小数，可以整块粘贴。",
)
@click.argument("book", type=FILE, metavar="工作簿")
@click.argument("out", type=FILE, metavar="[文件名.xlsx]", required=False)
@pack_option
def command(book: Path, out: Path | None, pack: str | None) -> int:
    from jixiao.faces.words import uploads
    from jixiao.files import named_after
    from jixiao.uploading import ENDING, upload_tables

    done = upload_tables(book, out or named_after(book, "-系统填报", ENDING), named_pack(pack))
    print_lines(uploads.as_text(done))
    return code_of(done.inspection)
