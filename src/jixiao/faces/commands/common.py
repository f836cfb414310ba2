"""What the commands have in common: exit codes, options, and how they complain."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from click.decorators import FC

from jixiao.faces.words.command_line import NamingOption, one_line, seen
from jixiao.model.errors import UnusableInput
from jixiao.model.quotes import nested

if TYPE_CHECKING:
    from jixiao.inspection import Inspection
    from jixiao.pack.pack import Pack

CONSISTENT, FINDINGS, COULD_NOT_RUN = 0, 1, 2


class _Given(click.Path):
    """A file or folder. What cannot be read is said where it is read; an empty name would be this folder."""

    def convert(
        self, value: str | os.PathLike[str], param: click.Parameter | None, context: click.Context | None
    ) -> Any:
        if not str(value).strip():
            self.fail("是空的，请写上文件或文件夹的名称", param, context)
        return super().convert(value, param, context)


FILE = _Given(path_type=Path, readable=False)
NEW_FILE = click.Path(path_type=Path, readable=False)  # its ending is looked at where it is written


YEAR = click.IntRange(2000, 2100)


def all_packs() -> Iterator[str]:
    """The packs as people name them on the command line, with their titles."""
    from jixiao.pack.loading import load_pack, pack_names

    return (load_pack(name).form.called for name in pack_names())


def pack_choice(help_text: str, packs: Callable[[], Iterable[str]] = all_packs) -> Callable[[FC], FC]:
    """The option --pack, whose help lists the packs that can be named."""
    return click.option("--pack", cls=NamingOption, names=packs, metavar="表样", help=help_text)


pack_option = pack_choice("指定表样；不写则按工作簿辨认。")
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


def say(text: str = "", *, err: bool = False) -> None:
    """All that the commands print goes this way: names and cells of others may hold anything."""
    click.echo(seen(text), err=err)


def complain(sentence: str) -> int:
    """Say on standard error why nothing could be done; the exit code for that."""
    say(one_line(sentence), err=True)
    return COULD_NOT_RUN


def print_lines(lines: Iterable[str]) -> None:
    """Lines of text on standard output; names that have quotation marks of their own are quoted in them."""
    say("\n".join(map(nested, lines)))


def print_json(document: Any) -> None:
    """One JSON document on standard output; Chinese stays readable."""
    import json

    say(json.dumps(document, ensure_ascii=False, indent=2))


def named_pack(pack: str | None) -> Pack | None:
    """The pack that the command line names, if it names one; else the workbook tells."""
    return known_pack(pack) if pack else None


def known_pack(pack: str) -> Pack:
    """The pack of that name. Raises UnusableInput."""
    from jixiao.pack.loading import load_pack, pack_names

    if pack not in pack_names():
        raise UnusableInput(f"没有名为“{pack}”的表样，请写英文名称。可用的是：{'、'.join(all_packs())}。")
    return load_pack(pack)


def code_of(inspection: Inspection) -> int:
    """The exit code for a workbook that was read."""
    return CONSISTENT if inspection.consistent else FINDINGS
