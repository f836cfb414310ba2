"""jixiao build: everything that is generated from the packs' data."""

from __future__ import annotations

import os

import click

from jixiao.faces.commands.common import CONSISTENT, known_pack, say
from jixiao.faces.words.command_line import ChineseCommand


@click.command(
    cls=ChineseCommand,
    example="build\nbuild department-overall --books",
    help="按表样数据重新生成规则目录和样例的结果（维护表样的人用）。",
)
@click.argument("packs", nargs=-1, metavar="[表样…]")
@click.option("--books", is_flag=True, help="连同标准工作簿、样例的工作簿和报告一起重新生成（发布之前）。")
def command(packs: tuple[str, ...], books: bool) -> int:
    from jixiao.building.samples import build_sample, samples
    from jixiao.building.shipped import build_books, build_reviewer_book, prove_pack
    from jixiao.faces.reference.page import page_name, page_of
    from jixiao.faces.words.results import as_text
    from jixiao.files import write_atomically
    from jixiao.pack.loading import data_folder, pack_names

    if books and not packs:
        say(f"已生成 {os.path.relpath(build_reviewer_book())}")
    for name in packs or pack_names():
        pack = known_pack(name)
        prove_pack(pack)
        for book in build_books(pack) if books else ():
            say(f"已生成 {os.path.relpath(book)}")
        page = data_folder("docs") / page_name(name)
        if page.parent.is_dir():  # not where the package is installed
            write_atomically(page, page_of(pack).encode())
            say(f"已生成 {os.path.relpath(page)}")
        for sample in (sample for sample in samples() if sample.pack == name):
            lines = list(as_text(build_sample(sample, pack, files=books)))
            write_atomically(sample.findings, ("\n".join(lines[1:]) + "\n").encode())
            what = f"{os.path.relpath(sample.workbook)} 和" if books else f"{os.path.relpath(sample.values)} "
            say(f"已生成 {what}由它得到的结果")
    return CONSISTENT
