"""What the commands have in common: exit codes, options, and how they complain."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from jixiao.model.errors import UnusableInput

if TYPE_CHECKING:
    from jixiao.pack.loading import Pack
    from jixiao.pipeline import Inspection, Run

CONSISTENT, FINDINGS, COULD_NOT_RUN = 0, 1, 2

NO_PLACE = "RESULT-01"  # the finding about a result sheet that is gone

FILE = click.Path(path_type=Path, readable=False)  # what cannot be read is said where it is read

pack_option = click.option("--pack", metavar="表样", help="指定表样；不写则按工作簿或数据文件辨认。")
rules_option = click.option(
    "--rules",
    type=FILE,
    multiple=True,
    metavar="规则.toml",
    help="自定规则文件，可以给多个；与工作簿同一文件夹的不用写。",
)
last_year_option = click.option(
    "--last-year", type=FILE, metavar="上年工作簿", help="同一表样的上年工作簿，核对年初数和上年数。"
)
template_option = click.option(
    "--template",
    metavar="大纲或模板.docx",
    help="报告的大纲（例如 大纲B），或自己的 Word 模板；不写则用表样的第一个大纲。",
)
json_option = click.option("--json", "as_json", is_flag=True, help="输出一个 JSON 文档，供程序读取。")


def complain(sentence: str) -> int:
    """Say on standard error why nothing could be done; the exit code for that."""
    line = "".join(
        character if character.isprintable() else "?" for character in sentence
    )  # paths hold anything
    click.echo(line, err=True)
    return COULD_NOT_RUN


def file_trouble(error: OSError) -> str:
    """What to say where a file could not be written."""
    what = f"{error.filename or ''} {error.strerror or error}".strip()
    return f"文件操作失败：{what}。请检查磁盘空间、文件夹权限，或文件是否被占用。"


def named_pack(pack: str | None) -> Pack | None:
    """The pack that the command line names, if it names one; else the workbook tells."""
    return known_pack(pack) if pack else None


def known_pack(pack: str) -> Pack:
    """The pack of that name. Raises UnusableInput."""
    from jixiao.pack.loading import load_pack, pack_names

    if pack not in pack_names():
        raise UnusableInput(f"没有名为“{pack}”的表样，可用的是：{'、'.join(pack_names())}。")
    return load_pack(pack)


def written(done: Run) -> str:
    """The sheets that a run has written; one that is gone holds no results."""
    sheets = ("校验结果", "评分表") if done.inspection.scorecard else ("校验结果",)
    gone = {finding.label for finding in done.inspection.findings if finding.id == NO_PLACE}
    return "和".join(sheet for sheet in sheets if sheet not in gone) or "（结果表不见了，没有结果）"


def code_of(inspection: Inspection) -> int:
    """The exit code for a workbook that was read."""
    return CONSISTENT if inspection.consistent else FINDINGS
