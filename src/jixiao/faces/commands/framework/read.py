"""jixiao framework read: a score table as it was handed out -> what is understood of it."""

from __future__ import annotations

from pathlib import Path

import click

from jixiao.faces.commands.common import (
    CONSISTENT,
    FILE,
    json_option,
    known_pack,
    pack_choice,
    print_json,
    print_lines,
)
from jixiao.faces.words.command_line import ChineseCommand

pack_option = pack_choice("指标值用哪种表样里的数计算；不写则为部门整体支出。")


@click.command(
    cls=ChineseCommand,
    example="framework read 市财政局评分表.docx\nframework read 评分表.xlsx --out 我市2025.toml",
    help="读财政局发的评分表（.xlsx、.xls、.docx）：逐个指标说明读懂了什么、哪些要由人评分，分值加不加得起来。",
)
@click.argument("file", type=FILE, metavar="评分表")
@click.option(
    "--out", type=FILE, metavar="名称.toml", help="另存为指标体系文件；没有把握的指标存为由人评分。"
)
@json_option
@pack_option
def command(file: Path, out: Path | None, as_json: bool, pack: str | None) -> int:
    from jixiao.faces.words import frameworks
    from jixiao.frameworks.made.framework_file import save_framework, scored_by
    from jixiao.frameworks.read_framework import read_framework
    from jixiao.pack.loading import DEFAULT

    loaded = known_pack(pack or DEFAULT)
    read = read_framework(file, loaded)
    left = save_framework(read, out, loaded) if out else ()
    if as_json:
        print_json(frameworks.as_json(read))
    else:
        print_lines(frameworks.as_text(read, out, left, scored_by(read, loaded)))
    return CONSISTENT
