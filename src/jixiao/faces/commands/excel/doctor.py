"""jixiao excel doctor: what is found on this machine, line by line, and what to do about it."""

from __future__ import annotations

import click

from jixiao.faces.commands.common import CONSISTENT, FINDINGS, json_option, print_json, print_lines
from jixiao.faces.words.command_line import ChineseCommand


@click.command(
    cls=ChineseCommand,
    example="excel doctor\nexcel doctor 我单位2024.xlsm",
    short_help="检查按钮能不能用，逐项说明怎样办。",
    help="逐项检查按钮要用到的东西（系统、启动程序、Excel、WPS、LibreOffice、宏的设置），说明怎样办。"
    "给出工作簿时，还检查它有没有“来自互联网”的标记。按钮能用时代码为 0，否则为 1。",
)
@click.argument("books", nargs=-1, metavar="[工作簿…]")
@json_option
def command(books: tuple[str, ...], as_json: bool) -> int:
    from jixiao.faces.doctor import examination
    from jixiao.faces.doctor.machine import this_machine
    from jixiao.faces.doctor.observation import button_works

    findings = examination.examine(this_machine(), books)
    if as_json:
        print_json(examination.as_json(findings))
    else:
        print_lines(examination.as_text(findings))
    return CONSISTENT if button_works(findings) else FINDINGS
