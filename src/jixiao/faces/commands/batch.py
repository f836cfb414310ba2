"""jixiao batch: all workbooks of a folder, for who has to review them."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from jixiao.desk.folder import REVIEWED
from jixiao.faces.commands.common import (
    FILE,
    YEAR,
    print_lines,
    rules_option,
    say,
    template_option,
)
from jixiao.faces.words.command_line import ChineseCommand

if TYPE_CHECKING:
    from collections.abc import Callable

    from jixiao.desk.batch import BatchStep
    from jixiao.desk.crew import Crew
    from jixiao.desk.examined import ExaminedBook

DATE = click.DateTime(["%Y-%m-%d", "%Y.%m.%d", "%Y/%m/%d", "%Y年%m月%d日"])


@click.command(
    cls=ChineseCommand,
    example="batch 各单位上报\nbatch 各单位上报 --roster 名册.xlsx --deadline 2025-03-31",
    short_help="审核一个文件夹里各单位的工作簿：逐本校验、评分、生成报告，再汇总。",
    help="审核一个文件夹里各单位的工作簿：逐本校验、评分、生成报告，再汇总。"
    "各单位的文件一个字节也不改动，结果写在副本里；再次办理只处理新的和改过的。",
)
@click.argument("folder", type=FILE, metavar="文件夹")
@click.option("--out", type=FILE, metavar="文件夹", help=f"结果存放的文件夹；不写则为其中的“{REVIEWED}”。")
@click.option(
    "--roster", type=FILE, metavar="名册", help="应报单位的名册（Excel、Word 或网页里的表）：列出未报的单位。"
)
@click.option(
    "--last-year", type=FILE, metavar="文件夹", help="上年各单位工作簿的文件夹，核对年初数和上年数。"
)
@click.option("--year", type=YEAR, metavar="年度", help="收的是哪一年的；不写则以多数为准。")
@click.option("--deadline", type=DATE, metavar="日期", help="报送期限，例如 2025-03-31。")
@click.option("--office", default="", metavar="名称", help="审核单位的名称，落款用。")
@click.option("--reply-by", type=DATE, metavar="日期", help="通知里写的重新报送期限。")
@click.option("--letter", type=FILE, metavar="模板.docx", help="自己的退回修改通知模板。")
@click.option("--check-only", is_flag=True, help="只校验、评分和汇总，不写工作簿副本，不生成报告。")
@click.option(
    "--workers",
    type=click.IntRange(1, 256),
    metavar="个数",
    help="同时处理几本（Windows 上最多 61）；不写则按处理器个数。",
)
@click.option(
    "--cluster", metavar="地址", help="用 dask 集群，例如 tcp://10.0.0.5:8786；各机器读写同一个共享文件夹。"
)
@click.option(
    "--seconds",
    type=click.FloatRange(1, 86400),
    default=60,
    metavar="秒",
    help="每本最多处理多少秒，默认 60。",
)
@click.option("--json", "as_json", is_flag=True, help="每本工作簿输出一行 JSON，办完一本出一行。")
@rules_option
@template_option
def command(
    folder: Path,
    out: Path | None,
    roster: Path | None,
    last_year: Path | None,
    year: int | None,
    deadline: datetime | None,
    office: str,
    reply_by: datetime | None,
    letter: Path | None,
    check_only: bool,
    workers: int | None,
    cluster: str | None,
    seconds: float,
    as_json: bool,
    rules: tuple[Path, ...],
    template: str | None,
) -> int:
    from jixiao.desk.ctrl_c import heard_once
    from jixiao.desk.examining import Orders
    from jixiao.desk.letters.sender import Sender
    from jixiao.desk.review import ReviewOrder, reviewing
    from jixiao.faces.words import desk

    target = out or folder / REVIEWED
    orders = Orders(
        folder=str(folder),
        out="" if check_only else str(target),
        template=template,
        rules=tuple(map(str, rules)),
        sender=None if check_only and not letter else Sender(office, _iso(reply_by), str(letter or "")),
        seconds=seconds,
    )
    first, again = (day.date() if day else None for day in (deadline, reply_by))
    wanted = ReviewOrder(orders, target, roster, last_year, str(year or ""), first, again, today=date.today())
    review = reviewing(wanted)
    with heard_once(), desk.Progress(review.number, quiet=as_json) as progress:

        def tell(step: BatchStep, examined: Callable[[], ExaminedBook]) -> None:
            progress.tell(step)
            if as_json:
                say(desk.as_json_line(examined()))

        try:
            done = review.run(_crew(cluster, workers or 0), tell, progress.remark)
        except KeyboardInterrupt as stopped:
            stopped.add_note(
                f"办完的 {progress.done} 本已经记下，再办理一次会接着办；汇总、总览要那时才更新。"
            )
            raise
    if not as_json:
        print_lines(desk.as_text(done.rows, target))
    return done.code


def _crew(cluster: str | None, workers: int) -> Crew:
    if cluster:
        from jixiao.desk.cluster import Cluster

        return Cluster(cluster)
    from jixiao.desk.crew import Processes

    return Processes(workers)


def _iso(day: datetime | None) -> str:
    return day.date().isoformat() if day else ""
