"""jixiao framework: the score table that a finance bureau handed out."""

from __future__ import annotations

import click

from jixiao.faces.words.command_line import ChineseGroup


@click.group(
    cls=ChineseGroup,
    package="jixiao.faces.commands.framework",
    modules={"read": "read"},
    help="财政局发的评分表：读成评价指标体系。",
)
def command() -> None:
    """Each command is a module of this package, imported when it is called."""
