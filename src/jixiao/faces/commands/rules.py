"""jixiao rules: what a pack checks, measures and names."""

from __future__ import annotations

from pathlib import Path

import click

from jixiao.faces.chinese import ChineseCommand
from jixiao.faces.usual import CONSISTENT, json_option, known_pack, rules_option


@click.command(
    cls=ChineseCommand, help="列出一种表样的核对规则、评价指标和名称；加 --rules 可同时检查自定规则。"
)
@click.argument("pack", required=False, metavar="[表样]")
@json_option
@rules_option
def command(pack: str | None, as_json: bool, rules: tuple[Path, ...]) -> int:
    from jixiao.checks.own_rules import with_own_rules
    from jixiao.faces import catalogue_listing, speaking
    from jixiao.pack.loading import DEFAULT

    loaded = with_own_rules(known_pack(pack or DEFAULT), rules)
    if as_json:
        click.echo(speaking.dumps(catalogue_listing.as_json(loaded)))
    else:
        click.echo("\n".join(catalogue_listing.listing(loaded)))
    return CONSISTENT
