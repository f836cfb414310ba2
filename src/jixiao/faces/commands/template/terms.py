"""jixiao template terms: everything a Word template can name, with its meaning, its cell and an example."""

from __future__ import annotations

import click

from jixiao.faces.commands.common import CONSISTENT, json_option, known_pack, print_json, print_lines
from jixiao.faces.commands.template.lint import pack_option
from jixiao.faces.words.command_line import ChineseCommand


@click.command(
    cls=ChineseCommand,
    example="template terms 结转结余",
    help="列出模板里可用的名称（含义、单元格、示例值）和写法：全部的，或提到某些词的。",
)
@click.argument("words", nargs=-1, metavar="[词或工作表…]")
@json_option
@pack_option
def command(words: tuple[str, ...], as_json: bool, pack: str | None) -> int:
    from jixiao.faces.reference.template_terms import narrowed, reference_of
    from jixiao.faces.words import templates
    from jixiao.pack.loading import DEFAULT

    reference = narrowed(reference_of(known_pack(pack or DEFAULT)), words)
    if as_json:
        print_json(templates.terms_as_json(reference))
    else:
        print_lines(templates.terms_as_text(reference))
    return CONSISTENT
