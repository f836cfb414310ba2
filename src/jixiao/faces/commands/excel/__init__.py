"""jixiao excel: what connects the program with Excel, WPS and the file manager."""

from __future__ import annotations

import click

from jixiao.faces.words.command_line import ChineseGroup


@click.group(
    cls=ChineseGroup,
    package="jixiao.faces.commands.excel",
    modules={"setup": "setup", "doctor": "doctor", "dropped": "dropped", "reviewer": "reviewer"},
    help="让工作簿里的按钮、“发送到”菜单和拖放能用，并检查它们。",
)
def command() -> None:
    """Each command is a module of this package."""
