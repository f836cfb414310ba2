"""jixiao template: what the author of a Word template needs."""

from __future__ import annotations

import click

from jixiao.faces.words.command_line import ChineseGroup


@click.group(
    cls=ChineseGroup,
    package="jixiao.faces.commands.template",
    modules={"lint": "lint", "terms": "terms"},
    help="制作 Word 模板用：检查模板，列出可用的名称和写法。",
)
def command() -> None:
    """Each command is a module of this package, imported when it is called."""
