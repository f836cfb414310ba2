"""jixiao run: check, score, write the results back, make the report."""

from __future__ import annotations

from pathlib import Path

import click

from jixiao.faces.chinese import ChineseCommand
from jixiao.faces.usual import (
    FILE,
    code_of,
    json_option,
    last_year_option,
    named_pack,
    pack_option,
    rules_option,
    written,
)


@click.command(cls=ChineseCommand, help="校验、评分，把校验结果和评分表写回工作簿，并生成 Word 报告。")
@click.argument("book", type=FILE, metavar="工作簿")
@click.option("--out", type=FILE, metavar="文件夹", help="报告存放的文件夹；不写则与工作簿同一文件夹。")
@json_option
@last_year_option
@rules_option
@pack_option
def command(
    book: Path,
    out: Path | None,
    as_json: bool,
    last_year: Path | None,
    rules: tuple[Path, ...],
    pack: str | None,
) -> int:
    from jixiao.faces import speaking
    from jixiao.pipeline import run as run_workbook

    done = run_workbook(book, named_pack(pack), out, rules, last_year)
    for remark in done.remarks:
        click.echo(remark, err=True)
    if as_json:
        document = speaking.as_json(done.inspection, done.workbook, done.report)
        click.echo(speaking.dumps(document | {"unprinted": done.unprinted}))
    else:
        click.echo("\n".join(speaking.as_text(done.inspection)))
        if done.unprinted:
            click.echo(f"工作簿中有 {len(done.unprinted)} 类金额没有印在报告正文里（只用于核对和评分）。")
        click.echo(f"{written(done)}已写入：{done.workbook}")
        if done.report:
            click.echo(f"报告{'（草稿）' if done.inspection.draft else ''}：{done.report}")
    return code_of(done.inspection)
