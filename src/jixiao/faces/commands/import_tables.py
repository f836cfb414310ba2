"""jixiao import: published or exported tables into a new workbook."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from jixiao.faces.commands.common import (
    CONSISTENT,
    FILE,
    FINDINGS,
    NEW_FILE,
    YEAR,
    json_option,
    named_pack,
    pack_choice,
    print_json,
    print_lines,
)
from jixiao.faces.words.command_line import ChineseCommand


def _published() -> Iterator[str]:
    """The packs whose tables are published; no other is imported into."""
    from jixiao.importing.guide import published_packs

    return (pack.form.called for pack in published_packs())


@click.command(
    "import",
    cls=ChineseCommand,
    example="import 2024年部门决算公开表.xlsx 我单位2024决算.xlsm",
    help="把已公开或导出的决算公开表、预算公开表（.xls、.xlsx、网页、.docx、.pdf）读进一本新的工作簿。",
)
@click.argument("files", type=FILE, nargs=-1, required=True, metavar="公开表…")
@click.argument("out", type=NEW_FILE, metavar="新工作簿.xlsm")
@click.option("--unit", default="", metavar="单位", help="新工作簿的金额单位，元或万元；不写则与原表相同。")
@click.option("--year", type=YEAR, metavar="年度", help="决算或预算的年度；不写则照原表。")
@pack_choice("决算还是预算；不写则按表的标题辨认。", _published)
@json_option
def command(
    files: tuple[Path, ...], out: Path, unit: str, year: int | None, pack: str | None, as_json: bool
) -> int:
    from jixiao.faces.words import imports
    from jixiao.importing.importing import import_tables

    done = import_tables(files, out, named_pack(pack), unit, year)
    if as_json:
        print_json(imports.as_json(done, out))
    else:
        print_lines(imports.as_text(done, out))
    return CONSISTENT if done.complete else FINDINGS
