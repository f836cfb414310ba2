"""jixiao new: a new standard workbook, blank or with what can be taken over."""

from __future__ import annotations

from pathlib import Path

import click

from jixiao.faces.commands.common import CONSISTENT, FILE, known_pack, pack_option, print_lines
from jixiao.faces.words.command_line import ChineseCommand


@click.command(cls=ChineseCommand, help="新建一份标准工作簿，填好后用 run 生成报告。")
@click.argument("out", type=FILE, metavar="文件名.xlsm|文件名.xlsx")
@click.option("--year", type=int, metavar="年度", help="评价年度，例如 2022。")
@click.option("--framework", metavar="名称", help="评价指标体系；不写用表样默认的。")
@click.option("--values", type=FILE, metavar="数据.toml", help="同时按数据文件填好（键为表样里的名称）。")
@click.option(
    "--from",
    "sources",
    type=FILE,
    multiple=True,
    metavar="工作簿",
    help="从上年的工作簿或同年的决算公开表带入，可以给多个。",
)
@pack_option
def command(
    out: Path,
    year: int | None,
    framework: str | None,
    values: Path | None,
    sources: tuple[Path, ...],
    pack: str | None,
) -> int:
    from jixiao.building import new_workbook
    from jixiao.faces.words import takeover
    from jixiao.pack.filling import pack_of_values
    from jixiao.pack.loading import DEFAULT

    filled = pack_of_values(values) if values else ""
    loaded = known_pack(pack or filled or DEFAULT)
    over = new_workbook(loaded, out, year=year, framework=framework, values=values, sources=sources)
    if over is not None:
        print_lines(takeover.as_text(over, loaded))
    click.echo(f"已建立 {out}。请用 Excel 或 WPS 打开填写，保存后运行：jixiao run {out}")
    return CONSISTENT
