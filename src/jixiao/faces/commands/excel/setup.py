"""jixiao excel setup: put in place what the workbook's buttons and the file manager call."""

from __future__ import annotations

from pathlib import Path

import click

from jixiao.faces.commands.common import CONSISTENT, FILE, say
from jixiao.faces.words.command_line import ChineseCommand


@click.command(
    cls=ChineseCommand,
    example="excel setup --drop-target 桌面",
    help="放好按钮要用的启动程序；可同时放拖放目标、加入“发送到”菜单。重复运行没有妨碍。",
)
@click.option(
    "--drop-target", type=FILE, metavar="文件夹", help="在这个文件夹（例如桌面）里放拖放目标（Windows）。"
)
@click.option("--send-to", is_flag=True, help="加入右键菜单“发送到”（Windows）。")
def command(drop_target: Path | None, send_to: bool) -> int:
    from jixiao.faces.excel import drop_target as target
    from jixiao.faces.excel.launcher import install_launcher

    say(f"启动程序已写入：{install_launcher()}")
    if drop_target is not None:
        say(f"拖放目标已写入：{target.put_drop_target(drop_target)}")
    if send_to:
        say(f"“发送到”菜单已加入：{target.put_into_send_to()}")
    say("检查按钮能不能用：jixiao excel doctor")
    return CONSISTENT
