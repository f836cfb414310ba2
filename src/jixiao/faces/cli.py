"""The command line. Exit codes: 0 consistent, 1 findings, 2 could not run."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from jixiao import __version__
from jixiao.faces.chinese import ChineseGroup, complaint
from jixiao.model.errors import UnusableInput

if TYPE_CHECKING:
    from jixiao.pack.loading import Pack
    from jixiao.pipeline import Inspection, Run

CONSISTENT, FINDINGS, COULD_NOT_RUN = 0, 1, 2
GARBAGE_WORTH_LOOKING_FOR = 100_000  # objects; a run makes many and drops few

FILE = click.Path(path_type=Path)


def main() -> None:
    """Run the command line and leave with its exit code; no traceback for what a user did."""
    gc.set_threshold(GARBAGE_WORTH_LOOKING_FOR)
    _speak_utf8()
    try:
        code = cli.main(standalone_mode=False)
    except click.exceptions.Exit as leave:
        code = leave.exit_code
    except click.Abort:
        code = _complain("已中断，未写完的文件不会留下。")
    except click.ClickException as error:
        code = _complain(complaint(error))
    except UnusableInput as problem:
        code = _complain(str(problem))
    except OSError as error:
        code = _complain(_file_trouble(error))
    gc.freeze()  # a last search before leaving would take longer than all checks
    sys.exit(code if isinstance(code, int) else CONSISTENT)


def _complain(sentence: str) -> int:
    line = "".join(
        character if character.isprintable() else "?" for character in sentence
    )  # paths hold anything
    click.echo(line, err=True)
    return COULD_NOT_RUN


def _file_trouble(error: OSError) -> str:
    what = f"{error.filename or ''} {error.strerror or error}".strip()
    return f"文件操作失败：{what}。请检查磁盘空间、文件夹权限，或文件是否被占用。"


def _speak_utf8() -> None:
    """Windows consoles and pipes may default to another encoding; Chinese must come out whole."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


@click.group(
    cls=ChineseGroup, help="部门整体支出绩效自评工具：填工作簿、核对勾稽关系、评分、生成 Word 报告。"
)
@click.version_option(__version__, "--version", message="jixiao %(version)s", help="显示版本。")
def cli() -> None:
    pass


def pack_option(command: Callable[..., Any]) -> Callable[..., Any]:
    return click.option("--pack", metavar="表样", help="指定表样；不写则按工作簿或数据文件辨认。")(command)


def rules_option(command: Callable[..., Any]) -> Callable[..., Any]:
    return click.option(
        "--rules",
        type=FILE,
        multiple=True,
        metavar="规则.toml",
        help="自定规则文件，可以给多个；与工作簿同一文件夹的不用写。",
    )(command)


def last_year_option(command: Callable[..., Any]) -> Callable[..., Any]:
    return click.option(
        "--last-year", type=FILE, metavar="上年工作簿", help="同一表样的上年工作簿，核对年初数和上年数。"
    )(command)


def _forced(pack: str | None) -> Pack | None:
    """The pack that the command line names, if it names one; else the workbook tells."""
    return _load(pack) if pack else None


def _load(pack: str) -> Pack:
    from jixiao.pack.loading import load_pack, pack_names

    if pack not in pack_names():
        raise UnusableInput(f"没有名为“{pack}”的表样，可用的是：{'、'.join(pack_names())}。")
    return load_pack(pack)


@cli.command(help="新建一份标准工作簿，填好后用 run 生成报告。")
@click.argument("out", type=FILE, metavar="文件名.xlsm")
@click.option("--year", type=int, metavar="年度", help="评价年度，例如 2022。")
@click.option("--framework", metavar="名称", help="评价指标体系；不写用表样默认的。")
@click.option("--values", type=FILE, metavar="数据.toml", help="同时按数据文件填好（键为表样里的名称）。")
@click.option(
    "--from",
    "sources",
    type=FILE,
    multiple=True,
    metavar="工作簿",
    help="从上年的工作簿或同年的决算公开表带入，可以给多个。",
)
@pack_option
def new(
    out: Path,
    year: int | None,
    framework: str | None,
    values: Path | None,
    sources: tuple[Path, ...],
    pack: str | None,
) -> int:
    from jixiao.building import new_workbook
    from jixiao.faces import taken
    from jixiao.pack.filling import pack_of_values
    from jixiao.pack.loading import DEFAULT

    filled = pack_of_values(values) if values else ""
    loaded = _load(pack or filled or DEFAULT)
    over = new_workbook(loaded, out, year=year, framework=framework, values=values, sources=sources)
    if over is not None:
        click.echo("\n".join(taken.listing(over, loaded)))
    click.echo(f"已建立 {out}。请用 Excel 或 WPS 打开填写，保存后运行：jixiao run {out}")
    return CONSISTENT


@cli.command(help="只校验，不写任何文件。可以一次给出多个工作簿。")
@click.argument("books", type=FILE, nargs=-1, required=True, metavar="工作簿…")
@click.option("--json", "as_json", is_flag=True, help="输出一个 JSON 文档，供程序读取。")
@last_year_option
@rules_option
@pack_option
def check(
    books: tuple[Path, ...],
    as_json: bool,
    last_year: Path | None,
    rules: tuple[Path, ...],
    pack: str | None,
) -> int:
    from jixiao.faces import speaking
    from jixiao.pipeline import inspect

    loaded = _forced(pack)
    codes, documents = [], []
    for book in books:
        try:
            inspection = inspect(book, loaded, rules, last_year)
        except UnusableInput as problem:
            codes.append(_complain(str(problem)))
            documents.append({"workbook": str(book), "error": str(problem)})
            continue
        codes.append(_code(inspection))
        documents.append(speaking.as_json(inspection, None, None))
        if not as_json:
            click.echo("\n".join(speaking.as_text(inspection)))
    if as_json:
        click.echo(speaking.dumps(documents[0] if len(books) == 1 else documents))
    return max(codes)


@cli.command(help="校验、评分，把校验结果和评分表写回工作簿，并生成 Word 报告。")
@click.argument("book", type=FILE, metavar="工作簿")
@click.option("--out", type=FILE, metavar="文件夹", help="报告存放的文件夹；不写则与工作簿同一文件夹。")
@click.option("--json", "as_json", is_flag=True, help="输出一个 JSON 文档，供程序读取。")
@last_year_option
@rules_option
@pack_option
def run(
    book: Path,
    out: Path | None,
    as_json: bool,
    last_year: Path | None,
    rules: tuple[Path, ...],
    pack: str | None,
) -> int:
    from jixiao.faces import speaking
    from jixiao.pipeline import run as run_workbook

    done = run_workbook(book, _forced(pack), out, rules, last_year)
    for remark in done.remarks:
        click.echo(remark, err=True)
    if as_json:
        document = speaking.as_json(done.inspection, done.workbook, done.report)
        click.echo(speaking.dumps(document | {"unprinted": done.unprinted}))
    else:
        click.echo("\n".join(speaking.as_text(done.inspection)))
        if done.unprinted:
            click.echo(f"工作簿中有 {len(done.unprinted)} 类金额没有印在报告正文里（只用于核对和评分）。")
        click.echo(f"{_written(done)}已写入：{done.workbook}")
        if done.report:
            click.echo(f"报告{'（草稿）' if done.inspection.draft else ''}：{done.report}")
    return _code(done.inspection)


@cli.command("import", help="把已公开或导出的决算公开表（.xls、.xlsx）读进一本新的工作簿。")
@click.argument("files", type=FILE, nargs=-1, required=True, metavar="决算表…")
@click.argument("out", type=FILE, metavar="新工作簿.xlsm")
@click.option("--unit", default="", metavar="单位", help="新工作簿的金额单位，元或万元；不写则与原表相同。")
@click.option("--json", "as_json", is_flag=True, help="输出一个 JSON 文档，供程序读取。")
def import_(files: tuple[Path, ...], out: Path, unit: str, as_json: bool) -> int:
    from jixiao.faces import imported, speaking
    from jixiao.importing.importing import PACK, import_tables

    done = import_tables(files, out, _load(PACK), unit)
    if as_json:
        click.echo(speaking.dumps(imported.as_json(done, out)))
    else:
        click.echo("\n".join(imported.as_text(done, out)))
    return CONSISTENT if done.complete else FINDINGS


@cli.command(help="用真实的 2022 年样例从头到尾演示一遍。")
@click.argument("folder", type=FILE, default=Path("jixiao-demo"), metavar="[文件夹]")
def demo(folder: Path) -> int:
    from jixiao.building import copy_sample
    from jixiao.faces import speaking
    from jixiao.pipeline import run as run_workbook

    book = copy_sample(folder)
    done = run_workbook(book)
    click.echo("\n".join(speaking.as_text(done.inspection)))
    click.echo(f"工作簿（已写入{_written(done)}）：{done.workbook.resolve()}")
    if done.report:
        click.echo(f"报告{'（草稿）' if done.inspection.draft else ''}：{done.report.resolve()}")
    return CONSISTENT


@cli.command(help="列出一种表样的核对规则、评价指标和名称；加 --rules 可同时检查自定规则。")
@click.argument("pack", required=False, metavar="[表样]")
@click.option("--json", "as_json", is_flag=True, help="输出一个 JSON 文档，供程序读取。")
@rules_option
def rules(pack: str | None, as_json: bool, rules: tuple[Path, ...]) -> int:
    from jixiao.checks.own_rules import with_own_rules
    from jixiao.faces import catalogue_listing, speaking
    from jixiao.pack.loading import DEFAULT

    loaded = with_own_rules(_load(pack or DEFAULT), rules)
    if as_json:
        click.echo(speaking.dumps(catalogue_listing.as_json(loaded)))
    else:
        click.echo("\n".join(catalogue_listing.listing(loaded)))
    return CONSISTENT


@cli.command(help="按表样数据重新生成标准工作簿、规则目录和样例（维护表样的人用）。")
@click.argument("packs", nargs=-1, metavar="[表样…]")
def build(packs: tuple[str, ...]) -> int:
    from jixiao.building import build_pack, build_sample, samples
    from jixiao.faces import catalogue_page, speaking
    from jixiao.files import write_atomically
    from jixiao.pack.loading import data_folder, pack_names

    for name in packs or pack_names():
        pack = _load(name)
        click.echo(f"已生成 {os.path.relpath(build_pack(pack))}")
        page = data_folder("docs") / catalogue_page.page_name(name)
        if page.parent.is_dir():  # not where the package is installed
            write_atomically(page, catalogue_page.page_of(pack).encode())
            click.echo(f"已生成 {os.path.relpath(page)}")
        for sample in (sample for sample in samples() if sample.pack == name):
            lines = list(speaking.as_text(build_sample(sample, pack)))
            write_atomically(sample.findings, ("\n".join(lines[1:]) + "\n").encode())
            click.echo(f"已生成 {os.path.relpath(sample.workbook)} 和由它得到的结果")
    return CONSISTENT


def _written(done: Run) -> str:
    return "校验结果和评分表" if done.inspection.scorecard else "校验结果"


def _code(inspection: Inspection) -> int:
    return CONSISTENT if inspection.consistent else FINDINGS
