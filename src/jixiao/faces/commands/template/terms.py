"""jixiao template terms: everything a Word template can name, with its meaning, its cell and an example."""

from __future__ import annotations

import click

from jixiao.faces.commands.common import CONSISTENT, json_option, known_pack, print_json, print_lines
from jixiao.faces.commands.template.lint import pack_option
from jixiao.faces.words.command_line import ChineseCommand


@click.command(cls=ChineseCommand, help="列出模板里可用的全部名称（含义、单元格、示例值）和写法。")
@json_option
@pack_option
def command(as_json: bool, pack: str | None) -> int:
    from jixiao.faces.reference.template_terms import reference_of
    from jixiao.faces.words import templates
    from jixiao.pack.loading import DEFAULT

    reference = reference_of(known_pack(pack or DEFAULT))
    if as_json:
        print_json(templates.terms_as_json(reference))
    else:
        print_lines(templates.terms_as_text(reference))
    return CONSISTENT
