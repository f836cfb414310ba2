"""jixiao watch: every save of a workbook in a folder is checked and its report made again."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from pathlib import Path

import click

from jixiao.faces.commands.common import CONSISTENT, FILE, say, template_option
from jixiao.faces.words.command_line import ChineseCommand
from jixiao.files import resolved


@click.command(
    cls=ChineseCommand,
    example="watch 绩效自评",
    help="看守一个文件夹：里面的工作簿每保存一次，就校验、评分、重新生成报告。按 Ctrl+C 结束。",
)
@click.argument("folder", type=FILE, default=Path(), metavar="[文件夹]")
@click.option("--check-only", is_flag=True, help="只校验，不写任何文件，不生成报告。")
@template_option
def command(folder: Path, check_only: bool, template: str | None) -> int:
    from jixiao.faces import saved_workbook
    from jixiao.watching.watching import watch_folder

    examine = saved_workbook.checked if check_only else partial(saved_workbook.made, template=template)
    with _stopped_when_asked() as stop:
        for path, line in watch_folder(folder, examine, lambda number: _begin(folder, number), stop):
            say(f"{datetime.now():%H:%M:%S} {path.name}：{line}")
    say("看守已结束。")
    return CONSISTENT


def _begin(folder: Path, number: int) -> None:
    say(f"正在看守“{resolved(folder)}”（现有 {number} 本工作簿），每次保存后自动处理。按 Ctrl+C 结束。")


@contextmanager
def _stopped_when_asked() -> Iterator[threading.Event]:
    """Set by Ctrl+C, by a closing window and by the system; what is being written is finished first.

    Afterwards the signals do what they did before: `excel dropped` goes on with other work.
    """
    stop = threading.Event()
    names = ("SIGINT", "SIGTERM", "SIGBREAK", "SIGHUP")  # the last two are not everywhere
    numbers = [number for name in names if (number := getattr(signal, name, None))]
    before = {number: signal.signal(number, lambda *_: stop.set()) for number in numbers}
    try:
        yield stop
    finally:
        for number, handler in before.items():
            signal.signal(number, signal.SIG_DFL if handler is None else handler)
