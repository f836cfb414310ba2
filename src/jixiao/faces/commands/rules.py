"""jixiao rules: what a pack checks, measures and names."""

from __future__ import annotations

from pathlib import Path

import click

from jixiao.faces.commands.common import (
    CONSISTENT,
    json_option,
    known_pack,
    print_json,
    print_lines,
    rules_option,
)
from jixiao.faces.words.command_line import ChineseCommand


@click.command(
    cls=ChineseCommand, help="列出一种表样的核对规则、评价指标和名称；加 --rules 可同时检查自定规则。"
)
@click.argument("pack", required=False, metavar="[表样]")
@json_option
@rules_option
def command(pack: str | None, as_json: bool, rules: tuple[Path, ...]) -> int:
    from jixiao.checks.own_rules import with_own_rules
    from jixiao.faces.words import rules as catalogue
    from jixiao.pack.loading import DEFAULT

    loaded = with_own_rules(known_pack(pack or DEFAULT), rules)
    if as_json:
        print_json(catalogue.as_json(loaded))
    else:
        print_lines(catalogue.as_text(loaded))
    return CONSISTENT
