"""jixiao demo: the real sample, from start to end."""

from __future__ import annotations

from pathlib import Path

import click

from jixiao.faces.commands.common import CONSISTENT, FILE, print_lines, say
from jixiao.faces.words.command_line import ChineseCommand
from jixiao.files import resolved


@click.command(cls=ChineseCommand, example="demo", help="用真实的 2022 年样例从头到尾演示一遍。")
@click.argument("folder", type=FILE, default=Path("jixiao-demo"), metavar="[文件夹]")
def command(folder: Path) -> int:
    from jixiao.building.samples import demo_sample, sample_workbook
    from jixiao.faces.words import results
    from jixiao.pipeline import run as run_workbook

    book = sample_workbook(demo_sample(), folder)
    done = run_workbook(book)
    print_lines(results.as_text(done.inspection))
    say(f"工作簿（已写入{results.sheets_written(done)}）：{resolved(done.workbook)}")
    if done.report:
        say(f"报告{'（草稿）' if done.inspection.draft else ''}：{resolved(done.report)}")
    return CONSISTENT
