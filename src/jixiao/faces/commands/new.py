"""jixiao new: a new standard workbook, blank or with what can be taken over."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from jixiao.faces.commands.common import (
    CONSISTENT,
    FILE,
    FINDINGS,
    NEW_FILE,
    json_option,
    known_pack,
    pack_choice,
    print_json,
    print_lines,
    say,
)
from jixiao.faces.words.command_line import ChineseCommand, NamingOption
from jixiao.model.errors import UnusableInput

if TYPE_CHECKING:
    from jixiao.frameworks.made.own_framework import OwnFramework
    from jixiao.importing.source_files import SourceFiles
    from jixiao.pack.pack import Pack


def _own(framework: str | None, sources: tuple[Path, ...], pack: Pack) -> OwnFramework | None:
    """What is no name of a framework, but a file; without either, what last year's workbook was built for."""
    if not framework and not sources:
        return None
    from jixiao.frameworks.made.own_framework import as_settled, own_framework, used_before

    if not framework:
        return used_before(sources, pack)
    file = Path(framework)
    if file.suffix and not file.is_file():
        raise UnusableInput(f"找不到评分表或指标体系文件“{framework}”，请检查路径和文件名。")
    return as_settled(own_framework(file, pack), sources, pack) if file.suffix else None


def _about(own: OwnFramework, given: str, year: int | None) -> None:
    from jixiao.faces.words import frameworks

    if own.read:
        print_lines(frameworks.in_short(own.read, own.by, own.unsure, own.guessed, given))
    print_lines(filter(None, [own.about_kept(), own.about_year(year)]))
    say(f"评价指标体系“{own.framework.title}”存在工作簿里，见“指标体系”表：读错了的在表里改。")


def _frameworks() -> Iterator[str]:
    """The frameworks of all packs, as people name them on the command line, with their titles."""
    from jixiao.pack.frameworks import titles_of
    from jixiao.pack.loading import load_pack, pack_names

    for pack in pack_names():
        titles = titles_of(load_pack(pack).framework_files)
        yield from (f"{name}〔{title}〕" for title, name in titles.items())


def _pack_with(framework: str | None) -> str:
    """The pack that alone has a framework of this name; empty where the name does not tell."""
    if not framework or Path(framework).suffix:
        return ""
    from jixiao.pack.loading import load_pack, pack_names

    having = [name for name in pack_names() if framework in load_pack(name).framework_names]
    return having[0] if len(having) == 1 else ""


def _sorted(sources: tuple[Path, ...]) -> SourceFiles | None:
    """The workbooks of ours, what the others hold as published tables, and what cannot be read."""
    if not sources:
        return None
    from jixiao.importing.source_files import source_files

    return source_files(sources)


@click.command(
    cls=ChineseCommand,
    example="new 我单位2024.xlsm\n"
    "new 我单位2024.xlsm --from 我单位2023.xlsm --from 2024年决算公开表.pdf --from 2024年预算公开表.docx",
    help="新建一份标准工作簿，填好后用 run 生成报告。",
)
@click.argument("out", type=NEW_FILE, metavar="文件名.xlsm|文件名.xlsx")
@click.option("--year", type=int, metavar="年度", help="评价年度，例如 2022；不写则看文件名里有没有年度。")
@click.option(
    "--framework",
    cls=NamingOption,
    names=_frameworks,
    metavar="名称或评分表",
    help="评价指标体系：名称，或财政局发的评分表（.xlsx、.xls、.docx），或指标体系文件（.toml）；不写用表样默认的。"
    "与 --from 同年的工作簿一起用，就把它改用这个指标体系。",
)
@click.option("--values", type=FILE, metavar="数据.toml", help="同时按数据文件填好（键为表样里的名称）。")
@click.option(
    "--from",
    "sources",
    type=FILE,
    multiple=True,
    metavar="工作簿或公开表",
    help="从上年的工作簿、上年和同年的决算公开表、同年的预算公开表带入，可以给多个；公开表可以是工作簿，也可以是公开的原件"
    "（.xlsx、.xls、网页、.docx、.pdf）。",
)
@pack_choice(
    "指定表样；不写则按数据文件或评价指标体系的名称辨认，都看不出的是部门整体支出绩效自评（department-overall）。"
)
@json_option
def command(
    out: Path,
    year: int | None,
    framework: str | None,
    values: Path | None,
    sources: tuple[Path, ...],
    pack: str | None,
    as_json: bool,
) -> int:
    from jixiao.building.new_workbook import new_workbook
    from jixiao.carryover.moving import Moved
    from jixiao.faces.words import new_book, takeover
    from jixiao.pack.filling import pack_of_values
    from jixiao.pack.loading import DEFAULT
    from jixiao.workbook.reading.stated_year import year_in

    filled = pack_of_values(values) if values else ""
    loaded = known_pack(pack or filled or _pack_with(framework) or DEFAULT)
    files = _sorted(sources)
    books, read, refused = (files.books, files.published, files.refused) if files else ((), (), ())
    named = None if year or values else year_in(out.stem)
    own = _own(framework, books, loaded)
    printed = own.year if own and not (year or named or values or sources) else None
    try:
        over = new_workbook(
            loaded,
            out,
            year=year or named or printed,
            framework=own.framework if own else framework,
            values=values,
            sources=books,
            published=tuple(source for source, _ in read),
            evaluated=own.year if own else None,
        )
    except UnusableInput as problem:
        told = f"新工作簿的年度 {named} 取自文件名。" if named and "--year" in str(problem) else ""
        raise UnusableInput(f"{problem}{told}") from problem
    if as_json:
        print_json(new_book.as_json(over, loaded, str(out), year or named or printed, own, refused))
        return FINDINGS if refused else CONSISTENT
    if named and not books:
        say(f"评价年度 {named} 取自文件名；不对的，请在工作簿里改。")
    if printed:
        say(f"评价年度 {printed} 取自评分表的标题；不对的，请在工作簿里改。")
    if over is not None:
        tables = [done for _, done in read]
        print_lines(
            (*takeover.moved_as_text(over), *new_book.about_next_year(over, loaded, year or named))
            if isinstance(over, Moved)
            else takeover.as_text(over, loaded, tables)
        )
    if own:
        _about(own, framework or "", new_book.year_of(over, loaded, year or named))
    print_lines(takeover.about_refused(refused))
    say(f"已建立 {out}。请用 Excel 或 WPS 打开填写，保存后运行：jixiao run {out}")
    return FINDINGS if refused else CONSISTENT
