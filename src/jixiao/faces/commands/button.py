"""jixiao button: what the macros behind the workbook's buttons call; nobody types it."""

from __future__ import annotations

from pathlib import Path

import click

from jixiao.faces.commands.common import CONSISTENT, FILE
from jixiao.faces.words.command_line import ChineseCommand


@click.command(cls=ChineseCommand, hidden=True, help="由工作簿里的按钮调用，不用手工运行。")
@click.argument(
    "action",
    type=click.Choice(("check", "report", "take", "table", "audit", "review")),
    metavar="check|report|take|table|audit|review",
)
@click.argument("snapshot", type=FILE, metavar="工作簿副本")
@click.argument("job", type=FILE, metavar="任务文件夹")
@click.argument("original", metavar="工作簿")  # or its address on the net
@click.argument("files", type=FILE, nargs=-1, metavar="[文件…]")
def command(action: str, snapshot: Path, job: Path, original: str, files: tuple[Path, ...]) -> int:
    from jixiao.faces.excel.button import serve

    serve(action, snapshot, job, original, files)
    return CONSISTENT
