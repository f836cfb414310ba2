"""jixiao template terms: everything a Word template can name, with its meaning, its cell and an example."""

from __future__ import annotations

import click

from jixiao.faces.chinese import ChineseCommand
from jixiao.faces.commands.template.lint import pack_option
from jixiao.faces.usual import CONSISTENT, json_option, known_pack


@click.command(cls=ChineseCommand, help="列出模板里可用的全部名称（含义、单元格、示例值）和写法。")
@json_option
@pack_option
def command(as_json: bool, pack: str | None) -> int:
    from jixiao.faces import speaking, template_listing
    from jixiao.faces.template_terms import reference_of
    from jixiao.pack.loading import DEFAULT

    reference = reference_of(known_pack(pack or DEFAULT))
    if as_json:
        click.echo(speaking.dumps(template_listing.terms_as_json(reference)))
    else:
        click.echo("\n".join(template_listing.terms_as_text(reference)))
    return CONSISTENT
